"""Whether a quote stands in a text, and what comes nearest where it does not.

Typography tells no quotes apart: white space, quotation marks, apostrophes, dashes, and characters that no reader sees.
Words do, and capital letters.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from rapidfuzz.fuzz import partial_ratio_alignment

LIKE = 60
"""Per cent of likeness from which words are worth showing; any two English texts have some 40."""

_LOOKED_FOR = 500
_LOOKED_THROUGH = 2_000_000
"""Code points of a quote and of a text that are compared: the time goes with the product, here under four seconds."""

_REST_OF_WORD = 30
"""Code points by which the nearest words may grow or shrink at either end, to end where words do."""

_SAME = {
    **dict.fromkeys(map(ord, "“”„‟«»‹›〝〞＂"), '"'),
    **dict.fromkeys(map(ord, "‘’‚‛ʼʹ′´`＇"), "'"),
    **dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-"),
    # soft hyphen, zero-width characters, word joiner, byte order mark, direction marks
    **dict.fromkeys((0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF), None),
}

_ELLIPSIS = re.compile(r"[\[(]\s?(?:…|\.\s?\.\s?\.)\s?[\])]|…|\.\s?\.\s?\.(?:\s?\.)?")

_LETTER = "0-9A-Za-z\u00c0-\u024f\u0300-\u052f"
"""Of the scripts that write words apart: Latin, Greek, Cyrillic, with digits and combining marks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearest:
    """The words of a text that are most like a quote, and how like, in per cent."""

    words: str
    likeness: int


def plain(text: str) -> str:
    """The text in NFC, its typography made plain and each run of white space one space."""
    return " ".join(unicodedata.normalize("NFC", text.translate(_SAME)).split())


def missing(quote: str, text: str) -> str:
    """The first part of ``quote`` that does not stand in ``text``, which is plain; empty where all of it stands.

    An ellipsis divides a quote into parts, which must stand in its order. Whole words must: “12 people” does not stand
    in “112 people”. A quote without a word stands nowhere.
    """
    parts = [part for part in (found.strip() for found in _ELLIPSIS.split(plain(quote))) if part]
    if not any(character.isalnum() for part in parts for character in part):
        return plain(quote)
    at = 0
    for part in parts:
        found = _whole(part).search(text, at)
        if found is None:
            return part
        at = found.end()
    return ""


def _whole(part: str) -> re.Pattern[str]:
    before = after = ""
    if re.match(f"[{_LETTER}]", part[0]):
        before = f"(?<![{_LETTER}])" + (r"(?<!\d[.,])" if part[0].isdigit() else "")
    if re.match(f"[{_LETTER}]", part[-1]):
        after = f"(?![{_LETTER}])" + (r"(?![.,]\d)" if part[-1].isdigit() else "")
    return re.compile(before + re.escape(part) + after)


def nearest(part: str, text: str) -> Nearest | None:
    """The words of ``text``, which is plain, that are most like ``part``; None where nothing is like it."""
    found = partial_ratio_alignment(part[:_LOOKED_FOR], text[:_LOOKED_THROUGH], score_cutoff=LIKE)
    if found is None or found.dest_start == found.dest_end:
        return None
    start, end = _border(text, found.dest_start), _border(text, found.dest_end)
    return Nearest(words=text[start:end].strip(), likeness=min(int(found.score), 99))


def _border(text: str, offset: int) -> int:
    """Where a word begins or ends nearest to ``offset``; the offset itself where none does nearby."""
    near = range(max(offset - _REST_OF_WORD, 0), min(offset + _REST_OF_WORD, len(text)) + 1)
    borders = (at for at in near if at in {0, len(text)} or " " in text[at - 1 : at + 1])
    return min(borders, key=lambda at: abs(at - offset), default=offset)
