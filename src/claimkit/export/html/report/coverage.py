"""What became of each sentence of an article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claimkit.export.html.report.charts import Bar, Count, bars
from claimkit.model.article import Article, Sentence
from claimkit.rules.standing import Standing, State

PUBLISHED, CLAIMED, NOTHING = "a published claim", "a claim", "no claim, and no reason why"

_TONES = {PUBLISHED: "true", CLAIMED: "mostly-true", NOTHING: "false"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A sentence in the picture of the article: its column and row, from 0."""

    x: int
    y: int
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The sentences one by one, and counted by what became of them."""

    cells: tuple[Cell, ...]
    bars: tuple[Bar, ...]
    columns: int
    rows: int


COLUMNS = 40


def coverage(article: Article, standings: Iterable[Standing]) -> Coverage:
    """What became of the sentences: a claim, a reason why there is none, or nothing."""
    kept = [item for item in standings if item.state not in {State.REJECTED, State.ORPHANED}]
    fates = [_fate(sentence, kept) for sentence in article.sentences]
    order = [PUBLISHED, CLAIMED, *sorted({fate for fate in fates if fate not in _TONES}), NOTHING]
    cells = tuple(
        Cell(x=index % COLUMNS, y=index // COLUMNS, tone=_TONES.get(fate, "off")) for index, fate in enumerate(fates)
    )
    return Coverage(
        cells=cells,
        bars=bars(Count(label=fate, count=fates.count(fate), tone=_TONES.get(fate, "off")) for fate in order),
        columns=min(COLUMNS, len(cells)),
        rows=max((cell.y + 1 for cell in cells), default=0),
    )


def _fate(sentence: Sentence, kept: list[Standing]) -> str:
    bearing = [item for item in kept if any(sentence.span.overlaps(anchor) for anchor in item.claim.anchors)]
    if any(item.publication for item in bearing):
        return PUBLISHED
    if bearing:
        return CLAIMED
    return f"no claim: {sentence.no_claim}" if sentence.no_claim else NOTHING
