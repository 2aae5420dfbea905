"""The article as TEI: ``string(body)`` is the text of record, character for character."""

from __future__ import annotations

from lxml import etree

from claimkit.errors import RefusalError
from claimkit.export.tei.ids import Ids
from claimkit.export.tei.segments import Block, Segments
from claimkit.export.tei.xml import add, legal


def add_body(parent: etree._Element, text: str, text_blocks: list[Block], segments: Segments, ids: Ids) -> None:
    """Add the body: sections by the headings' levels, paragraphs, segs, and the article's own white space between.

    Raises :class:`RefusalError` when the text holds what XML cannot, or blocks overlap or leave the text.
    """
    legal(text, "text of record")
    body = add(parent, "body", xml_space="preserve")
    sections = [(0, body)]
    position = 0
    for number, block in enumerate(text_blocks, start=1):
        if block.level:
            while sections[-1][0] >= block.level:
                sections.pop()
        _append(sections[-1][1], text[position : block.start])
        if block.level:
            sections.append((block.level, add(sections[-1][1], "div", type="section", n=str(block.level))))
        name = "" if block.level else ids.of(("block", number), f"p{number}")
        _fill(add(sections[-1][1], block.element, xml_id=name), text, block, segments, ids)
        position = block.end
    _append(sections[-1][1], text[position:])
    if "".join(body.itertext()) != text:
        raise RefusalError("the article's blocks overlap or leave its text", remedy="split the article again")


def _fill(element: etree._Element, text: str, block: Block, segments: Segments, ids: Ids) -> None:
    position = block.start
    for index in segments.inside(block):
        span = segments.spans[index]
        _append(element, text[position : span.start])
        seg = add(element, "seg", xml_id=ids.of(("seg", index), f"s{index + 1}"))
        seg.text = text[span.start : span.end]
        position = span.end
    _append(element, text[position : block.end])


def _append(element: etree._Element, text: str) -> None:
    """Text at the end of ``element``: in lxml the tail of its last child, or its own text."""
    if not text:
        return
    last = next(element.iterchildren(reversed=True), None)  # len() would count them all, each time
    if last is not None:
        last.tail = (last.tail or "") + text
    else:
        element.text = (element.text or "") + text
