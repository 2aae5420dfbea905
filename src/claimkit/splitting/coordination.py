"""Predicates side by side: a second one with its own subject or with the first one's."""

from __future__ import annotations

from dataclasses import replace

from claimkit.splitting.clauses import Clause, clause_of, is_expletive, openers, standing
from claimkit.splitting.lexicon import JOINING, SAYING
from claimkit.splitting.participles import restored
from claimkit.splitting.subjects import follows, leading_adjuncts, separated
from claimkit.splitting.tree import Node, is_clause, is_finite, subject_of, subtree
from claimkit.splitting.verbs import group_of, is_negated, shared_auxiliaries
from claimkit.splitting.wording import Word


def coordinated(node: Node, clause: Clause) -> Clause | None:
    """*The US is urging ... and has backed ...*: a second predicate, with the first one's subject if it has none."""
    first = clause.head
    if node.relation != "conj" or node.head is not first or not _joined(node, first):
        return None
    if not is_clause(node):
        return _second_predicate(node, clause) if first.of("cop") else None
    if subject_of(node):
        return _own_clause(node, clause)
    if node.tag == "VBG" and not (first.tag == "VBG" and first.of("aux")):
        # emphasizing A and calling for B; or ", jeopardizing C" that the parser took for a conjunct
        alike = first.tag == "VBG" or (not node.of("cc") and separated(node))
        return restored(node, clause, clause.subject) if alike else None
    return _second_verb(node, clause)


def _own_clause(node: Node, clause: Clause) -> Clause | None:
    """A second clause with its own subject; a condition at the head of the sentence holds for it too."""
    inner = None if _is_aside(node) else standing(clause_of(node, "coordination"))
    return replace(inner, lead=leading_adjuncts(clause.head, only_conditions=True)) if inner else None


def _is_aside(node: Node) -> bool:
    """*..., the statistics office reported*: a verb of saying with nothing said is no claim of its own."""
    return node.lemma in SAYING and not node.of("ccomp", "obj", "xcomp")


def _second_verb(node: Node, clause: Clause) -> Clause | None:
    first = clause.head
    if clause.rule == "participial-clause" and first.tag == "VBN" and node.tag in {"VBN", "VBD"} and not node.of("obj"):
        node.tag = "VBN"  # the report, commissioned by the council and released on Monday
        return restored(node, clause, clause.subject)
    auxiliaries = shared_auxiliaries(first, node)
    if auxiliaries is None or not clause.subject or is_expletive(clause) or _shares_complement(node, first):
        return None
    bare = not auxiliaries and not is_finite(node) and node.tag != "VBN"
    return None if bare or _comma_before_verb(node) else _sharing(node, clause, auxiliaries)


def _sharing(node: Node, clause: Clause, verbs: tuple[Word, ...]) -> Clause:
    """The second predicate with what it shares with the first: adjuncts, subject, auxiliaries."""
    swap: dict[int, tuple[Word, ...]] = {opener.index: () for opener in openers(node)}
    lead = (*leading_adjuncts(clause.head), *clause.subject, *verbs)
    group = group_of(node, clause.subject) or clause.group
    return Clause(head=node, rule="coordination", subject=clause.subject, group=group, lead=lead, swap=swap)


def _second_predicate(node: Node, clause: Clause) -> Clause | None:
    """*He is a lawyer and a member of the board*: a second thing that somebody is, if it is a phrase of its own."""
    first = clause.head
    full = all(_is_phrase(other) for other in first.of("conj"))
    if not full or not clause.subject or is_expletive(clause) or is_negated(first) or node.word == "one":
        return None
    bare = node.pos == "NOUN" and node.number != "Plur" and not node.of("det") and bool(first.of("det"))
    if bare:  # a remake and spin-off
        return None
    if node.pos != first.pos and {node.pos, first.pos} != {"NOUN", "PROPN"}:
        return None
    verbs = [child for child in first.of("aux", "cop") if child.index < first.index]
    return _sharing(node, clause, tuple(map(Word.of, verbs)))


def _is_phrase(node: Node) -> bool:
    """More than one word, the coordinator and marks aside."""
    return len(subtree(node, without={child.index for child in node.of("cc", "punct")})) > 1


def _joined(node: Node, first: Node) -> bool:
    """Whether the conjuncts all hold: the coordinator of the last one counts for all of them."""
    ties = [tie.word for conjunct in (*first.of("conj"), node) for tie in conjunct.of("cc")]
    return all(tie in JOINING for tie in ties)


def _comma_before_verb(node: Node) -> bool:
    """*The money in bonds, and in other accounts, is used*: what lies before the verb belongs to the subject."""
    verb = min([node.index, *(child.index for child in node.of("aux", "cop"))])
    return any(part.text == "," for part in subtree(node)[1:] if part.index < verb)


def _shares_complement(node: Node, first: Node) -> bool:
    """*condemned and rejected the attack*: either verb alone would lack its object."""
    later = [child for child in first.of("obj", "obl", "ccomp", "xcomp") if child.index > node.index]
    start = subtree(node)[0].index
    bare = not any(first.index < child.index < start and not child.is_punctuation for child in first.children)
    return bool(later) or (bare and first.pos == "VERB")


def beside(node: Node, clause: Clause) -> Clause | None:
    """*...; the talks go on*: a clause after a semicolon or a dash."""
    if node.relation != "parataxis" or node.head is not clause.head or node.index < clause.head.index:
        return None
    return _own_clause(node, clause) if follows(subtree(node)[0], marks=";–—") else None
