"""Quoted words are found in a text for sure, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimkit.imports.foreign import Stretch
from claimkit.imports.placing import Places, Unplaced, bare

TEXT = 'The mayor said that 12 people were hurt. "We are shocked," she said.\nLater 12 people were hurt again.\n'
SHOCKED = "“We are shocked,” she said."

FOUND = [
    (Stretch(quote="12 people", start=75), 75),
    (Stretch(quote="mayor", start=9), 4),
    (Stretch(quote="mayor", start=-5), 4),
    (Stretch(quote="mayor", start=10**9), 4),
    (Stretch(quote="12 people were hurt", prefix="said that "), 20),
    (Stretch(quote="12 people were hurt", suffix=" again"), 75),
    (Stretch(quote="12 people were hurt", prefix="she  said.\nLater\n"), 75),
    (Stretch(quote=SHOCKED), 41),
]


@pytest.mark.parametrize(("stretch", "start"), FOUND)
def test_a_stretch_is_found_by_its_place_its_words_or_those_beside_it(stretch: Stretch, start: int) -> None:
    anchor = Places(TEXT).find(stretch)
    assert not isinstance(anchor, Unplaced)
    assert anchor.start == start
    assert anchor.stands_in(TEXT)


LOST = [
    (Stretch(quote="12 people"), "stands at 2 places"),
    (Stretch(quote="12 people", start=3), "stands at 2 places"),
    (Stretch(quote="12 people were hurt", prefix="that day "), "stands at 2 places"),
    (Stretch(quote="the mayor"), "does not stand"),
    (Stretch(quote="mayor", prefix="vice "), "other words beside it"),
    (Stretch(quote="  "), "quotes no words"),
]


@pytest.mark.parametrize(("stretch", "reason"), LOST)
def test_a_place_is_never_guessed(stretch: Stretch, reason: str) -> None:
    found = Places(TEXT).find(stretch)
    assert isinstance(found, Unplaced)
    assert reason in found.reason


OLD = "It rained.\nThe mayor said that 12 people were hurt at the old bridge.\nNobody knows why.\n"


def test_offsets_into_another_version_are_followed_as_those_of_our_own_texts_are() -> None:
    new = f"By our staff.\n{OLD}"
    start = OLD.index("12 people")
    found = Places(new, OLD).find(Stretch(quote="12 people", start=start))
    assert not isinstance(found, Unplaced)
    assert found.start == start + len("By our staff.\n")
    changed = Places(new.replace("12 people", "14 people"), OLD).find(Stretch(quote="12 people were hurt", start=start))
    assert isinstance(changed, Unplaced)
    assert "14 people were hurt" in changed.reason
    assert isinstance(Places("It is another text.\n", OLD).find(Stretch(quote="12 people", start=start)), Unplaced)


@st.composite
def stretches(draw: st.DrawFn) -> tuple[int, Stretch]:
    """Words of the text from a place, with more or less of what tools say of it, some of it wrong."""
    start = draw(st.integers(0, len(TEXT) - 2))
    end = draw(st.integers(start + 1, len(TEXT) - 1))
    shift = draw(st.sampled_from([0, 0, 3, -40]))
    near = draw(st.integers(0, 12))
    return start, Stretch(
        quote=TEXT[start:end].translate(draw(st.sampled_from([{}, {ord('"'): "“", 32: "\n"}]))),
        start=draw(st.sampled_from([None, start + shift])),
        prefix=draw(st.sampled_from(["", TEXT[max(0, start - near) : start], "elsewhere "])),
        suffix=draw(st.sampled_from(["", TEXT[end : end + near], " elsewhere"])),
    )


@given(stretches())
def test_what_is_found_has_the_same_words_and_is_the_place_that_was_meant_where_the_text_has_several(
    meant: tuple[int, Stretch],
) -> None:
    start, stretch = meant
    found = Places(TEXT).find(stretch)
    if isinstance(found, Unplaced):
        assert found.reason
        return
    assert found.stands_in(TEXT)
    assert bare(found.quote) == bare(stretch.quote)
    wrong = "elsewhere" in stretch.prefix + stretch.suffix or stretch.start not in (None, start)
    assert found.start == start or wrong or TEXT[found.start : start].isspace() or bare(TEXT[start : found.start]) == ""
