"""Objects of JSON-LD as they come: whatever their keys and types are called, nested or pointed to, one or many."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

Node: TypeAlias = dict[str, Any]

_VOCABULARIES = (
    "http://schema.org/",
    "https://schema.org/",
    "http://www.schema.org/",
    "https://www.schema.org/",
    "schema:",
)


class Graph:
    """All objects of a document; values are lists, literals bare, and an object that is only pointed to is found.

    What is given here comes from strangers, but has been parsed: no object holds itself. Two that point to each other
    may, so that nothing here follows a pointer deeper than one step.
    """

    def __init__(self, root: object) -> None:
        self._named: dict[str, Node] = {}
        self.nodes = list(_objects(root))
        for node in self.nodes:
            if (name := _name(node)) and len(node) > len(self._named.get(name, ())):
                self._named[name] = node

    def of_type(self, kind: str) -> Iterator[Node]:
        """The objects of a type, in the order of the document, each once; mere pointers are left out."""
        seen: set[int] = set()
        for node in self.nodes:
            whole = self._whole(node)
            if kind.casefold() in kinds(whole) and id(whole) not in seen:
                seen.add(id(whole))
                yield whole

    def values(self, node: object, name: str) -> list[object]:
        """What an object has under a property: literals and objects, without null, empty texts and empty objects."""
        if not isinstance(node, dict):
            return []
        found = []
        for key, value in node.items():
            if term(key) == name:
                found += [self._bare(item) for item in _listed(value)]
        return [item for item in found if item not in (None, "", {}, [])]

    def empty(self, node: object, name: str) -> bool:
        """Whether the object has the property, and nothing under it."""
        return isinstance(node, dict) and name in map(term, node) and not self.values(node, name)

    def first(self, node: object, name: str) -> object:
        """The first of them; None where there is none."""
        return next(iter(self.values(node, name)), None)

    def name(self, node: Node) -> str:
        """What the object calls itself; a blank node's label is no name, it holds within one file only."""
        return "" if is_blank(name := _name(node)) else name

    def _bare(self, value: object) -> object:
        if not isinstance(value, dict):
            return value
        return value["@value"] if "@value" in value else self._whole(value)

    def _whole(self, node: Node) -> Node:
        """The object that one of the same name is a pointer to, or a part of."""
        return self._named.get(_name(node), node) if len(node) <= 2 else node


def is_blank(name: str) -> bool:
    """Whether it is the label of a blank node: https://www.w3.org/TR/json-ld11/#identifying-blank-nodes ."""
    return name.startswith("_:")


def kinds(node: object) -> frozenset[str]:
    """The names of an object's types, without their vocabulary and in lower case."""
    return frozenset(term(name).casefold() for name in types(node))


def types(node: object) -> list[str]:
    """The names of an object's types as they are written."""
    if not isinstance(node, dict):
        return []
    return [name for key in ("@type", "type") for name in _listed(node.get(key)) if isinstance(name, str)]


def term(name: str) -> str:
    """A name of schema.org without its address; ``id`` and ``type`` stand for themselves."""
    name = name.strip()
    return next((name[len(start) :] for start in _VOCABULARIES if name.startswith(start)), name)


def _objects(root: object) -> Iterator[Node]:
    """All objects in the order of the document, without recursion: it may be deep."""
    stack = [root]
    while stack:
        match stack.pop():
            case list() as items:
                stack.extend(reversed(items))
            case dict() as node:
                yield node
                stack.extend(reversed(node.values()))


def _name(node: Node) -> str:
    name = node.get("@id", node.get("id"))
    return name.strip() if isinstance(name, str) else ""


def _listed(value: object) -> list[object]:
    """One value or many, in an array or in JSON-LD's own list."""
    if isinstance(value, dict) and isinstance(inner := value.get("@list", value.get("@set")), list):
        return inner
    return value if isinstance(value, list) else [value]
