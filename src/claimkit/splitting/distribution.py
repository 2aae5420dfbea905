"""One claim for each of several coordinated noun phrases: *spoken with A and B*, where it holds of each alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from claimkit.splitting.inflection import present
from claimkit.splitting.lexicon import COLLECTIVE, JOINING, PAIRED_NAMES, RECIPROCAL_NOUNS, SUMS, TOGETHER
from claimkit.splitting.tree import NOMINAL, Node, subtree
from claimkit.splitting.wording import Word

MAX_CLAIMS = 8
"""A longer list stays one claim, and so do lists whose combinations are more: nobody reads the ninth."""

_APART = frozenset({"separately", "individually"})
_QUALIFYING = frozenset({"det", "amod", "compound", "nummod", "nmod", "acl", "appos", "flat"})
_ABOUT = frozenset({"about", "against", "for", "in", "on", "to", "with"})
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
    present = {word.node for word in words}
    for noun in _all_lists(words) if fine else _lists(head):
        members = members_of(noun, fine=fine)
        fits = members and len(result) * len(members) <= MAX_CLAIMS
        if fits and all(present & {member, *member.of("appos", "flat")} for member in members) and holds_of_each(head, noun, members, fine=fine):
            result = [told for one in result for told in _told_each(one, head, noun, members)]
    return result


def _told_each(told: Told, head: Node, noun: Node, members: list[Node]) -> list[Told]:
    """One for each member, where another list has not left the words without them."""
    present = {word.node for word in told.words}
    there = all(present & {member, *member.of("appos", "flat")} for member in members)
    return _told_apart(told, head, noun, members) if there else [told]


def _lists(head: Node) -> list[Node]:
    """The nouns whose conjuncts may be told apart: subject, objects, obliques, and what these are about."""
    nouns = head.of("nsubj", "obj", "iobj", "obl") + [
        noun for verb in head.of("xcomp") for noun in verb.of("obj", "obl")
    ]
    about = [child for noun in nouns for child in noun.of("nmod") if {case.word for case in child.of("case")} & _ABOUT]
    return [*nouns, *about]


def _all_lists(words: Sequence[Word]) -> list[Node]:
    there = [word.node for word in words if word.node]
    tops = [*there, *(node.head for node in there if node.head and node.relation in {"appos", "flat"})]
    nodes = {node.index: node for node in tops if node.of("conj")}
    return [nodes[index] for index in sorted(nodes)]


def members_of(noun: Node, *, fine: bool = False, examples: bool = False) -> list[Node]:
    """The noun and its conjuncts, where all of them hold: of examples also those joined by *or*."""
    fine = fine or examples
    conjuncts = noun.of("conj")
    ties = [tie.word for conjunct in conjuncts for tie in _ties_of(conjunct)]
    modifiers = fine and noun.relation == "amod"  # a legible, concise style
    if not (ties or modifiers) or not all(tie in JOINING - {"but"} or (fine and tie == "as") or (examples and tie == "or") for tie in ties):
        return []
    sorts = NOMINAL | {"ADJ"} | ({"VERB"} if modifiers else set()) if fine else NOMINAL
    bars = ("cop", "nsubj") if fine else ("case", "cop", "nsubj")
    own_place = any(member.pos not in sorts or member.of(*bars) for member in conjuncts)
    return [] if own_place else [noun, *conjuncts]


def _ties_of(conjunct: Node) -> list[Node]:
    """*and film and television director*: the tie may hang from the conjunct's first word."""
    first = subtree(conjunct)[0]
    return conjunct.of("cc") or ([first] if first.dep == "cc" else [])


def holds_of_each(head: Node, noun: Node, members: list[Node], *, fine: bool = False) -> bool:
    """Whether what the clause says of the list it says of each member."""
    around = {node.word for child in head.children if child is not noun for node in [child, *child.children]}
    around |= {node.word for node in noun.of("case", "advmod", "det")}
    listing = fine and head.lemma in {"include", "comprise"} and noun.relation == "obj"
    if (head.lemma in COLLECTIVE and not listing) or around & TOGETHER:
        return False
    if any(child.lemma in RECIPROCAL_NOUNS for child in [noun, *head.of("obj", "obl")]):
        return False
    pairs = pairwise(members)
    if any((one.lemma, two.lemma) in PAIRED_NAMES for one, two in pairs):
        return False
    if noun.relation == "nsubj" and head.of("cop") and (head.pos != "ADJ" or head.lemma in COLLECTIVE):
        return False  # A and B are brothers
    if fine and (_one_whole(noun) or _in_a_title(noun, members)):
        return False
    return fine or all(member.pos == "PROPN" for member in members) or all(map(_is_phrase, members)) or len(members) > 2


