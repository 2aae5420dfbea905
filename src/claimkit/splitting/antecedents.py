"""Whom *he* and *she* stand for, read sentence by sentence; where more than one person can be meant, nobody is.

Rules rather than weights: a head on the encoder did no better on these pronouns (training/README.md). On GUM's dev part
they name 35 % of them, 98 % of these rightly by its coreference; on its train part 48 % and 93 %:
``python -m training.antecedents``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from claimkit.model.spans import Anchor
from claimkit.splitting.lexicon import FEMALE, MALE, ORGANIZATION_WORDS, PEOPLE, TITLES, UNNAMED
from claimkit.splitting.tree import Node, Tree, quoted, subtree
from claimkit.splitting.wording import Word

REACH = 2
"""Sentences back in which somebody must have been mentioned."""

MAX_NAME = 4
"""Words of a name, its titles aside."""

_MASCULINE = frozenset({"he", "him", "his", "himself"})
_FEMININE = frozenset({"she", "her", "hers", "herself"})
_PERSONS = frozenset({"PERSON", "PER"})
_SOMEBODY = PEOPLE | UNNAMED | TITLES


@dataclass(slots=True, kw_only=True, eq=False)
class Person:
    """Somebody in the article: the fullest name so far and its anchor; no anchor: *a woman*, or whoever *she* is."""

    name: str = ""
    anchor: Anchor | None = None
    gender: str = ""
    last: int = 0


Meant = Mapping[int, Person]
"""Whom the pronouns of a sentence stand for, by the index of the pronoun's node."""


@dataclass(slots=True, kw_only=True)
class Memory:
    """Who has been mentioned in the article so far."""

    persons: dict[str, list[Person]] = field(default_factory=dict)
    """By the last word of their names, so that a long text costs no more a sentence than a short one."""
    sentence: int = 0
    before: list[Person] = field(default_factory=list)
    """Those of the last sentence that had any."""
    focus: Person | None = None
    """The subject of the last sentence, where that is a person."""

    def forget(self) -> None:
        """A heading: nobody above it is *she* below it."""
        self.before, self.focus = [], None

    def read(self, tree: Tree, text: str) -> Meant:
        """The persons whom the pronouns of the next sentence stand for, by the index of the pronoun's node.

        Pronouns within quotation marks stand for nobody here: what somebody said stays as they said it.
        """
        self.sentence += 1
        found: dict[int, Person] = {}
        here: list[Person] = []
        subjects: dict[int, Person] = {}
        inside = quoted(tree)
        for node in tree.nodes:
            gender = gender_of(node)
            person = self._meant(node, gender, here, subjects) if gender else self._mentioned(node, text)
            if person is None:
                continue
            if gender and person.anchor and node.index not in inside and not node.word.endswith("self"):
                found[node.index] = person
            person.last = self.sentence
            if person not in here:
                here.append(person)
            if node.relation == "nsubj" and node.head:
                subjects[node.head.index] = person
        self.before = here or self.before
        main = {id(subjects[node.index]): subjects[node.index] for node in _main(tree) if node.index in subjects}
        self.focus = next(iter(main.values())) if len(main) == 1 else None
        return found

    def _meant(self, pronoun: Node, gender: str, here: Sequence[Person], subjects: Mapping[int, Person]) -> Person:
        """The one person who can be meant: of this sentence, where it is a subject; else of it and of the one before.

        Somebody without a name where there is none or more than one. A verb's object is never its subject.
        """
        verb = pronoun.head.index if pronoun.head and pronoun.relation in {"obj", "iobj", "obl"} else -1
        barred = subjects.get(verb)
        now = [person for person in here if person.gender in {"", gender} and person is not barred]
        then = [person for person in self.before if person.gender in {"", gender} and person is not barred]
        near = [person for person in then if person not in now and self.sentence - person.last <= REACH]
        told = now if len(now) == 1 and now[0] in subjects.values() else [*now, *near]
        focus = self.focus
        if len(told) != 1 and not now and pronoun.relation == "nsubj" and focus and focus in near:
            told = [focus]
        person = told[0] if len(told) == 1 else Person()
        person.gender = gender
        return person

    def _mentioned(self, node: Node, text: str) -> Person | None:
        name = _name(node)
        if name:
            return self._known(name, node, text)
        common = node.pos in {"NOUN", "PROPN"} and node.lemma in _SOMEBODY and node.number != "Plur"
        if not common or node.relation in {"compound", "appos"} or node.dep == "nmod:desc" or _names_beside(node):
            return None
        return Person(gender=_of_word(node.word))

    def _known(self, name: Sequence[Node], node: Node, text: str) -> Person:
        anchor = Anchor.at(text, name[0].start, name[-1].end)
        written = " ".join(anchor.quote.split())
        titles = [child.word for child in subtree(node) if child.index < name[0].index]
        gender = next((known for word in reversed(titles) if (known := _of_word(word))), "")
        namesakes = self.persons.setdefault(written.rpartition(" ")[2], [])
        for person in namesakes:
            if person.name == written or person.name.endswith(" " + written) or written.endswith(" " + person.name):
                if len(written) > len(person.name):
                    person.name, person.anchor = written, anchor
                person.gender = person.gender or gender
                return person
        person = Person(name=written, anchor=anchor, gender=gender)
        namesakes.append(person)
        return person


