"""Which values are taken for which: how often one reviewer says the one where another says the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

from claimkit.review.agreement.ratings import Unit
from claimkit.review.agreement.values import Value

MOST = 24
"""Values that a matrix may have; with more nobody sees anything in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confusion:
    """``counts[row][column]`` claims; rows are the first of ``reviewers``, columns the second.

    ``reviewers`` is empty where all pairs of reviewers are thrown together; each pair of ratings then counts once in
    both directions, and the matrix is symmetric.
    """

    reviewers: tuple[str, str] | None
    values: tuple[Value, ...]
    counts: tuple[tuple[int, ...], ...]


def confusions(units: Sequence[Unit], reviewers: Sequence[str], values: Sequence[Value]) -> tuple[Confusion, ...]:
    """The matrix of each pair of reviewers; where there are more than two of them, before these the one of all."""
    each = tuple(_of_pair(units, pair, values) for pair in combinations(reviewers, 2))
    return (_pooled(units, values), *each) if len(reviewers) > 2 else each


def _of_pair(units: Sequence[Unit], pair: tuple[str, str], values: Sequence[Value]) -> Confusion:
    one, other = pair
    said = Counter(
        (unit.values[one], unit.values[other]) for unit in units if one in unit.values and other in unit.values
    )
    return _matrix(said, pair, values)


def _pooled(units: Sequence[Unit], values: Sequence[Value]) -> Confusion:
    said = Counter(both for unit in units for both in permutations(unit.values.values(), 2))
    return _matrix(said, None, values)


def _matrix(
    said: Counter[tuple[Value, Value]], reviewers: tuple[str, str] | None, values: Sequence[Value]
) -> Confusion:
    counts = tuple(tuple(said[row, column] for column in values) for row in values)
    return Confusion(reviewers=reviewers, values=tuple(values), counts=counts)
