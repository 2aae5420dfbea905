"""The words of the article that an annotation is about: one target, one source, several selectors.

Several targets would mean that the annotation holds for each of them alone (Web Annotation Data Model, 3.2.1), and
several selectors of one target are several descriptions of the same segment, of which a reader picks one (4.2). So a
claim of several stretches has one target with three descriptions of all its words: the stretches by position, together
(``Composite``, proposed in appendix D); the stretches by quotation, together; and, for readers who know no Composite,
the one stretch from the first word to the last, which is less precise. One stretch has the first two, plain.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimkit.export.jsonld import Node
from claimkit.model.spans import Anchor


def on(source: str, anchors: Sequence[Anchor]) -> Node | str:
    """The target that is these words of ``source``; the source as a whole where there are none."""
    if not anchors:
        return source
    return {"type": "SpecificResource", "source": source, "selector": _selectors(anchors)}


def quotation(anchor: Anchor) -> Node:
    """The words with what stands before and after them."""
    context = {"prefix": anchor.prefix, "suffix": anchor.suffix}
    return {"type": "TextQuoteSelector", "exact": anchor.quote} | {key: text for key, text in context.items() if text}


def _selectors(anchors: Sequence[Anchor]) -> list[Node]:
    positions = [_position(anchor.start, anchor.end) for anchor in anchors]
    quotations = [quotation(anchor) for anchor in anchors]
    if len(anchors) == 1:
        return [*positions, *quotations]
    whole = _position(min(anchor.start for anchor in anchors), max(anchor.end for anchor in anchors))
    return [_together(positions), _together(quotations), whole]


def _together(selectors: list[Node]) -> Node:
    return {"type": "Composite", "items": selectors}


def _position(start: int, end: int) -> Node:
    """Code points of the text of record, half-open, as 4.2.5 counts."""
    return {"type": "TextPositionSelector", "start": start, "end": end}
