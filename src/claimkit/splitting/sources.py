"""The one who says it: a name, a role, and a type, from the words of a noun phrase."""

from __future__ import annotations

from collections.abc import Sequence

from claimkit.model.attribution import Source
from claimkit.model.spans import Anchor
from claimkit.model.vocabulary import SourceType
from claimkit.splitting.brackets import bracket
from claimkit.splitting.lexicon import DEPARTMENTS, DOCUMENTS, ORGANIZATION_WORDS, TITLES, UNNAMED
from claimkit.splitting.pieces import end_of_party_tag
from claimkit.splitting.speakers import is_person
from claimkit.splitting.tree import Node, subtree

_ENTITIES = {
    "PERSON": SourceType.PERSON,
    "PER": SourceType.PERSON,
    "ORG": SourceType.ORGANIZATION,
    "NORP": SourceType.ORGANIZATION,
    "GPE": SourceType.ORGANIZATION,  # a state that speaks is its government
    "LOC": SourceType.ORGANIZATION,
}
MAX_NAME = 5
"""Words of a name, title included, that stands beside a role."""

_ROLES = UNNAMED | TITLES
_PERSONS = frozenset({"PER", "PERSON"})
_PERSONAL = frozenset({"he", "she", "i", "who", "him", "her"})


def source_of(nodes: Sequence[Node], text: str) -> Source:
    """The source that these tokens name. A title before a name, or an apposition beside it, becomes the role."""
    anchor = Anchor.at(text, nodes[0].start, end_of_party_tag(text, nodes[-1].end))
    nodes = _without_focus(nodes)
    aside = {node.index for mark in nodes if mark.text == "(" for node in bracket(mark)}
    nodes = [node for node in nodes if node.index not in aside] or nodes
    apposed = _apposed_name(nodes)
    nodes = nodes if apposed else _without_asides(nodes)
    if apposed:
        whole = Anchor.at(text, min(nodes[0].start, apposed[0].start), max(nodes[-1].end, apposed[-1].end))
        _, name = _role_and_name(apposed)
        before = [node for node in nodes if node.index < apposed[0].index] or list(nodes)
        while len(before) > 1 and before[-1].is_punctuation:
            before.pop()
        role = _written(_bare_role(before), text)
        return Source(name=_written(name or apposed, text), type=SourceType.PERSON, anchor=whole, role=role)
    role_nodes, name = _role_and_name(nodes)
    if not name:
        role_nodes, name = _noun_and_name(nodes)
    if name:
        kind = _type(name, titled=bool(role_nodes))
        return Source(name=_written(name, text), type=kind, anchor=anchor, role=_written(role_nodes, text))
    bare = nodes[1:] if len(nodes) > 1 and nodes[0].word in {"the", "a", "an"} else nodes
    return Source(name=_written(bare, text), type=_type(nodes, titled=False), anchor=anchor)


def _without_focus(nodes: Sequence[Node]) -> Sequence[Node]:
    """*Even China*, *only the mayor*: the words before the noun phrase are no part of the name."""
    first = next((place for place, node in enumerate(nodes) if node.pos != "ADV"), 0)
    return nodes[first:]


def _without_asides(nodes: Sequence[Node]) -> Sequence[Node]:
    """*Mayor Rita Calloway, a Democrat*, *Keane, 58*, *the EU on Wednesday*: the name alone; a list stays whole."""
    listed = any(node.relation == "conj" or node.dep == "cc" for node in nodes)
    comma = next((place for place, node in enumerate(nodes) if node.text == ","), len(nodes))
    named = any(node.pos == "PROPN" for node in nodes[:comma])
    kept = nodes[:comma] if named and not listed and comma > 0 else nodes
    when = next((place for place, node in enumerate(kept) if node.entity == "DATE" and node.pos == "PROPN"), 0)
    return kept[: when - 1] if when > 1 and kept[when - 1].pos == "ADP" else kept


def _head(nodes: Sequence[Node]) -> Node:
    inside = {node.index for node in nodes}
    return next(node for node in nodes if not node.head or node.head.index not in inside)


