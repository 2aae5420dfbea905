"""The formats that an article may come in, and how one is told from another."""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePath

LOOK = 1024
"""Bytes at the start of a file in which a page must show itself. WHATWG's encoding sniffing looks as far."""


class Format(StrEnum):
    """What kind of file an article comes in."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"


_SUFFIXES = {
    ".txt": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
}

# A comment may stand before them, so they need not be the very first thing; an article in plain text that speaks of
# HTML tags would have to do so in its first kilobyte and write them out.
_PAGE_MARKS = (b"<!doctype html", b"<html>", b"<html ", b"<html\n", b"<html\r")


def guess(name: str, data: bytes) -> Format:
    """The format by the suffix of ``name``; for other names HTML if ``data`` begins as a page does, else text.

    Markdown is never guessed from the bytes: any text is Markdown too.
    """
    if known := _SUFFIXES.get(PurePath(name).suffix.lower()):
        return known
    start = data[:LOOK].replace(b"\0", b"").lower()  # in UTF-16 every other byte of a tag is NUL
    return Format.HTML if any(mark in start for mark in _PAGE_MARKS) else Format.TEXT
