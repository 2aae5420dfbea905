"""The checked article with its claims marked: the sentences that bear them, or all of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from claimkit.export.tei.segments import Block, Segments, blocks
from claimkit.model.article import Article, Heading
from claimkit.model.spans import Anchor, Span, merged
from claimkit.model.vocabulary import Shown

GAP = "gap"
"""The kind of a run that stands for words left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Some words. ``claims`` are those that they bear, ``ends`` those whose words end here, by number.

    ``first`` are the claims whose first words these are: links back to the article arrive there.
    """

    text: str
    kind: str = ""
    claims: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    first: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph, or a heading, with its depth from 1 (a paragraph has 0)."""

    depth: int
    runs: tuple[Run, ...]


def passages(text: str, article: Article, anchors: Mapping[int, Sequence[Anchor]], how: Shown) -> tuple[Passage, ...]:
    """The article's text, with the anchors of claims by number marked, overlapping ones too.

    As an excerpt it has only the sentences that bear a claim; where the article has no sentences, only the words
    themselves. Each stretch left out is one gap.
    """
    spans = {number: merged([anchor.span for anchor in found]) for number, found in anchors.items()}
    whole = how is Shown.WHOLE
    kept = (Span(start=0, end=len(text)),) if whole else _bearing(article, spans)
    every = [block for block in blocks(text, article.structure) if whole or not block.level]
    cut = _Cut(text, Segments(every, [*spans.values(), kept]), spans, kept)
    depths = _depths(article.structure.headings)
    found = [Passage(depth=depths.get(block.start, 0), runs=tuple(cut.runs(block))) for block in every]
    result = [passage for passage in found if passage.runs]
    if result and cut.gap_before(len(text)):
        result[-1] = replace(result[-1], runs=(*result[-1].runs, Run(text="", kind=GAP)))
    return tuple(result)


def _bearing(article: Article, spans: Mapping[int, Sequence[Span]]) -> tuple[Span, ...]:
    """The sentences that the spans overlap, and the spans themselves."""
    wanted = merged([span for found in spans.values() for span in found])
    sentences = [item.span for item in article.sentences if any(item.span.overlaps(span) for span in wanted)]
    return merged([*sentences, *wanted])


def _depths(headings: Sequence[Heading]) -> dict[int, int]:
    """The depth of each heading by its start: its level, with no depth skipped."""
    above: list[int] = []
    found = {}
    for heading in sorted(headings, key=lambda item: item.start):
        while above and above[-1] >= heading.level:
            above.pop()
        above.append(heading.level)
        found[heading.start] = len(above)
    return found


class _Cut:
    """Walks the runs from the start of the text to its end, and knows how far it has shown it."""

    def __init__(
        self, text: str, segments: Segments, spans: Mapping[int, Sequence[Span]], kept: Sequence[Span]
    ) -> None:
        self._text = text
        self._segments = segments
        self._kept = set(segments.below(kept))
        self._claims: dict[int, list[int]] = {}
        self._ends: dict[int, list[int]] = {}
        self._first: dict[int, list[int]] = {}
        for number, found in spans.items():
            below = segments.below(found)
            for index in below:
                self._claims.setdefault(index, []).append(number)
            for index in below[:1]:
                self._first.setdefault(index, []).append(number)
            for span in found:
                for index in segments.below([span])[-1:]:
                    self._ends.setdefault(index, []).append(number)
        self._shown_to = 0

    def gap_before(self, place: int) -> bool:
        """Whether words were left out since the last ones shown."""
        return bool(self._text[self._shown_to : place].strip())

    def runs(self, block: Block) -> Iterator[Run]:
        """The runs of a block that are shown, each stretch left out before one as a gap."""
        for index in self._segments.inside(block):
            if index not in self._kept:
                continue
            span = self._segments.spans[index]
            if self.gap_before(span.start):
                yield Run(text="", kind=GAP)
            elif block.start < self._shown_to < span.start:
                yield Run(text=self._text[self._shown_to : span.start])
            yield Run(
                text=self._text[span.start : span.end],
                claims=tuple(self._claims.get(index, ())),
                ends=tuple(self._ends.get(index, ())),
                first=tuple(self._first.get(index, ())),
            )
            self._shown_to = span.end
