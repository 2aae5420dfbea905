"""The article's words, and who says them, in lines of text: shared by everything that shows a claim to a person."""

from __future__ import annotations

from collections.abc import Sequence

from claimkit.model.attribution import Link
from claimkit.model.review import Evidence
from claimkit.model.spans import Anchor, Span, merged

MARKS = (">>", "<<")
"""What stands around the claim's words: plain characters, which every terminal has and a screen reader says."""


def one_line(text: str) -> str:
    """The words of ``text`` with single blanks between them."""
    return " ".join(text.split())


def marked(text: str, within: Span, anchors: Sequence[Anchor]) -> str:
    """The words of a span of ``text`` on one line, with marks around those of the anchors."""
    inside = [
        Span(start=max(anchor.start, within.start), end=min(anchor.end, within.end))
        for anchor in anchors
        if within.overlaps(anchor)
    ]
    parts, place = [], within.start
    for found in merged(inside):
        parts += [text[place : found.start], MARKS[0], text[found.start : found.end], MARKS[1]]
        place = found.end
    return one_line("".join([*parts, text[place : within.end]]))


def said(link: Link) -> str:
    """Who says it, in which office and how, with the words that show it."""
    role = f", {link.source.role}" if link.source.role else ""
    cue = f" “{one_line(link.cue.quote)}”" if link.cue else ""
    return f"{link.source.name}{role} ({link.source.type}, {link.mode}){cue}"


def content(link: Link) -> str:
    """What is said, in the article's words."""
    return " … ".join(one_line(anchor.quote) for anchor in link.content)


def page(evidence: Evidence) -> str:
    """A page's title, and who published it when."""
    who = ", ".join(part for part in (evidence.publisher, evidence.published) if part)
    return one_line(evidence.title) + (f" ({who})" if who else "")