def _one_whole(noun: Node) -> bool:
    """*the islands of A and B*, *the cost of building and repair*: what is *of* them all need not be of each."""
    above = noun.head
    if above is None or noun.relation != "nmod" or not any(case.word == "of" for case in noun.of("case")):
        return False
    return above.number == "Plur" or above.lemma in SUMS


def _in_a_title(noun: Node, members: list[Node]) -> bool:
    """*"Brothers and Sisters"*, *Brothers & Sisters*: a name with *and* inside."""
    first, last = subtree(noun)[0], subtree(members[-1])[-1]
    opening = {mark.text for mark in (first, first.before) if mark} & {'"', "“", "``"}
    closing = {mark.text for mark in (last, last.after) if mark} & {'"', "”", "''"}
    return bool(opening and closing) or any(tie.text == "&" for member in members for tie in member.of("cc"))


def _is_phrase(member: Node) -> bool:
    """More than a bare word: *peace and stability* are one thing to check, *a house and a car* are two."""
    return any(child.relation in {"det", "nummod", "nmod", "amod", "compound"} for child in member.children)


def _told_apart(told: Told, head: Node, noun: Node, members: list[Node]) -> list[Told]:
    branches = [branch_of(member, noun, members, predicate=noun is head) for member in members]
    everyone = {node.index for branch in branches for node in branch}
    apart = tuple(child for child in head.of("advmod") if child.word in _APART)
    hidden = {node.index for node in (*_ties(noun, members), *apart)}
    result = []
    for member, branch in zip(members, branches, strict=True):
        gone = (everyone - {node.index for node in branch}) | hidden
        if member is not noun and member.of("case"):
            gone |= {node.index for case in noun.of("case") for node in subtree(case)}
        words = tuple(word for word in told.words if not word.node or word.node.index not in gone)
        if noun.relation == "nsubj" and member.number != "Plur":
            words = agreeing(words, head)
        result.append(Told(words=words, spare=(*told.spare, *apart)))
    return result


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


def branch_of(member: Node, noun: Node, members: list[Node], *, predicate: bool = False) -> list[Node]:
    """The tokens of one member; what stands after the whole list, and the preposition, belong to all of them.

    So does the first one's article or owner, where no other member has its own: *Pakistan's sovereignty and integrity*.
    """
    without = {child.index for child in member.of("cc", "punct", *(("case",) if member is noun else ()))}
    if len(members) == 1:
        return subtree(member, without=without)
    names = noun.pos != "PROPN" and any(other.pos == "PROPN" for other in members)
    if not names and not any(other.of("det") or _owner(other) for other in members[1:]):
        without |= {child.index for child in (*noun.of("det"), *_owner(noun)) if child.index < noun.index and not _in_name(child)}
    last = noun.of("conj")[-1].index
    if member is noun and predicate:
        without |= {child.index for child in noun.children if child.relation not in _QUALIFYING}
    if member is noun:
        without |= {child.index for child in noun.children if child.relation == "conj" or child.index > last}
    return subtree(member, without=without)


def _ties(noun: Node, members: list[Node]) -> list[Node]:
    first, last = noun.index, members[-1].index
    joints = [tie for member in members for tie in (*member.of("punct"), *_ties_of(member))]
    joints = [tie for tie in joints if first < tie.index < last or tie.dep == "cc:preconj"]
    return [node for tie in joints for node in subtree(tie)]


def _in_name(article: Node) -> bool:
    """*The Right Stuff*: an article with a capital inside a sentence."""
    return article.pos == "DET" and article.before is not None and article.text[0].isupper()


def _owner(noun: Node) -> list[Node]:
    return [child for child in noun.children if child.dep == "nmod:poss"]
