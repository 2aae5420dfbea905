"""The noun phrases of a sentence that a pronoun may stand for, as they would be said again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from claimkit.splitting.antecedents.first_names import gender_of_first_name
from claimkit.splitting.antecedents.persons import gender_of, name_of
from claimkit.splitting.lexicon import GROUPS, ORGANIZATION_WORDS, PEOPLE, TIMES, TITLES, UNNAMED
from claimkit.splitting.tree import Node, Tree, subtree

MAX_WORDS = 7
"""Words of a noun phrase that is said again; a longer one is not put in a pronoun's place."""

_AGENTS = ("er", "or", "ist", "ian", "ant", "ent", "man", "woman", "ee")
_INSIDE = frozenset({"flat", "compound", "fixed", "goeswith", "appos", "vocative", "discourse", "reparandum", "dep"})
_BEFORE = frozenset({"det", "amod", "compound", "nummod", "flat", "nmod:poss", "nmod:desc", "case", "punct"})


class Nature(StrEnum):
    """What a noun phrase is, as far as its words tell."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    TIME = "time"
    THING = "thing"


@dataclass(slots=True, kw_only=True, eq=False)
class Thing:
    """What several noun phrases speak of."""

    mentions: int = 0
    last: int = 0
    phrase: Mention | None = None
    gender: str = ""
    first: str = ""

    def note(self, mention: Mention) -> None:
        """One mention more; the last phrase that can be said again is kept, a name before a noun."""
        self.mentions += 1
        self.last = mention.sentence
        self.gender = self.gender or mention.gender
        self.first = self.first or mention.first
        old = self.phrase
        longer = (
            old is None or not old.named or len(mention.words) >= len(old.words) or mention.nature is not Nature.PERSON
        )
        if mention.words and longer and (mention.named or old is None or not old.named):
            self.phrase = mention


@dataclass(slots=True, kw_only=True, eq=False)
class Mention:
    """A noun phrase: its head, the words that are said again, and what is known of it."""

    head: Node
    words: tuple[Node, ...]
    nature: Nature
    plural: bool
    named: bool
    sentence: int
    group: bool = False
    thing: Thing = field(default_factory=Thing)
    pronoun: bool = False
    sure: float = 1.0
    quoted: bool = False
    gender: str = ""
    first: str = ""
    """The gender of the first name, which only tells who somebody is not."""
    clause: Node | None = None
    """The predicate around it, once that has been looked for."""


def mentions(tree: Tree, sentence: int) -> Iterator[Mention]:
    """The noun phrases, in the order of their heads; a list of them is one more, where its first stands."""
    for node in tree.nodes:
        if node.pos not in {"NOUN", "PROPN"} or node.relation in _INSIDE or node.dep == "nmod:desc":
            continue
        mention = _mention(node, sentence)
        named = mention.named and mention.nature is Nature.PERSON and mention.words
        if mention.nature is Nature.TIME or (node.of("cop") and not named):
            continue
        listed = _listed(node)
        if listed:
            yield Mention(
                head=node,
                words=listed,
                nature=mention.nature,
                plural=True,
                named=all(part.pos == "PROPN" for part in (node, *node.of("conj"))),
                sentence=sentence,
                group=True,
            )
        yield mention


def _mention(node: Node, sentence: int) -> Mention:
    name = name_of(node)
    if name:
        titles = [part.word for part in subtree(node) if part.index < name[0].index]
        first = gender_of_first_name(name[0].word) if len(name) > 1 else ""
        gender = gender_of((*titles, node.word, node.lemma))
        return Mention(
            head=node,
            words=name,
            nature=Nature.PERSON,
            plural=False,
            named=True,
            sentence=sentence,
            gender=gender,
            first=first,
        )
    named = node.pos == "PROPN" or any(part.pos == "PROPN" for part in node.of("flat"))
    nature = nature_of(node)
    plural = (
        (node.number == "Plur" and not named) or node.tag == "NNS" or (node.tag == "NNPS" and nature is Nature.THING)
    )
    return Mention(
        head=node,
        words=phrase_again(node),
        nature=nature,
        plural=plural,
        named=named,
        sentence=sentence,
        gender=gender_of((node.lemma,)),
    )


def nature_of(node: Node) -> Nature:
    """What the head's words and labels tell; a thing where they tell nothing."""
    parts = [node, *node.of("flat", "compound")]
    labels = {part.entity for part in parts if part.pos == "PROPN"}
    if node.entity == "DATE" or node.lemma in TIMES:
        return Nature.TIME
    if node.word in ORGANIZATION_WORDS or node.lemma in GROUPS or (labels & {"ORG"} and node.pos == "PROPN"):
        return Nature.ORGANIZATION
    if "PERSON" in labels or node.lemma in PEOPLE | UNNAMED | TITLES:
        return Nature.PERSON
    if labels & {"LOC", "GPE", "NORP"}:
        return Nature.PLACE
    return Nature.THING


def is_agent(node: Node) -> bool:
    """*a painter*, *the applicant*: a noun that ends as words for people do."""
    return node.pos == "NOUN" and node.lemma.endswith(_AGENTS)


def phrase_again(node: Node) -> tuple[Node, ...]:
    """The words before the head that belong to it, the head, its name, and a short *of* phrase; empty: too long."""
    without = {child.index for child in node.children if not _kept(child, node)}
    run = subtree(node, without=without)
    while run and (run[0].is_punctuation or (run[0].relation == "case" and run[0].head is node)):
        run.pop(0)
    solid = bool(run) and run[-1].index - run[0].index == len(run) - 1
    return tuple(run) if solid and len(run) <= MAX_WORDS else ()


def _kept(child: Node, node: Node) -> bool:
    if child.relation == "case" and child.index < node.index:
        return False
    if child.index < node.index:
        return child.relation in _BEFORE or child.dep in _BEFORE
    if child.relation in {"flat", "compound", "punct"}:
        return child.relation != "punct" or child.text == "-"
    return child.relation == "nmod" and any(case.word == "of" for case in child.of("case"))


def _listed(node: Node) -> tuple[Node, ...]:
    """The words of *A, B and C*, each without what follows it; empty where it is none, or long."""
    others = node.of("conj")
    joined = others and any(cc.word in {"and", "&"} for cc in others[-1].of("cc"))
    if not joined or any(other.pos not in {"NOUN", "PROPN"} for other in others):
        return ()
    without = {child.index for child in node.of("case") if child.index < node.index}
    run = subtree(node, without=without)
    while run and run[0].is_punctuation:
        run.pop(0)
    return tuple(run) if run and len(run) <= MAX_WORDS + 3 else ()
