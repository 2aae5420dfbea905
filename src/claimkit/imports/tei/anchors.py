"""Anchors out of segs: those that touch, or have only the white space between two blocks between them, are one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from claimkit.imports.tei.body import Body
from claimkit.imports.tei.nodes import content, each, offsets, pointers
from claimkit.model.spans import Anchor, Span


class Anchors:
    """What the pointers of one document mean."""

    def __init__(self, body: Body) -> None:
        self._body = body
        self._after = {one.end: other.start for one, other in zip(body.blocks, body.blocks[1:], strict=False)}

    def of(self, element: etree._Element) -> tuple[Anchor, ...]:
        """The anchors that an element's pointers to segs make together."""
        spans = (self._body.segs[name] for name in pointers(element))
        return tuple(Anchor.at(self._body.text, span.start, span.end) for span in self._joined(spans))

    def together(self, parent: etree._Element, kind: str, target: etree._Element | None = None) -> tuple[Anchor, ...]:
        """The anchors of a kind: as written where that is given, else those of its pointer, else of ``target``."""
        if written := as_written(parent, kind):
            return written
        pointer = next(each(parent, "ptr", kind), target)
        return () if pointer is None else self.of(pointer)

    def apart(self, parent: etree._Element, kind: str) -> tuple[Anchor, ...]:
        """The anchors of a kind, one for each reference."""
        written = as_written(parent, kind)
        return written or tuple(anchor for ref in each(parent, "ref", kind) for anchor in self.of(ref))

    def _joined(self, spans: Iterable[Span]) -> list[Span]:
        found: list[Span] = []
        for span in spans:
            if found and span.start in (found[-1].end, self._after.get(found[-1].end)):
                found[-1] = Span(start=found[-1].start, end=span.end)
            else:
                found.append(span)
        return found


def as_written(parent: etree._Element, kind: str) -> tuple[Anchor, ...]:
    """The anchors of a kind that stand with their offsets and their context."""
    return tuple(_written(each(parent, "ref", kind, "as-written")))


def _written(refs: Iterable[etree._Element]) -> Iterator[Anchor]:
    for ref in refs:
        start, end = offsets(ref)
        words = "".join(quote.text or "" for quote in each(ref, "quote") if not quote.get("type"))
        prefix, suffix = content(ref, "quote", "prefix"), content(ref, "quote", "suffix")
        yield Anchor(start=start, end=end, quote=words, prefix=prefix, suffix=suffix)