def _main(tree: Tree) -> list[Node]:
    """The predicates of the main clauses."""
    return [tree.root, *tree.root.of("conj", "parataxis")]


def gender_of(node: Node) -> str:
    """``m`` for *he*, ``f`` for *she*, empty for what is neither."""
    if node.pos != "PRON" and node.tag != "PRP$":
        return ""
    return "m" if node.word in _MASCULINE else "f" if node.word in _FEMININE else ""


def _of_word(word: str) -> str:
    return "m" if word in MALE else "f" if word in FEMALE else ""


def _name(node: Node) -> list[Node]:
    """The words of a person's name with that head, titles left out; empty where it is none."""
    if node.pos != "PROPN" or node.relation in {"flat", "compound"} or node.dep == "nmod:desc":
        head = node.head
        beside = node.relation == "flat" and head is not None and head.pos == "NOUN" and head.lemma in TITLES
        if not beside:
            return []
    run = subtree(node, without={child.index for child in node.children if not _part(child)})
    last = max((place for place, part in enumerate(run) if part.word in TITLES), default=-1)
    run = run[last + 1 :]
    while run and run[0].pos != "PROPN":
        run.pop(0)
    solid = bool(run) and run[-1].index - run[0].index == len(run) - 1
    titled = any(child.word in TITLES for child in subtree(node))
    labelled = any(part.entity in _PERSONS for part in run)
    if not solid or len(run) > MAX_NAME or not (titled or labelled) or run[-1].word in ORGANIZATION_WORDS:
        return []
    return run if all(part.pos == "PROPN" for part in run) and run[-1].entity not in {"GPE", "LOC", "ORG"} else []


def _part(child: Node) -> bool:
    return child.relation in {"flat", "compound"} or child.dep == "nmod:desc"


def _names_beside(node: Node) -> bool:
    """*the minister, Ann Lee*, *minister Ann Lee*: the name tells who."""
    return any(child.pos == "PROPN" for child in node.of("appos", "flat"))


def named(words: Sequence[Word], meant: Meant) -> tuple[tuple[Word, ...], tuple[Anchor, ...]]:
    """The words with a name for each person's first pronoun, unless one stands before it; and the names' anchors."""
    result: list[Word] = []
    anchors: list[Anchor] = []
    told: set[str] = set()
    for word in words:
        person = meant.get(word.node.index) if word.node and word.form == word.node.text else None
        told.add(word.form)
        if person is None or word.node is None or person.anchor is None or person.name.split()[-1] in told:
            result.append(word)
            continue
        possessive = word.node.dep == "nmod:poss" or word.node.tag == "PRP$"
        parts = person.name.split()
        told |= set(parts)
        result += [Word(form=part) for part in parts[:-1]]
        result.append(Word(form=parts[-1] + "'s" if possessive else parts[-1]))
        anchors.append(person.anchor)
    return tuple(result), tuple(sorted(set(anchors)))
