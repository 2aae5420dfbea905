"""What stands before the first sentence of a block and is no part of it: a dateline, the number of a list item."""

from __future__ import annotations

import re

_AGENCY = r"\([A-Z][A-Za-z .&/-]{1,30}\)"
_PLACE = r"[A-Z][A-Z.’'/ -]{2,40}"
_MORE = r"(?:, [A-Z][\w. ]{1,30}){0,2}"
_DASH = r"(?:—|–|--|-)"
_DATELINE = re.compile(
    rf"(?:{_PLACE}{_MORE} ?{_AGENCY}|[A-Z][\w’' -]{{2,30}}{_MORE} {_AGENCY}|{_AGENCY}) ?{_DASH} +(?=[A-Z0-9\"“‘'])"
    rf"|(?:{_PLACE}){_MORE} ?(?:—|–|--) +(?=[A-Z0-9\"“‘'])"
)
_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)] +(?=[A-Z\"“‘'])")
MAX_OPENING = 120
"""Code points at the head of a block in which it is looked for."""


def opening_end(text: str, start: int, end: int) -> int:
    """Where the first sentence of the block begins: behind *WASHINGTON (AP) —* and *1.*; ``start`` without either."""
    for pattern in (_DATELINE, _NUMBER):
        found = pattern.match(text, start, min(end, start + MAX_OPENING))
        if found and found.end() < end:
            return found.end()
    return start
