"""Which addresses are one page: a capture may have the evidence's under another spelling."""

from __future__ import annotations

from typing import TypeAlias
from urllib.parse import unquote, urlsplit

Place: TypeAlias = tuple[str, int | None, str, str]

_PORTS = {"http": 80, "https": 443}


def place(url: str) -> Place | None:
    """What two spellings of an address have in common; None for what is no http or https address.

    Scheme, fragment, a final slash, the case of the host and the escaping of characters tell no pages apart.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in _PORTS or not parts.hostname:
        return None
    port = None if port == _PORTS[parts.scheme] else port
    return parts.hostname, port, unquote(parts.path).rstrip("/"), unquote(parts.query)
