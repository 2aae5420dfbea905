"""What the importers of spans share: units of offsets, labels, people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimkit.errors import DataError
from claimkit.imports.spans.addresses import unwrapped
from claimkit.imports.spans.labels import is_speaker, is_verdict, marking
from claimkit.imports.spans.offsets import Budget, Text
from claimkit.imports.spans.people import account, person
from claimkit.imports.spans.reading import values
from claimkit.imports.spans.values import Value
from claimkit.model.review import Reviewer

LETTERS = st.sampled_from(
    [
        "a",
        "\u00e9",
        "e\u0301",
        "\u0301",
        "\uffff",
        "\U00010000",
        "\U0001f1ee\U0001f1f3",
        "\U0001f468\u200d\U0001f692",
        "\r\n",
    ]
)


@given(st.lists(LETTERS).map("".join), st.integers(-3, 60))
def test_utf16_offsets_become_code_points_but_for_those_within_a_character(text: str, offset: int) -> None:
    """Asked of the encoding itself: an offset is one where what is before it is whole characters."""
    encoded = text.encode("utf-16-le")
    try:
        expected = len(encoded[: 2 * offset].decode("utf-16-le")) if 0 <= 2 * offset <= len(encoded) else None
    except UnicodeDecodeError:
        expected = None
    assert Text(text, Budget("x")).utf16(offset) == expected


def test_words_are_found_near_a_place_where_they_stand_once() -> None:
    text = Text("one two three two", Budget("x"))
    assert text.near("three", 0) == (8, 13)
    assert text.near("two", 0) is None, "twice is not known"
    assert text.near("", 3) is None
    assert Text("x" * 5000 + "word", Budget("x")).near("word", 0) is None, "that far away it may be another one"


@pytest.mark.parametrize(
    ("label", "verdict", "speaker"),
    [
        ("Mostly-True", True, False), ("PantsOnFire", True, False), ("not_enough_info", True, False), ("SUPPORTS", True, False),
        ("Conflicting Evidence/Cherrypicking", True, False), ("half true", True, False), ("politics", False, False),
        ("AttributionSource", False, True), ("speaker_1", False, True), ("Resources", False, False), ("Claimant", False, True),
    ],
)  # fmt: skip
def test_labels_are_read_as_words(label: str, verdict: bool, speaker: bool) -> None:
    assert (is_verdict(label), is_speaker(label)) == (verdict, speaker)


def test_labels_with_claim_in_them_mark_claims_but_for_those_that_deny_it_or_name_a_speaker() -> None:
    seen = ["MainClaim", "subclaim", "CLAIM", "non-claim", "NoClaim", "not a claim", "Claimant", "Person"]
    assert marking(seen, (), "x") == {"MainClaim", "subclaim", "CLAIM"}
    with pytest.raises(DataError, match="has the label 'a' or 'b'"):
        marking(seen, ("a", "b"), "x")


@pytest.mark.parametrize(
    ("raw", "reviewer"),
    [
        (None, None), ("", None), ({}, None), (7, Reviewer(id="annotator-7")), (-7, Reviewer(id="annotator-7")),
        ("ada", Reviewer(id="ada")), ({"id": 3}, Reviewer(id="annotator-3")),
        ({"username": "ben", "first_name": "Ben", "last_name": "Ek"}, Reviewer(id="ben", name="Ben Ek")),
    ],
)  # fmt: skip
def test_users_become_reviewers(raw: object, reviewer: Reviewer | None) -> None:
    assert account(Value(raw=raw, place="x")) == reviewer


def test_two_people_have_two_ids_and_no_mail_address_is_shown() -> None:
    people = [
        person(name)
        for name in ("ada@one.example", "ada@two.example", "Åda", "Ada Ek", "\u738b", "\u674e", "x" * 90, "x" * 91)
    ]
    assert len({one.id for one in people}) == len(people)
    assert all(len(one.id) <= 64 for one in people)
    assert not any("@" in one.name or "example" in one.id for one in people)


def test_an_archived_copy_tells_the_page() -> None:
    copy = "https://web.archive.org/web/20200101000000/http://e.example/a?b=c"
    assert unwrapped(copy) == ("http://e.example/a?b=c", copy)
    assert unwrapped("https://e.example/") == ("https://e.example/", "")
    assert unwrapped("javascript:alert(1)") == unwrapped(None) == unwrapped("https://u@e.example/") == ("", "")


def test_a_line_separator_within_a_text_ends_no_line() -> None:
    assert [one.raw for one in values('{"a": "\u2028"}\n{"a": "\x85"}'.encode(), "x")] == [
        {"a": "\u2028"},
        {"a": "\x85"},
    ]
