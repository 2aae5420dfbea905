"""Whether a quote stands in a text: typography aside, word for word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimkit.rules.quotation import missing, nearest, plain

TEXT = plain(
    "The council said: “The bridge — built in 1912 — won’t open before May.” In all, 112 people were hurt, 3.5 per cent "
    "of them badly. Café owners pro\u00adtested. 桥关闭了。"
)


@pytest.mark.parametrize(
    "quote",
    [
        "The bridge — built in 1912 — won’t open",
        "The bridge - built in\n 1912 – won't open",
        'said: "The bridge',
        "Cafe\u0301 owners protested",
        "The bridge … won't open before May.",
        "The council said ... 112 people [...] protested",
        "... 112 people were hurt (…)",
        "112 people were hurt. . .",
        "关闭",
        "per\u00a0cent",
    ],
)
def test_a_quote_stands_whatever_its_typography(quote: str) -> None:
    assert missing(quote, TEXT) == ""


@pytest.mark.parametrize(
    ("quote", "part"),
    [
        ("12 people were hurt", "12 people were hurt"),
        ("5 per cent", "5 per cent"),
        ("In all, 11", "In all, 11"),
        ("the council", "the council"),
        ("bridge built in 1912", "bridge built in 1912"),
        ("won't open … The council", "The council"),
        ("The council … was sorry … 112 people", "was sorry"),
        ("coun", "coun"),
        ("…", "…"),
        ("?!", "?!"),
    ],
)
def test_the_part_that_does_not_stand_is_given(quote: str, part: str) -> None:
    assert missing(quote, TEXT) == part


def test_the_nearest_words_are_whole_words_with_their_likeness() -> None:
    found = nearest("the bridge - built in 1921 - will not open", TEXT)
    assert found is not None
    assert found.words == "\"The bridge - built in 1912 - won't open"
    assert 70 <= found.likeness < 100


def test_part_of_a_number_is_near_and_not_the_same() -> None:
    found = nearest("12 people were hurt", TEXT)
    assert found is not None
    assert (found.words, found.likeness) == ("112 people were hurt,", 99)


@pytest.mark.parametrize("text", ["", TEXT])
def test_nothing_is_nearest_where_nothing_is_alike(text: str) -> None:
    assert nearest("xylophones quiz", text) is None


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_any_words_of_a_text_stand_in_it_when_they_end_where_words_do(before: str, quote: str, after: str) -> None:
    whole = plain(f"{before} {quote} {after}")
    part = plain(quote)
    if "." not in part and "…" not in part and any(character.isalnum() for character in part):
        assert missing(quote, whole) == "" or part not in whole
