"""One claim for each of several coordinated noun phrases: *spoken with A and B*, where it holds of each alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from claimkit.splitting.inflection import present
from claimkit.splitting.lexicon import COLLECTIVE, JOINING, PAIRED_NAMES, RECIPROCAL_NOUNS, TOGETHER
from claimkit.splitting.tree import NOMINAL, Node, subtree
from claimkit.splitting.wording import Word

MAX_CLAIMS = 8
"""A longer list stays one claim, and so do lists whose combinations are more: nobody reads the ninth."""

_APART = frozenset({"separately", "individually"})
_ABOUT = frozenset({"about", "against", "for", "in", "on", "to", "with"})
_SINGULAR = {"have": "has", "are": "is", "were": "was", "do": "does", "'re": "is", "’re": "is", "'ve": "has"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The words of one of the claims; ``spare`` are tokens of its anchors that the text leaves out (*separately*)."""

    words: tuple[Word, ...]
    spare: tuple[Node, ...] = ()


def distributed(words: Sequence[Word], head: Node) -> list[Told]:
    """The claim with those words as one claim for each member of each list that can be told apart."""
    result = [Told(words=tuple(words))]
    for noun in _lists(head):
        members = _members(noun)
        fits = members and len(result) * len(members) <= MAX_CLAIMS
        if fits and noun in {word.node for word in words} and _holds_of_each(head, noun, members):
            result = [told for one in result for told in _told_apart(one, head, noun, members)]
    return result


def _lists(head: Node) -> list[Node]:
    """The nouns whose conjuncts may be told apart: subject, objects, obliques, and what these are about."""
    nouns = head.of("nsubj", "obj", "iobj", "obl") + [
        noun for verb in head.of("xcomp") for noun in verb.of("obj", "obl")
    ]
    about = [child for noun in nouns for child in noun.of("nmod") if {case.word for case in child.of("case")} & _ABOUT]
    return [*nouns, *about]


def _members(noun: Node) -> list[Node]:
    conjuncts = noun.of("conj")
    ties = [tie.word for conjunct in conjuncts for tie in conjunct.of("cc")]
    if not ties or not all(tie in JOINING - {"but"} for tie in ties):
        return []
    own_place = any(member.pos not in NOMINAL or member.of("case", "cop", "nsubj") for member in conjuncts)
    return [] if own_place else [noun, *conjuncts]


def _holds_of_each(head: Node, noun: Node, members: list[Node]) -> bool:
    around = {node.word for child in head.children if child is not noun for node in [child, *child.children]}
    around |= {node.word for node in noun.of("case", "advmod", "det")}
    if head.lemma in COLLECTIVE or around & TOGETHER:
        return False
    if any(child.lemma in RECIPROCAL_NOUNS for child in [noun, *head.of("obj", "obl")]):
        return False
    pairs = pairwise(members)
    if any((one.lemma, two.lemma) in PAIRED_NAMES for one, two in pairs):
        return False
    if noun.relation == "nsubj" and head.of("cop") and (head.pos != "ADJ" or head.lemma in COLLECTIVE):
        return False  # A and B are brothers
    return all(member.pos == "PROPN" for member in members) or all(map(_is_phrase, members)) or len(members) > 2


def _is_phrase(member: Node) -> bool:
    """More than a bare word: *peace and stability* are one thing to check, *a house and a car* are two."""
    return any(child.relation in {"det", "nummod", "nmod", "amod", "compound"} for child in member.children)


def _told_apart(told: Told, head: Node, noun: Node, members: list[Node]) -> list[Told]:
    branches = [_branch(member, noun, members) for member in members]
    everyone = {node.index for branch in branches for node in branch}
    apart = tuple(child for child in head.of("advmod") if child.word in _APART)
    hidden = {node.index for node in (*_ties(noun, members), *apart)}
    result = []
    for member, branch in zip(members, branches, strict=True):
        gone = (everyone - {node.index for node in branch}) | hidden
        words = tuple(word for word in told.words if not word.node or word.node.index not in gone)
        if noun.relation == "nsubj" and member.number != "Plur":
            words = _agreeing(words, head)
        result.append(Told(words=words, spare=(*told.spare, *apart)))
    return result


def _agreeing(words: tuple[Word, ...], head: Node) -> tuple[Word, ...]:
    """The first finite verb made singular."""
    verbs = {verb.index for verb in [head, *head.of("aux", "cop")] if verb.tag in {"VBP", "VBD"}}
    for place, word in enumerate(words):
        if word.node and word.node.index in verbs:
            form = _SINGULAR.get(word.form.lower())
            if form is None and word.node.tag == "VBP":
                form = present(word.node.lemma, plural=False)
            return (*words[:place], replace(word, form=form or word.form), *words[place + 1 :])
    return words


def _branch(member: Node, noun: Node, members: list[Node]) -> list[Node]:
    """The tokens of one member; what stands after the whole list, and the preposition, belong to all of them.

    So does the first one's article or owner, where no other member has its own: *Pakistan's sovereignty and integrity*.
    """
    without = {child.index for child in member.of("cc", "punct", "case")}
    if not any(other.of("det") or _owner(other) for other in members[1:]):
        without |= {child.index for child in (*noun.of("det"), *_owner(noun)) if child.index < noun.index}
    last = noun.of("conj")[-1].index
    if member is noun:
        without |= {child.index for child in noun.children if child.relation == "conj" or child.index > last}
    return subtree(member, without=without)


def _ties(noun: Node, members: list[Node]) -> list[Node]:
    first, last = noun.index, members[-1].index
    joints = [tie for member in members for tie in member.of("cc", "punct")]
    return [tie for tie in joints if first < tie.index < last or tie.dep == "cc:preconj"]


def _owner(noun: Node) -> list[Node]:
    return [child for child in noun.children if child.dep == "nmod:poss"]
