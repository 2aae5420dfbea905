"""Addresses of pages as other tools give them, and what an archive's address says of the page that it keeps."""

from __future__ import annotations

import re

from claimkit.articles import fields

_HOST = re.compile(r"https?://[^\s/?#@:<>\"{}|\\^`\[\]]+(:[0-9]{1,5})?([/?][^\s#<>\"{}|\\^`]*)?(#[^\s#<>\"{}|\\^`]*)?")
_KEPT = re.compile(r"https?://web\.archive\.org/web/[0-9]{4,14}([a-z]{2}_)?/(?P<page>https?://.+)", re.ASCII)


def address(value: object) -> str:
    """An http or https address that our schemas allow; empty for another thing."""
    url = fields.url(value)
    return url if _HOST.fullmatch(url) else ""


def unwrapped(value: object) -> tuple[str, str]:
    """The page, and its archived copy where the address is that of a copy in the Wayback Machine; both may be empty."""
    url = address(value)
    kept = _KEPT.fullmatch(url)
    page = address(kept["page"]) if kept else ""
    return (page, url) if page else (url, "")
