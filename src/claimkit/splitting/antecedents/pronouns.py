"""What *he*, *she*, *it* and *they* stand for, read sentence by sentence; where that is in doubt, nothing.

Each noun phrase of the sentences before has a probability, by the signs that speak for it; those that speak of the same
thing share theirs. ``python -m training.antecedents`` tells how often that is right.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import chain, islice
from pathlib import Path

from claimkit.splitting.antecedents.doubts import doubtful
from claimkit.splitting.antecedents.grammar import (
    HE,
    IT,
    SHE,
    THEY,
    Pronoun,
    can_be,
    co_subject,
    names_below,
    said_by,
    stands_for_nothing,
)
from claimkit.splitting.antecedents.mentions import Mention, Nature, Thing, mentions
from claimkit.splitting.antecedents.names import firm_names
from claimkit.splitting.antecedents.persons import Namesakes
from claimkit.splitting.antecedents.signs import Field
from claimkit.splitting.tree import Node, Tree, quoted

WEIGHTS = Path(__file__).with_name("pronouns.json")

REACH = 3
"""Sentences back in which an antecedent must have been mentioned."""

MAX_CANDIDATES = 30
"""The nearest noun phrases that are weighed."""

SURE = {"it": 0.75, "they": 0.7, "he": 0.65}
"""The probability that an antecedent must have to be written: from there on some 19 of 20 are right."""

SPEAKER = 0.9
"""How sure it is that *it*, of which an organization speaks, is itself."""

LIKELY = 0.4
"""The probability from which on a pronoun carries a thing further, though its name is not written."""


@cache
def weights() -> Mapping[str, float]:
    """The weight of each sign, in log-odds."""
    read = json.loads(WEIGHTS.read_text(encoding="utf-8"))["weights"]
    return {name: float(weight) for name, weight in read.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A pronoun with its candidates, and the one that it stands for, as ``sure`` as that is."""

    pronoun: Pronoun
    candidates: tuple[Mention, ...]
    chosen: Mention | None = None
    sure: float = 1.0

    @property
    def told(self) -> bool:
        """Whether that is sure enough to be written; not where it comes later, and nothing within quotation marks."""
        pronoun, chosen = self.pronoun, self.chosen
        if chosen is None or pronoun.quoted:
            return False
        later = chosen.sentence == pronoun.sentence and chosen.head.index > pronoun.node.index
        return not later and self.sure >= SURE[pronoun.family]


