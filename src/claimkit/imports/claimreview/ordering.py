"""The objects of a page's RDFa in an order, and under names, that the page alone decides.

RDF is a set: the library gives its objects and their values in an order that differs from run to run, and names at
random those that have none. Here they are sorted by what they say.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from claimkit.imports.claimreview.graph import is_blank

_DEEPEST = 8
"""Steps from an object that tell it from another one; an import follows five, to an appearance's publisher's name."""


def in_order(nodes: list[Any]) -> list[Any]:
    """The same objects and values, sorted; those without a name are called by what they say.

    Two that say the same are called alike. Nothing is lost by that: an import goes from an object to what it points to,
    never back.
    """
    looks = _looks(nodes)
    return [json.loads(text) for text in sorted(_text(node, looks) for node in nodes)]


def _looks(nodes: list[Any]) -> dict[str, str]:
    """What each object without a name says, with those that it points to, as a digest."""
    looks: dict[str, str] = {}
    for _ in range(_DEEPEST):
        known = len(set(looks.values()))
        looks = {node["@id"]: _digest(_text(node, looks)) for node in nodes if _is_blank(node)}
        if len(set(looks.values())) == known:
            break
    return looks


def _text(value: Any, names: Mapping[str, str], *, sequence: bool = False) -> str:
    """The value as JSON, with other names for what has none; only what stands in JSON-LD's own list is in sequence."""
    if isinstance(value, dict):
        named = value | {"@id": names.get(value["@id"], "_:")} if _is_blank(value) else value
        pairs = (f"{json.dumps(key)}:{_text(named[key], names, sequence=key == '@list')}" for key in sorted(named))
        return "{" + ",".join(pairs) + "}"
    if isinstance(value, list):
        items = [_text(item, names) for item in value]
        return "[" + ",".join(items if sequence else sorted(items)) + "]"
    return json.dumps(value)


def _digest(text: str) -> str:
    return "_:" + hashlib.sha256(text.encode("ascii")).hexdigest()


def _is_blank(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(name := value.get("@id"), str) and is_blank(name)
