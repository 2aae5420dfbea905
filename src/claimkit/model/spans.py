"""Spans of the text of record, and anchors: spans that carry their own proof."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

CONTEXT = 32
"""Code points of prefix and suffix kept with an anchor."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """Half-open ``[start, end)`` in Unicode code points of the text of record."""

    start: int
    end: int

    def overlaps(self, other: Span | Anchor) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span | Anchor) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Anchor:
    """A span with its exact quote and its context.

    It joins the TextPositionSelector and the TextQuoteSelector of the W3C Web Annotation Data Model, section 4.2.
    Offsets are code points, half-open.
    """

    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def at(cls, text: str, start: int, end: int) -> Self:
        """The anchor of ``text[start:end]``; raises ``ValueError`` when that is empty or outside of the text."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"no span {start}..{end} in a text of {len(text)} code points")
        return cls(
            start=start,
            end=end,
            quote=text[start:end],
            prefix=text[max(0, start - CONTEXT) : start],
            suffix=text[end : end + CONTEXT],
        )

    @property
    def span(self) -> Span:
        """The bare position."""
        return Span(start=self.start, end=self.end)

    def stands_in(self, text: str) -> bool:
        """Whether the quote stands at its offsets in ``text``."""
        return 0 <= self.start < self.end <= len(text) and text[self.start : self.end] == self.quote


def merged(spans: list[Span]) -> tuple[Span, ...]:
    """The same code points as the fewest spans, sorted: overlapping and touching ones become one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(start=result[-1].start, end=max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)
