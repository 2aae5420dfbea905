"""News text looks otherwise than treebank text: quotation marks, dashes, headlines, capitals, brackets, lost stops.

And few sentences of the treebanks fill a window: some are joined by semicolons, so that long ones are learnt too.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from training.treebanks import Sentence, Word

LOWER, TITLE, UPPER, QUOTES, DASHES, BRACKETS, BARE, JOINED = 0.02, 0.03, 0.02, 0.4, 0.3, 0.2, 0.04, 0.08
"""How often each change is made to a window of text."""

_QUOTES = frozenset({'"', "“", "”", "``", "''"})
_SINGLE = frozenset({"'", "‘", "’", "`"})
_CURLY = {"``": "“", "''": "”"}
_DASHES = ("–", "—", "--", "-")
_ARTICLES, _LINKS = ("a", "an", "the"), ("and", "or", "but", "nor", "as", "is")
_SMALL = frozenset({*_ARTICLES, *_LINKS, "of", "in", "on", "at", "to", "for", "by", "with", "from"})
_BRACKETS = {"(": "[", ")": "]", "[": "(", "]": ")"}


def augmented(sentences: Sequence[Sentence], rng: random.Random) -> list[Sentence]:
    """The same annotation in another dress."""
    if len(sentences) > 1 and rng.random() < JOINED:
        sentences = joined(sentences)
    words = [list(sentence.words) for sentence in sentences]
    if rng.random() < QUOTES:
        words = _quoted(words, curly=rng.random() < 0.6)
    if rng.random() < DASHES:
        dash = rng.choice(_DASHES)
        words = [[_in(word, dash) if _is_dash(row, at) else word for at, word in enumerate(row)] for row in words]
    if rng.random() < BRACKETS:
        words = [[_in(word, _BRACKETS.get(word.surface, word.surface)) for word in row] for row in words]
    words = _recased(words, rng.random())
    if rng.random() < BARE:
        words[-1] = _without_stop(words[-1])
    return [replace(sentence, words=tuple(row)) for sentence, row in zip(sentences, words, strict=True)]


def joined(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Each run of sentences that end in a full stop, and the one after it, as one sentence with semicolons between."""
    result: list[Sentence] = []
    for sentence in sentences:
        if result and (before := result[-1]).words[-1].surface == "." and not _hosts(before.words):
            *words, stop = before.words
            result[-1] = replace(before, words=(*words, replace(stop, surface=";", xpos=":")))
            first, *others = sentence.words
            small = first if first.upos == "PROPN" or first.form == "I" else _in(first, first.surface.lower())
            result.append(replace(sentence, words=(small, *others), joined=True))
        else:
            result.append(sentence)
    return result


def _hosts(words: Sequence[Word]) -> bool:
    """Whether anything hangs under the last word."""
    return any(word.head == len(words) for word in words)


def _in(word: Word, surface: str) -> Word:
    return word if word.surface == surface else replace(word, surface=surface)


def _quoted(words: list[list[Word]], *, curly: bool) -> list[list[Word]]:
    return [[_in(word, (_curly if curly else _straight)(word)) for word in row] for row in words]


def _curly(word: Word) -> str:
    """The word's surface with curly marks, opening or closing by its tag."""
    if word.surface in _QUOTES:
        return _CURLY.get(word.xpos, word.surface)
    if word.surface in _SINGLE:
        return "‘" if word.xpos == "``" else "’"
    return word.surface.replace("'", "’")


def _straight(word: Word) -> str:
    return '"' if word.surface in _QUOTES else word.surface.replace("‘", "'").replace("’", "'")


def _is_dash(row: Sequence[Word], at: int) -> bool:
    """Whether a dash stands here between blanks."""
    return row[at].surface in _DASHES and row[at].space and at > 0 and row[at - 1].space


def _recased(words: list[list[Word]], chance: float) -> list[list[Word]]:
    if chance < LOWER:
        return [[_in(word, word.surface.lower()) for word in row] for row in words]
    if chance < LOWER + UPPER:
        return [[_in(word, word.surface.upper()) for word in row] for row in words]
    if chance < LOWER + UPPER + TITLE:
        return [[_in(word, _title(word.surface, at)) for at, word in enumerate(row)] for row in words]
    return words


def _title(surface: str, at: int) -> str:
    plain = (surface in _SMALL and at) or not surface[0].isalpha() or surface.lower() in {"n't", "n’t"}
    return surface if plain else surface[0].upper() + surface[1:]


def _without_stop(row: list[Word]) -> list[Word]:
    """Without its final stop, where nothing hangs under that."""
    bare = len(row) > 2 and row[-1].surface in {".", "!"} and not _hosts(row)
    return row[:-1] if bare else row
