"""Stretches of tokens that two texts have in common, found in time that grows with the texts.

A row of tokens that stands once in each text is the same place in both, wherever it went: so sentences that were moved
are found as well as those that stayed. Each such seed is grown to both sides as far as the tokens are equal. Seeds are
unique in both texts, so a block grows no further than the seeds beside it, and each token is in few blocks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SEED = 3
"""Tokens in a seed."""

LEAST = 5
"""Tokens in a block that may stand anywhere; shorter ones are found again between longer ones, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Equal tokens: ``length`` of them from ``old`` in the old text and from ``new`` in the new one."""

    old: int
    new: int
    length: int

    @property
    def shift(self) -> int:
        """What to add to an old place."""
        return self.new - self.old


def blocks(old: Sequence[str], new: Sequence[str]) -> list[Block]:
    """The common blocks, in the order of the old text; they may overlap where it is not known whose the tokens are."""
    there = unique_rows(new)
    found: list[Block] = []
    reached: dict[int, int] = {}
    for row, place in unique_rows(old).items():
        if (at := there.get(row)) is not None and reached.get(at - place, -1) < place:
            block = _grown(old, new, place, at)
            reached[block.shift] = block.old + block.length - SEED
            if block.length >= LEAST:
                found.append(block)
    return found


def unique_rows(keys: Sequence[str]) -> dict[tuple[str, ...], int]:
    """Each row of tokens that stands once, with its place, in the order of the text."""
    places: dict[tuple[str, ...], int] = {}
    for place, row in enumerate(zip(*(keys[skip:] for skip in range(SEED)), strict=False)):
        places[row] = -1 if row in places else place
    return {row: place for row, place in places.items() if place >= 0}


def _grown(old: Sequence[str], new: Sequence[str], place: int, at: int) -> Block:
    start, end, shift = place, place + SEED, at - place
    while start and start + shift and old[start - 1] == new[start + shift - 1]:
        start -= 1
    while end < len(old) and end + shift < len(new) and old[end] == new[end + shift]:
        end += 1
    return Block(old=start, new=start + shift, length=end - start)
