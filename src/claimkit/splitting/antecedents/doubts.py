"""When *his* or *her* may be somebody else's: an antecedent that is probable by its signs is then left unwritten."""

from __future__ import annotations

from collections.abc import Sequence

from claimkit.splitting.antecedents.grammar import Pronoun
from claimkit.splitting.antecedents.mentions import Mention, Nature
from claimkit.splitting.speakers import is_person
from claimkit.splitting.tree import Node, ancestors, subtree


def doubtful(pronoun: Pronoun, chosen: Mention, here: Sequence[Mention]) -> bool:
    """Whether somebody else is nearer: the subject of the clause that *her* stands in, or another *she* before it."""
    before = [mention for mention in here if mention.head.index < pronoun.node.index]
    others = (mention for mention in before if mention.pronoun and mention.thing.gender == pronoun.gender)
    if any(mention.thing is not chosen.thing for mention in others):
        return True
    subject = _subject_around(pronoun.node)
    if subject is None or subject is chosen.head:
        return False
    mention = next((mention for mention in before if mention.head is subject), None)
    if mention is None:
        return subject.pos == "NOUN" and is_person(subject) and subject.number != "Plur"
    return mention.nature is Nature.PERSON and not mention.plural and mention.thing is not chosen.thing


def _subject_around(node: Node) -> Node | None:
    """*the clerk who reported her fears*: whoever acts in the clause of a possessive; None for other pronouns."""
    if node.dep != "nmod:poss" and node.tag != "PRP$":
        return None
    if node.head and node.head.relation == "conj":  # neither Strand nor his lawyer
        return node.head.head
    for above in ancestors(node):
        subject = next(iter(above.of("nsubj")), None)
        if subject and node not in subtree(subject):
            relative = subject.tag in {"WP", "WDT"} and above.relation == "acl"
            return above.head if relative else subject
    return None
