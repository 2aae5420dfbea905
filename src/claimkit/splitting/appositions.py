"""What a name is said to be between commas: *Tammy Bruce, US State Department Spokesperson, ...*."""

from __future__ import annotations

from claimkit.splitting.clauses import Clause
from claimkit.splitting.inflection import be
from claimkit.splitting.lexicon import TITLES, UNNAMED
from claimkit.splitting.subjects import antecedent, separated
from claimkit.splitting.tree import Node, subtree
from claimkit.splitting.verbs import Group, Tense
from claimkit.splitting.wording import Word


def apposition(node: Node, clause: Clause) -> Clause | None:
    """The apposition as a clause with *is*: only beside a name, between commas, with an article or a known office."""
    noun = node.head
    if node.relation != "appos" or not noun or noun.pos != "PROPN" or not separated(node) or not _closed(node):
        return None
    if noun.of("conj") or node.of("conj", "cc", "nummod") or not _describes(node):
        return None
    name = antecedent(noun, before=subtree(node)[0].index)
    if not name:
        return None
    group = Group(tense=Tense.PRESENT, plural=False)
    lead = (*name, Word(form=be(is_past=False, plural=False)))
    return Clause(head=node, rule="apposition", subject=name, group=group, lead=lead)


def _closed(node: Node) -> bool:
    after = subtree(node)[-1].after
    return after is None or after.text in {",", ".", ";", "–", "—"}


def _describes(node: Node) -> bool:
    article = any(child.word in {"a", "an", "the"} for child in node.of("det"))
    office = node.lemma in TITLES or node.lemma in UNNAMED
    return office or (article and node.pos == "NOUN")
