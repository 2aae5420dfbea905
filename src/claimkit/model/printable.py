"""Text that others wrote, made harmless for a terminal and for whoever reads its lines."""

from __future__ import annotations

import re

# Control characters but tab (a line feed could forge a line of ours), and bidi controls, which reorder what is shown.
_HARMFUL = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """``text`` on one line, characters that could steer a terminal or forge a line shown as escapes."""
    return _HARMFUL.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
