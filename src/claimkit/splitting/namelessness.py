"""Why a source has no name, where the article says so: *who spoke on condition of anonymity*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimkit.splitting.saying import Saying
from claimkit.splitting.tree import Node, subtree

_REASON = re.compile(
    r"""anonym
    | \b(not|nor|n't|n’t|declined|refused|without)\b.{0,40}\b(named|identified|quoted|authori[sz]ed|identify)
    | \b(name|names|identity|identities)\ (was|were|has|have|had|is|are)\ (been\ )?(not|withheld|changed)""",
    re.IGNORECASE | re.VERBOSE,
)


def reason_of(saying: Saying, text: str) -> str:
    """The words of the article that tell why the source of the saying is not named; empty where none do."""
    for clause in _clauses(saying):
        nodes = list(subtree(clause))
        while nodes and nodes[0].is_punctuation:
            nodes.pop(0)
        while nodes and nodes[-1].is_punctuation:
            nodes.pop()
        words = " ".join(text[nodes[0].start : nodes[-1].end].split()) if nodes else ""
        if _REASON.search(words):
            return words
    return ""


def _clauses(saying: Saying) -> Iterator[Node]:
    """What is told of the source, and how it is said."""
    for node in saying.source:
        yield from node.of("acl", "appos")
    for verb in saying.cue:
        yield from (child for child in verb.of("advcl", "obl", "conj") if child not in saying.content)
