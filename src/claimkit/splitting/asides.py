"""What a sentence says of a noun on the way, as a claim of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimkit.splitting.inflection import be, indefinite
from claimkit.splitting.tree import Node, subtree
from claimkit.splitting.wording import Word, words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """The words of a claim about that noun, with its subject."""

    noun: Node
    subject: tuple[Word, ...]
    words: tuple[Word, ...]
    rule: str
    spare: tuple[Node, ...] = ()
    """Tokens that the anchors hold besides: the brackets."""
    told: frozenset[int] = frozenset()
    """The tokens that need not be said again where those of ``kept`` are: a title, what a name is said to be."""
    kept: frozenset[int] = frozenset()


def bare(noun: Node, *, before: int) -> list[Node]:
    """The noun with what stands before it and a name's other words, as far as ``before``."""
    kept = {"det", "amod", "compound", "nummod", "flat", "nmod:poss", "nmod:desc"}
    without = {child.index for child in noun.children if child.dep not in kept and child.relation not in kept}
    return [node for node in subtree(noun, without=without) if node.index < before]


def name_of(first: Node) -> list[Node]:
    """The words of a name from that one on, hyphens with them, and nothing that is said of it."""
    kept = {"flat", "punct"}
    found, parts = [first], [first]
    for part in parts:
        parts += part.of("flat")
        found += [node for node in part.of(*kept) if node.relation == "flat" or node.text == "-"]
    return sorted(set(found), key=lambda node: node.index)


def is_a(noun: Node, subject: Sequence[Node], said: Sequence[Node], rule: str) -> Aside:
    """*X is a Y*: the article that *Y* needs alone, where it has none or *the* for being X's."""
    apart = rule == "apposition" and said[0].index > subject[0].index
    drop = not apart and said[0].word == "the"
    rest = list(said[1:] if drop else said)
    bare = not apart and rest and rest[0].pos != "DET" and not any(node.dep == "nmod:poss" for node in rest)
    office = bool(rest) and rest[-1].pos in {"PROPN", "ADJ"} and rest[0].word != "former"  # is Finance Secretary
    a = (Word(form=indefinite(rest[0].text)),) if bare and not office else ()
    name = words_of(subject)
    words = (*name, Word(form=be(is_past=False, plural=False)), *a, *words_of(rest))
    article = [child for child in noun.of("det") if child.index < said[0].index and child.word == "the"]
    owned = any(node.dep == "nmod:poss" for node in said)
    gone, stays = said_apart(subject, said) if apart else ([*said, *article], subject)
    told = frozenset(node.index for node in gone) if apart or not owned else frozenset()
    kept = frozenset(node.index for node in stays)
    return Aside(noun=noun, subject=name, words=words, rule=rule, told=told, kept=kept)


def said_apart(subject: Sequence[Node], said: Sequence[Node]) -> tuple[list[Node], Sequence[Node]]:
    """What goes where an apposition behind a comma is told on its own, and what stays: the name, where one is."""
    named = said[-1].pos == "PROPN" and subject[-1].pos == "NOUN"
    marks = [mark for mark in (said[0].before, said[-1].after) if mark and mark.text == ","]
    gone, stays = (subject, said) if named else (said, subject)
    if said[0].before is None or said[0].before.text != ",":  # a dash: it stays where it is
        return [], stays
    return [*gone, *marks], stays
