"""Participles set off by a comma: they get back the subject and the tense that they left to another clause."""

from __future__ import annotations

from dataclasses import replace

from claimkit.splitting.clauses import Clause, is_expletive, openers
from claimkit.splitting.lexicon import EVENT_PARTICIPLES, PREPOSITIONAL, SAYING
from claimkit.splitting.subjects import antecedent, separated
from claimkit.splitting.tree import NAMING, Node, subject_of, subtree
from claimkit.splitting.verbs import Tense, finite, is_negated, is_past, is_plural, replaced
from claimkit.splitting.wording import Word


def participial(node: Node, clause: Clause) -> Clause | None:
    """*..., emphasizing the need for ...*: a participle set off by a comma, with the subject that it lost."""
    if node.relation not in {"advcl", "acl"} or node.dep == "acl:relcl" or not separated(node):
        return None
    if node.head is clause.head or _of_the_whole(node, clause):
        return restored(node, clause, clause.subject)
    if node.relation != "acl" or not node.head or node.head.pos not in NAMING:
        return None
    if node.tag == "VBN" or node.head.relation == "nsubj":
        noun = antecedent(node.head, before=subtree(node)[0].index)
        group = clause.group and replace(clause.group, plural=is_plural(noun))
        return restored(node, replace(clause, group=group), noun)
    return None


def _of_the_whole(node: Node, clause: Clause) -> bool:
    """*He became the first to join the club, scoring 20 goals*: hung from an infinitive, but told of the subject."""
    above = node.head
    infinitive = above is not None and above.tag == "VB" and above.relation in {"xcomp", "acl", "advcl"}
    return infinitive and node.relation == "advcl" and node.tag == "VBG" and node.index > clause.head.index


def followed(node: Node, clause: Clause) -> Clause | None:
    """*He left the party after describing it as ...*: he described it, or has described it where he leaves now."""
    ties = [tie.word for tie in node.of("mark", "case", "advmod") if tie.index < node.index]
    group = clause.group
    if not ties or ties[0] not in {"after", "by", "since", "while"} or node.tag != "VBG" or node.of("aux", "nsubj"):
        return None
    if group is None or not clause.subject or is_expletive(clause) or is_negated(clause.head):
        return None
    if ties[0] not in {"by", "while"} and group.tense not in {Tense.PAST, Tense.PLUPERFECT}:
        group = replace(group, tense=Tense.PERFECT, modal="")
    words = finite(node, group)
    if words is None or group.tense is Tense.MODAL:
        return None
    swap: dict[int, tuple[Word, ...]] = {
        tie.index: () for tie in node.of("mark", "case", "advmod") if tie.word == ties[0]
    }
    swap[node.index] = words[-1:]
    lead = (*clause.subject, *words[:-1])
    return Clause(head=node, rule="participial-clause", subject=clause.subject, group=group, lead=lead, swap=swap)


def restored(node: Node, clause: Clause, subject: tuple[Word, ...]) -> Clause | None:
    """The participle as a finite clause of that subject, in the tense of ``clause``; None where it cannot be one."""
    group = clause.group
    if not subject or is_expletive(clause) or group is None or subject_of(node) or node.of("mark", "case"):
        return None
    if next((part.word for part in subtree(node) if not part.is_punctuation), "") in {"rather", "instead"}:
        return None
    if node.pos != "VERB" or node.lemma in PREPOSITIONAL or _of_the_event(node, subject) or _led_in(node):
        return None
    if node.tag == "VBN" and not node.of("aux", "cop"):  # will be closed, built in 1931: it was, whatever will be
        group = replace(group, tense=Tense.PAST if is_past(node, group) else Tense.PRESENT, modal="")
    words = finite(node, group)
    if words is None:
        return None
    swap: dict[int, tuple[Word, ...]] = {opener.index: () for opener in openers(node)}
    swap[replaced(node).index] = words[-1:]
    lead = (*subject, *words[:-1])  # an adverb before the participle comes after the auxiliary: has gravely jeopardized
    return Clause(head=node, rule="participial-clause", subject=subject, group=group, lead=lead, swap=swap)


def _led_in(node: Node) -> bool:
    """*Under the plan, adopted by 7 votes*: with a phrase before it, the participle is not told of the subject."""
    return any(child.index < node.index for child in node.of("obl", "nmod", "advcl"))


def _of_the_event(node: Node, subject: tuple[Word, ...]) -> bool:
    if node.lemma in SAYING and node.of("ccomp"):  # adding that: who speaks adds
        return False
    named = any(word.node and word.node.pos in {"PROPN", "PRON"} for word in subject[-1:])
    return node.tag == "VBG" and node.lemma in EVENT_PARTICIPLES and named