@dataclass(slots=True, kw_only=True)
class Things:
    """The noun phrases of the sentences just read, and the things of the article by name and by noun."""

    sentence: int = 0
    recent: list[Mention] = field(default_factory=list)
    here: list[Mention] = field(default_factory=list)
    """Those of the last sentence, pronouns left out."""
    names: dict[str, Thing] = field(default_factory=dict)
    nouns: dict[str, Thing] = field(default_factory=dict)
    people: Namesakes[Thing] = field(default_factory=Namesakes)
    firms: set[str] = field(default_factory=set)
    """The words of the names of companies."""

    def forget(self) -> None:
        """A heading: nothing above it is *it* below it."""
        self.recent = []

    def read(self, tree: Tree) -> list[Choice]:
        """The pronouns of the next sentence with what they stand for."""
        self.sentence += 1
        self.recent = [mention for mention in self.recent if self.sentence - mention.sentence <= REACH]
        self.firms.update(firm_names(tree))
        inside = quoted(tree)
        found: dict[int, list[Mention]] = {}
        for mention in mentions(tree, self.sentence):
            found.setdefault(mention.head.index, []).append(mention)
        for mention in chain.from_iterable(found.values()):
            self._join(mention)
            mention.quoted = mention.head.index in inside
        for mention in chain.from_iterable(found.values()):
            _identify(mention, found)
        here: list[Mention] = []
        choices: list[Choice] = []
        for node in tree.nodes:
            here += found.get(node.index, ())
            if is_pronoun(node):
                pronoun = Pronoun(node=node, sentence=self.sentence, quoted=node.index in inside)
                after = [mention for index, later in found.items() if index > node.index for mention in later]
                choice = self.choose(pronoun, [*after, *here])
                if choice.chosen and pronoun.gender and doubtful(pronoun, choice.chosen, here):
                    choice = replace(choice, sure=min(choice.sure, LIKELY))
                choices.append(choice)
                here.append(_said_again(choice))
        self.recent += here
        self.here = [mention for mention in here if not mention.pronoun]
        return choices

    def candidates(self, pronoun: Pronoun, here: Sequence[Mention]) -> tuple[Mention, ...]:
        """The nearest noun phrases that it may stand for; a verb's object is never its subject, by whatever name."""
        if stands_for_nothing(pronoun.node):
            return ()
        subject = co_subject(pronoun.node)
        barred = {
            id(mention.thing) for mention in here if mention.head is subject or names_below(pronoun.node, mention)
        }
        found = (mention for mention in [*reversed(here), *reversed(self.recent)] if can_be(pronoun, mention))
        return tuple(islice((mention for mention in found if id(mention.thing) not in barred), MAX_CANDIDATES))

    def choose(self, pronoun: Pronoun, here: Sequence[Mention]) -> Choice:
        """The noun phrase that the pronoun stands for, where one thing is probable enough."""
        candidates = self.candidates(pronoun, here)
        shares: dict[int, float] = {}
        for mention, share in zip(candidates, probabilities(pronoun, candidates), strict=False):
            shares[id(mention.thing)] = shares.get(id(mention.thing), 0.0) + share * mention.sure
        speaker = said_by(pronoun.node) if pronoun.node.word == "it" else None
        for mention in candidates:
            if mention.head is speaker and mention.nature in {Nature.ORGANIZATION, Nature.PLACE}:
                return Choice(pronoun=pronoun, candidates=candidates, chosen=mention, sure=SPEAKER * mention.sure)
        best = max(shares, key=shares.__getitem__, default=0)
        if not best or shares[best] < LIKELY:
            return Choice(pronoun=pronoun, candidates=candidates)
        chosen = next(mention for mention in candidates if id(mention.thing) == best)
        return Choice(pronoun=pronoun, candidates=candidates, chosen=chosen, sure=shares[best])

    def _join(self, mention: Mention) -> None:
        """With what the article has spoken of before by the same name, or the same noun unless it is a new one."""
        noun = f"{mention.head.lemma} {mention.plural}"
        name = " ".join(node.word for node in mention.words if node.pos != "DET")
        if mention.named and mention.words and mention.nature is Nature.PERSON:
            mention.thing = self._person(mention)
        elif mention.named or mention.group:
            mention.thing = self.names.setdefault(name or noun, Thing())
            if mention.nature is Nature.ORGANIZATION:
                self.firms.update(node.word for node in mention.words if node.pos == "PROPN")
        else:
            if is_new(mention.head):
                self.nouns.pop(noun, None)
            mention.thing = self.nouns.setdefault(noun, Thing())
        mention.thing.note(mention)

    def _person(self, mention: Mention) -> Thing:
        """Somebody known by the same name or a longer or shorter one; of several the first.

        *Hiester was the son of Anna Hiester*: in one sentence, the longer name after the shorter is another's.
        """
        name = tuple(node.word for node in mention.words)
        known = self.people.called(name)
        longer = known and known.phrase and known.last == self.sentence and len(known.phrase.words) < len(name)
        another = longer or (known and {known.gender, mention.gender} == {"m", "f"})
        thing = Thing() if known is None or another else known
        self.people.add(name, thing)
        return thing


def _identify(mention: Mention, found: Mapping[int, Sequence[Mention]]) -> None:
    """*One scholar is Ming Zhou*: the subject is who has that name."""
    if not mention.head.of("cop") or mention.nature is not Nature.PERSON:
        return
    subject = next((found[node.index][-1] for node in mention.head.of("nsubj") if node.index in found), None)
    if subject and not subject.named and not subject.plural:
        subject.thing = mention.thing
        mention.thing.note(subject)


def probabilities(pronoun: Pronoun, candidates: Sequence[Mention]) -> list[float]:
    """The probability of each candidate; what is left to one is that the pronoun stands for none of them."""
    known = weights()
    rows = list(Field.of(pronoun, candidates).rows())
    sums = [sum(known.get(sign, 0.0) for sign in row) for row in rows]
    top = max(sums)
    powers = [math.exp(value - top) for value in sums]
    return [power / sum(powers) for power in powers[:-1]]


def is_it_or_they(node: Node) -> bool:
    """Whether it is a pronoun that this file reads."""
    return node.word in IT | THEY and (node.pos == "PRON" or node.tag == "PRP$")


def is_pronoun(node: Node) -> bool:
    """Whether it is a third-person pronoun that may give way: all but *himself* and *theirs*."""
    return node.word in IT | THEY | HE | SHE and (node.pos == "PRON" or node.tag == "PRP$")


def is_new(noun: Node) -> bool:
    """*a bridge*, *another bridge*: not the one before."""
    return any(child.word in {"a", "an", "another", "other"} for child in noun.of("det", "amod"))


def _said_again(choice: Choice) -> Mention:
    """The pronoun as a noun phrase that a later pronoun may stand for."""
    pronoun, chosen = choice.pronoun, choice.chosen
    again = Mention(
        head=pronoun.node,
        words=(),
        nature=Nature.PERSON if pronoun.gender else chosen.nature if chosen else Nature.THING,
        plural=pronoun.plural,
        named=False,
        sentence=pronoun.sentence,
        pronoun=True,
        sure=choice.sure,
        quoted=pronoun.quoted,
        thing=chosen.thing if chosen else Thing(),
    )
    again.thing.gender = pronoun.gender or again.thing.gender
    again.thing.note(again)
    return again
