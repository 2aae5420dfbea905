"""GUM's coreference over the text as it was printed: who and what each mention speaks of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimkit.model.spans import Span
from claimkit.splitting.mending import mend
from claimkit.splitting.tree import Tree, tree_of
from training.treebanks import Document, Word

if TYPE_CHECKING:
    from spacy.language import Language

_MARK = re.compile(r"\((?P<opened>\d+)-(?P<rest>[^()]*)(?P<alone>\)?)|(?P<closed>\d+)\)")
_MINIMAL = 4
"""Where a mark tells which words of the mention are its head."""


@dataclass(slots=True, kw_only=True)
class Mention:
    """A mention of an entity: its words, by where they start, and those that are its head."""

    entity: str
    start: int
    end: int
    heads: tuple[int, ...]


@dataclass(slots=True, kw_only=True)
class Printed:
    """A document as one text, a paragraph a line, with its mentions."""

    name: str
    text: str
    paragraphs: list[Span] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    published: str = ""

    def spoken_of(self, start: int, end: int) -> str:
        """The entity of ``text[start:end]``: that of the widest mention with its whole head there.

        Else that of the narrowest with a word of its head there (*John Key* of *Prime Minister John Key*); empty: none.
        """
        headed = [m for m in self.mentions if any(start <= head < end for head in m.heads)]
        whole = [m for m in headed if all(start <= head < end for head in m.heads)]
        if whole:
            return max(whole, key=lambda m: (m.end - m.start, -m.start)).entity
        return min(headed, key=lambda m: m.end - m.start).entity if headed else ""

    def narrowest(self, start: int) -> str:
        """The entity of the narrowest mention that begins there: that of a pronoun."""
        here = [m for m in self.mentions if m.start == start]
        return min(here, key=lambda m: m.end).entity if here else ""

    def headed(self, start: int) -> set[str]:
        """The entities of the mentions with that word for a head."""
        return {m.entity for m in self.mentions if start in m.heads}


def printed(document: Document) -> Printed:
    """The document with its mentions in the places where its text has them."""
    result = Printed(name=document.name, text="")
    words: list[tuple[int, Word]] = []
    for paragraph in document.paragraphs:
        first = len(result.text)
        for word in (word for sentence in paragraph for word in sentence.words):
            words.append((len(result.text), word))
            result.text += word.surface + (" " if word.space else "")
        result.paragraphs.append(Span(start=first, end=len(result.text)))
        result.text += "\n"
    result.mentions = list(_mentions(words))
    return result


def _mentions(words: list[tuple[int, Word]]) -> Iterator[Mention]:
    opened: dict[str, list[tuple[int, list[int]]]] = defaultdict(list)
    for index, (_, word) in enumerate(words):
        for mark in _MARK.finditer(word.misc.get("Entity") or ""):
            if mark["opened"]:
                heads = [index + int(number) - 1 for number in re.findall(r"\d+", mark["rest"].split("-")[_MINIMAL])]
                opened[mark["opened"]].append((index, heads))
            entity = mark["closed"] or (mark["opened"] if mark["alone"] else "")
            if entity and opened[entity]:
                first, heads = opened[entity].pop()
                kept = tuple(words[head][0] for head in heads if head < len(words))
                yield Mention(entity=entity, start=words[first][0], end=words[index][0] + 1, heads=kept)


def trees(document: Printed, nlp: Language) -> Iterator[list[Tree]]:
    """The trees of each paragraph, as the splitter reads them."""
    for span in document.paragraphs:
        found = [tree_of(sentence, span.start) for sentence in nlp(document.text[span.start : span.end]).sents]
        kept = [tree for tree in found if tree]
        for tree in kept:
            mend(tree)
        yield kept
