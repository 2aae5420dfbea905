"""The persons whom a sentence names, and the speaker whom it only calls *he* or *she*."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from claimkit.model.article import Sentence
from claimkit.model.attribution import Link
from claimkit.model.claim import Claim
from claimkit.model.vocabulary import NoClaim, SourceType
from claimkit.splitting.antecedents.first_names import gender_of_first_name
from claimkit.splitting.lexicon import DEPARTMENTS, ORGANIZATION_WORDS, TITLES
from claimkit.splitting.sources import source_of
from claimkit.splitting.subjects import phrase
from claimkit.splitting.tree import Node, Tree

_PRONOUNS = frozenset({"he", "she"})

MAX_AGE = 2
"""Sentences that name nobody, after which *she* is nobody's any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody whom a sentence names, and where."""

    start: int
    name: str


Told = tuple[Sentence, Sequence[Person], Sequence[Claim]]
"""A sentence, the persons in it and its claims."""


def full_names(tree: Tree) -> Iterator[str]:
    """The names of two or three words that the sentence gives to people, by a title before them or by their label."""
    run: list[Node] = []
    for node in (*tree.nodes, None):
        if node is not None and node.pos == "PROPN":
            run.append(node)
            continue
        yield from _full_name(run)
        run = []


def _full_name(run: Sequence[Node]) -> Iterator[str]:
    titles = [index for index, node in enumerate(run) if node.word in TITLES]
    first = titles[-1] + 1 if titles else 0
    titled = bool(titles)
    if run and not titles and run[0].word in DEPARTMENTS and run[0].before and run[0].before.word in {"of", "for"}:
        first, titled = 1, True
    name = run[first:]
    organization = bool(name) and name[-1].word in ORGANIZATION_WORDS
    if 2 <= len(name) <= 3 and not organization and (titled or all(node.entity in {"PERSON", "PER"} for node in name)):
        yield " ".join(node.text for node in name)


def persons(tree: Tree, text: str) -> Iterator[Person]:
    """The named persons that are subjects in the sentence."""
    for node in tree.nodes:
        if node.relation != "nsubj" or node.pos not in {"NOUN", "PROPN"}:
            continue
        words = [word.node for word in phrase(node) if word.node]
        source = source_of(words, text) if words else None
        sure = node.entity in {"PERSON", "PER"} or (source is not None and bool(source.role))
        if source and source.type is SourceType.PERSON and sure:
            yield Person(start=node.start, name=source.name)


def with_antecedents(sentences: Iterable[Told]) -> list[list[Claim]]:
    """The claims, sentence by sentence: *she* who speaks is the one person of this sentence or of the one before."""
    result: list[list[Claim]] = []
    last, age = "", 0
    for sentence, people, claims in sentences:
        named = [
            replace(claim, attribution=tuple(_traced(link, people, last) for link in claim.attribution))
            for claim in claims
        ]
        speakers = _distinct(link.source.name for claim in named for link in claim.attribution if _is_named(link))
        names = speakers or _distinct(person.name for person in people)
        age = 0 if names else age + 1
        if names or age > MAX_AGE or sentence.no_claim is NoClaim.HEADING:
            last = names.pop() if len(names) == 1 else ""
        result.append(named)
    return result


def _distinct(names: Iterable[str]) -> set[str]:
    """The names, less those that are another one's end: *Marsh* beside *Helen Marsh*."""
    found = set(names)
    return {name for name in found if not any(other.endswith(" " + name) for other in found)}


def _is_named(link: Link) -> bool:
    return link.source.type is SourceType.PERSON and link.source.name.lower() not in _PRONOUNS


def _traced(link: Link, people: Sequence[Person], last: str) -> Link:
    anchor = link.source.anchor
    if link.source.name.lower() not in _PRONOUNS or anchor is None:
        return link
    told = [person for person in people if not any(part.start <= person.start < part.end for part in link.content)]
    here = _distinct(person.name for person in told if person.start < anchor.start)
    wrong = {"she": "m", "he": "f"}[link.source.name.lower()]
    here = {name for name in here if gender_of_first_name(name.split()[0]) != wrong}
    last = "" if last and gender_of_first_name(last.split(maxsplit=1)[0]) == wrong else last
    names = here | ({last} if last else set())  # Asked about Finch, she said: somebody in either sentence
    name = names.pop() if len(_distinct(names)) == 1 else ""
    return replace(link, source=replace(link.source, name=name)) if name else link
