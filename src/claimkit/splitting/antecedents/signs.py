"""What speaks for or against a noun phrase as the antecedent of a pronoun: signs that can be named, each with a weight.

The signs are ours; the weights are those of a log-linear model on GUM's coreference (``training/references.py``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimkit.splitting.antecedents.grammar import Pronoun, clause_around, clause_head, role, understood_subject
from claimkit.splitting.antecedents.mentions import Mention, is_agent
from claimkit.splitting.lexicon import SAYING, THINKING, TIMES
from claimkit.splitting.tree import Node, ancestors, subject_of

_RAISING = frozenset({"appear", "happen", "seem", "take", "turn"})
_ARTICLES = frozenset({"the", "a", "an", "this", "these"})


@dataclass(slots=True, kw_only=True, eq=False)
class Field:
    """The candidates for one pronoun, and what they are together."""

    pronoun: Pronoun
    candidates: Sequence[Mention]
    near: frozenset[int] = frozenset()
    """The things of this sentence and the one before."""
    here: frozenset[int] = frozenset()
    """The things of this sentence."""
    most: int = 0
    """How often the candidate was mentioned that was mentioned most."""

    @classmethod
    def of(cls, pronoun: Pronoun, candidates: Sequence[Mention]) -> Field:
        """The field of a pronoun."""
        gaps = [(id(mention.thing), pronoun.sentence - mention.sentence) for mention in candidates]
        return cls(
            pronoun=pronoun,
            candidates=candidates,
            near=frozenset(thing for thing, gap in gaps if gap <= 1),
            here=frozenset(thing for thing, gap in gaps if not gap),
            most=max((mention.thing.mentions for mention in candidates), default=0),
        )

    def rows(self) -> Iterator[tuple[str, ...]]:
        """The signs of each candidate, and last those of none."""
        for rank, mention in enumerate(self.candidates):
            yield (*signs(self.pronoun, mention, rank), *self._together(mention))
        yield (
            *signs_of_none(self.pronoun, len(self.candidates)),
            f"none: {self.pronoun.family} {min(len(self.near), 4)} things",
        )

    def _together(self, mention: Mention) -> Iterator[str]:
        family = self.pronoun.family
        if self.near == {id(mention.thing)}:
            yield f"{family}: alone in two sentences"
        if self.here == {id(mention.thing)}:
            yield f"{family}: alone in the sentence"
        elif not self.here and id(mention.thing) in self.near:
            yield f"{family}: one of {min(len(self.near), 4)} in the sentence before"
        if mention.thing.mentions == self.most:
            yield f"{family}: most mentioned"


def signs(pronoun: Pronoun, mention: Mention, rank: int) -> Iterator[str]:
    """The signs of the pair; ``rank`` is how many other candidates stand between."""
    yield f"rank {min(rank, 6)}"
    yield from _of_nature(pronoun, mention)
    yield from _of_place(pronoun, mention)
    if pronoun.sentence == mention.sentence:
        yield from _of_clause(pronoun, mention)


def _of_nature(pronoun: Pronoun, mention: Mention) -> Iterator[str]:
    """What the noun phrase is, and how much has been said of it."""
    family = pronoun.family
    yield f"{family}: {mention.nature}{' plural' if mention.plural else ''}{' list' if mention.group else ''}"
    yield f"mentioned {min(mention.thing.mentions, 4)} times"
    if is_agent(mention.head):
        yield f"{family}: agent"
    if mention.named:
        yield f"{family}: name"
    if not mention.group and (mention.head.of("conj") or mention.head.relation == "conj"):
        yield f"{family}: of a list"
    if pronoun.gender:
        yield "gender known" if mention.thing.gender else "gender unknown"
        yield f"person mentioned {min(mention.thing.mentions, 5)} times"
    if mention.pronoun:
        yield f"{family}: pronoun"
        yield f"pronoun {min(pronoun.sentence - mention.sentence, 2)} back"
        if mention.head.word == pronoun.node.word:
            yield "same pronoun"
    else:
        yield _determined(mention)
    if mention.quoted != pronoun.quoted:
        yield f"{family}: {'only it is quoted' if mention.quoted else 'only the pronoun is quoted'}"
    if role(pronoun.node) == "subject":
        verb = clause_head(pronoun.node).lemma
        yield f"{family}: subject, {mention.nature}"
        if verb in SAYING or verb in THINKING:
            yield f"{family}: says, {mention.nature}"


def _of_place(pronoun: Pronoun, mention: Mention) -> Iterator[str]:
    """Where the two stand: sentences, roles, main clauses."""
    family, gap = pronoun.family, pronoun.sentence - mention.sentence
    theirs, mine, how = role(mention.head), role(pronoun.node), _determined(mention)
    where, back = "same sentence" if not gap else "other sentence", f"{min(gap, 2)} back"
    main = clause_around(mention).head is None
    yield f"{family}: {min(gap, 3)} sentences back"
    yield f"{where}, {theirs}"
    yield f"{where}, {mine} for {theirs}"
    yield f"{family}: {mine} for {theirs}, {back}, {'main' if main else 'inner'}, {how}"
    yield f"{family}: {mention.nature}, {how}, {back}"
    if theirs == mine and gap == 1:
        yield f"{family}: parallel in the sentence before"
    if main:
        yield f"main clause, {theirs}, {back}"


def _of_clause(pronoun: Pronoun, mention: Mention) -> Iterator[str]:
    """How their clauses lie, within one sentence."""
    node, own, above = pronoun.node, clause_head(pronoun.node), clause_around(mention)
    mine, theirs = role(node), role(mention.head)
    if understood_subject(own) is mention.head:
        yield f"{pronoun.family}: subject of its clause, {'told' if subject_of(own) else 'understood'}, {mine}"
    if mention.head.index > node.index:
        yield "after it"
    if above is own:
        yield f"same clause, {mine} for {theirs}"
    elif any(top is above for top in ancestors(own)):
        yield f"clause above, {mine} for {theirs}"
    elif above.head is own.head or own in above.children:
        yield f"clause beside, {mine} for {theirs}"
    if mine == "possessor" and node.head and node.head.lemma == mention.head.lemma:
        yield "its own noun"


def signs_of_none(pronoun: Pronoun, candidates: int) -> Iterator[str]:
    """The signs that a pronoun stands for no noun phrase: *it turned out*, *it is a pity*, *they say*."""
    family, node = pronoun.family, pronoun.node
    yield f"none: {family}"
    yield f"none: {family} {role(node)}"
    yield f"none: {min(candidates, 3)} candidates"
    if node.word == "it":
        first = node.before is None or node.before.is_punctuation
        yield f"none: {'first' if first else 'later'} {role(node)}"
        yield from _empty(clause_head(node), node)


def _empty(verb: Node, node: Node) -> Iterator[str]:
    if verb.lemma in _RAISING:
        yield "none: seems"
    if verb.of("csubj", "ccomp") and verb.lemma not in SAYING:
        yield "none: clause follows"
    if node.relation == "nsubj" and verb.lemma in {"come", "take"}:
        yield f"none: {verb.lemma}"
    if not verb.of("cop"):
        return
    if any(child.index > verb.index for child in verb.of("advcl", "xcomp", "acl")):
        yield "none: copula and clause"
    if node.relation == "nsubj" and verb.pos == "ADJ":
        yield "none: adjective"
    if verb.pos in {"NOUN", "PROPN"}:
        yield "none: noun"
    if verb.lemma in TIMES:
        yield "none: time"


def _determined(mention: Mention) -> str:
    """How a noun phrase is made: a pronoun, a name, by its article or possessor."""
    if mention.pronoun or mention.named:
        return "pronoun" if mention.pronoun else "name"
    if mention.head.of("nmod:poss"):
        return "possessed"
    first = mention.head.of("det")
    return f"det {first[0].word}" if first and first[0].word in _ARTICLES else "bare"
