"""The tree that trafilatura gives (its own names, after TEI) to blocks."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from claimkit.articles.blocks import Block, one_line

# Names of trafilatura 2, xml.py and settings.py.
_HEADING = "head"
_ROW = "row"
_BREAK = "lb"
_PARAGRAPHS = frozenset({"p", "item", "quote", "list", "table", "cell", "div", "body", "fw", "ab"})
_LEFT_OUT = frozenset({"graphic", "code", "formula", "media", "del"})


def blocks(body: _Element) -> Iterator[Block]:
    """Headings with their level, and every other run of words between two block elements, in order.

    A single line break within a paragraph is a space; two in a row, as old pages have them, part two paragraphs.
    """
    words: list[str] = []
    for event in _events(body):
        if isinstance(event, Block) or event is None:
            yield from _paragraphs(words)
            words = []
        if isinstance(event, Block):
            yield event
        elif event is not None:
            words.append(event)
    yield from _paragraphs(words)


def _paragraphs(words: list[str]) -> Iterator[Block]:
    for part in "".join(words).split("\n\n"):
        if text := one_line(part):
            yield Block(text=text)


def _events(element: _Element) -> Iterator[Block | str | None]:
    """In the order of the page: words, whole blocks, and None where a paragraph begins or ends."""
    if element.tag == _HEADING:
        yield Block(text=one_line(_text(element)), level=_level(element.get("rend") or ""))
    elif element.tag == _ROW:
        yield Block(text="\t".join(one_line(_text(cell)) for cell in element).strip())
    elif element.tag == _BREAK:
        yield "\n"
    elif element.tag not in _LEFT_OUT:
        is_block = element.tag in _PARAGRAPHS
        if is_block:
            yield None
        yield _flat(element.text)
        for child in element:
            yield from _events(child)
            yield _flat(child.tail)
        if is_block:
            yield None


def _text(element: _Element) -> str:
    """The words in an element that is one block, parts that stand on lines of their own kept apart."""
    return " ".join(event.text if isinstance(event, Block) else event or " " for event in _inside(element))


def _inside(element: _Element) -> Iterator[Block | str | None]:
    yield _flat(element.text)
    for child in element:
        yield from _events(child)
        yield _flat(child.tail)


def _flat(text: str | None) -> str:
    """Text of the page, in which a line end is a space: only a break element ends a line."""
    return (text or "").replace("\r", " ").replace("\n", " ")


def _level(rend: str) -> int:
    """The level of ``h1`` to ``h6``; 2, as of a section, where the page gave none."""
    return int(rend[1]) if len(rend) == 2 and rend[0] == "h" and rend[1] in "123456" else 2
