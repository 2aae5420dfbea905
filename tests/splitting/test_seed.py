"""The seed article: its claims, pinned after they were read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from claimkit.model.article import Heading, Structure
from claimkit.model.spans import Span
from claimkit.model.vocabulary import Granularity
from claimkit.splitting.benchmark import record
from claimkit.splitting.splitter import split_article

if TYPE_CHECKING:
    from pytest_regressions.file_regression import FileRegressionFixture
    from spacy.language import Language

SEED = Path(__file__).parents[2] / "seeds" / "us-reaffirms-support-for-india.txt"
MAX_HEADING = 60


def structure(text: str) -> Structure:
    headings, spans, start = [], [], 0
    for line in text.split("\n"):
        if line and len(line) < MAX_HEADING:
            headings.append(Heading(start=start, end=start + len(line), level=2))
        elif line:
            spans.append(Span(start=start, end=start + len(line)))
        start += len(line) + 1
    return Structure(headings=tuple(headings), paragraphs=tuple(spans))


def test_the_seed_article(nlp: Language, file_regression: FileRegressionFixture) -> None:
    """Each sentence with its claims, who says them, and the rule that made them."""
    text = SEED.read_text(encoding="utf-8")
    found = split_article(text, structure(text), nlp)
    lines = []
    for sentence in found.sentences:
        lines.append(f"{text[sentence.start : sentence.end]} [{sentence.no_claim or 'claims'}]")
        for claim in found.claims:
            if sentence.span.contains(claim.anchors[0]):
                chain = " > ".join(link.source.name for link in claim.attribution) or "the writer"
                lines.append(f"    {claim.text} [{chain}; {claim.kind}; {claim.proposed_by}]")
    file_regression.check("\n".join(lines) + "\n", encoding="utf-8", basename="seed")


def test_a_benchmark_record_has_bare_spans(nlp: Language) -> None:
    """The interface of the benchmarks: spans, and the innermost attribution."""
    text = "Anna Berg said that the bridge was closed."
    made = record("7", text, Structure(paragraphs=(Span(start=0, end=len(text)),)), nlp, Granularity.COARSE)
    assert made["id"] == "7"
    worth = made["claims"][1].pop("checkworthy")
    assert 0 <= worth <= 1
    assert made["claims"][1] == {
        "text": "The bridge was closed.",
        "spans": [[20, 41]],
        "attribution": {"source": [0, 9], "cue": [10, 14], "content": [[15, 41]]},
    }
