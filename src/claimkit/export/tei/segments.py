"""The text cut up: blocks, and inside them the runs on which one constant set of spans lies. Plain data, no XML."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from claimkit.model.article import Structure
from claimkit.model.spans import Span, merged

XML_SPACE = " \t\r\n"
"""White space as XML has it (production 3). Anything else may not stand between blocks, no-break spaces among it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of text in an element of its own: ``p``, ``head`` (with its level), ``ab`` where nothing is known."""

    start: int
    end: int
    element: str
    level: int = 0


def blocks(text: str, structure: Structure) -> list[Block]:
    """The blocks in the order of the text; between them lies only XML's white space.

    Text that the article's structure leaves uncovered becomes a block too: none of it may be lost.
    """
    known = [Block(start=item.start, end=item.end, element="p") for item in structure.paragraphs]
    known += [Block(start=item.start, end=item.end, element="head", level=item.level) for item in structure.headings]
    result: list[Block] = []
    position = 0
    for block in sorted((block for block in known if block.start < block.end), key=lambda item: item.start):
        result += [*_between(text, position, block.start), block]
        position = block.end
    result += _between(text, position, len(text))
    return result or [Block(start=0, end=len(text), element="ab")]


def _between(text: str, start: int, end: int) -> Iterator[Block]:
    gap = text[start:end]
    if content := gap.strip(XML_SPACE):
        first = start + gap.index(content)
        yield Block(start=first, end=first + len(content), element="ab")


class Segments:
    """The runs of text on which one constant, non-empty set of layers lies, cut at the edges of blocks.

    A layer is all the spans of one thing (a claim, a cue). Making them takes time in proportion to the number of edges
    (and its logarithm), not to their product with the length of the text.
    """

    def __init__(self, text_blocks: list[Block], layers: Iterable[Iterable[Span]]) -> None:
        depth_change: Counter[int] = Counter()
        for layer in layers:
            for span in merged(list(layer)):
                depth_change[span.start] += 1
                depth_change[span.end] -= 1
        self.spans: list[Span] = list(_runs(text_blocks, depth_change))
        self._starts = [span.start for span in self.spans]

    def below(self, spans: Iterable[Span]) -> list[int]:
        """The indexes of the runs that a layer is made of; the white space between blocks is in none."""
        found: list[int] = []
        for span in merged(list(spans)):
            found += range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))
        return found

    def inside(self, block: Block) -> range:
        """The indexes of the runs in a block."""
        return range(bisect_left(self._starts, block.start), bisect_left(self._starts, block.end))


def _runs(text_blocks: list[Block], depth_change: Counter[int]) -> Iterator[Span]:
    starts = {block.start for block in text_blocks}
    ends = {block.end for block in text_blocks}
    edges = sorted({*depth_change, *starts, *ends})
    depth, inside = 0, False
    for edge, following in pairwise(edges):
        depth += depth_change[edge]
        inside = edge in starts or (inside and edge not in ends)
        if depth and inside:
            yield Span(start=edge, end=following)
