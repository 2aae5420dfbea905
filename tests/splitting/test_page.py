"""docs/splitting.md is true: each example is what the splitter makes of its sentence."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimkit.model.article import Structure
from claimkit.model.claim import Claim
from claimkit.model.spans import Span
from claimkit.model.vocabulary import Granularity
from claimkit.splitting.splitter import split_article

if TYPE_CHECKING:
    from spacy.language import Language

PAGE = Path(__file__).parents[2] / "docs" / "splitting.md"
EXAMPLES = re.findall(r"^```claims *(\w*)\n([^\n]*)\n(.*?)^```", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)


def shown(claim: Claim) -> str:
    """The claim with who makes it and what it tells of."""
    voices = [" > ".join(link.source.name for link in claim.voices)]
    told = [f"tells of {link.source.name}" for link in claim.attribution if claim.reports(link)]
    return " | ".join([f"- {claim.text}", *filter(None, voices), *told])


@pytest.mark.parametrize(("granularity", "sentence", "claims"), EXAMPLES, ids=[example[1] for example in EXAMPLES])
def test_examples(nlp: Language, granularity: str, sentence: str, claims: str) -> None:
    structure = Structure(paragraphs=(Span(start=0, end=len(sentence)),))
    found = split_article(sentence, structure, nlp, granularity=Granularity(granularity or "coarse"))
    assert [shown(claim) for claim in found.claims] == claims.splitlines()


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 8
