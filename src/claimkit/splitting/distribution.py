"""One claim for each of several coordinated noun phrases: *spoken with A and B*, where it holds of each alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimkit.splitting.enumerations import branch_of, holds_of_each, members_of, ties_of
from claimkit.splitting.inflection import indefinite, present
from claimkit.splitting.tree import Node, ancestors, subtree
from claimkit.splitting.wording import Word

MAX_CLAIMS = 8
"""A longer list stays one claim, and so do lists whose combinations are more: nobody reads the ninth."""

_APART = frozenset({"separately", "individually"})
_ABOUT = frozenset({"about", "against", "for", "in", "on", "to", "with"})
_STEPS = frozenset({"also", "especially", "finally", "later", "notably", "particularly", "then"})
"""What leads from one member to the next: *in London and then Glasgow*."""

_SINGULAR = {"have": "has", "are": "is", "were": "was", "do": "does", "'re": "is", "’re": "is", "'ve": "has"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The words of one of the claims; ``spare`` are tokens of its anchors that the text leaves out (*separately*)."""

    words: tuple[Word, ...]
    spare: tuple[Node, ...] = ()


def distributed(words: Sequence[Word], head: Node, *, fine: bool = False) -> list[Told]:
    """The claim with those words as one claim for each member of each list that can be told apart.

    ``fine``: lists anywhere in it, bare words too.
    """
    result = [Told(words=tuple(words))]
    nouns = _all_lists(words) if fine else _lists(head)
    present = {word.node for word in words} if nouns else set()
    for noun in nouns:
        members = members_of(noun, fine=fine)
        fits = members and len(result) * len(members) <= MAX_CLAIMS
        there = all(present & {member, *member.of("appos", "flat")} for member in members)
        if fits and there and _holds(head, noun, members, fine=fine):
            result = [told for one in result for told in _told_each(one, head, noun, members)]
    return result


def _holds(head: Node, noun: Node, members: list[Node], *, fine: bool) -> bool:
    """Whether neither the clause nor one in it that the list stands in keeps the list together."""
    own = _own_clause(noun, head)
    return all(holds_of_each(clause, noun, members, fine=fine) for clause in {head, own})


def _own_clause(noun: Node, head: Node) -> Node:
    """The predicate that the list stands under: *since the leagues A and B merged*."""
    return next((above for above in ancestors(noun) if above.pos == "VERB" or above.of("cop")), head)


def _told_each(told: Told, head: Node, noun: Node, members: list[Node]) -> list[Told]:
    """One for each member, where another list has not left the words without them."""
    present = {word.node for word in told.words}
    there = all(present & {member, *member.of("appos", "flat")} for member in members)
    return _told_apart(told, head, noun, members) if there else [told]


def _lists(head: Node) -> list[Node]:
    """The nouns with conjuncts that may be told apart: subject, objects, obliques, and what these are about."""
    nouns = head.of("nsubj", "obj", "iobj", "obl") + [
        noun for verb in head.of("xcomp") for noun in verb.of("obj", "obl")
    ]
    about = [child for noun in nouns for child in noun.of("nmod") if {case.word for case in child.of("case")} & _ABOUT]
    return [noun for noun in (*nouns, *about) if noun.of("conj")]


def _all_lists(words: Sequence[Word]) -> list[Node]:
    there = [word.node for word in words if word.node]
    tops = [*there, *(node.head for node in there if node.head and node.relation in {"appos", "flat"})]
    nodes = {node.index: node for node in tops if node.children and node.of("conj")}
    return [nodes[index] for index in sorted(nodes)]


def _told_apart(told: Told, head: Node, noun: Node, members: list[Node]) -> list[Told]:
    branches = [branch_of(member, noun, members, predicate=noun is head) for member in members]
    everyone = {node.index for branch in branches for node in branch}
    apart = tuple(child for child in head.of("advmod") if child.word in _APART)
    apart += tuple(child for child in (*head.of("advmod", "det"), *noun.of("det")) if child.word == "both")
    steps = [child for member in members[1:] for child in member.of("advmod") if child.word in _STEPS]
    hidden = {node.index for node in (*_ties(noun, members), *apart, *steps)}
    result = []
    for member, branch in zip(members, branches, strict=True):
        gone = (everyone - {node.index for node in branch}) | hidden
        if member is not noun and member.of("case"):
            gone |= {node.index for case in noun.of("case") for node in subtree(case)}
        words = tuple(word for word in told.words if not word.node or word.node.index not in gone)
        named = noun.relation == "appos" and noun.head is not None and noun.head.relation == "nsubj"
        if (named or noun.relation == "nsubj") and member.number != "Plur":
            own = _own_clause(noun, head)
            words = agreeing(words, own if any(word.node is own for word in words) else head)
            words = _one_of_them(words, head) if head.of("cop") and head.number == "Plur" else words
        result.append(Told(words=words, spare=(*told.spare, *apart)))
    return result


def _one_of_them(words: tuple[Word, ...], head: Node) -> tuple[Word, ...]:
    """*are overseas towns* as *is an overseas town*."""
    before = [child for child in head.of("amod", "compound") if child.index < head.index]
    first = min([head.index, *(node.index for child in before for node in subtree(child))])
    result: list[Word] = []
    for word in words:
        index = word.node.index if word.node else -1
        if index == first:
            result.append(Word(form=indefinite(head.lemma if index == head.index else word.form)))
        result.append(replace(word, form=head.lemma) if index == head.index else word)
    return tuple(result)


def agreeing(words: tuple[Word, ...], head: Node) -> tuple[Word, ...]:
    """The first finite verb made singular."""
    verbs = {verb.index for verb in [head, *head.of("aux", "cop")] if verb.tag in {"VBP", "VBD"}}
    for place, word in enumerate(words):
        if word.node and word.node.index in verbs:
            form = _SINGULAR.get(word.form.lower())
            if form is None and word.node.tag == "VBP":
                form = present(word.node.lemma, plural=False)
            return (*words[:place], replace(word, form=form or word.form), *words[place + 1 :])
    return words


def _ties(noun: Node, members: list[Node]) -> list[Node]:
    first, last = noun.index, members[-1].index
    joints = [tie for member in members for tie in (*member.of("punct"), *ties_of(member))]
    joints = [tie for tie in joints if first < tie.index < last or tie.dep == "cc:preconj"]
    return [node for tie in joints for node in subtree(tie)]
