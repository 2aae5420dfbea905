"""A text as tokens with offsets, alike where texts differ in white space and typography only."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

_INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0e\ufe0f\ufeff"
_MARKS = f"\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f{_INVISIBLE}"
_TOKEN = re.compile(rf"(?:\w[{_MARKS}]*)+(?:(?<=\d)[.,]\d+)*|``|''|-{{2,3}}|\.\.\.|[^\s{_INVISIBLE}][{_MARKS}]*")
_UNSEEN = re.compile(f"[{_INVISIBLE}]")
_QUOTATION_MARKS = "\"'`´′″‘’‚‛“”„‟«»‹›＂＇"
_DASHES = "‐‑‒–—―−﹘﹣－"
_VARIANTS = str.maketrans({**dict.fromkeys(_QUOTATION_MARKS, "'"), **dict.fromkeys(_DASHES, "-")})
_SEQUENCES = {"``": "'", "''": "'", "--": "-", "---": "-", "...": "…"}
_ENDS = frozenset(".!?…。")
_CLOSERS = frozenset("')]}")
_TITLES = frozenset(
    [
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "St",
        "Sen",
        "Rep",
        "Gov",
        "Gen",
        "Col",
        "Lt",
        "Sgt",
        "Capt",
        "Prof",
        "Rev",
        "Jr",
        "Sr",
        "vs",
        "No",
    ]
)


Range = tuple[int, int]
"""Tokens, half-open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The tokens of a text: words with their combining marks, numbers, and every other visible character.

    ``starts`` and ``ends`` are code points, ``keys`` what tokens are compared by, ``sentences`` the first token of each
    sentence, a rough one: where a line or a full stop ends.
    """

    text: str
    starts: list[int]
    ends: list[int]
    keys: list[str]
    sentences: list[int]

    def __len__(self) -> int:
        return len(self.keys)

    def touched(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of tokens that share a code point with ``[start, end)``; empty where none does."""
        first = bisect_right(self.ends, start)
        return first, max(first, bisect_right(self.starts, end - 1))

    def sentence(self, place: int) -> tuple[int, int]:
        """The half-open range of the sentence of a token."""
        number = bisect_right(self.sentences, place)
        return self.sentences[number - 1], (self.sentences[number : number + 1] or [len(self)])[0]

    def around(self, first: int, last: int) -> tuple[int, int]:
        """The half-open range of all sentences that ``[first, last)`` touches."""
        return self.sentence(first)[0], self.sentence(last - 1)[1]


def tokens(text: str) -> Tokens:
    """The tokens of ``text``, in time that grows with its length."""
    starts, ends, keys = [], [], []
    for match in _TOKEN.finditer(text):
        starts.append(match.start())
        ends.append(match.end())
        keys.append(key(match[0]))
    return Tokens(text=text, starts=starts, ends=ends, keys=keys, sentences=_sentences(text, starts, ends, keys))


def key(token: str) -> str:
    """What a token is compared by: composed, without what is invisible, one form of quotation mark and of dash."""
    if token.isascii() and token.isalnum():
        return token
    seen = unicodedata.normalize("NFC", _UNSEEN.sub("", token))
    return _SEQUENCES.get(seen, seen).translate(_VARIANTS)


def _sentences(text: str, starts: list[int], ends: list[int], keys: list[str]) -> list[int]:
    firsts = [0] if keys else []
    ended = False
    for place in range(1, len(keys)):
        before = keys[place - 1]
        ended = (before in _ENDS and not _abbreviates(keys, place - 1)) or (ended and before in _CLOSERS)
        between = text[ends[place - 1] : starts[place]]
        if between and (ended or "\n" in between or "\r" in between) and not keys[place][0].islower():
            firsts.append(place)
            ended = False
    return firsts


def _abbreviates(keys: list[str], stop: int) -> bool:
    """Whether a full stop belongs to the word before it: an initial or a title."""
    before = keys[stop - 1] if stop else ""
    return keys[stop] == "." and (before in _TITLES or (len(before) == 1 and before.isalpha()))
