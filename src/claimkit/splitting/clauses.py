"""A clause that can be a claim of its own: its predicate, its subject, and the words put for others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from claimkit.splitting.lexicon import SUBORDINATORS
from claimkit.splitting.subjects import own_subject
from claimkit.splitting.tree import Node, is_finite, subject_of, subtree
from claimkit.splitting.verbs import Group, group_of
from claimkit.splitting.wording import Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A predicate with what its claim's text needs besides its own tokens.

    ``lead`` comes before them and ``tail`` after them; ``swap`` gives words for a token (by index), none to leave it
    out; ``subject`` are the words of the subject, own or restored; ``group`` is the finite frame.
    """

    head: Node
    rule: str
    subject: tuple[Word, ...]
    group: Group | None
    lead: tuple[Word, ...] = ()
    tail: tuple[Word, ...] = ()
    swap: Mapping[int, tuple[Word, ...]] = field(default_factory=dict)


def clause_of(head: Node, rule: str, *, without: tuple[Node, ...] = ()) -> Clause | None:
    """The clause of a head that has its own subject and its own finite verb; None where it lacks either."""
    if not is_finite(head) or not subject_of(head):
        return None
    subject = own_subject(head)
    swap: dict[int, tuple[Word, ...]] = {node.index: () for node in (*openers(head), *without)}
    return Clause(head=head, rule=rule, subject=subject, group=group_of(head, subject), swap=swap)


def openers(head: Node) -> list[Node]:
    """The words that tie the clause to what comes before it: *and*, *that*, *while*; not those behind its verb.

    *It was as though he ran* keeps *as though*.
    """
    copula = min((verb.index for verb in head.of("cop")), default=head.index)
    ties = [
        node
        for node in head.of("cc", "mark")
        if node.index < min(head.index, copula) and node.word not in {"to", "neither"}
    ]
    return [node for tie in ties for node in subtree(tie)]


def standing(clause: Clause | None) -> Clause | None:
    """The clause, unless it begins with a word that makes it hang from another."""
    if clause is None:
        return None
    kept = [node for node in subtree(clause.head) if clause.swap.get(node.index, (node,)) and not node.is_punctuation]
    first = kept[0] if kept else None
    hangs = any(mark.word in SUBORDINATORS and mark.word != "that" for mark in clause.head.of("mark"))
    return clause if first and not hangs and first.word not in SUBORDINATORS else None


def is_expletive(clause: Clause) -> bool:
    """Whether the subject is a mere *it* or *there*, which no other predicate can share."""
    return bool(clause.head.of("expl"))
