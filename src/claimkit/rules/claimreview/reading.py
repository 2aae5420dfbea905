"""Reading an object that may be anything: values by path, all texts, all addresses."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any, TypeAlias

Node: TypeAlias = dict[str, Any]

_EXACT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))?", re.ASCII)
NUMBERS = ("worstRating", "ratingValue", "bestRating")


def exact(value: object) -> bool:
    """Whether ``value`` is a real date ``YYYY-MM-DD``, or a date and time with its zone as XML Schema writes it."""
    try:
        return isinstance(value, str) and bool(_EXACT.fullmatch(value) and datetime.fromisoformat(value))
    except ValueError:
        return False


def at(node: object, path: str) -> object:
    """The value at a path such as ``author.name``; None where there is none."""
    for key in path.split("."):
        node = node.get(key) if isinstance(node, dict) else None
    return node


def text_at(node: object, path: str) -> str:
    """The text at a path, trimmed; empty where there is none."""
    value = at(node, path)
    return value.strip() if isinstance(value, str) else ""


def listed(value: object) -> list[object]:
    """A value as a list: JSON-LD writes one value without one."""
    return value if isinstance(value, list) else [] if value is None else [value]


def leaves(node: object) -> list[tuple[str, object]]:
    """All values that hold no others, with their paths; an empty object or array is one of them."""
    found: list[tuple[str, object]] = []
    _gather(node, "", found)
    return found


def _gather(value: object, path: str, found: list[tuple[str, object]]) -> None:
    if isinstance(value, dict) and value:
        for key, item in value.items():
            _gather(item, f"{path}.{key}" if path else key, found)
    elif isinstance(value, list) and value:
        for item in value:
            _gather(item, path, found)
    else:
        found.append((path, value))


def own_names(node: Node) -> list[str]:
    """The names of a review and of the claim that it is about."""
    return [name for path in ("@id", "itemReviewed.@id") if (name := text_at(node, path))]


def page(url: str) -> str:
    """An address without its fragment."""
    return url.partition("#")[0]
