"""One name for one person: surnames completed, pronouns traced to the sentence before, over one article."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from claimkit.model.attribution import Link
from claimkit.model.claim import Claim
from claimkit.model.vocabulary import SourceType
from claimkit.splitting.lexicon import DEPARTMENTS, TITLES
from claimkit.splitting.tree import Node, Tree

_PRONOUNS = frozenset({"he", "she"})


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
    if run and not titles and run[0].word in DEPARTMENTS and run[0].before and run[0].before.word == "of":
        first, titled = 1, True
    name = run[first:]
    if 2 <= len(name) <= 3 and (titled or all(node.entity in {"PERSON", "PER"} for node in name)):
        yield " ".join(node.text for node in name)


def with_antecedents(sentences: Sequence[Sequence[Claim]]) -> list[list[Claim]]:
    """The claims of a paragraph, sentence by sentence: *he* who speaks is the one person who spoke just before."""
    result: list[list[Claim]] = []
    speaker = ""
    for claims in sentences:
        named = [replace(claim, attribution=_traced(claim.attribution, speaker)) for claim in claims]
        speakers = {link.source.name for claim in named for link in claim.attribution if _is_named(link)}
        speaker = speakers.pop() if len(speakers) == 1 else ""
        result.append(named)
    return result


def _is_named(link: Link) -> bool:
    return link.source.type is SourceType.PERSON and link.source.name.lower() not in _PRONOUNS


def _traced(chain: tuple[Link, ...], speaker: str) -> tuple[Link, ...]:
    return tuple(
        replace(link, source=replace(link.source, name=speaker))
        if speaker and link.source.name.lower() in _PRONOUNS
        else link
        for link in chain
    )


def completed(chain: tuple[Link, ...], full: Collection[str]) -> tuple[Link, ...]:
    """The chain with surnames made full names, where the article gives one full name alone that ends so."""
    return tuple(_completed(link, full) for link in chain)


def _completed(link: Link, full: Collection[str]) -> Link:
    longer = [name for name in full if name.endswith(" " + link.source.name)]
    if len(longer) != 1 or link.source.type is SourceType.UNNAMED:
        return link
    return replace(link, source=replace(link.source, name=longer[0], type=SourceType.PERSON))
