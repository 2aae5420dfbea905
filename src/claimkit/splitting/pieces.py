"""Bounds: a block is parsed in pieces of bounded length, and what would choke a tokenizer is not parsed at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimkit.splitting.turns import without_turns

MAX_CHARACTERS = 20_000
"""The longest piece that is parsed at once, in code points: some 4,000 tokens, about 100 MB."""

MAX_RUN = 300
"""The longest run without a blank that is parsed: spaCy's tokenizer is quadratic in it (20,000 brackets: 36 s)."""

_LONG_RUN = re.compile(rf"\S{{{MAX_RUN + 1},}}")
_END = re.compile(r"[.!?]['\"”’)\]]*\s+")
_BLANK = re.compile(r"\s")
_APOSTROPHES = re.compile(r"(?<![\w'])''(?=[^\s'])((?:[^']|'(?!')){1,5000}?[^\s'])''(?![\w'])")
SINGLE_MARKS = re.compile(r"(?<!\w)‘(?=\S)(?:[^‘]{1,2000}?[.,!?…]’(?!\w)|(?:[^‘’]|’(?=\w)){1,400}?’(?!\w))")
"""A quotation in single marks: to the first that follows a stop, else to the first that is no apostrophe."""

_ANY_MARKS = re.compile(rf"“[^”]{{0,5000}}(?:”|\Z)|\"[^\"]{{1,5000}}\"|{SINGLE_MARKS.pattern}")

_PARTY_TAG = re.compile(r" \([RDI](?:[-–][A-Z][A-Za-z.]{1,9})?\)|, [RDI][-–][A-Z][A-Za-z.]{1,9}(?:,|(?= said))")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """``text[start:end]`` of the article, line breaks and tabs as blanks, so that offsets are unchanged."""

    start: int
    text: str
    parsable: bool = True


def pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """The block ``text[start:end]`` as pieces that lie end to end."""
    block = _BLANK.sub(" ", text[start:end])
    if not _LONG_RUN.search(block):
        yield from _bounded(block, start)
        return
    for sentence_start, sentence_end in _rough_sentences(block):
        sentence = block[sentence_start:sentence_end]
        if _LONG_RUN.search(sentence):
            yield Piece(start=start + sentence_start, text=sentence, parsable=False)
        else:
            yield from _bounded(sentence, start + sentence_start)


def _rough_sentences(block: str) -> Iterator[tuple[int, int]]:
    position = 0
    for match in _END.finditer(block):
        yield position, match.end()
        position = match.end()
    if position < len(block):
        yield position, len(block)


def _bounded(block: str, start: int) -> Iterator[Piece]:
    position = 0
    while position < len(block):
        cut = _cut(block, position)
        yield Piece(start=start + position, text=block[position:cut])
        position = cut


def _cut(block: str, position: int) -> int:
    """Where the piece that begins at ``position`` ends: after a sentence if there is one, else after a blank."""
    limit = position + MAX_CHARACTERS
    if limit >= len(block):
        return len(block)
    ends = [match.end() for match in _END.finditer(block, limit - 4_000, limit)]
    blank = block.rfind(" ", position, limit)
    return ends[-1] if ends else blank + 1


def readable(text: str) -> str:
    """The text as a parser reads it best, of the same length, so that offsets are unchanged.

    Blanks stand for *(D-Wis.)* and *, R-Ky.,* behind a politician's name, about which there is no claim, and for the
    speakers that a layout names; one straight mark with a blank for the quotation marks of old typewriters, two
    apostrophes.
    """
    text = without_turns(text)
    text = _PARTY_TAG.sub(_blank, text)
    text = _APOSTROPHES.sub(lambda pair: f' "{pair[1]}" ', text)
    return _ANY_MARKS.sub(_doubled, text) if "‘" in text else text


def _doubled(quotation: re.Match[str]) -> str:
    """Single marks as double ones; within double ones they stay."""
    return f"“{quotation[0][1:-1]}”" if quotation[0].startswith("‘") else quotation[0]


def _blank(tag: re.Match[str]) -> str:
    """Blanks as long as the tag; its comma stays before *who* and where a list goes on: *Lee, D-Wis., Hill, R-Ky.*."""
    behind = tag.string[tag.end() : tag.end() + 5].lstrip()
    comma = tag[0].endswith(",") and (behind.startswith(("who", "and ")) or behind[:1].isupper())
    return " " * (len(tag[0]) - comma) + "," * comma


def end_of_party_tag(text: str, end: int) -> int:
    """Where such a tag behind a name that ends at ``end`` ends in turn, its comma left out; ``end`` without one."""
    match = _PARTY_TAG.match(text, end)
    return end + len(match[0].rstrip(",")) if match else end
