"""YAML front matter of Markdown: the plain ``key: value`` lines in it, without a YAML parser.

A full one would be a dependency, and an attack surface, for the sake of five keys. Lists, objects, anchors and block
texts are left out; the whole front matter goes from the text in any case.
"""

from __future__ import annotations

import re

from claimkit.articles import fields
from claimkit.model.article import Metadata

_KEY = re.compile(r"([A-Za-z][A-Za-z0-9_ -]{0,60}):(?:[ \t]++(.*))?")
_INNER = re.compile(r"[ \t#-]")
"""How the other lines of a front matter begin: nested values, list items, comments."""

_NOT_PLAIN = tuple("[{|>&*!%@`#")
_COMMENT = re.compile(r"[ \t]#")


def divide(text: str) -> tuple[dict[str, str], str]:
    """The plain keys, in lower case, of the front matter, and the text after it; nothing and all of it without one.

    Front matter stands between ``---`` in the first line and the next ``---`` or ``...``; where a line between is none
    of YAML's, the first was a drawn line of the text.
    """
    lines = text.splitlines(keepends=True)
    if not lines or lines[0].rstrip() != "---":
        return {}, text
    values: dict[str, str] = {}
    for number, line in enumerate(lines[1:], start=2):
        content = line.rstrip()
        if content in {"---", "..."}:
            return values, "".join(lines[number:])
        if found := _KEY.fullmatch(content):
            values.setdefault(found[1].lower(), _scalar(found[2] or ""))
        elif content and not _INNER.match(content):
            break
    return {}, text


def metadata(front: dict[str, str], title: str) -> Metadata:
    """The metadata that the front matter gives; ``title`` where it gives none."""
    author = fields.field(front.get("author"))
    return Metadata(
        title=fields.field(front.get("title")) or fields.field(title),
        language=fields.language(front.get("lang") or front.get("language")),
        url=fields.url(front.get("url")),
        publisher=fields.field(front.get("publisher")),
        authors=(author,) if author else (),
        date_published=fields.date(front.get("date")),
    )


def _scalar(value: str) -> str:
    """A plain or quoted scalar on one line; empty for every other form."""
    value = value.strip()
    if value[:1] in {'"', "'"}:
        quote = value[0]
        closing = value.rfind(quote, 1)
        inner = value[1:closing]
        return "" if closing < 1 or "\\" in inner else inner.replace("''", "'") if quote == "'" else inner
    if value.startswith(_NOT_PLAIN):
        return ""
    comment = _COMMENT.search(value)
    return value[: comment.start()].rstrip() if comment else value
