"""Where rows of tokens stand in a text, and whether they stand once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from claimkit.annotations.reanchoring.blocks import SEED, unique_rows


class Rows:
    """The tokens of a text, joined, so that the search for a row of them is one for a string."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._text = _joined(keys)
        self._offsets = list(accumulate((len(key) + 1 for key in keys), initial=0))
        self._once = unique_rows(keys)

    def once(self, row: Sequence[str]) -> bool:
        """Whether a row that stands in the text, or may do so, stands there once."""
        if any(seed in self._once for seed in zip(*(row[skip:] for skip in range(SEED)), strict=False)):
            return self._text.find(_joined(row)) >= 0
        return len(self.places(row, 2)) == 1

    def places(self, row: Sequence[str], most: int) -> list[int]:
        """The first tokens of the first ``most`` places where a row stands."""
        sought, found = _joined(row), list[int]()
        at = self._text.find(sought)
        while at >= 0 and len(found) < most:
            found.append(bisect_left(self._offsets, at))
            at = self._text.find(sought, at + 1)
        return found


def _joined(keys: Sequence[str]) -> str:
    return "\n" + "\n".join(keys) + "\n"
