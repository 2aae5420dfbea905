"""The two readings that are compared: a treebank's of a paragraph, and a pipeline's of the same text."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from training.scores import Analysis, Entity, Reading, Span
from training.treebanks import Sentence, Word, text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ALIASES = {"PER": "PERSON", "GPE": "LOC"}
"""Other pipelines' names for our types."""

Tags = Sequence[str | None]
"""``B-TYPE``, ``I-TYPE``, ``O`` or None for each word of a sentence; see :mod:`training.entities`."""


def printed(paragraph: Sequence[Sentence], tags: Sequence[Tags | None]) -> tuple[str, Reading]:
    """The text and the treebank's reading of it; ``tags`` sentence by sentence, None where nothing is said."""
    text, places = text_of(paragraph)
    rows = list(zip(paragraph, places, tags, strict=True))
    return text, Reading(
        words={span: _gold(word, row) for part, row, _ in rows for word, span in zip(part.words, row, strict=True)},
        sentences=frozenset((row[0][0], row[-1][1]) for _, row, _ in rows),
        entities=frozenset(entity for _, row, marks in rows if marks is not None for entity in _names(row, marks)),
        silent=frozenset((row[0][0], row[-1][1]) for _, row, marks in rows if marks is None),
    )


def parsed(doc: Doc, types: Collection[str]) -> Reading:
    """The pipeline's reading of a text: blank tokens are no words, entities of other types are left out."""
    sentences = [[token for token in sentence if not token.is_space] for sentence in doc.sents]
    names = ((item.start_char, item.end_char, ALIASES.get(item.label_, item.label_)) for item in doc.ents)
    return Reading(
        words={_place(token): _analysis(token) for tokens in sentences for token in tokens},
        sentences=frozenset((_place(tokens[0])[0], _place(tokens[-1])[1]) for tokens in sentences if tokens),
        entities=frozenset(name for name in names if name[2] in types),
    )


def _gold(word: Word, row: Sequence[Span]) -> Analysis:
    return Analysis(
        lemma=word.lemma,
        upos=word.upos,
        xpos=word.xpos,
        feats=_feats(word.feats),
        head=row[word.head - 1] if word.head else None,
        relation=word.deprel,
    )


def _names(row: Sequence[Span], tags: Tags) -> Iterator[Entity]:
    """The spans that the tags make; an ``I`` that continues nothing begins a span."""
    opened: Entity | None = None
    for (start, end), tag in zip(row, tags, strict=True):
        mark, _, kind = (tag or "O").partition("-")
        if opened and mark == "I" and kind == opened[2]:
            opened = (opened[0], end, kind)
            continue
        if opened:
            yield opened
        opened = (start, end, kind) if mark in {"B", "I"} else None
    if opened:
        yield opened


def _analysis(token: Token) -> Analysis:
    """A word below a blank token hangs where the blank token hangs."""
    head = token.head
    while head.is_space and head.head.i != head.i:
        head = head.head
    root = head.i == token.i or head.is_space
    return Analysis(
        lemma=token.lemma_,
        upos=token.pos_,
        xpos=token.tag_,
        feats=_feats(str(token.morph)),
        head=None if root else _place(head),
        relation="root" if root else token.dep_,
    )


def _place(token: Token) -> Span:
    return token.idx, token.idx + len(token)


def _feats(written: str) -> frozenset[str]:
    return frozenset(filter(None, written.split("|")))
