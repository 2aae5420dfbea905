"""Lists of nouns in a clause: their members, what each holds, and whether the clause holds of each alone."""

from __future__ import annotations

from itertools import pairwise

from claimkit.splitting.lexicon import COLLECTIVE, JOINING, KINDRED, PAIRED_NAMES, RECIPROCAL_NOUNS, SUMS, TOGETHER
from claimkit.splitting.tree import NOMINAL, OPENING, Node, subtree
from claimkit.splitting.verbs import is_negated

_QUALIFYING = frozenset({"det", "amod", "compound", "nummod", "nmod", "acl", "appos", "flat"})
_DEGREES = frozenset({"more", "less", "most", "least", "as", "so", "too"})


def members_of(noun: Node, *, fine: bool = False, examples: bool = False) -> list[Node]:
    """The noun and its conjuncts, where all of them hold: of examples also those joined by *or*."""
    fine = fine or examples
    conjuncts = noun.of("conj")
    ties = [tie.word for conjunct in conjuncts for tie in ties_of(conjunct)]
    modifiers = fine and noun.relation == "amod"  # a legible, concise style
    joining = (JOINING - {"but"}) | ({"as"} if fine else set()) | ({"or"} if examples else set())
    if not (ties or modifiers) or not joining.issuperset(ties):
        return []
    sorts = NOMINAL | {"ADJ"} | ({"VERB"} if modifiers else set()) if fine else NOMINAL
    bars = ("cop", "nsubj") if fine else ("case", "cop", "nsubj")
    things = noun.pos in NOMINAL and noun.relation not in {"amod", "compound", "nmod"}
    if things and any(member.pos not in NOMINAL for member in conjuncts):  # enforcement and investigative powers
        return []
    if len({member.pos == "NUM" for member in (noun, *conjuncts)}) > 1:  # Austria spent 1.1 million and Italy 700,000
        return []
    if noun.pos == "ADJ" and any(noun.word == member.word for member in conjuncts):  # many, many countries
        return []
    own_place = not _in_a_row(noun, conjuncts) or any(
        member.pos not in sorts or member.of(*bars) for member in conjuncts
    )
    return [noun, *conjuncts] if _in_a_row(noun, conjuncts) and not own_place else []


def _in_a_row(noun: Node, conjuncts: list[Node]) -> bool:
    """Whether nothing else stands in the list: not *3 percent in May and 5 percent in June*."""
    head = noun.head
    first, last = noun.index, conjuncts[-1].index
    return not head or not any(first < child.index < last for child in head.of("obl", "advmod") if child is not noun)


def ties_of(conjunct: Node) -> list[Node]:
    """The *and* of a conjunct. *and film and television director*: the tie may hang from the conjunct's first word."""
    first = subtree(conjunct)[0]
    return conjunct.of("cc") or ([first] if first.dep == "cc" else [])


def holds_of_each(head: Node, noun: Node, members: list[Node], *, fine: bool = False) -> bool:
    """Whether what the clause says of the list it says of each member."""
    around = {node.word for child in head.children if child is not noun for node in [child, *child.children]}
    around |= {node.word for node in noun.of("case", "advmod", "det")}
    listing = fine and head.lemma in {"include", "comprise"} and noun.relation == "obj"
    kept = (head.lemma in COLLECTIVE and not listing) or around & TOGETHER or _kept_by_a_word(head, noun)
    named = noun.relation == "obl" and any(case.word == "as" for case in noun.of("case")) and _several(head)
    negated = any(child.word == "not" for member in members for child in member.of("advmod"))
    if kept or _denied_or_conditional(head) or named or negated:  # the victims were named as A and B; A and not B
        return False
    paired = any((one.lemma, two.lemma) in PAIRED_NAMES for one, two in pairwise(members))
    if paired or any(child.lemma in RECIPROCAL_NOUNS for child in [noun, *head.of("obj", "obl")]):
        return False
    if noun.relation == "nsubj" and head.of("cop") and (head.pos != "ADJ" or head.lemma in COLLECTIVE):
        return fine and _is_of_each(head)  # not: A and B are brothers
    if fine and (_one_whole(noun) or _in_a_title(noun, members)):
        return False
    return fine or all(member.pos == "PROPN" for member in members) or all(map(_is_phrase, members)) or len(members) > 2


