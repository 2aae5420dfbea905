"""Who can speak: persons, groups and organizations, told by their names and nouns."""

from __future__ import annotations

from collections.abc import Sequence

from claimkit.splitting.lexicon import BODIES, DOCUMENTS, GROUPS, ORGANIZATION_WORDS, PEOPLE, TITLES, UNNAMED
from claimkit.splitting.tree import Node

_PRONOUNS = frozenset({"he", "she", "they", "we", "i", "who", "many", "some", "others", "several", "both", "everyone"})
_PERSONS = UNNAMED | TITLES | PEOPLE
_SPEAKING_THINGS = ORGANIZATION_WORDS | DOCUMENTS | GROUPS | BODIES
_THINGS = frozenset({"DATE", "TIME", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART", "FAC", "MONEY"})


def is_speaker(nodes: Sequence[Node]) -> bool:
    """Whether the noun phrase names somebody who can say something; a thing or an event cannot."""
    inside = {node.index for node in nodes}
    head = next((node for node in nodes if not node.head or node.head.index not in inside), None)
    if head is None:
        return False
    if head.pos == "PRON" or head.word in _PRONOUNS:
        return head.word in _PRONOUNS
    if head.pos == "PROPN":
        return head.entity not in _THINGS
    return is_person(head) or head.lemma in _SPEAKING_THINGS


def is_person(noun: Node) -> bool:
    """Whether a common noun stands for people: *official*, *businessman*."""
    return noun.lemma in _PERSONS or noun.lemma.endswith(("man", "woman", "person"))
