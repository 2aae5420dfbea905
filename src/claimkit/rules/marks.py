"""What stands in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimkit.model.spans import Span

_CLOSING = {"“": "”", '"': '"', "«": "»", "„": "“"}
_OPENING = re.compile(f"[{''.join(_CLOSING)}]")


def quotations(text: str) -> Iterator[Span]:
    """The stretches between marks, without them, in code points of ``text``; none goes on in the next line.

    A mark that nothing closes is none, nor are those of its kind after it.
    """
    start = 0
    for line in text.split("\n"):
        yield from (Span(start=start + span.start, end=start + span.end) for span in _in_line(line))
        start += len(line) + 1


def _in_line(text: str) -> Iterator[Span]:
    at, unclosed = 0, ""
    while found := _OPENING.search(text, at):
        end = -1 if found[0] in unclosed else text.find(_CLOSING[found[0]], found.end())
        unclosed += found[0] if end < 0 and found[0] not in unclosed else ""
        if end >= 0:
            yield Span(start=found.end(), end=end)
        at = found.end() if end < 0 else end + 1
