"""Repairs of lists that the parser hung together wrongly."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise

from claimkit.splitting.subjects import follows
from claimkit.splitting.tree import NOMINAL, VERBAL, Node, Tree, ancestors, subtree

_PLACES = frozenset({"GPE", "LOC", "FAC"})


def mend_lists(tree: Tree) -> None:
    """Repair the tree in place."""
    for node in tree.nodes:
        for repair in _BY_RELATION.get(node.relation, ()):
            repair(node)
        if len(node.children) > 2:
            _second_modifier(node)
        if len(node.children) > 1:
            _modifier_behind_comma(node)


def _one_name(node: Node) -> None:
    """*Svalbard and Jan Mayen* with *Jan* and *Mayen* as two members: names that touch are one."""
    before = node.before
    touching = before is not None and before.head is node.head and before.relation == node.relation == "conj"
    if before and touching and before.pos == node.pos == "PROPN":
        node.attach(before, "flat")


def _hyphen(node: Node) -> None:
    """*small and large-scale projects*: what a hyphen joins is one member."""
    hyphen = node.before
    first = hyphen.before if hyphen and hyphen.text == "-" else None
    if hyphen and first and first.head is node.head and first.relation == node.relation == "conj":
        for child in list(first.children):
            child.attach(node, child.dep)
        first.attach(node, "compound")
        hyphen.attach(first, "punct")


def _apposed_member(second: Node) -> None:
    """*Ann Lee, Tom Hill and Eva Berg* with *Tom Hill* as what Ann Lee is: names in a row are a list."""
    first, members = second.head, second.of("conj")
    listed = any(tie.word in {"and", "or"} for member in members for tie in member.of("cc"))
    if second.relation != "appos" or first is None or not listed or not follows(subtree(second)[0], marks=","):
        return
    names = {node.pos for node in (first, second, *members)} == {"PROPN"}
    chain = {first.entity, second.entity} & _PLACES
    if names and not chain and not second.of("det"):
        second.attach(first, "conj")
        for member in members:
            member.attach(first, "conj")


def _conjunct_of_name(node: Node) -> None:
    """*the son of Ann Lee and the brother of Tom Hill*: the brother goes beside the son, not Ann."""
    name = node.head
    noun = name.head if name and node.relation == "conj" and node.pos == "NOUN" and name.pos == "PROPN" else None
    if name is None or noun is None or name.relation != "nmod" or noun.pos != "NOUN" or noun.relation == "appos":
        return
    alike = all(one.of("det") and any(_is_of(child) for child in one.of("nmod")) for one in (noun, node))
    if alike:
        node.attach(noun, "conj")


def _is_of(node: Node) -> bool:
    return any(case.word == "of" for case in node.of("case"))


def _date_of_place(date: Node) -> None:
    """*at the plant in Everett on July 8*: no town has a date, so it is the verb's."""
    cases = {case.word for case in date.of("case")}
    place = date.head
    if date.relation != "nmod" or date.entity != "DATE" or not cases & {"on", "in"} or place is None:
        return
    verb = next((above for above in ancestors(date) if above.pos in VERBAL), None)
    solid = all(above.pos in NOMINAL for above in ancestors(date) if verb and above.index > verb.index)
    if place.entity in _PLACES and place.pos == "PROPN" and verb and verb.index < place.index and solid:
        date.attach(verb, "obl")


def _second_modifier(noun: Node) -> None:
    """*a film and television director*: nouns with *and* between them before the same noun are a list."""
    before = [child for child in noun.of("compound", "cc") if child.index < noun.index]
    for first, tie, second in zip(before, before[1:], before[2:], strict=False):
        if tie.relation == "cc" and first.relation == second.relation == "compound" and first.pos in NOMINAL:
            second.attach(first, "conj")
            tie.attach(second, "cc")


def _modifier_behind_comma(noun: Node) -> None:
    """*an open, community-based model*: modifiers with a comma between them are a list."""
    before = [child for child in noun.of("amod") if child.index < noun.index]
    for first, second in pairwise(before):
        start = subtree(second)[0]
        comma = start if start.text == "," else start.before
        if comma and comma.text == "," and comma.before in subtree(first):
            second.attach(first if first.relation == "amod" else first.head, "conj")


_BY_RELATION: Mapping[str, tuple[Callable[[Node], None], ...]] = {
    "appos": (_apposed_member,),
    "conj": (_one_name, _hyphen, _conjunct_of_name),
    "nmod": (_date_of_place,),
}
"""The repairs of a word that hangs from its head by that relation, in their order."""
