"""What speaks against a place in the new text: another one that has as much for it, or another claim to this one."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import Indel

from claimkit.annotations.reanchoring.alignment import Alignment
from claimkit.annotations.reanchoring.candidates import holding, successor
from claimkit.annotations.reanchoring.evidence import BESIDE, LIKE, REACH, Evidence
from claimkit.annotations.reanchoring.tokens import Range, Tokens

_CLEAR = 3
"""By how many tokens in a row, in its sentence, one place must beat another that has the same words."""

_ROW = 8
"""Tokens to each side, in the sentence, that a quote is looked up with."""

_COPIES = 50
"""Places of one row of tokens up to which they are told apart."""

_APART = 100
"""Tokens between two equal sentences from which one neighbour tells which is which."""

_NEIGHBOURS = 4
"""Sentences to each side that are compared with the one found."""

_CLOSER = 0.1
"""By how much a sentence must be more like its successor than any other."""

_COPY = 0.75
"""The least similarity, 0 to 1, of a new sentence near by that may be the old one as well, changed."""

_KNOWN = 0.8
"""The share of its tokens, 0 to 1, by which it is known where a sentence comes from or went."""


class Rivals:
    """Looks for what else an anchor could be, or a place could hold."""

    def __init__(self, alignment: Alignment, evidence: Evidence) -> None:
        self._alignment, self._evidence = alignment, evidence
        self._old, self._new = alignment.old, alignment.new

    def best(self, old: Range, found: list[Range]) -> Range:
        """The place of those found with the same words that has most of the sentence, the first of equals."""
        return min(found, key=lambda new: (-self._support(old, new), new))

    def several(self, old: Range, new: Range, found: list[Range]) -> bool:
        """Whether another of the places with the same words is not clearly worse than ``new``."""
        return any(self._rivals(old, new, old, other) for other in found if other != new)

    def claimed(self, old: Range, new: Range) -> bool:
        """Whether a common block puts other words of the old text on the new place, and not clearly worse."""
        blocks = holding(self._alignment.by_new, new, by_new=True)
        shifts = [block.shift for block in blocks if new[0] - block.shift != old[0]]
        return any(self._rivals(old, new, (new[0] - shift, new[1] - shift), new) for shift in shifts)

    def repeated(self, old: Range, new: Range) -> bool:
        """Whether the quote, with what it has in common with the new place in its sentence, stands elsewhere as well.

        Not where more than the sentence speaks for this place than for any other.
        """
        before, after = self._evidence.beside(old, new, _ROW)
        first, last = self._old.around(*old)
        left, right = min(before, old[0] - first), min(after, last - old[1])
        row = (old[0] - left, old[1] + right)
        if row[1] - row[0] <= BESIDE or self._evidence.alone(row):
            return False
        keys, size = self._old.keys[slice(*row)], old[1] - old[0]
        here, there = (rows.places(keys, _COPIES) for rows in (self._evidence.old_rows, self._evidence.new_rows))
        if max(len(here), len(there)) == _COPIES:
            return True
        pairs = [(old, (place + left, place + left + size)) for place in there]
        pairs += [((place + left, place + left + size), new) for place in here]
        return self._confused(old, new, [pair for pair in pairs if pair != (old, new)])

    def _confused(self, old: Range, new: Range, others: list[tuple[Range, Range]]) -> bool:
        """Whether the context beyond the sentence does not tell this pair of places from the others."""
        mine = self._beyond(old, new)
        if any(self._beyond(*pair) >= mine for pair in others):
            return True
        apart = (abs(one[0] - old[0]) + abs(other[0] - new[0]) for one, other in others)
        return mine < 2 and min(apart, default=_APART) < _APART

    def contested(self, old: Range, new: Range) -> bool:
        """Whether a sentence beside either place is as good a match, and it is not known what else it is."""
        here, there = self._old.around(*old), self._evidence.counterpart(old, new)
        around = self._new.around(*new)
        likeness = self._evidence.likeness
        twins = (near for near in _beside(self._new, around) if self._origin(near) is None)
        if self._evidence.same(here, there):
            opening, embedded = self._old.sentence(here[0]), self._beyond(old, new) == 2
            copies = (near for near in twins if likeness(opening, near) >= _COPY)
            return any(not embedded or self._doubled(there[0], copy[0]) for copy in copies)
        least = likeness(here, there) - _CLOSER
        if any(likeness(here, near) >= least for near in twins):
            return True
        goals = {None, self._new.around(*there)}
        others = [near for near in _beside(self._old, here) if self._goal(near) in goals]
        if self._evidence.share(here, there) >= LIKE:  # two sentences that became one both belong there
            others = [near for near in others if self._evidence.share(near, there) >= LIKE]
        return any(likeness(near, there) >= least for near in others)

    def _doubled(self, one: int, other: int) -> bool:
        """Whether what stands from one place up to the other in the new text stands there a second time, or nearly."""
        first, second = sorted((one, other))
        keys = self._new.keys
        here, there = keys[first:second], keys[second : 2 * second - first]
        return Indel.normalized_similarity(here, there) >= _COPY

    def left_behind(self, old: Range, new: Range) -> bool:
        """Whether a sentence like the old one stands where it stood, though ``new`` is elsewhere."""
        here, there = self._old.around(*old), self._new.around(*self._evidence.counterpart(old, new))
        low, high = self._evidence.between(*here)
        behind = (low, self._alignment.after(low, new=True))
        ahead = (self._alignment.before(high, new=True) + 1, high)
        return any(
            not there[0] <= near[0] < there[1] and self._evidence.likeness(here, near) >= LIKE
            for stretch in {(low, high), behind, ahead}
            for near in self._sentences(*stretch)
        )

    def _sentences(self, start: int, end: int) -> Iterator[Range]:
        """The sentences of the beginning of a stretch of the new text, cut at its ends."""
        place, end = start, min(end, start + REACH * _NEIGHBOURS)
        while place < end:
            near = (place, min(end, self._new.sentence(place)[1]))
            yield near
            place = near[1]

    def _rivals(self, old: Range, new: Range, other_old: Range, other_new: Range) -> bool:
        return self._support(old, new) - self._support(other_old, other_new) < _CLEAR

    def _support(self, old: Range, new: Range) -> int:
        """How many equal tokens in a row hold the quote, in its sentence."""
        before, after = self._evidence.beside(old, new)
        (first, last), (low, high) = self._old.around(*old), self._new.around(*new)
        left, right = min(before, old[0] - first, new[0] - low), min(after, last - old[1], high - new[1])
        return left + old[1] - old[0] + right

    def _beyond(self, old: Range, new: Range) -> int:
        """On how many sides, 0 to 2, the two places have more in common than their sentence."""
        first, last = self._old.around(*old)
        reach = max(old[0] - first, last - old[1]) + 2
        before, after = self._evidence.beside(old, new, reach)
        left = before >= old[0] - first + 2 or before == old[0] == new[0]
        right = after >= last - old[1] + 2 or after == len(self._old) - old[1] == len(self._new) - new[1]
        return left + right

    def _origin(self, near: Range) -> int | None:
        """The old token that a sentence of the new text surely comes from; None where it is new, or hardly known."""
        behind = [place for place in self._alignment.backward[slice(*near)] if place >= 0]
        return behind[0] if len(behind) >= _KNOWN * (near[1] - near[0]) else None

    def _goal(self, near: Range) -> Range | None:
        """The new sentence that a sentence of the old text went to; None where it is gone, or hardly known."""
        ahead = [place for place in self._alignment.forward[slice(*near)] if place >= 0]
        return successor(self._alignment, near) if len(ahead) >= _KNOWN * (near[1] - near[0]) else None


def _beside(tokens: Tokens, sentence: Range) -> Iterator[Range]:
    """The sentences nearest to one, on both sides."""
    low, high = sentence
    for _ in range(_NEIGHBOURS):
        if low > 0:
            near = tokens.sentence(low - 1)
            low = near[0]
            yield near
        if high < len(tokens):
            near = tokens.sentence(high)
            high = near[1]
            yield near
