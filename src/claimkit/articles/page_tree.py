"""A web page as a tree, and the words that it shows; nothing is fetched, and nothing is guessed."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from claimkit.articles.blocks import without_controls
from claimkit.articles.page_limits import GIVE_TEXT, PHRASES, refuse_crowded
from claimkit.errors import SourceError

NEVER_TEXT = ("script", "style", "template", "noscript", "svg", "math", "iframe", "object", "canvas")

_EMBEDDED = re.compile(r"""data:[^\s"'<>()]{1000,}""")
"""What a page that was saved as a single file holds of its pictures and fonts: more than the parser takes."""

_RUNS_ON = PHRASES | {"del", "label", "nobr", "strike", "wbr"}


def page_tree(text: str, name: str, *, shown_only: bool = False) -> HtmlElement:
    """The page as a tree, without the characters that no XML may have.

    Raises :class:`SourceError` for a page beyond the limits (see :mod:`claimkit.articles.page_limits`).
    """
    source = without_controls(text).encode("utf-8")
    refuse_crowded(source, name, shown_only=shown_only)
    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    page = document_fromstring(source, parser=parser)
    fatal = next((entry.message for entry in parser.error_log if entry.level >= etree.ErrorLevels.FATAL), None)
    if fatal is not None:
        deep = "depth" in fatal  # libxml2's other limit is on the bytes of one text or attribute
        what = "the page's elements are nested too deeply" if deep else "a text or attribute of the page is too long"
        raise SourceError(what, place=name, remedy=GIVE_TEXT)
    for element in page.iter():  # once more: character references may have brought new ones
        element.text = without_controls(element.text or "") or None
        element.tail = without_controls(element.tail or "") or None
    return page


def shown_text(text: str, name: str) -> str:
    """The title and all words of a page that a reader may come to see, blocks on lines of their own.

    What is folded in or faded out is there too: whether a reader saw it, the page alone does not tell. Raises
    :class:`SourceError` as :func:`page_tree` does.
    """
    page = page_tree(_EMBEDDED.sub("data:", text), name, shown_only=True)
    parts = [page.findtext(".//head/title") or "", "\n"]
    for root in (page, *page.itersiblings()):  # what stands after </html> is shown too, and is a root of its own here
        etree.strip_elements(root, "head", *NEVER_TEXT, with_tail=False)
        for event, element in etree.iterwalk(root, events=("start", "end")):
            if element.tag not in _RUNS_ON:
                parts.append("\n")
            parts.append((element.text if event == "start" else element.tail) or "")
    return "".join(parts)
