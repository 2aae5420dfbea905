"""What a page may be made of, checked in one linear pass before a tree is built or anything slow looks at it."""

from __future__ import annotations

from typing import Any

from lxml import etree

from claimkit.errors import SourceError

MAX_BYTES = 10_000_000
"""Bytes of a page. The largest news pages have some two million, most of them scripts."""

MAX_ELEMENTS = 50_000
"""Elements of a page, which trafilatura works through in some three seconds."""

MAX_ATTRIBUTES = 1_000
"""Attributes of one element; building a tree takes quadratic time for them."""

MAX_CROWDING = 25_000_000
"""Phrases and headings side by side, squared and summed: trafilatura takes quadratic time, here one to four seconds."""

MAX_SHOWN_ELEMENTS = 500_000
"""Elements of a page of which only the words are wanted, which takes linear time: some three seconds."""

GIVE_TEXT = "give the article's text as a .txt file"

# fmt: off
PHRASES = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "ins", "kbd",
    "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var",
))
"""The elements that stand within a line, so that words run on through their ends."""
# fmt: on

_CROWDING = PHRASES | {"h1", "h2", "h3", "h4", "h5", "h6"}


class _Count:
    """A target of lxml's parser, which calls it for each element in the order of the page."""

    def __init__(self) -> None:
        self.elements = 0
        self.attributes = 0
        self.crowding = 0
        self.phrases = 0
        self._open = [0]

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        self.attributes = max(self.attributes, len(attributes))
        if tag in _CROWDING:
            self._open[-1] += 1
        self._open.append(0)

    def end(self, _tag: str) -> None:
        if len(self._open) > 1:
            self._close()

    def close(self) -> _Count:
        while self._open:
            self._close()
        return self

    def _close(self) -> None:
        phrases = self._open.pop()
        self.crowding += phrases * phrases
        self.phrases = max(self.phrases, phrases)


def refuse_large(data: bytes, name: str) -> None:
    """Raise :class:`SourceError` for a page of more than ``MAX_BYTES``."""
    if len(data) > MAX_BYTES:
        _refuse(f"the page has {len(data):,} bytes, and the limit is {MAX_BYTES:,}", name)


def refuse_crowded(page: bytes, name: str, *, shown_only: bool = False) -> None:
    """Raise :class:`SourceError` for a page, in UTF-8, that has more elements or attributes than an article needs.

    ``shown_only``: only its words are wanted, so that it may have ten times as many, side by side too.
    """
    count = _Count()
    target: Any = count  # lxml's stubs ask for methods that lxml does not
    etree.fromstring(page, etree.HTMLParser(target=target, encoding="utf-8"))
    elements = MAX_SHOWN_ELEMENTS if shown_only else MAX_ELEMENTS
    if count.elements > elements:
        _refuse(f"the page has {count.elements:,} elements, and the limit is {elements:,}", name)
    if count.attributes > MAX_ATTRIBUTES:
        _refuse(f"an element has {count.attributes:,} attributes, and the limit is {MAX_ATTRIBUTES:,}", name)
    if count.crowding > MAX_CROWDING and not shown_only:
        _refuse(f"too many links, phrases or headings stand side by side, up to {count.phrases:,} in one place", name)


def _refuse(what: str, name: str) -> None:
    raise SourceError(what, place=name, remedy=GIVE_TEXT)
