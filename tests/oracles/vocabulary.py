"""The schema.org vocabulary: which types there are, which properties they have, and what those may hold."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

PREFIX = "http://schema.org/"
TEXTS = frozenset({"Text", "URL"})
DATES = frozenset({"Date", "DateTime"})
NUMBERS = frozenset({"Number", "Integer", "Float"})


@dataclass(frozen=True)
class Property:
    """The types that have the property, and those that its values may be of."""

    domain: frozenset[str]
    range: frozenset[str]
    superseded: bool


@dataclass(frozen=True)
class Vocabulary:
    """All of it. ``parents`` are the direct superclasses of each type."""

    parents: dict[str, frozenset[str]]
    properties: dict[str, Property]

    def ancestors(self, kind: str) -> frozenset[str]:
        """The type with all types above it."""
        found, waiting = {kind}, [kind]
        while waiting:
            new = self.parents.get(waiting.pop(), frozenset()) - found
            found |= new
            waiting += new
        return frozenset(found)


@cache
def vocabulary(data: Path) -> Vocabulary:
    """The vocabulary as released, read once."""
    parents, properties = {}, {}
    graph = json.loads((data / "schemaorg" / "schemaorg-all-https.jsonld").read_text(encoding="utf-8"))["@graph"]
    for item in graph:
        name, kinds = item["@id"].removeprefix("schema:"), _list(item["@type"])
        if "rdfs:Class" in kinds:
            parents[name] = _names(item.get("rdfs:subClassOf"))
        if "rdf:Property" in kinds:
            properties[name] = Property(
                domain=_names(item.get("schema:domainIncludes")),
                range=_names(item.get("schema:rangeIncludes")),
                superseded="schema:supersededBy" in item,
            )
    return Vocabulary(parents=parents, properties=properties)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _names(value: Any) -> frozenset[str]:
    return frozenset(item["@id"].removeprefix("schema:") for item in _list(value))
