"""Sentence starts that are sure either way, set before the parse so that the parser keeps to them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from claimkit.splitting.lexicon import ABBREVIATIONS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OPENING = frozenset('"“‘([«')
_CLOSING = frozenset("\"”’)]»'")
_FINAL = frozenset(".!?…:;。")
_BULLETS = frozenset("-–—•*·")
_NO_START = 2**64 - 1
"""Minus one, as spaCy writes it."""
_INITIAL = re.compile(r"[A-Z]\.")


def fix_boundaries(doc: Doc) -> None:
    """Mark the tokens of ``doc`` where a sentence surely starts or surely does not; the rest is the parser's.

    All at once: spaCy looks at the whole text each time that one token is marked.
    """
    from spacy.attrs import SENT_START  # noqa: PLC0415  (a text has been tokenized by now)

    tokens = list(doc)
    last = _last_words(tokens)
    within: list[int] = []
    first: list[int] = []
    for before, token in pairwise(token for token in tokens if not token.is_space):
        if _continues(before, token, last[before.i]):
            within.append(token.i)
        elif _starts(before, token):
            first.append(token.i)
    marks: Any = doc.to_array([SENT_START])  # spaCy's own annotation is that of another array
    marks[within], marks[first] = _NO_START, 1
    doc.from_array([SENT_START], marks)


def _continues(before: Token, token: Token, last: str) -> bool:
    mark = token.text[0]
    if last[-1] not in _FINAL and mark not in _BULLETS:
        return True
    if before.lower_.rstrip(".") in ABBREVIATIONS and before.text.endswith("."):
        return True
    if _INITIAL.fullmatch(before.text):  # an initial before a surname
        return True
    if before.text[-1] in _CLOSING and mark.islower():  # "Why?" he asked
        return True
    if mark in _CLOSING and not before.whitespace_:  # a mark belongs to what it closes
        return True
    return token.is_punct and mark not in _OPENING and mark not in _BULLETS


def _last_words(tokens: Iterable[Token]) -> list[str]:
    """For each token itself, or for closing marks what stands before them: a comma inside them ends no sentence."""
    found: list[str] = []
    for token in tokens:
        text = token.text
        found.append(found[-1] if found and text in _CLOSING else text)
    return found


def _starts(before: Token, token: Token) -> bool:
    """A full stop that stands alone as a token, after a word that is no abbreviation, and a capital after it."""
    if before.text not in {".", "!", "?"} or not before.whitespace_ or before.i == 0:
        return False
    word = before.nbor(-1)
    opens = token.text[0] in _OPENING and token.i + 1 < len(token.doc)
    first = token.nbor(1) if opens else token
    return first.text[0].isupper() and len(word.text) > 1 and word.lower_ not in ABBREVIATIONS
