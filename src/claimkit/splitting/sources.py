"""The one who says it: a name, a role, and a type, from the words of a noun phrase."""

from __future__ import annotations

from collections.abc import Sequence

from claimkit.model.attribution import Source
from claimkit.model.spans import Anchor
from claimkit.model.vocabulary import SourceType
from claimkit.splitting.lexicon import DEPARTMENTS, ORGANIZATION_WORDS, TITLES, UNNAMED
from claimkit.splitting.tree import Node

_ENTITIES = {
    "PERSON": SourceType.PERSON,
    "PER": SourceType.PERSON,
    "ORG": SourceType.ORGANIZATION,
    "NORP": SourceType.ORGANIZATION,
    "GPE": SourceType.ORGANIZATION,  # a state that speaks is its government
    "LOC": SourceType.ORGANIZATION,
}
_PERSONAL = frozenset({"he", "she", "i", "who", "him", "her"})


def source_of(nodes: Sequence[Node], text: str) -> Source:
    """The source that these tokens name. A title before a name becomes the role."""
    anchor = Anchor.at(text, nodes[0].start, nodes[-1].end)
    role, name = _role_and_name(nodes)
    if name:
        shown = _written(name, text)
        return Source(name=shown, type=_type(name, titled=bool(role)), anchor=anchor, role=_written(role, text))
    bare = nodes[1:] if len(nodes) > 1 and nodes[0].word in {"the", "a", "an"} else nodes
    return Source(name=_written(bare, text), type=_type(nodes, titled=False), anchor=anchor)


def _written(nodes: Sequence[Node], text: str) -> str:
    return " ".join(text[nodes[0].start : nodes[-1].end].split()) if nodes else ""


def _role_and_name(nodes: Sequence[Node]) -> tuple[list[Node], list[Node]]:
    """*US Secretary of State* and *Marco Rubio*; nothing where no title stands before a name."""
    last = next((index for index in reversed(range(len(nodes))) if nodes[index].word in TITLES), -1)
    if last < 0 or any(node.text == "," or node.dep == "cc" for node in nodes):
        return [], []
    if last + 2 < len(nodes) and nodes[last + 1].word == "of" and nodes[last + 2].word in DEPARTMENTS:
        last += 2
    name = list(nodes[last + 1 :])
    if not name or not all(node.pos == "PROPN" for node in name):
        return [], []
    role = list(nodes[: last + 1])
    while role and role[0].pos == "DET":
        role.pop(0)
    return role, name


def _type(nodes: Sequence[Node], *, titled: bool) -> SourceType:
    words = {node.word for node in nodes}
    inside = {node.index for node in nodes}
    head = next(node for node in nodes if not node.head or node.head.index not in inside)
    proper = any(node.pos == "PROPN" for node in nodes)
    if titled or words <= _PERSONAL:
        return SourceType.PERSON
    if head.pos != "PROPN" and head.lemma in UNNAMED | TITLES:
        return SourceType.UNNAMED
    if words & ORGANIZATION_WORDS or (head.text.isupper() and len(head.text) > 1 and head.pos != "NUM"):
        return SourceType.ORGANIZATION
    known = [_ENTITIES[node.entity] for node in nodes if node.entity in _ENTITIES and node.pos == "PROPN"]
    if proper and not any(node.lemma in UNNAMED for node in nodes):
        return known[-1] if known else _guess(nodes)
    return SourceType.UNNAMED


def _guess(nodes: Sequence[Node]) -> SourceType:
    names = [node for node in nodes if node.pos == "PROPN"]
    if len(nodes) == 1 and nodes[0].number == "Plur":  # Conservationists, at the head of a sentence
        return SourceType.UNNAMED
    return SourceType.PERSON if len(names) in {1, 2, 3} and len(names) == len(nodes) else SourceType.ORGANIZATION
