"""Shortened addresses."""

from __future__ import annotations

from urllib.parse import urlsplit

SHORTENERS = frozenset(
    [
        "bit.ly",
        "buff.ly",
        "cutt.ly",
        "dlvr.it",
        "fb.me",
        "goo.gl",
        "is.gd",
        "j.mp",
        "lnkd.in",
        "ow.ly",
        "rb.gy",
        "rebrand.ly",
        "shorturl.at",
        "t.co",
        "t.ly",
        "tiny.cc",
        "tinyurl.com",
        "trib.al",
        "v.gd",
    ]
)
"""Hosts whose addresses lead to others: an address of theirs is gone when they are."""


def shortener(url: str) -> bool:
    """Whether an address is a shortened one."""
    if not url.startswith(("http://", "https://")):
        return False
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    return host.removeprefix("www.") in SHORTENERS
