"""Check-worthiness: figures, names and the past above wishes and courtesies, with reasons in words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from claimkit.splitting.tree import tree_of
from claimkit.splitting.worthiness import MAX_REASONS, SIGNS, WEIGHTS, signs_of, worthiness

if TYPE_CHECKING:
    from spacy.language import Language

    from claimkit.model.claim import CheckWorthiness


def worth(text: str, nlp: Language) -> CheckWorthiness:
    """That of a sentence."""
    tree = tree_of(nlp(text)[:], 0)
    return worthiness(tree.nodes if tree else ())


HIGH = (
    "Unemployment rose from 5 percent in 2019 to 8 percent in 2021.",
    "Senator Dole voted against the bill 17 times.",
    "The company cut 3,000 jobs in Ohio last year.",
)
LOW = ("I hope that you will all come.", "Thank you very much.", "We should do what is right.", "Would you like that?")


@pytest.mark.parametrize("text", HIGH)
def test_what_can_be_checked_scores_high(text: str, nlp: Language) -> None:
    """Figures, names, the past."""
    found = worth(text, nlp)
    assert found.score > 0.7
    assert any("it gives a number" in reason or "it tells what happened" in reason for reason in found.reasons)


@pytest.mark.parametrize("text", LOW)
def test_wishes_and_courtesies_score_low(text: str, nlp: Language) -> None:
    """What is wished, asked or said out of politeness."""
    assert worth(text, nlp).score < 0.2


def test_reasons_quote_the_claim(nlp: Language) -> None:
    """The weightiest first, each once, with its words; what speaks against it says so."""
    found = worth("I think the mayor cut 12 jobs.", nlp).reasons
    assert 0 < len(found) <= MAX_REASONS
    assert "it gives a number (“12”)" in found
    assert any(reason.startswith("less so: ") for reason in found)


def test_every_sign_has_a_weight() -> None:
    """The table that ships fits the signs."""
    weights = json.loads(WEIGHTS.read_text(encoding="utf-8"))["weights"]
    assert set(weights) == set(signs_of(()))
    assert len({sign.name for sign in SIGNS}) == len(SIGNS)


def test_no_tokens_are_worth_little() -> None:
    """Nothing at all is no error."""
    assert worthiness(()).score < 0.5
