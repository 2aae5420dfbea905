"""What old pages do with markup, put as trafilatura expects it: tables for columns, two breaks for a paragraph."""

from __future__ import annotations

from lxml import etree
from lxml.html import Element, HtmlElement

_BLOCKS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote", "hr", "div", "ul", "ol", "dl", "form")

LONG_CELL = 300
"""Code points; a cell with more is no datum but a column of the page."""


def unfold_tables(page: HtmlElement) -> None:
    """Make the layout tables of ``page`` divisions, in place: those without header cells whose cells hold blocks."""
    for table in [table for table in page.iter("table") if _is_layout(table)]:
        for part in [table, *_parts(table, "tbody", "tr", "td")]:
            part.tag = "div"


def _parts(table: HtmlElement, *names: str) -> list[HtmlElement]:
    """The sections, rows and cells of the table itself, not of tables within, that have one of these names."""
    found: list[HtmlElement] = []
    stack = list(table)
    while stack:
        part = stack.pop()
        if part.tag in names:
            found.append(part)
        if part.tag in {"thead", "tbody", "tfoot", "tr"}:
            stack.extend(part)
    return found


def part_paragraphs(page: HtmlElement) -> None:
    """Make paragraphs of what two line breaks in a row part, in place."""
    etree.strip_tags(page, "font", "center")
    parents = dict.fromkeys(second.getparent() for second in page.iter("br") if _is_second_break(second))
    for parent in parents:
        if parent is not None and parent.tag in {"p", "div", "td", "body"}:
            _divide(parent)


def _divide(parent: HtmlElement) -> None:
    """Put the words and phrases of ``parent`` into paragraphs, which breaks and the blocks among them part."""
    parts = [(child, _is_second_break(child)) for child in parent]
    if parent.tag == "p":
        parent.tag = "div"  # paragraphs do not nest
    paragraph = Element("p")
    paragraph.text, parent.text = parent.text, None
    parent.insert(0, paragraph)
    for child, parts_here in parts:
        if not parts_here and child.tag not in _BLOCKS:
            paragraph.append(child)  # with the words after it
            continue
        paragraph = Element("p")
        paragraph.text, child.tail = child.tail, None
        child.addnext(paragraph)


def _is_second_break(element: HtmlElement) -> bool:
    before = element.getprevious()
    return element.tag == "br" and before is not None and before.tag == "br" and not (before.tail or "").strip()


def _is_layout(table: HtmlElement) -> bool:
    if _parts(table, "th"):
        return False
    if any(block is not table for block in table.iter(*_BLOCKS)):
        return True
    return any(len(cell.text_content()) > LONG_CELL for cell in _parts(table, "td"))