def _apposed_name(nodes: Sequence[Node]) -> list[Node]:
    """*its president, Alan Reid*: the name beside a noun for a person, between commas; empty where there is none."""
    head = _head(nodes)
    if head.pos != "NOUN":
        return []
    below = [name for noun in head.of("nmod") for name in noun.of("appos") if name.entity in _PERSONS]
    for name in [*head.of("appos"), *below]:  # a spokesman for Falk, Jonas Berg
        if head.lemma not in _ROLES and name.entity not in _PERSONS:
            continue
        parts = [node for node in subtree(name) if not node.is_punctuation]
        solid = parts[-1].index - parts[0].index == len(parts) - 1 if parts else False
        if solid and len(parts) <= MAX_NAME and all(node.pos == "PROPN" for node in parts):
            return parts
    return []


def _bare_role(nodes: Sequence[Node]) -> list[Node]:
    """The role without its article or *its*; *the city's economist* keeps the one that belongs to the city."""
    owned = any(node.tag == "POS" for node in nodes)
    first = nodes[0]
    drop = len(nodes) > 1 and (first.tag == "PRP$" or (first.pos == "DET" and not owned))
    return list(nodes[1:] if drop else nodes)


def _written(nodes: Sequence[Node], text: str) -> str:
    return " ".join(text[nodes[0].start : nodes[-1].end].split()) if nodes else ""


def _role_and_name(nodes: Sequence[Node]) -> tuple[list[Node], list[Node]]:
    """*US Secretary of State* and *Marco Rubio*; nothing where no title stands before a name."""
    last = next((index for index in reversed(range(len(nodes))) if nodes[index].word in TITLES), -1)
    if last < 0 or any(node.text == "," or node.dep == "cc" for node in nodes):
        return [], []
    if last + 2 < len(nodes) and nodes[last + 1].word in {"of", "for"} and nodes[last + 2].word in DEPARTMENTS:
        last += 2
    name = list(nodes[last + 1 :])
    of = next((place for place, node in enumerate(name) if node.word in {"of", "from"}), len(name))
    name = name[:of]  # Governor Ann Lee of Ohio
    if not all(node.pos == "PROPN" for node in name) or not name or name[-1].word in ORGANIZATION_WORDS:
        return [], []
    role = list(nodes[: last + 1])
    ties = [node for node in role[1:] if node.pos == "ADP" and node.word != "of"]
    if any(tie.word != "for" or tie.after is None or tie.after.word not in DEPARTMENTS for tie in ties):
        return [], []  # a spokesman for Governor Reyes is not he
    while role and role[0].pos == "DET":
        role.pop(0)
    return role, name


def _noun_and_name(nodes: Sequence[Node]) -> tuple[list[Node], list[Node]]:
    """*production designer* and *Tomas Reik*: a noun for one person with a name as the rest of its phrase."""
    head = _head(nodes)
    before = [child for child in head.children if child.dep == "nmod:desc" and child.index < head.index]
    noun = before[-1] if before else head
    name = [node for node in nodes if node.index > noun.index]
    named = bool(name) and all(node.pos == "PROPN" for node in name) and name[0].before is noun
    if not named or noun.pos != "NOUN" or noun.number == "Plur" or (noun is head and not head.of("flat")):
        return [], []
    role = [node for node in nodes if node.index <= noun.index]
    while role[0].pos == "DET" and len(role) > 1:
        role.pop(0)
    return (role, name) if not any(node.dep == "cc" for node in role) else ([], [])


def _type(nodes: Sequence[Node], *, titled: bool) -> SourceType:
    words = {node.word for node in nodes}
    head = _head(nodes)
    proper = any(node.pos == "PROPN" for node in nodes)
    if titled or words <= _PERSONAL:
        return SourceType.PERSON
    if head.pos == "NOUN" and is_person(head):
        return SourceType.UNNAMED
    if words & ORGANIZATION_WORDS or (head.text.isupper() and len(head.text) > 1 and head.pos != "NUM"):
        return SourceType.ORGANIZATION
    known = [_ENTITIES[node.entity] for node in nodes if node.entity in _ENTITIES and node.pos == "PROPN"]
    if head.pos == "NOUN" and head.lemma in DOCUMENTS:
        return SourceType.UNNAMED
    if proper and not any(node.lemma in UNNAMED for node in nodes):
        return known[-1] if known else _guess(nodes)
    return SourceType.UNNAMED


def _guess(nodes: Sequence[Node]) -> SourceType:
    names = [node for node in nodes if node.pos == "PROPN"]
    if len(nodes) == 1 and nodes[0].number == "Plur":  # Conservationists, at the head of a sentence
        return SourceType.UNNAMED
    return SourceType.PERSON if len(names) in {1, 2, 3} and len(names) == len(nodes) else SourceType.ORGANIZATION
