"""Which characters a part of a pattern takes, and characters to try it on."""

from __future__ import annotations

import re
import re._constants as op  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Callable, Iterable, Iterator
from typing import Any

SAMPLES = "aAzZsS09_ -.!\"'\n\t\r\u00a0\u2028éß٣’\U0001f600\0"


def taker(kind: Any, value: Any, flags: int) -> Callable[[str], bool]:
    """Whether a position takes a character, as re itself says."""
    negated = kind is op.IN and value[0][0] is op.NEGATE
    items = value[1:] if negated else value
    known = re.compile(".", flags & re.DOTALL)

    def takes(char: str) -> bool:
        if kind is op.ANY:
            return known.match(char) is not None
        cases = {char, char.lower(), char.upper()} if flags & re.IGNORECASE else {char}
        if kind is op.LITERAL:
            return any(ord(case) == value for case in cases if len(case) == 1)
        if kind is op.NOT_LITERAL:
            return all(ord(case) != value for case in cases if len(case) == 1)
        return any(_is_in(case, items, flags) for case in cases if len(case) == 1) is not negated

    return takes


_CATEGORIES = {
    op.CATEGORY_DIGIT: r"\d", op.CATEGORY_NOT_DIGIT: r"\D", op.CATEGORY_SPACE: r"\s",
    op.CATEGORY_NOT_SPACE: r"\S", op.CATEGORY_WORD: r"\w", op.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip


def _is_in(char: str, items: Iterable[tuple[Any, Any]], flags: int) -> bool:
    for kind, value in items:
        if kind is op.LITERAL and ord(char) == value:
            return True
        if kind is op.RANGE and value[0] <= ord(char) <= value[1]:
            return True
        if kind is op.CATEGORY and re.match(_CATEGORIES[value], char, flags & re.ASCII):
            return True
    return False


def boundaries(node: Any) -> Iterator[str]:
    """Characters on both sides of each that a pattern names, so that sets that differ differ in one of them."""
    if isinstance(node, parser.SubPattern | list):
        for item in node:
            yield from boundaries(item)
    elif isinstance(node, tuple) and len(node) == 2 and node[0] in {op.LITERAL, op.NOT_LITERAL}:
        yield from (chr(code) for code in (node[1] - 1, node[1], node[1] + 1) if 0 <= code < 0x110000)
    elif isinstance(node, tuple) and len(node) == 2 and node[0] is op.RANGE:
        low, high = node[1]
        yield from (chr(code) for code in (low - 1, low, high, high + 1) if 0 <= code < 0x110000)
    elif isinstance(node, tuple):
        for item in node:
            yield from boundaries(item)
