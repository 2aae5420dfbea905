"""Sentences that end in a colon, and the items in the blocks after them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimkit.model.vocabulary import NoClaim
from claimkit.splitting.splitter import Splitting

SplitText = Callable[[str], Splitting]

LISTS = {
    "each item ends the sentence": (
        "The budget includes:\n$312 million for police, up 7 percent\n$41 million for parks\nA new library",
        [
            "The budget includes $312 million for police, up 7 percent.",
            "The budget includes $41 million for parks.",
            "The budget includes a new library.",
        ],
        [None, None, None, None],
    ),
    "bullets and semicolons go": (
        "The mayor said the plan includes:\n• a new bridge; and\n• a park.",
        [
            "The mayor said the plan includes a new bridge.",
            "The mayor said the plan includes a park.",
            "The plan includes a new bridge.",
            "The plan includes a park.",
        ],
        [None, None, None],
    ),
    "a whole sentence before the colon stands alone": (
        "Three people were killed:\nAnna Berg, 34\nTom Hill, 19",
        ["Three people were killed."],
        [None, NoClaim.FRAGMENT, NoClaim.FRAGMENT],
    ),
    "a sentence that only points says nothing": (
        "The results are as follows:\n12 percent for the Greens",
        [],
        [NoClaim.FRAGMENT, NoClaim.FRAGMENT],
    ),
    "an opening without items says nothing": (
        "The budget includes:\nThe bridge was closed.",
        ["The bridge was closed."],
        [NoClaim.FRAGMENT, None],
    ),
}


@pytest.mark.parametrize(("text", "claims", "reasons"), LISTS.values(), ids=LISTS.keys())
def test_lists(split: SplitText, text: str, claims: list[str], reasons: list[NoClaim | None]) -> None:
    """An opening and its items are claims together, or fragments."""
    found = split(text)
    assert [claim.text for claim in found.claims] == claims
    assert [sentence.no_claim for sentence in found.sentences] == reasons


def test_a_joined_claim_rests_on_both(split: SplitText) -> None:
    """Its anchors are the opening's words and the item's."""
    claim = split("The budget includes:\n- A new library").claims[0]
    assert [anchor.quote for anchor in claim.anchors] == ["The budget includes", "A new library"]
    assert claim.proposed_by == "rule:list-item"
