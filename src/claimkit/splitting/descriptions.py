"""What clauses without a comma tell of a noun: *a film that won*, *a plan backed by the mayor*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from claimkit.splitting.clauses import Clause, openers
from claimkit.splitting.expansion import Draft
from claimkit.splitting.participles import restored
from claimkit.splitting.relatives import restrictive
from claimkit.splitting.subjects import antecedent, separated
from claimkit.splitting.tree import NOMINAL, Node, is_finite, subject_of, subtree
from claimkit.splitting.verbs import Group, Tense, group_of, is_negated, is_plural
from claimkit.splitting.wording import Word, words_of

_ARGUMENTS = frozenset({"nsubj", "obj", "obl"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """A claim about a noun of another one, and the tokens that the other stands without (none: it needs them)."""

    draft: Draft
    spare: tuple[Node, ...]


def descriptions(draft: Draft) -> Iterator[Description]:
    """What is told of the predicate noun, and so of the subject, and of the nouns beside the verb."""
    yield from _of_subject(draft)
    yield from _of_arguments(draft)


def is_definite(noun: Node) -> bool:
    """*the second game held there*: the words around the noun pick out the one, and none of them can go."""
    return any(det.word not in {"a", "an"} for det in noun.of("det")) or bool(noun.of("nmod:poss"))


def _of_subject(draft: Draft) -> Iterator[Description]:
    """*It is a film directed by her that won a prize*: the subject was directed by her, and won a prize."""
    clause, head = draft.clause, draft.clause.head
    if head.of("cop") and head.pos in NOMINAL and clause.subject and not is_definite(head):
        yield from _told(draft, head, clause, clause.subject)


def _of_arguments(draft: Draft) -> Iterator[Description]:
    """*She has a model backed by the board*: the model was backed by the board."""
    clause, head = draft.clause, draft.clause.head
    group = clause.group
    if group is None or group.tense is Tense.MODAL or is_negated(head):
        return
    for noun in head.of(*_ARGUMENTS):
        first = next((child for child in noun.of("acl") if child.index > noun.index), None)
        if first is None or separated(first) or not (first.tag == "VBN" or _happened(noun, group)):
            continue
        name = _definite(noun, antecedent(noun, before=subtree(first)[0].index))
        if name:
            own = Group(tense=group.tense, plural=is_plural(name))
            yield from _told(draft, noun, replace(clause, subject=name, group=own), name)


def _happened(noun: Node, group: Group) -> bool:
    """*A robber who threatened a man was caught*: of somebody in particular, for something happened to them."""
    return noun.relation == "nsubj" and group.tense is not Tense.PRESENT


def _definite(noun: Node, name: tuple[Word, ...]) -> tuple[Word, ...]:
    """*a model* as *the model*; a name as it is; none for what the participle picks out (*the plan backed by*)."""
    if noun.pos == "PROPN" and noun.number != "Plur":
        return name
    article = bool(name) and name[0].form.lower() in {"a", "an"}
    return (Word(form="the"), *name[1:]) if article and noun.pos == "NOUN" else ()


def _told(draft: Draft, noun: Node, clause: Clause, name: tuple[Word, ...]) -> Iterator[Description]:
    present = {word.node.index for word in draft.words if word.node}
    for first in noun.of("acl"):
        conjuncts = _chain(first)
        told_first = False
        for child in (first, *conjuncts):
            relative = child.dep == "acl:relcl"
            inner = restrictive(child, name) if relative else restored(child, clause, name)
            inner = inner or (_going_on(child, name) if told_first else None)
            told_first = inner is not None and first.dep == "acl:relcl"
            if inner and child.index in present and child.index > noun.index:
                branch = subtree(child, without={other.index for other in conjuncts if other is not child})
                words = (word for node in branch for word in inner.swap.get(node.index, words_of([node])))
                told = replace(draft, words=(*inner.lead, *words, *inner.tail), clause=inner, rule=inner.rule)
                yield Description(draft=told, spare=tuple(branch))


def _chain(first: Node) -> list[Node]:
    """The verbs beside that one, and those beside them."""
    found = first.of("conj")
    for verb in found:
        found += [other for other in verb.of("conj") if other not in found]
    return found


def _going_on(verb: Node, name: tuple[Word, ...]) -> Clause | None:
    """*a tumour that develops early and grows*: the second verb has the first one's pronoun."""
    if verb.relation != "conj" or not is_finite(verb) or subject_of(verb) or verb.of("aux", "cop"):
        return None
    swap: dict[int, tuple[Word, ...]] = {opener.index: () for opener in openers(verb)}
    group = group_of(verb, name)
    return Clause(head=verb, rule="relative-clause", subject=name, group=group, lead=name, swap=swap)
