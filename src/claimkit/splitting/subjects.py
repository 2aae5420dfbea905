"""Noun phrases as they are said again: subjects, antecedents, leading adjuncts."""

from __future__ import annotations

from collections.abc import Iterable

from claimkit.splitting.brackets import bracket
from claimkit.splitting.tree import Node, subject_of, subtree
from claimkit.splitting.wording import Word, words_of

_PLACES = frozenset({"LOC", "GPE"})
_ASIDES = frozenset({"acl", "appos", "parataxis"})


def own_subject(head: Node) -> tuple[Word, ...]:
    """The words of the clause's own subject, less what is said of it in passing; empty where it has none."""
    subject = subject_of(head)
    return phrase(subject) if subject else ()


def phrase(noun: Node) -> tuple[Word, ...]:
    """A noun phrase without asides between commas and without marks at its ends."""
    whole = subtree(noun)
    asides = {node.index for node in whole if node is not noun and node.relation in _ASIDES and separated(node)}
    return words_of(_stripped(subtree(noun, without=asides) if asides else whole))


def antecedent(noun: Node, *, before: int) -> tuple[Word, ...]:
    """The noun phrase that a relative pronoun or a participle after it stands for, without its preposition.

    An apposition is left out, but for the larger place in *Pahalgam, Jammu and Kashmir*, and for a name that no comma
    parts from its noun: *goalkeeper Nick Foles*.
    """
    larger = [child for child in noun.of("appos") if noun.entity in _PLACES and child.entity in _PLACES]
    larger += [child for child in noun.of("appos") if child.pos == "PROPN" and _touches(child)]
    commas = {subtree(place)[0].before for place in larger}
    without = {child.index for child in noun.of("case", "cc", "punct", "parataxis") if child not in commas}
    without |= {child.index for child in noun.of("appos") if child not in larger}
    without |= {aside.index for part in noun.of("flat") for aside in part.of("appos")}
    without |= {child.index for child in noun.of("acl") if child.index > before}
    nodes = [node for node in subtree(noun, without=without) if node.index < before]
    bracketed = {node for mark in nodes for node in bracket(mark)}
    return words_of(_stripped(node for node in nodes if node not in bracketed))


def _touches(name: Node) -> bool:
    """Whether no mark parts the name from the noun before it."""
    first = subtree(name)[0]
    return not first.is_punctuation and first.before is not None and not first.before.is_punctuation


def leading_adjuncts(head: Node, *, only_conditions: bool = False) -> tuple[Word, ...]:
    """The adverbials before the subject, which hold for each of the coordinated predicates, with their commas."""
    subject = subject_of(head)
    if not subject or subject.index > head.index:
        return ()
    start = subtree(subject)[0].index
    adjuncts = [child for child in head.children if child.index < start and _adjunct(child)]
    if only_conditions:
        adjuncts = [child for child in adjuncts if any(mark.word in {"if", "unless"} for mark in child.of("mark"))]
    nodes = [node for adjunct in adjuncts for node in subtree(adjunct)]
    commas = [
        child
        for child in head.of("punct")
        if child.index < start and any(child.index == node.index + 1 for node in nodes)
    ]
    return words_of(sorted({*nodes, *commas}, key=lambda node: node.index))


def _adjunct(child: Node) -> bool:
    """An adverbial; a clause only where it is a condition or a time, and so holds for all that follows."""
    if child.tag == "WRB":
        return False
    if child.relation in {"obl", "advmod"} or child.dep == "nmod:unmarked":
        return child.word not in {"also", "then", "however", "meanwhile"}
    marks = child.of("mark", "advmod")
    return (
        child.relation == "advcl" and bool(marks) and marks[0].word in {"if", "when", "unless", "after", "since", "as"}
    )


def separated(node: Node) -> bool:
    """Whether a comma or a dash parts the branch from the words before it; for a sentence's first branch, after it."""
    branch = subtree(node)
    if branch[0].before is None:
        return branch[-1].text == "," or (branch[-1].after is not None and branch[-1].after.text == ",")
    return follows(branch[0], marks=",–—-")


def follows(first: Node, *, marks: str) -> bool:
    """Whether a branch with that first token begins with one of these marks or stands right after one."""
    return first.text in marks or (first.before is not None and first.before.text in marks)


def _stripped(nodes: Iterable[Node]) -> list[Node]:
    kept = list(nodes)
    while kept and ((kept[0].is_punctuation and kept[0].text not in '"“([') or kept[0].relation == "cc"):
        kept.pop(0)
    while kept and kept[-1].text in {",", ";", ":", "–", "—", "-"}:
        kept.pop()
    return kept
