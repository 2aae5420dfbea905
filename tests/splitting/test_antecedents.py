"""Whom *he* and *she* stand for, and where that is left open; names take the place of pronouns in claims."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimkit.splitting.splitter import Splitting

SplitText = Callable[[str], Splitting]

CASES = {
    "the subject of the sentence before": (
        "Mayor Helen Marsh opened the bridge. She thanked the builders.",
        ["Mayor Helen Marsh opened the bridge.", "Helen Marsh thanked the builders."],
    ),
    "the subject among several": (
        "Helen Marsh met Clara Stone in May. She left early.",
        ["Helen Marsh met Clara Stone in May.", "Helen Marsh left early."],
    ),
    "a possessive": (
        "Mayor Helen Marsh opened the bridge. Her deputy praised the builders.",
        ["Mayor Helen Marsh opened the bridge.", "Helen Marsh's deputy praised the builders."],
    ),
    "who says it, in what is said": (
        "Helen Marsh told reporters that she would run again.",
        ["Helen Marsh told reporters that she would run again.", "Helen Marsh would run again."],
    ),
    "the fullest name": (
        "Helen Marsh came to Leeds. Marsh spoke. She left at ten.",
        ["Helen Marsh came to Leeds.", "Marsh spoke.", "Helen Marsh left at ten."],
    ),
    "titles tell": (
        "Mr Reid met Mrs Stone. He left early.",
        ["Mr Reid met Mrs Stone.", "Reid left early."],
    ),
    "nobody with a name": (
        "A woman called the police. She had seen a man on the roof.",
        ["A woman called the police.", "She had seen a man on the roof."],
    ),
    "two who may be meant": (
        "The letter was sent by Ann Lee to Clara Stone. She left early.",
        ["The letter was sent by Ann Lee to Clara Stone.", "She left early."],
    ),
    "the object is not the subject": (
        "Tom Reid praised him.",
        ["Tom Reid praised him."],
    ),
    "too far back": (
        "Helen Marsh came. The bridge is old. The river is wide. The road is new. She left.",
        ["Helen Marsh came.", "The bridge is old.", "The river is wide.", "The road is new.", "She left."],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_pronouns(name: str, split: SplitText) -> None:
    """Each text gives these claims."""
    text, expected = CASES[name]
    assert [claim.text for claim in split(text).claims] == expected


def test_words_in_quotation_marks_stay(split: SplitText) -> None:
    """Nobody's words are altered."""
    for text in (
        'Helen Marsh came. Tom Reid said: "She is right."',
        'Helen Marsh came. "I know. She is right," Tom Reid said.',
        "Helen Marsh came. “I know. She is right,” Tom Reid said.",
    ):
        assert all("Helen Marsh is right" not in claim.text for claim in split(text).claims)


def test_the_antecedent_is_on_record(split: SplitText) -> None:
    """Its span in the text; the claim's own anchors keep the pronoun."""
    found = split("Mayor Helen Marsh opened the bridge. She thanked the builders.").claims[1]
    assert [anchor.quote for anchor in found.antecedents] == ["Helen Marsh"]
    assert [anchor.quote for anchor in found.anchors] == ["She thanked the builders"]
