"""The places of a JSON value, which is where anything that changes one begins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Place = tuple[Any, Any]
"""A list or an object, and an index or a key in it."""


def places(value: Any) -> Iterator[Place]:
    """Each place below ``value`` that holds another value."""
    stack = [value]
    while stack:
        holder = stack.pop()
        for key in list(holder) if isinstance(holder, dict) else range(len(holder)):
            yield holder, key
            if isinstance(holder[key], dict | list):
                stack.append(holder[key])
