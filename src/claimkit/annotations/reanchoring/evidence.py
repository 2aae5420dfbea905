"""What speaks for a place in the new text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from rapidfuzz.distance import Indel

from claimkit.annotations.reanchoring.alignment import Alignment
from claimkit.annotations.reanchoring.outcomes import Signal
from claimkit.annotations.reanchoring.rows import Rows
from claimkit.annotations.reanchoring.tokens import Range, Tokens

BESIDE = 3
"""Equal tokens right beside a place that make a signal."""

LONG = 6
"""Words in a quote that stands once that make it a signal of its own."""

LIKE = 0.6
"""The least similarity, 0 to 1, of a sentence or of a quote that makes a signal."""

REACH = 60
"""Tokens to each side that are looked at."""

_PATCH = 8
"""Tokens in a row of a quote that may be gone or new, where that is more than a quarter of it."""

_TOKENS = 400
"""Tokens of a quote up to which it is compared letter by letter."""

_NEGATIONS = frozenset(["no", "not", "never", "neither", "nor", "none", "nobody", "nothing", "without", "cannot", "t"])
"""Words that turn a statement round; *t* is what is left of *n't*."""


class Evidence:
    """Measures places of one alignment; sentences compared are remembered."""

    def __init__(self, alignment: Alignment) -> None:
        self._alignment, self._old, self._new = alignment, alignment.old, alignment.new
        self.old_rows, self.new_rows = Rows(self._old.keys), Rows(self._new.keys)
        self.likeness = lru_cache(maxsize=4096)(self._likeness)

    def signals(self, old: Range, new: Range) -> tuple[Signal, ...]:
        """Those that speak for ``new``, in the order of :class:`Signal`."""
        before, after = self.beside(old, new)
        same = self.same(old, new)
        told = {
            Signal.QUOTE: same,
            Signal.LIKENESS: not same and self.likeness(old, new) >= LIKE,
            Signal.BEFORE: before >= BESIDE or (before == old[0] == new[0]),
            Signal.AFTER: after >= BESIDE or (after == len(self._old) - old[1] == len(self._new) - new[1]),
            Signal.SENTENCE: self.surroundings(old, new) >= LIKE,
            Signal.POSITION: self.in_position(old, new),
            Signal.UNIQUE: same and self._words(old) >= LONG and self.alone(old),
        }
        return tuple(signal for signal, given in told.items() if given)

    def same(self, old: Range, new: Range) -> bool:
        """Whether the two places have the same tokens."""
        return self._old.keys[slice(*old)] == self._new.keys[slice(*new)]

    def beside(self, old: Range, new: Range, reach: int = REACH) -> tuple[int, int]:
        """How many equal tokens stand right before and right after the two places."""
        before = after = 0
        here, there = self._old.keys, self._new.keys
        while before < min(reach, old[0], new[0]) and here[old[0] - before - 1] == there[new[0] - before - 1]:
            before += 1
        most = min(reach, len(here) - old[1], len(there) - new[1])
        while after < most and here[old[1] + after] == there[new[1] + after]:
            after += 1
        return before, after

    def counterpart(self, old: Range, new: Range) -> Range:
        """What the sentence around ``old`` became around ``new``: from the first to the last token that both have."""
        (first, last), ahead = self._clipped(old), self._alignment.forward
        before = (ahead[place] for place in range(first, old[0]) if ahead[place] >= 0)
        after = (ahead[place] + 1 for place in range(last - 1, old[1] - 1, -1) if ahead[place] >= 0)
        low = next((place for place in before if new[0] - REACH <= place < new[0]), new[0])
        return low, next((place for place in after if new[1] < place <= new[1] + REACH), new[1])

    def embedded(self, old: Range) -> bool:
        """Whether the sentence around ``old`` has words enough to be a signal."""
        first, last = self._old.around(*old)
        return old[0] - first + last - old[1] >= BESIDE

    def surroundings(self, old: Range, new: Range) -> float:
        """How much the rest of the sentence around the two places has in common, 0 to 1; 0 where it is short."""
        (first, last), (low, high) = self._clipped(old), self.counterpart(old, new)
        if not self.embedded(old):
            return 0.0
        ahead, bounds = self._alignment.forward, self._new.around(*new)
        before = [low <= ahead[place] < new[0] for place in range(first, old[0])]
        after = [new[1] <= ahead[place] < high for place in range(old[1], last)]
        low = min(low, max(bounds[0], low - _lost(before)))
        high = max(high, min(bounds[1], high + _lost(after[::-1])))
        common = sum(before) + sum(after)
        return 2 * common / (len(before) + len(after) + (new[0] - low) + (high - new[1]))

    def in_position(self, old: Range, new: Range) -> bool:
        """Whether the nearest text that both versions have, before or after the sentence, is the same."""
        (first, last), (low, high) = self._old.around(*old), self.counterpart(old, new)
        before, after = self._alignment.before(low, new=True), self._alignment.after(high, new=True)
        between = self.between(first, last)
        return before == between[0] - 1 or after == between[1]

    def between(self, first: int, last: int) -> Range:
        """Where in the new text ``[first, last)`` of the old one would stand, by the nearest tokens that both have.

        It may be empty, and ends before it begins where the neighbours went different ways.
        """
        before, after = self._alignment.before(first), self._alignment.after(last)
        low = self._alignment.forward[before] + 1 if before >= 0 else 0
        return low, self._alignment.forward[after] if after < len(self._old) else len(self._new)

    def alone(self, old: Range) -> bool:
        """Whether these tokens of the old text stand once in each text."""
        row = self._old.keys[slice(*old)]
        return self.old_rows.once(row) and self.new_rows.once(row)

    def share(self, old: Range, new: Range) -> float:
        """How many of the tokens of ``old`` went to ``new``, 0 to 1."""
        ahead = self._alignment.forward[slice(*old)]
        return sum(new[0] <= place < new[1] for place in ahead) / len(ahead)

    def patched(self, old: Range, new: Range) -> bool:
        """Whether a good part of the quote in a row is gone, or of the new words in a row came from nowhere."""
        rows = (self._alignment.forward[slice(*old)], self._alignment.backward[slice(*new)])
        return any(_longest_gap(row) > max(_PATCH, len(row) // 4) for row in rows)

    def negated(self, old: Range, new: Range) -> bool:
        """Whether a negation came or went right beside the quote, in its sentence."""
        return _negations(self._old, old) != _negations(self._new, new)

    def _likeness(self, old: Range, new: Range) -> float:
        here, there = self._old.keys[slice(*old)], self._new.keys[slice(*new)]
        if max(len(here), len(there)) > _TOKENS:
            return 2 * self.share(old, new) * len(here) / (len(here) + len(there))
        return Indel.normalized_similarity(" ".join(here), " ".join(there))

    def _words(self, old: Range) -> int:
        return sum(key[0].isalnum() for key in self._old.keys[slice(*old)])

    def _clipped(self, old: Range) -> Range:
        first, last = self._old.around(*old)
        return max(first, old[0] - REACH), min(last, old[1] + REACH)


def _lost(row: Sequence[bool]) -> int:
    """How many at the beginning are not in the other text: so many may stand there instead."""
    return next((place for place, common in enumerate(row) if common), len(row))


def _longest_gap(row: Sequence[int]) -> int:
    return max((len(list(gap)) for joined, gap in groupby(row, lambda place: place >= 0) if not joined), default=0)


def _negations(tokens: Tokens, place: Range) -> list[str]:
    first, last = tokens.around(*place)
    beside = tokens.keys[max(first, place[0] - 3) : place[0]] + tokens.keys[place[1] : min(last, place[1] + 2)]
    return sorted(key.lower() for key in beside if key.lower() in _NEGATIONS)
