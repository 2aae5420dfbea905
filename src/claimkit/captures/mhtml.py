"""The page that an MHTML file holds (RFC 2557): what Chromium saves as a single file."""

from __future__ import annotations

import email
from email.message import Message

from claimkit.articles.formats import LOOK
from claimkit.captures.addresses import place
from claimkit.captures.payloads import Payload, typed
from claimkit.errors import SourceError

_SUFFIXES = (".mhtml", ".mht")


def is_mhtml(data: bytes, name: str) -> bool:
    """Whether it is one, by the name's suffix or its first lines."""
    start = data[:LOOK].lower()
    return name.lower().endswith(_SUFFIXES) or (b"\nmime-version:" in start and b"multipart/related" in start)


def page_at(url: str, data: bytes, name: str) -> Payload:
    """The page from ``url``, else the first one: the others are frames in it. Raises :class:`SourceError` for none."""
    parts = email.message_from_bytes(data).walk()
    pages = [part for part in parts if part.get_content_type() in {"text/html", "application/xhtml+xml"}]
    if not pages:
        raise SourceError("it holds no page", place=name)
    named = (part for part in pages if (found := place(_location(part))) and found == place(url))
    part = next(named, pages[0])
    body = part.get_payload(decode=True)
    return typed(body if isinstance(body, bytes) else b"", str(part.get("Content-Type", "")))


def _location(part: Message) -> str:
    return "".join(str(part.get("Content-Location", "")).split())
