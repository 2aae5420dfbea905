"""Where the words that others quote stand in a text of record: for sure, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from claimkit.annotations.reanchoring import Moved, Revision
from claimkit.annotations.reanchoring.tokens import Tokens, tokens
from claimkit.imports.foreign import Stretch
from claimkit.model.spans import CONTEXT, Anchor

ENOUGH = 8
"""Words of a quote that stands once from which it needs nothing beside it, as for a new version of a text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaced:
    """Why a stretch has no place; ``several``: it has too many."""

    reason: str
    several: bool = False


class Places:
    """A text of record in which quotes are looked for; ``former`` is the text that their offsets point into, if known.

    Offsets are code points.
    """

    def __init__(self, text: str, former: str = "") -> None:
        self.text, self._former = text, former

    def find(self, stretch: Stretch) -> Anchor | Unplaced:
        """The stretch in the text.

        It stands at its offset, or where it stood in the former text by two signals that agree, or at the only place
        that has its words, or the only one of these that has the words beside it. Words are the same where they differ
        in white space and the form of quotation marks and dashes only.
        """
        if not stretch.quote.strip():
            return Unplaced(reason="it quotes no words")
        if (there := _at(self.text, stretch)) is not None:
            return there
        if (old := self._in_former(stretch)) is not None:
            return self._followed(old)
        return self._only(stretch, [*self._exactly(stretch.quote)] or [*self._alike(stretch.quote)])

    def _only(self, stretch: Stretch, places: list[tuple[int, int]]) -> Anchor | Unplaced:
        shown = _shown(stretch.quote)
        if not places:
            return Unplaced(reason=f"{shown} does not stand in the article")
        beside = [place for place in places if self._beside(place, stretch)]
        if len(beside) == 1:
            return Anchor.at(self.text, *beside[0])
        if len(places) > 1:
            return Unplaced(reason=f"{shown} stands at {len(places)} places, and nothing tells which", several=True)
        if len(tokens(stretch.quote)) >= ENOUGH:
            return Anchor.at(self.text, *places[0])
        return Unplaced(reason=f"{shown} stands there, but other words beside it")

    def _exactly(self, quote: str) -> Iterator[tuple[int, int]]:
        start = self.text.find(quote)
        while start >= 0:
            yield start, start + len(quote)
            start = self.text.find(quote, start + 1)

    def _alike(self, quote: str) -> Iterator[tuple[int, int]]:
        keys, here = tokens(quote).keys, self._tokens
        for first in range(len(here) - len(keys) + 1 if keys else 0):
            if here.keys[first] == keys[0] and here.keys[first : first + len(keys)] == keys:
                yield here.starts[first], here.ends[first + len(keys) - 1]

    def _beside(self, place: tuple[int, int], stretch: Stretch) -> bool:
        """Whether the words beside a place are the stretch's, as far as it gives any."""
        room = 2 * max(CONTEXT, len(stretch.prefix), len(stretch.suffix))
        before, after = self.text[max(0, place[0] - room) : place[0]], self.text[place[1] : place[1] + room]
        return bare(before).endswith(bare(stretch.prefix)) and bare(after).startswith(bare(stretch.suffix))

    def _in_former(self, stretch: Stretch) -> Anchor | None:
        """The stretch in the text that it was made on, where that is known, another one, and has it there."""
        return _at(self._former, stretch) if self._former and self._former != self.text else None

    def _followed(self, old: Anchor) -> Anchor | Unplaced:
        found = self._revision.find(old)
        if not isinstance(found, Moved):
            return Unplaced(reason=f"{_shown(old.quote)}: {found.reason[:1].lower()}{found.reason[1:].rstrip('.')}")
        if found.changed:
            return Unplaced(reason=f"{_shown(old.quote)} is {_shown(found.anchor.quote)} in the article")
        return found.anchor

    @cached_property
    def _tokens(self) -> Tokens:
        return tokens(self.text)

    @cached_property
    def _revision(self) -> Revision:
        return Revision(self._former, self.text)


def bare(text: str) -> str:
    """What two texts share that have the same words."""
    return "".join(tokens(text).keys)


def _at(text: str, stretch: Stretch) -> Anchor | None:
    """The stretch at its own offset, where the text has it there; a negative one would count from the end."""
    start = stretch.start
    if start is None or start < 0 or not text.startswith(stretch.quote, start):
        return None
    return Anchor.at(text, start, start + len(stretch.quote))


def _shown(text: str, most: int = 60) -> str:
    words = " ".join(text.split())
    return f"“{words}”" if len(words) <= most else f"“{words[: most - 1]}…”"
