"""What speaks for a place in the new text, and what speaks for another one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, groupby

from claimkit.annotations.reanchoring.alignment import Alignment
from claimkit.annotations.reanchoring.blocks import SEED, unique_rows
from claimkit.annotations.reanchoring.candidates import Range, successor
from claimkit.annotations.reanchoring.outcomes import Signal
from claimkit.annotations.reanchoring.tokens import Tokens

BESIDE = 3
"""Equal tokens right beside a place that make a signal."""

LONG = 6
"""Words in a quote that stands once that make it a signal of its own."""

LIKE = 0.6
"""The least similarity, 0 to 1, of a sentence or of a quote that makes a signal."""

_REACH = 60
"""Tokens to each side that are looked at."""

_ROW = 8
"""Tokens to each side, in the sentence, that a quote is looked up with."""

_COPY = 0.75
"""The least similarity, 0 to 1, of a new sentence right beside that may be the old one as well, changed."""

_PATCH = 8
"""Tokens in a row of a quote that may be gone or new, where that is more than a quarter of it."""

_COPIES = 50
"""Places of one row of tokens up to which they are told apart."""

_APART = 100
"""Tokens between two equal sentences from which one neighbour tells which is which."""

_NEIGHBOURS = 4
"""Sentences to each side that are compared with one that changed."""

_CLOSER = 0.1
"""By how much a sentence must be more like its successor than any other."""

_TOKENS = 400
"""Tokens of a quote up to which it is compared letter by letter."""

NEGATIONS = frozenset("no not never neither nor none nobody nothing without cannot t".split())
"""Words that turn a statement round; *t* is what is left of *n't*."""


