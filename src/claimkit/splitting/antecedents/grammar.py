"""What grammar tells of a pronoun and a noun phrase: roles, clauses, understood subjects, and what can never be."""

from __future__ import annotations

from dataclasses import dataclass

from claimkit.splitting.antecedents.mentions import Mention, Nature, is_agent
from claimkit.splitting.lexicon import SAYING
from claimkit.splitting.tree import Node, ancestors, is_clause, subject_of

MAX_CLAUSES = 12
"""Clauses within clauses through which a subject is understood."""

IT = frozenset({"it", "its"})
THEY = frozenset({"they", "them", "their", "theirs"})
HE = frozenset({"he", "him", "his"})
SHE = frozenset({"she", "her", "hers"})

_ROLES = {"nsubj": "subject", "obj": "object", "iobj": "object", "obl": "oblique", "nmod": "noun's", "root": "root"}
_WEATHER = frozenset({"rain", "snow", "hail", "drizzle", "thunder"})
_MAKING = frozenset({"make", "find", "think", "consider", "deem"})


@dataclass(slots=True, kw_only=True, eq=False)
class Pronoun:
    """A pronoun with what is known of its place."""

    node: Node
    sentence: int
    quoted: bool

    @property
    def plural(self) -> bool:
        """*they*; it may stand for a group in the singular too."""
        return self.node.word in THEY

    @property
    def family(self) -> str:
        """``they``, ``it`` or ``he``, which is *she* too."""
        return family_of(self.node)

    @property
    def gender(self) -> str:
        """``m`` for *he*, ``f`` for *she*, empty for what is neither."""
        return "m" if self.node.word in HE else "f" if self.node.word in SHE else ""


def family_of(node: Node) -> str:
    """``they``, ``it`` or ``he``, which is *she* too; empty for another word."""
    families = {"it": IT, "they": THEY, "he": HE | SHE}
    return next((family for family, words in families.items() if node.word in words), "")


def role(node: Node) -> str:
    """What a noun phrase or a pronoun is in its clause."""
    if node.dep == "nmod:poss":
        return "possessor"
    if node.relation == "conj" and node.head:
        return role(node.head)
    return _ROLES.get(node.relation, "other") if node.head else "root"


def clause_head(node: Node) -> Node:
    """The predicate of the clause that a node stands in."""
    return next((above for above in ancestors(node) if is_clause(above)), node)


def clause_around(mention: Mention) -> Node:
    """The predicate of the clause that a noun phrase stands in; looked for once."""
    mention.clause = mention.clause or clause_head(mention.head)
    return mention.clause


def can_be(pronoun: Pronoun, mention: Mention) -> bool:
    """Whether grammar allows it: number, kind, no noun phrase within itself, no subject as its verb's object."""
    node = pronoun.node
    if pronoun.gender:
        thing = mention.nature is Nature.THING and (mention.named or is_agent(mention.head))
        person = mention.nature is Nature.PERSON or thing or mention.pronoun
        known = mention.thing.gender or mention.thing.first
        fits = person and not mention.plural and known in {"", pronoun.gender}
    elif pronoun.plural:
        fits = mention.plural or mention.group or mention.nature is not Nature.PLACE
    else:
        fits = not mention.plural and mention.nature is not Nature.PERSON and not mention.thing.gender
    if not fits:
        return False
    if mention.sentence != pronoun.sentence:
        return True
    if mention.head.index > node.index and not follows_as_subject(node, mention.head):
        return False
    if any(above is mention.head for above in ancestors(node)):
        return False
    beside = mention.head.head
    bound = node.dep != "nmod:poss" and beside is not None and beside is node.head
    return not (bound and role(mention.head) in {"subject", "object"} and node.relation in {"obj", "iobj", "obl"})


def understood_subject(clause: Node) -> Node | None:
    """The clause's own subject, or the one that grammar gives it: *urged Pakistan to reiterate*, *said, adding*."""
    for _ in range(MAX_CLAUSES):
        own, above = subject_of(clause), clause.head
        if own or above is None:
            return own
        if clause.relation == "acl":
            return above
        objects = above.of("obj", "iobj") if clause.relation == "xcomp" else []
        if objects:
            return objects[0]
        if clause.relation not in {"xcomp", "advcl", "conj", "ccomp"}:
            return None
        clause = above
    return None


def follows_as_subject(pronoun: Node, subject: Node) -> bool:
    """*During his call, Mr Reid spoke*: the pronoun stands in what leads in the clause of that subject."""
    clause = subject.head
    led = clause is not None and role(subject) == "subject" and pronoun.index < subject.index
    return led and any(above.head is clause and above.relation in {"obl", "advcl"} for above in ancestors(pronoun))


def co_subject(node: Node) -> Node | None:
    """The subject of the verb whose object or adverbial the pronoun is."""
    if node.dep == "nmod:poss" or node.relation not in {"obj", "iobj", "obl"} or node.head is None:
        return None
    found = node.head.of("nsubj")
    return found[0] if found else None


def names_below(pronoun: Node, mention: Mention) -> bool:
    """*She said Ann Lee had won*: a subject is none of those who are named in its own clause or below."""
    clause, head = pronoun.head, mention.head
    subject = pronoun.relation == "nsubj" and clause is not None and not mention.pronoun
    return subject and head.index > pronoun.index and any(above is clause for above in ancestors(head))


def said_by(node: Node) -> Node | None:
    """*Boeing said it would cut jobs*: the subject of the saying whose clause has *it* for its subject."""
    clause = node.head
    does = clause is not None and clause.pos == "VERB" and clause.relation == "ccomp" and node.relation == "nsubj"
    saying = clause.head if clause and does else None
    found = saying.of("nsubj") if saying and saying.lemma in SAYING else []
    return found[0] if found else None


def stands_for_nothing(node: Node) -> bool:
    """*It is time to go*, *it seems that*, *make it clear that*, *it rained*: grammar wants a word there, no more."""
    head = node.head
    if node.word != "it" or head is None:
        return False
    if node.relation == "expl" or head.lemma in _WEATHER:
        return True
    clause = any(
        child.index > head.index and child.index > node.index
        for child in head.of("csubj", "ccomp", "xcomp", "advcl", "acl")
    )
    if node.relation == "obj":
        return head.lemma in _MAKING and bool(head.of("xcomp"))
    return node.relation == "nsubj" and clause and bool(head.of("cop")) and (head.pos == "ADJ" or head.lemma == "time")
