"""The article's text, its blocks and its segs, out of body."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from claimkit.imports.tei.nodes import NS, XML_ID
from claimkit.model.article import Heading, Structure
from claimkit.model.spans import Span

_BLOCKS = {f"{NS}p", f"{NS}head", f"{NS}ab"}


@dataclass(slots=True, kw_only=True)
class Body:
    """``string(body)``, where each seg is in it, and the blocks: headings, paragraphs, and what is neither."""

    text: str = ""
    segs: dict[str, Span] = field(default_factory=dict)
    blocks: list[Span] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    paragraphs: list[Span] = field(default_factory=list)

    @property
    def structure(self) -> Structure:
        """The blocks that are known as such."""
        return Structure(headings=tuple(self.headings), paragraphs=tuple(self.paragraphs))


def read_body(body: etree._Element) -> Body:
    """The body's text with all positions in it, in code points, in one walk."""
    found, parts, length = Body(), [], 0
    starts: dict[etree._Element, int] = {}
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            starts[element] = length
            text = element.text
        else:
            _note(found, element, Span(start=starts.pop(element), end=length))
            text = None if element is body else element.tail
        if text:
            parts.append(text)
            length += len(text)
    found.text = "".join(parts)
    return found


def _note(found: Body, element: etree._Element, span: Span) -> None:
    if element.tag == f"{NS}seg":
        found.segs[str(element.get(XML_ID))] = span
    if element.tag in _BLOCKS:
        found.blocks.append(span)
    if element.tag == f"{NS}p":
        found.paragraphs.append(span)
    if element.tag == f"{NS}head":
        section = element.getparent()
        level = int(section.get("n", "1")) if section is not None else 1
        found.headings.append(Heading(start=span.start, end=span.end, level=level))
