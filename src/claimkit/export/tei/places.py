"""Anchors as pointers to segs, and as written where segs cannot give them back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import pairwise

from lxml import etree

from claimkit.export.tei.ids import Ids
from claimkit.export.tei.segments import Block, Segments
from claimkit.export.tei.xml import add
from claimkit.model.spans import Anchor

AS_WRITTEN = "as-written"


class Places:
    """The segs of one document, by the text that they are made of."""

    def __init__(self, text: str, blocks: list[Block], segments: Segments, ids: Ids) -> None:
        self.ids = ids
        self._text, self._segments = text, segments
        self._starts = [block.start for block in blocks]
        self._ends = [block.end for block in blocks]

    def pointers(self, anchors: Iterable[Anchor]) -> str:
        """Pointers to the segs that the anchors are made of; empty where there is none."""
        spans = [anchor.span for anchor in anchors]
        return self.ids.to(*(("seg", index) for index in self._segments.below(spans)))

    def add(
        self, parent: etree._Element, kind: str, shown: tuple[Anchor, ...], written: tuple[Anchor, ...] | None = None
    ) -> None:
        """Add a pointer to all of ``shown``, which stand in the present text, and ``written`` where that is another."""
        standing = all(anchor.stands_in(self._text) for anchor in shown)
        if standing and (target := self.pointers(shown)):
            add(parent, "ptr", type=kind, target=target)
        self.as_written(parent, kind, shown, shown if written is None else written)

    def add_each(
        self, parent: etree._Element, kind: str, shown: tuple[Anchor, ...], written: tuple[Anchor, ...]
    ) -> None:
        """Add a reference with its words for each of ``shown``, and ``written`` where that is another."""
        for anchor in shown:
            add(parent, "ref", anchor.quote, type=kind, target=self.pointers((anchor,)))
        self.as_written(parent, kind, shown, written, apart=True)

    def as_written(
        self,
        parent: etree._Element,
        kind: str,
        shown: tuple[Anchor, ...],
        written: tuple[Anchor, ...],
        *,
        apart: bool = False,
    ) -> None:
        """Add ``written``, anchor by anchor with its offsets, unless the segs of ``shown`` give it back."""
        if shown != written or not (all(self._plain(one) for one in shown) if apart else self._normal(shown)):
            add_as_written(parent, kind, written)

    def _normal(self, anchors: tuple[Anchor, ...]) -> bool:
        """Whether segs give the anchors back: in order, with text in between, and each of them plain."""
        parted = all(
            first.end < second.start and not self._joined(first.end, second.start)
            for first, second in pairwise(anchors)
        )
        return parted and all(self._plain(anchor) for anchor in anchors)

    def _plain(self, anchor: Anchor) -> bool:
        """Whether the anchor stands in the text with its usual context, and no edge of it lies between blocks."""
        if not anchor.stands_in(self._text) or anchor != Anchor.at(self._text, anchor.start, anchor.end):
            return False
        return self._inside(anchor.start) and self._inside(anchor.end - 1)

    def _inside(self, offset: int) -> bool:
        block = bisect_right(self._starts, offset) - 1
        return block >= 0 and offset < self._ends[block]

    def _joined(self, end: int, start: int) -> bool:
        """Whether nothing but the white space between two blocks lies between the offsets."""
        block = bisect_right(self._starts, start) - 1
        return block > 0 and self._starts[block] == start and self._ends[block - 1] == end


def add_as_written(parent: etree._Element, kind: str, anchors: Iterable[Anchor]) -> None:
    """Add anchors as their file has them: ``@n`` is the offsets, and the context stands beside the words."""
    for anchor in anchors:
        ref = add(parent, "ref", type=kind, subtype=AS_WRITTEN, n=f"{anchor.start}-{anchor.end}")
        for part, text in (("prefix", anchor.prefix), ("", anchor.quote), ("suffix", anchor.suffix)):
            if text:
                add(ref, "quote", text, type=part)