class Evidence:
    """Measures places of one alignment; sentences compared are remembered."""

    def __init__(self, alignment: Alignment) -> None:
        self._alignment, self._old, self._new = alignment, alignment.old, alignment.new
        self._once_old, self._once_new = unique_rows(self._old.keys), unique_rows(self._new.keys)
        self._joined_old, self._joined_new = _joined(self._old.keys), _joined(self._new.keys)
        self._offsets_old, self._offsets_new = _offsets(self._old.keys), _offsets(self._new.keys)
        self.likeness = lru_cache(maxsize=4096)(self._likeness)

    def signals(self, old: Range, new: Range) -> tuple[Signal, ...]:
        """Those that speak for ``new``, in the order of :class:`Signal`."""
        before, after = self.beside(old, new)
        same = self._old.keys[slice(*old)] == self._new.keys[slice(*new)]
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

    def beside(self, old: Range, new: Range, reach: int = _REACH) -> tuple[int, int]:
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
        low = next((ahead[place] for place in range(first, old[0]) if 0 <= new[0] - ahead[place] <= _REACH), new[0])
        behind = range(last - 1, old[1] - 1, -1)
        high = next((ahead[place] + 1 for place in behind if 0 <= ahead[place] - new[1] <= _REACH), new[1])
        return low, high

    def surroundings(self, old: Range, new: Range) -> float:
        """How much the rest of the sentence around the two places has in common, 0 to 1; 0 where there is hardly any."""
        (first, last), (low, high) = self._clipped(old), self.counterpart(old, new)
        rest = (old[0] - first) + (last - old[1])
        if rest < BESIDE:
            return 0.0
        ahead = self._alignment.forward
        common = sum(low <= ahead[place] < new[0] for place in range(first, old[0]))
        common += sum(new[1] <= ahead[place] < high for place in range(old[1], last))
        return 2 * common / (rest + (new[0] - low) + (high - new[1]))

    def in_position(self, old: Range, new: Range) -> bool:
        """Whether the nearest text that both versions have, before or after the sentence, is the same."""
        alignment, (first, last), (low, high) = self._alignment, self._old.around(*old), self.counterpart(old, new)
        before, after = alignment.before(first), alignment.after(last)
        ahead = alignment.forward[before] if before >= 0 else -1
        behind = alignment.forward[after] if after < len(self._old) else len(self._new)
        return alignment.before(low, new=True) == ahead or alignment.after(high, new=True) == behind

    def alone(self, old: Range) -> bool:
        """Whether these tokens of the old text stand once in each text."""
        row = self._old.keys[slice(*old)]
        rows = list(zip(*(row[skip:] for skip in range(SEED)), strict=False))
        if any(one in self._once_old for one in rows) and any(one in self._once_new for one in rows):
            return True
        sought = _joined(row)
        return _once(self._joined_old, sought) and _once(self._joined_new, sought)

    def repeated(self, old: Range, new: Range) -> bool:
        """Whether the quote, with what it has in common with the new place in its sentence, stands elsewhere as well.

        Not where more than the sentence speaks for this place than for any other.
        """
        before, after = self.beside(old, new, _ROW)
        first, last = self._old.around(*old)
        left, right = min(before, old[0] - first), min(after, last - old[1])
        row = (old[0] - left, old[1] + right)
        if self.alone(row) or row[1] - row[0] <= BESIDE:
            return False
        here = self._places(self._joined_old, self._offsets_old, row)
        there = self._places(self._joined_new, self._offsets_new, row)
        if len(here) * len(there) == 0 or max(len(here), len(there)) > _COPIES:
            return True
        mine = self._beyond(old, new)
        size = old[1] - old[0]
        pairs = [(old, (place + left, place + left + size)) for place in there]
        pairs += [((place + left, place + left + size), new) for place in here]
        others = [pair for pair in pairs if pair != (old, new)]
        if any(self._beyond(*pair) >= mine for pair in others):
            return True
        apart = (abs(one[0] - old[0]) + abs(other[0] - new[0]) for one, other in others)
        return mine < 2 and min(apart, default=_APART) < _APART

    def _beyond(self, old: Range, new: Range) -> int:
        """On how many sides, 0 to 2, the two places have more in common than their sentence."""
        (before, after), (first, last) = self.beside(old, new, 10**9), self._old.around(*old)
        left = before >= old[0] - first + 2 or before == old[0] == new[0]
        right = after >= last - old[1] + 2 or after == len(self._old) - old[1] == len(self._new) - new[1]
        return left + right

    def _places(self, text: str, offsets: list[int], row: Range) -> list[int]:
        """The first tokens of the first places where a row of the old text stands."""
        sought, found = _joined(self._old.keys[slice(*row)]), []
        at = text.find(sought)
        while at >= 0 and len(found) <= _COPIES:
            found.append(bisect_left(offsets, at))
            at = text.find(sought, at + 1)
        return found

    def support(self, old: Range, new: Range) -> int:
        """How many equal tokens in a row hold the quote, in its sentence."""
        before, after = self.beside(old, new)
        (first, last), (low, high) = self._old.around(*old), self._new.around(*new)
        left, right = min(before, old[0] - first, new[0] - low), min(after, last - old[1], high - new[1])
        return left + old[1] - old[0] + right

    def contested(self, old: Range, new: Range) -> bool:
        """Whether a sentence beside either place is as good a match, and is not spoken for."""
        here, there = self._old.around(*old), self.counterpart(old, new)
        beside = _beside(self._new, self._new.around(*there))
        twins = (near for near in beside if self._origin(near) is None)
        if self._old.keys[slice(*here)] == self._new.keys[slice(*there)]:
            return self._beyond(old, new) < 2 and any(self.likeness(here, near) >= _COPY for near in twins)
        least = self.likeness(here, there) - _CLOSER
        others = (near for near in _beside(self._old, here) if self._goal(near) in {None, self._new.around(*there)})
        joined = self._share(here, there) >= LIKE
        return any(self.likeness(here, near) >= least for near in twins) or any(
            self.likeness(near, there) >= least for near in others if not (joined and self._share(near, there) < LIKE)
        )

    def _share(self, old: Range, new: Range) -> float:
        """How many of the tokens of ``old`` are in ``new``, 0 to 1."""
        ahead = self._alignment.forward[slice(*old)]
        return sum(new[0] <= place < new[1] for place in ahead) / len(ahead)

    def left_behind(self, old: Range, new: Range) -> bool:
        """Whether a sentence like the old one stands where it stood, though ``new`` is elsewhere."""
        alignment, here = self._alignment, self._old.around(*old)
        before, after = alignment.before(here[0]), alignment.after(here[1])
        low = alignment.forward[before] + 1 if before >= 0 else 0
        high = alignment.forward[after] if after < len(self._old) else len(self._new)
        place, there = low, self._new.around(*self.counterpart(old, new))
        while place < min(high, low + _REACH * _NEIGHBOURS):
            near = self._new.sentence(place)
            if not there[0] <= near[0] < there[1] and self.likeness(here, near) >= LIKE:
                return True
            place = near[1]
        return False

    def patched(self, old: Range, new: Range) -> bool:
        """Whether a good part of the quote in a row is gone, or of the new words in a row came from nowhere."""
        rows = (self._alignment.forward[slice(*old)], self._alignment.backward[slice(*new)])
        return any(_longest_gap(row) > max(_PATCH, len(row) // 4) for row in rows)

    def negated(self, old: Range, new: Range) -> bool:
        """Whether a negation came or went right beside the quote."""
        return _negations(self._old, old) != _negations(self._new, new)

    def _origin(self, near: Range) -> int | None:
        """The old token that a sentence of the new text surely comes from; None where it is new, or hardly known."""
        behind = [place for place in self._alignment.backward[slice(*near)] if place >= 0]
        return behind[0] if len(behind) >= 0.8 * (near[1] - near[0]) else None

    def _goal(self, near: Range) -> Range | None:
        """The new sentence that a sentence of the old text went to; None where it is gone, or hardly known."""
        ahead = [place for place in self._alignment.forward[slice(*near)] if place >= 0]
        return successor(self._alignment, near) if len(ahead) >= 0.8 * (near[1] - near[0]) else None

    def _likeness(self, old: Range, new: Range) -> float:
        from rapidfuzz.distance import Indel  # noqa: PLC0415 - only a command that needs it loads it

        here, there = self._old.keys[slice(*old)], self._new.keys[slice(*new)]
        if max(len(here), len(there)) > _TOKENS:
            kept = sum(new[0] <= place < new[1] for place in self._alignment.forward[slice(*old)])
            return 2 * kept / (len(here) + len(there))
        return Indel.normalized_similarity(" ".join(here), " ".join(there))

    def _words(self, old: Range) -> int:
        return sum(key[0].isalnum() for key in self._old.keys[slice(*old)])

    def _clipped(self, old: Range) -> Range:
        first, last = self._old.around(*old)
        return max(first, old[0] - _REACH), min(last, old[1] + _REACH)


def _longest_gap(row: Sequence[int]) -> int:
    return max((len(list(gap)) for joined, gap in groupby(row, lambda place: place >= 0) if not joined), default=0)


def _beside(tokens: Tokens, sentence: Range) -> Iterator[Range]:
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


def _negations(tokens: Tokens, place: Range) -> list[str]:
    beside = [*tokens.keys[max(0, place[0] - 3) : place[0]], *tokens.keys[place[1] : place[1] + 2]]
    return sorted(key.lower() for key in beside if key.lower() in NEGATIONS)


def _joined(keys: Sequence[str]) -> str:
    return "\n" + "\n".join(keys) + "\n"


def _offsets(keys: Sequence[str]) -> list[int]:
    """Where the line break before each key is among the joined ones."""
    return list(accumulate((len(key) + 1 for key in keys), initial=0))


def _once(text: str, row: str) -> bool:
    place = text.find(row)
    return place >= 0 and text.find(row, place + 1) < 0
