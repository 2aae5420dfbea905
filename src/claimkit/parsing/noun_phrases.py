"""Base noun phrases in trees with UD labels: a noun with what stands before it, and the rest of a name behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.errors import Errors
from spacy.tokens import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LABEL = "NP"

_NOUNS = {"NOUN", "PROPN", "PRON"}
_STANDING_IN = {"NUM", "SYM"}
"""Heads where something goes with them: *about 300*, *$5 million*."""

_POSITIONS = {"nsubj", "obj", "iobj", "obl", "nmod", "appos", "vocative", "dislocated", "orphan", "ROOT", "root"}
_NEVER = {"expl", "fixed", "flat", "goeswith", "case", "cc", "mark", "discourse"}
_BEFORE = {"det", "amod", "compound", "nummod", "nmod:poss", "nmod:desc", "nmod:unmarked"}
_BEHIND = {"flat", "compound", "nummod", "nmod:desc", "goeswith"}
_BETWEEN = {"punct", "advmod"}


def noun_phrases(doc: Doc | Span) -> Iterator[Span]:
    """The base noun phrases of a document or a part of it, in the order of the text; none overlaps another.

    A phrase is a noun, a name or a pronoun; or a number, a symbol or an adjective in a noun's place that is determined
    (*about 300*, *the poor*). Determiners, adjectives, compounds, numbers, titles and possessors before it belong to
    it, each with all that depends on it, and so does what goes on a name behind it. Relative clauses, prepositional
    phrases and appositions do not; of coordinated nouns each has its own phrase. Phrases that are not wholly in the
    given part are left out.

    Raises ``ValueError`` where there is no parse.
    """
    for start, end, _ in noun_chunks(doc):
        yield Span(doc.doc, start, end, label=LABEL)


def noun_chunks(doclike: Doc | Span) -> Iterator[tuple[int, int, int]]:
    """The phrases of :func:`noun_phrases` as spaCy's ``vocab.get_noun_chunks`` has them: start, end, label."""
    doc = doclike.doc
    if not doc.has_annotation("DEP"):
        raise ValueError(Errors.E029)
    label = doc.vocab.strings.add(LABEL)
    low, high = (doclike.start, doclike.end) if isinstance(doclike, Span) else (0, len(doc))
    found = [(start, end) for token in doclike for start, end in _phrase(token) if low <= start < end <= high]
    taken: set[int] = set()
    outer = []
    for start, end in sorted(found, key=lambda bounds: (bounds[0] - bounds[1], bounds)):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            outer.append((start, end, label))
    yield from sorted(outer)


def _phrase(head: Token) -> Iterator[tuple[int, int]]:
    """The phrase of this head, if it is one."""
    if _relation(head) in _NEVER or not (head.pos_ in _NOUNS or _in_place(head)):
        return
    start, end = _start(head), _end(head)[0] + 1
    while head.doc[start].is_space:  # a blank at the head of the text hangs under the first word
        start += 1
    if head.pos_ not in _STANDING_IN or end - start > 1:
        yield start, end


def _in_place(head: Token) -> bool:
    """Whether a number, a symbol or a determined adjective is where a noun would be."""
    first = head
    while first.dep_ == "conj" and first.head.i < first.i:
        first = first.head
    if head.pos_ == "ADJ" and not any(_relation(child) == "det" or child.dep_ == "nmod:poss" for child in head.lefts):
        return False
    placed = _relation(first) in _POSITIONS and first.dep_ not in _BEFORE
    return placed and (head.pos_ == "ADJ" or head.pos_ in _STANDING_IN)


def _start(head: Token) -> int:
    start = edge = head.i
    for child in reversed(list(head.lefts)):
        if child.right_edge.i != edge - 1:
            break
        edge = child.left_edge.i
        if _relation(child) in _BEFORE or child.dep_ in _BEFORE:
            start = edge
        elif child.dep_ not in _BETWEEN and not child.is_space:
            break
    return start


def _end(head: Token) -> tuple[int, int]:
    """The phrase's last word, and the last of the marks behind it."""
    end = edge = head.i
    for child in head.rights:
        if child.left_edge.i != edge + 1:
            break
        if _relation(child) == "flat" or child.dep_ in _BEHIND:
            end, edge = _end(child)
        elif child.dep_ == "punct" or child.is_space:
            edge = child.right_edge.i
        else:
            break
    return end, edge


def _relation(token: Token) -> str:
    """The label without its subtype."""
    return str(token.dep_).partition(":")[0]
