"""Ratings as numbers: a grid of claims by reviewers, with -1 where a rating is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from claimkit.review.agreement.ratings import Unit
from claimkit.review.agreement.values import Value

Grid: TypeAlias = npt.NDArray[np.int64]
Floats: TypeAlias = npt.NDArray[np.float64]
Weights: TypeAlias = Floats
"""How often each claim is drawn: a row a resample, a column a claim."""

MISSING = -1


def grid(units: Sequence[Unit], reviewers: Sequence[str], codes: Mapping[Value, int]) -> Grid:
    """A row a claim, a column a reviewer; values that have no code are missing."""
    rows = [
        [codes.get(unit.values[name], MISSING) if name in unit.values else MISSING for name in reviewers]
        for unit in units
    ]
    return np.array(rows, dtype=np.int64).reshape(len(units), len(reviewers))


def pairable(ratings: Grid) -> Grid:
    """The claims with two ratings or more: only there can reviewers agree or differ."""
    rated: Grid = ratings[(ratings != MISSING).sum(axis=1) > 1]
    return rated


def complete(ratings: Grid) -> Grid:
    """The claims that every reviewer rated."""
    rated: Grid = ratings[(ratings != MISSING).all(axis=1)]
    return rated


def shared(ratings: Grid, one: int, other: int) -> Grid:
    """The two columns of two reviewers, on the claims that both rated."""
    return complete(ratings[:, [one, other]])


def pairs(ratings: Grid) -> list[tuple[int, int]]:
    """Each pair of reviewers once."""
    return list(combinations(range(ratings.shape[1]), 2))


def distinct(ratings: Grid) -> int:
    """How many different values there are."""
    return len(set(np.unique(ratings).tolist()) - {MISSING})
