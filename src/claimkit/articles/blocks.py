"""Blocks: the paragraphs and headings that are drawn out of a page or of Markdown, and the text that they make."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from claimkit.model.article import Heading, Structure
from claimkit.model.spans import Span

# What schemas/claims.schema.json keeps out of every text, lone surrogates (a JSON-LD escape can make one), and what is
# invisible and splits words for a parser: soft hyphen, zero-width space, byte order mark. The zero-width joiners stay:
# Hindi and Persian are spelt with them.
_DROPPED = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff\u00ad\u200b\ufeff]")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
"""What no text of ours holds, since XML may not: control characters but tab, LF and CR, and noncharacters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, or a heading with its level from 1 to 6; a list item, a table row and a quotation are paragraphs."""

    text: str
    level: int | None = None


def one_line(text: str) -> str:
    """``text`` with each run of white space made one space, trimmed, and without characters that no reader sees."""
    return " ".join(_DROPPED.sub("", text).split())


def without_controls(text: str) -> str:
    """``text`` with a space for each control character and noncharacter that no XML may have."""
    return CONTROL.sub(" ", text)


def assemble(blocks: Iterable[Block]) -> tuple[str, Structure]:
    """The blocks that are not empty as a text, with a blank line between two and a final line feed, and their spans."""
    kept = [block for block in blocks if block.text]
    headings: list[Heading] = []
    paragraphs: list[Span] = []
    start = 0
    for block in kept:
        end = start + len(block.text)
        if block.level is None:
            paragraphs.append(Span(start=start, end=end))
        else:
            headings.append(Heading(start=start, end=end, level=block.level))
        start = end + len("\n\n")
    text = "\n\n".join(block.text for block in kept) + "\n"
    return text, Structure(headings=tuple(headings), paragraphs=tuple(paragraphs))