def _denied_or_conditional(head: Node) -> bool:
    """*does not sell cars, trucks and buses*, *would have won A and B if*: of each alone it need not hold."""
    conditions = (node for node in subtree(head) if node.dep == "mark" and node.word in {"if", "unless"})
    return is_negated(head) or any(node.head and node.head.relation in {"acl", "advcl"} for node in conditions)


def _several(head: Node) -> bool:
    """Whether the clause is about several at once."""
    subject = next(iter(head.of("nsubj")), None)
    return subject is not None and subject.number == "Plur"


def _kept_by_a_word(head: Node, noun: Node) -> bool:
    """*only A and B*, *not only A but B*, *more worrying and unsettled than before*."""
    only = any(child.word == "only" for child in (*head.of("advmod"), *noun.of("advmod")))
    return only or (noun.pos == "ADJ" and any(child.word in _DEGREES for child in noun.of("advmod")))


def _is_of_each(head: Node) -> bool:
    """*A and B are towns*, *are part of it*: not *are brothers*, *are the only ones*."""
    plain = not head.of("det", "nummod", "nmod:poss", "conj") and head.pos == "NOUN"
    plain = plain and not any(node.text in OPENING for node in subtree(head))
    return plain and head.lemma not in KINDRED


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
    stop = last.after if last.after and last.after.text in {",", "."} else None
    closing = {mark.text for mark in (last, last.after, stop.after if stop else None) if mark} & {'"', "”", "''"}
    inside = any(
        node.text in {'"', "“", "``"} for node in (noun.before, *(child.before for child in noun.children)) if node
    )
    return bool(opening and closing) or inside or any(tie.text == "&" for member in members for tie in member.of("cc"))


def _is_phrase(member: Node) -> bool:
    """More than a bare word: *peace and stability* are one thing to check, *a house and a car* are two."""
    return any(child.relation in {"det", "nummod", "nmod", "amod", "compound"} for child in member.children)


def branch_of(member: Node, noun: Node, members: list[Node], *, predicate: bool = False) -> list[Node]:
    """The tokens of one member; what stands after the whole list, and the preposition, belong to all of them.

    So does the first one's article or owner, where no other member has its own: *Pakistan's sovereignty and integrity*.
    """
    without = {child.index for child in member.of("cc", "punct", *(("case",) if member is noun else ()))}
    if len(members) == 1:
        return subtree(member, without=without)
    names = noun.pos != "PROPN" and any(other.pos == "PROPN" for other in members)
    if not names and not any(other.of("det") or _owner(other) for other in members[1:]):
        shared = [child for child in (*noun.of("det"), *_owner(noun)) if child.index < noun.index]
        several = any(other.number == "Plur" for other in members[1:])
        without |= {child.index for child in shared if not _in_name(child) and not (several and _is_one(child))}
    last = noun.of("conj")[-1].index
    if member is noun and predicate:
        without |= {child.index for child in noun.children if child.relation not in _QUALIFYING}
    if member is noun:
        without |= {child.index for child in noun.children if child.relation == "conj" or child.index > last}
    return subtree(member, without=without)


def _is_one(article: Node) -> bool:
    """*a headscarf and jeans*: the article is the first one's alone."""
    return article.word in {"a", "an"}


def _in_name(article: Node) -> bool:
    """*The Right Stuff*: an article with a capital inside a sentence."""
    return article.pos == "DET" and article.before is not None and article.text[0].isupper()


def _owner(noun: Node) -> list[Node]:
    return [child for child in noun.children if child.dep == "nmod:poss"]
