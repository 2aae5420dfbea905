"""Where each value of a JSON text stands: json.loads does not say, and a message must.

Only texts that :func:`json.loads` accepts come here, so the tokens need no checking again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"?|[{}\[\],:]|[^\s{}\[\],:"]+')

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of the text: its path from the root, its first token, and the offset of that token in code points."""

    path: Path
    token: str
    offset: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Where something stands: lines and columns from 1, in code points; the end is one past the last."""

    line: int
    column: int
    end_line: int
    end_column: int


def values(text: str) -> Iterator[Value]:
    """Every value, in the order of the text; a duplicate key gives the same path twice."""
    return (value for value, closed in _walk(text) if not closed)


def _walk(text: str) -> Iterator[tuple[Value, bool]]:
    """Every value as it begins, and every object and array once more as it ends, with the offset of its bracket."""
    path: list[str | int] = []
    awaiting_key = False
    for match in _TOKEN.finditer(text):
        token = match[0]
        if token == ":":
            awaiting_key = False
        elif token == ",":
            if isinstance(path[-1], int):
                path[-1] += 1
            else:
                awaiting_key = True
        elif token in "}]":
            path.pop()
            awaiting_key = False
            yield Value(path=tuple(path), token=token, offset=match.start()), True
        elif awaiting_key:
            path[-1] = json.loads(token)
        else:
            yield Value(path=tuple(path), token=token, offset=match.start()), False
            if token in "{[":
                path.append("" if token == "{" else 0)
                awaiting_key = token == "{"


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """The line and the column of an offset, both from 1, the column in code points."""
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


def locate(text: str, path: Path) -> Region:
    """Where the value at ``path`` stands, or its nearest ancestor that is there."""
    offsets = _offsets(text)
    while path not in offsets:
        path = path[:-1]
    start, end = offsets[path]
    (line, column), (end_line, end_column) = line_and_column(text, start), line_and_column(text, end)
    return Region(line=line, column=column, end_line=end_line, end_column=end_column)


@lru_cache(maxsize=4)  # a file with many findings is walked once
def _offsets(text: str) -> dict[Path, tuple[int, int]]:
    """Where each value begins, and one past its end."""
    found: dict[Path, tuple[int, int]] = {}
    for value, closed in _walk(text):
        start = found[value.path][0] if closed else value.offset
        found[value.path] = (start, value.offset + len(value.token))
    return found
