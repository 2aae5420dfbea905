"""The names of persons, titles left out, and who is who by them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from claimkit.splitting.lexicon import DEPARTMENTS, FEMALE, MALE, ORGANIZATION_WORDS, TITLES, UNNAMED
from claimkit.splitting.tree import Node, subtree

MAX_NAME = 4
"""Words of a name, its titles aside."""

_PERSONS = frozenset({"PERSON", "PER"})


def name_of(node: Node) -> tuple[Node, ...]:
    """The words of the person's name that a noun phrase holds, titles left out; empty where it holds none.

    *Helen Marsh* of *Mayor Helen Marsh*, whichever of the two is the head, and of *the mayor, Helen Marsh*.
    """
    beside = node.of("appos") if node.pos == "NOUN" and node.lemma in TITLES | UNNAMED and node.number != "Plur" else []
    for head in (node, *node.of("flat"), *beside):
        name = _name(head, titled=head in beside)
        if name:
            return name
    return ()


def _name(node: Node, *, titled: bool = False) -> tuple[Node, ...]:
    if node.pos != "PROPN" or node.relation in {"flat", "compound"} or node.dep == "nmod:desc":
        head = node.head
        beside = node.relation == "flat" and head is not None and head.pos == "NOUN" and head.lemma in TITLES
        if not beside:
            return ()
    run = subtree(node, without={child.index for child in node.children if not _part(child)})
    last = max((place for place, part in enumerate(run) if part.word in TITLES), default=-1)
    run = run[last + 1 :]
    while run and (run[0].pos != "PROPN" or _is_department(run[0])):
        run.pop(0)
    solid = bool(run) and run[-1].index - run[0].index == len(run) - 1
    titled = titled or any(child.word in TITLES for child in subtree(node))
    labelled = any(part.entity in _PERSONS for part in run)
    if not solid or len(run) > MAX_NAME or not (titled or labelled) or run[-1].word in ORGANIZATION_WORDS:
        return ()
    right = all(part.pos == "PROPN" and part.text[0].isalpha() for part in run) and run[-1].entity not in {
        "GPE",
        "LOC",
        "ORG",
    }
    return tuple(run) if right else ()


def _is_department(node: Node) -> bool:
    """*Secretary of State Marco Rubio*: the last word of the title."""
    return node.word in DEPARTMENTS and node.before is not None and node.before.word == "of"


def _part(child: Node) -> bool:
    return child.relation in {"flat", "compound"} or child.dep == "nmod:desc"


def gender_of(words: Iterable[str]) -> str:
    """What the last telling word among titles and nouns tells: ``m``, ``f``, or nothing."""
    for word in reversed(list(words)):
        if word in MALE or word in FEMALE:
            return "m" if word in MALE else "f"
    return ""


T = TypeVar("T")


@dataclass(slots=True, kw_only=True)
class Namesakes(Generic[T]):
    """Persons by the ends of their names: *Marsh* for *Helen Marsh*; the cost does not grow with their number."""

    full: dict[tuple[str, ...], T] = field(default_factory=dict)
    ends: dict[tuple[str, ...], T] = field(default_factory=dict)
    shared: set[tuple[str, ...]] = field(default_factory=set)
    """Ends of the names of more than one."""
    firsts: dict[str, T | None] = field(default_factory=dict)
    extended: set[tuple[str, ...]] = field(default_factory=set)
    """Names with more before them elsewhere: *Marsh* where there is *Helen Marsh*, and no *Tom Marsh* is meant."""

    def called(self, name: tuple[str, ...]) -> T | None:
        """The one with that name, or with a longer or shorter one that ends alike; of several the first."""
        known = self.full.get(name) or self.ends.get(name)
        shorter = (self.full.get(name[first:]) for first in range(1, len(name)) if name[first:] not in self.extended)
        known = known or next((person for person in shorter if person), None)
        return known or (self.firsts.get(name[0]) if len(name) == 1 else None)

    def add(self, name: tuple[str, ...], person: T) -> None:
        """A person has that name too."""
        self.full[name] = person
        if len(name) > 1 and self.firsts.setdefault(name[0], person) is not person:
            self.firsts[name[0]] = None  # two *Daniels*: neither is meant
        for first in range(len(name)):
            end = name[first:]
            if self.ends.get(end, person) is not person:
                self.shared.add(end)
            if first:
                self.extended.add(end)
            self.ends.setdefault(end, person)
