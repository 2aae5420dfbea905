"""Relative clauses that say something in passing: the pronoun is made a noun again."""

from __future__ import annotations

from claimkit.splitting.clauses import Clause
from claimkit.splitting.subjects import antecedent, own_subject, separated
from claimkit.splitting.tree import NAMING, NOMINAL, Node, is_finite, subject_of, subtree
from claimkit.splitting.verbs import group_of, is_plural
from claimkit.splitting.wording import Word

_LEADING = frozenset({"at", "during", "from", "in", "on", "through", "to", "under"})


def relative(node: Node, clause: Clause) -> Clause | None:
    """*Pahalgam, where 26 civilians were killed*: a relative clause after a comma, its pronoun made a noun again."""
    noun = node.head
    if node.dep != "acl:relcl" or not noun or noun.pos not in NAMING or not is_finite(node):
        return None
    branch = subtree(node)
    pronoun = next((found for found in branch if found.tag in {"WDT", "WP", "WP$", "WRB"}), None)
    if not separated(node) or pronoun is None or pronoun.index > branch[0].index + 2:
        return None
    return _told_of(antecedent(noun, before=branch[0].index), node, pronoun)


def restrictive(node: Node, name: tuple[Word, ...]) -> Clause | None:
    """*a language that supports modules*: a relative clause without a comma, told of that name."""
    if node.dep != "acl:relcl" or not node.head or node.head.pos not in NOMINAL or not is_finite(node):
        return None
    branch = subtree(node)
    pronoun = next((found for found in branch if found.word in {"that", "which", "who"}), None)
    if pronoun is None or pronoun.index > branch[0].index or pronoun.relation != "nsubj":
        return None
    return _told_of(name, node, pronoun)


def _told_of(name: tuple[Word, ...], node: Node, pronoun: Node) -> Clause | None:
    placed = _placed(node, pronoun, node.head, name) if node.head else None
    if not name or placed is None:
        return None
    swap, tail = placed
    subject = own_subject(node) if pronoun.relation != "nsubj" else name
    if pronoun.relation == "nsubj" and pronoun.head is node and _disagrees(node, name):
        return None
    return Clause(
        head=node, rule="relative-clause", subject=subject, group=group_of(node, subject), swap=swap, tail=tail
    )


def _disagrees(node: Node, name: tuple[Word, ...]) -> bool:
    """*tissues such as the bladder, which are not exposed*: a plural verb is not told of one thing."""
    verbs = {verb.word for verb in (node, *node.of("aux", "cop")) if verb.tag in {"VBP", "VBD"}}
    head = next((word.node for word in reversed(name) if word.node and word.node.pos in NOMINAL), None)
    return bool(verbs & {"are", "were", "have"}) and head is not None and head.pos == "NOUN" and not is_plural(name)


Placed = tuple[dict[int, tuple[Word, ...]], tuple[Word, ...]]


def _placed(head: Node, pronoun: Node, noun: Node, name: tuple[Word, ...]) -> Placed | None:
    """The swaps and the tail that put ``name`` where the relative pronoun stands for it."""
    if pronoun.relation == "nsubj" and pronoun.head is head:
        return {pronoun.index: name}, ()
    if pronoun.word == "whose" and subject_of(head) is pronoun.head:
        return {pronoun.index: (*name[:-1], Word(form=name[-1].form + "'s", node=name[-1].node))}, ()
    if pronoun.word == "where" and pronoun.head is head and subject_of(head):
        case = next((child.word for child in noun.of("case") if child.word in {"in", "at", "on", "near"}), "in")
        return {pronoun.index: ()}, (Word(form=case), *name)
    if pronoun.relation == "obj" and pronoun.head is head and subject_of(head) and not head.of("compound"):
        return {pronoun.index: (), head.index: (Word.of(head), *name)}, ()
    return _led(head, pronoun, name)


def _led(head: Node, pronoun: Node, name: tuple[Word, ...]) -> Placed | None:
    """*in which 17 people were killed*; *some of whom left*."""
    case = next(iter(pronoun.of("case")), None)
    if case and pronoun.relation == "obl" and pronoun.head is head and subject_of(head) and case.word in _LEADING:
        return {pronoun.index: (), case.index: ()}, (Word.of(case), *name)
    some = case is not None and case.word == "of" and pronoun.head is subject_of(head)
    return ({pronoun.index: name}, ()) if some else None
