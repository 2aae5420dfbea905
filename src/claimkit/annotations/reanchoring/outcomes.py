"""What became of an anchor."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claimkit.model.spans import Anchor


class Signal(StrEnum):
    """What can speak for a place in the new text, each from other words than the rest."""

    QUOTE = "quote"
    """The same words, but for white space and the form of quotation marks and dashes."""
    LIKENESS = "likeness"
    """Similar words."""
    BEFORE = "before"
    """The words right before it."""
    AFTER = "after"
    """The words right after it."""
    SENTENCE = "sentence"
    """The rest of the sentence around it."""
    POSITION = "position"
    """The sentences beside it are those that were beside it, apart from what is new and what is gone."""
    UNIQUE = "unique"
    """The quote is long and stands once in each text, or holds words that do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place in the new text; how like its words are to the old ones, 0 to 1; what speaks for it."""

    anchor: Anchor
    similarity: float
    signals: tuple[Signal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """An anchor found again; ``anchor`` is the one in the new text.

    ``changed`` is whether its words differ in more than white space and the form of quotation marks, dashes and
    apostrophes, or a negation came or went right beside them. ``signals`` are those that agreed, at least two.
    """

    anchor: Anchor
    changed: bool
    signals: tuple[Signal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Orphan:
    """An anchor, the old one, that was not found again for sure; ``reason`` is a sentence for a reviewer."""

    anchor: Anchor
    best: Candidate | None
    reason: str
