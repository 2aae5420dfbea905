"""Anchors in the next version of their text: found where two signals agree, refused where they do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimkit.annotations.reanchoring import Moved, Orphan, Revision, Signal
from claimkit.model.spans import Anchor

FIRE = "Police in Lahore said on Monday that 12 people died in the fire."
BRIDGE = "The bridge over the river was closed after the flood of last week."
MINISTER = "The minister told parliament that 12 people were still missing."
MAY = "He said the bridge would be opened again in May."
STORY = " ".join([FIRE, BRIDGE, MINISTER, MAY])
WIDE = "\n".join([FIRE, BRIDGE, MINISTER, MAY, "Nobody in the town had expected so much rain.", "Schools stay shut."])


def anchor(text: str, quote: str, within: str = "") -> Anchor:
    start = text.index(quote, text.index(within))
    return Anchor.at(text, start, start + len(quote))


def moved(old: str, new: str, quote: str, within: str = "") -> Moved:
    found = Revision(old, new).find(anchor(old, quote, within))
    assert isinstance(found, Moved), found
    assert found.anchor == Anchor.at(new, found.anchor.start, found.anchor.end)
    assert len(found.signals) >= 2
    return found


def orphan(old: str, new: str, quote: str, within: str = "") -> Orphan:
    found = Revision(old, new).find(anchor(old, quote, within))
    assert isinstance(found, Orphan), found
    assert found.anchor == anchor(old, quote, within)
    return found


def test_in_the_same_text_it_stays() -> None:
    assert moved(STORY, STORY, "was closed").anchor == anchor(STORY, "was closed")


def test_text_before_it_only_shifts_it() -> None:
    found = moved(STORY, f"Updated at noon. {STORY}", "12 people", MINISTER)
    assert (found.anchor.start, found.changed) == (anchor(STORY, "12 people", MINISTER).start + 17, False)


@pytest.mark.parametrize("quote", ["the bridge", "He", "said", "He said the bridge would be opened again in May"])
def test_it_moves_with_its_sentence(quote: str) -> None:
    new = " ".join([MAY, FIRE, BRIDGE, MINISTER])
    assert moved(STORY, new, quote, MAY).anchor.start == anchor(STORY, quote, MAY).start - STORY.index(MAY)


def test_a_number_that_changed_in_place_is_found_as_changed() -> None:
    new = STORY.replace("12 people died", "14 people died")
    found = moved(STORY, new, "12 people", FIRE)
    assert (found.anchor, found.changed) == (anchor(new, "14 people"), True)
    assert Signal.QUOTE not in found.signals


def test_a_number_that_is_gone_is_not_found_in_another_sentence() -> None:
    found = orphan(STORY, STORY.replace(FIRE + " ", ""), "12 people", FIRE)
    assert found.reason == "Its words are gone."
    assert found.best is not None
    assert found.best.anchor.quote == "12 people", "the minister's number is shown to a person, and not taken"


@pytest.mark.parametrize("quote", ["was closed", "closed", "was"])
def test_a_negation_in_it_or_beside_it_changes_it(quote: str) -> None:
    assert moved(STORY, STORY.replace("was closed", "was not closed"), quote, BRIDGE).changed


def test_a_negation_that_is_taken_away_changes_it() -> None:
    old = STORY.replace("was closed", "was not closed")
    assert moved(old, STORY, "closed", "The bridge").changed


def test_another_name_in_place_is_found_as_changed() -> None:
    new = STORY.replace("Lahore", "Karachi")
    assert moved(STORY, new, "Lahore").anchor == anchor(new, "Karachi")


def test_a_quote_that_is_reworded_is_found_with_its_edges() -> None:
    new = STORY.replace("was closed after the flood", "was shut down following the flood")
    found = moved(STORY, new, "The bridge over the river was closed after the flood")
    assert found.anchor.quote == "The bridge over the river was shut down following the flood"


def test_a_sentence_that_is_deleted_is_an_orphan_though_a_near_twin_stands_elsewhere() -> None:
    twin = FIRE.replace("Lahore", "Multan").replace("12", "15")
    old = "\n".join([STORY, "Nothing else was known at first.", twin])
    new = old.replace(FIRE + " ", "")
    for quote in ("Police in Lahore", "12 people died in the fire", "said", FIRE[:-1]):
        orphan(old, new, quote, FIRE)
    assert moved(old, new, "15 people").anchor == anchor(new, "15 people")


def test_a_near_twin_next_to_the_deleted_sentence_is_not_taken_for_it() -> None:
    twin = FIRE.replace("Lahore", "Multan").replace("12", "15")
    old = " ".join([BRIDGE, FIRE, twin, MAY])
    new = " ".join([BRIDGE, twin, MAY])
    for quote in ("Police", "said", "people died in the fire"):
        orphan(old, new, quote, FIRE)
        assert moved(old, new, quote, twin).anchor == anchor(new, quote, twin)


@pytest.mark.parametrize("quote", ["was closed", BRIDGE[:-1], "the river"])
def test_of_two_equal_neighbours_neither_is_taken(quote: str) -> None:
    found = orphan(STORY, STORY.replace(BRIDGE, f"{BRIDGE} {BRIDGE}"), quote, BRIDGE)
    assert found.best is not None
    assert found.best.anchor.quote == quote


@pytest.mark.parametrize("quote", ["was closed", BRIDGE[:-1], "the river"])
def test_where_one_of_two_equal_neighbours_is_deleted_both_are_orphans(quote: str) -> None:
    old = STORY.replace(BRIDGE, f"{BRIDGE} {BRIDGE}")
    second = old.index(BRIDGE, old.index(BRIDGE) + 1) + BRIDGE.index(quote)
    for place in (anchor(old, quote, BRIDGE), Anchor.at(old, second, second + len(quote))):
        found = Revision(old, STORY).find(place)
        assert isinstance(found, Orphan)
        assert found.reason == "The words found may as well be others of the old text."


def test_a_copy_far_away_does_not_draw_it() -> None:
    for new in (f"{WIDE}\n{BRIDGE}", f"{BRIDGE}\n{WIDE}"):
        start = new.index(WIDE) + anchor(WIDE, "was closed").start
        assert moved(WIDE, new, "was closed").anchor.start == start


def test_a_copy_elsewhere_does_not_draw_it_where_its_own_sentence_was_edited() -> None:
    new = WIDE.replace("of last week", "of last month") + "\n" + BRIDGE
    found = Revision(WIDE, new).find(anchor(WIDE, "was closed"))
    assert isinstance(found, Orphan) or found.anchor == anchor(new, "was closed")


def test_another_sentence_in_its_place_is_not_taken_for_it() -> None:
    other = "Farmers of the region asked the state for money."
    for quote in (BRIDGE[:-1], "The bridge", "was closed", "of last week"):
        reason = orphan(STORY, STORY.replace(BRIDGE, other), quote, BRIDGE).reason
        assert reason in {"Its words are gone.", "Its words changed, and so did too much around them."}


def test_a_phrase_that_another_sentence_has_too_does_not_draw_it() -> None:
    old = f"{STORY} Rain goes on, according to a statement from the Ministry of Health in the capital."
    new = f"{STORY} Two hospitals opened, according to a statement from the Ministry of Health on Sunday."
    far = new.replace(STORY, "").strip() + " " + STORY
    for quote in ("the Ministry of Health", "a statement", "according to a statement from the Ministry of Health"):
        assert orphan(old, far, quote).reason == "Its words stand there, but too little around them does."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('He said: "It was closed, wasn\'t it, after the great flood."', "He said: “It was closed, wasn’t it, after the great flood.”"),
        (STORY, STORY.replace(" ", "\r\n")),
        (STORY, STORY.replace(" ", "  ")),
        (STORY, STORY.replace("flood", "fl\u00adood").replace("river", "\u200eriver")),
    ],
    ids=["typographic quotation marks", "CRLF", "double spaces", "soft hyphen and bidirectional mark"],
)  # fmt: skip
def test_typography_and_white_space_change_nothing(old: str, new: str) -> None:
    assert not moved(old, new, "was closed").changed
    start = old.index("was closed")
    whole = Revision(old, new).find(Anchor.at(old, start, len(old)))
    assert isinstance(whole, Moved)
    assert not whole.changed


def test_composed_and_decomposed_letters_are_the_same_also_in_the_middle_of_a_word() -> None:
    old, new = STORY.replace("Lahore", "Lahoré"), STORY.replace("Lahore", "Lahore\u0301")
    assert not moved(old, new, "Lahoré").changed
    assert moved(old, new, "horé").anchor.quote == "hore\u0301"
    assert moved(new, old, "Lah").anchor.quote == "Lah"


@pytest.mark.parametrize("quote", ["ridg", "e over the riv", "1", "r", "🔥"])
def test_it_may_begin_and_end_inside_of_a_word(quote: str) -> None:
    old = STORY.replace("the fire", "the 🔥 fire")
    new = f"👩🏽‍🚒 Updated. {old}"
    found = moved(old, new, quote)
    assert found.anchor.start == anchor(old, quote).start + len(new) - len(old)


def test_inside_of_a_word_that_changed_it_is_an_orphan() -> None:
    found = orphan(STORY, STORY.replace("Lahore", "Karachi"), "ahor")
    assert found.reason == "It begins or ends inside of a word that changed."


def test_right_to_left_text_is_found() -> None:
    old = "قال الوزير إن 12 شخصا ماتوا في الحريق يوم الاثنين. أغلق الجسر بعد الفيضان الكبير في المدينة."
    assert moved(old, "تحديث جديد للخبر. " + old, "12 شخصا").anchor.quote == "12 شخصا"


def test_white_space_has_no_place_of_its_own() -> None:
    found = Revision(STORY, "x" + STORY).find(anchor(STORY, " "))
    assert isinstance(found, Orphan)
    assert found.best is None


@pytest.mark.parametrize("new", ["", " \n", "Something else."])
def test_in_a_text_that_has_nothing_of_it_it_is_an_orphan_with_a_reason(new: str) -> None:
    found = orphan(STORY, new, "12 people")
    assert found.best is None
    assert found.reason.endswith(".")


def test_an_orphan_has_the_words_most_like_its_own() -> None:
    new = STORY.replace(FIRE, "Rescuers counted 14 people who had died in a fire, it was told.")
    found = orphan(STORY, new, "12 people died in the fire")
    assert found.best is not None
    assert "people" in found.best.anchor.quote
    assert 0 < found.best.similarity < 1


def test_a_quote_that_does_not_stand_at_its_offsets_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"does not stand at 0\.\.3"):
        Revision(STORY, STORY).find(Anchor(start=0, end=3, quote="xyz"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("word " * 100_000, "word " * 99_999),
        ("a b " * 50_000, "b a " * 50_000),
        (" ".join(map(str, range(100_000))), " ".join(map(str, range(100_000, 0, -1)))),
        ("!" * 200_000, "?" * 200_000),
        ("a" + "\u0301" * 100_000, "a" + "\u0301" * 99_999),
    ],
    ids=["one word", "two words", "turned round", "no words", "combining marks"],
)
def test_texts_made_to_take_long_are_refused_soon(old: str, new: str) -> None:
    revision = Revision(old, new)
    for start in range(0, len(old) - 9, len(old) // 9):
        assert isinstance(revision.find(Anchor.at(old, start, start + 5)), Orphan | Moved)


SENTENCES = [FIRE, BRIDGE, MINISTER, MAY, FIRE.replace("12", "15"), "He said so.", "Yes.", "“No,” she said."]
INSERTED = [*SENTENCES, "Rain is expected.", "Said he:", "12 people", BRIDGE.replace("was", "was not"), "\r\n", "🔥 …"]


@given(st.data())
def test_where_text_is_only_put_in_between_sentences_it_is_found_or_refused_but_never_wrong(
    data: st.DataObject,
) -> None:
    sentences = data.draw(st.permutations(SENTENCES))
    put_in = [data.draw(st.lists(st.sampled_from(["Rain is expected.", "Said he:", "🔥 …", "Two roads are shut."]), max_size=2)) for _ in sentences]  # fmt: skip
    old = " ".join(sentences)
    new = " ".join(" ".join([*before, sentence]) for before, sentence in zip(put_in, sentences, strict=True))
    number = data.draw(st.integers(0, len(sentences) - 1))
    start = data.draw(st.integers(0, len(sentences[number]) - 1))
    end = data.draw(st.integers(start + 1, len(sentences[number])))
    at = sum(len(sentence) + 1 for sentence in sentences[:number])
    shift = sum(len(text) + 1 for texts in put_in[: number + 1] for text in texts)
    found = Revision(old, new).find(Anchor.at(old, at + start, at + end))
    if isinstance(found, Moved):
        assert (found.anchor.start, found.anchor.end) == (at + start + shift, at + end + shift)


@given(st.lists(st.sampled_from(INSERTED), max_size=8), st.lists(st.sampled_from(INSERTED), max_size=8), st.data())
def test_whatever_the_texts_what_is_found_stands_in_the_new_one(
    one: list[str], other: list[str], data: st.DataObject
) -> None:
    old, new = " ".join(["x", *one]), " ".join(other)
    start = data.draw(st.integers(0, len(old) - 1))
    given_anchor = Anchor.at(old, start, data.draw(st.integers(start + 1, len(old))))
    found = Revision(old, new).find(given_anchor)
    assert found == Revision(old, new).find(given_anchor)
    if isinstance(found, Moved):
        assert found.anchor.stands_in(new)
        assert len(found.signals) >= 2
    elif found.best:
        assert found.best.anchor.stands_in(new)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_characters_may_stand_in_the_texts(old: str, new: str) -> None:
    for text in (new, new + old, old + new, old):
        if old:
            found = Revision(old, text).find(Anchor.at(old, 0, len(old)))
            assert isinstance(found, Orphan) or found.anchor.stands_in(text)
