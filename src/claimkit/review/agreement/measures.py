"""The figures by counts, for many resamples at once: each function gives one value a row of ``weights``.

A weight says how often a claim was drawn; all ones is the data as it is. NaN is an undefined value; nothing here is
shown to anybody before :mod:`claimkit.review.agreement.figures` has put it in words. The formulas are those of
docs/agreement.md, where their sources stand.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from claimkit.review.agreement.grid import MISSING, Floats, Grid, Weights, pairs

Measure: TypeAlias = Callable[[Weights], Floats]

NOTHING = 1e-12
"""A chance disagreement below this is zero but for rounding: the figure is undefined."""


def observed(ratings: Grid) -> Measure:
    """The share of pairs of ratings of one claim that are the same, averaged over the claims."""
    agreeing = _agreeing(ratings)
    return lambda weights: _ratio(weights @ agreeing, weights.sum(axis=1))


def nominal_alpha(ratings: Grid) -> Measure:
    """Krippendorff's alpha (2011), values that are the same or not; claims with one rating must be left out before."""
    unit, _, value = _long(ratings)
    differing: Floats = _sizes(ratings) * (1 - _agreeing(ratings))
    bins = int(ratings.max(initial=0)) + 1

    def alpha(weights: Weights) -> Floats:
        used = _totals(weights, unit, value, bins)
        every = used.sum(axis=1)
        expected = _ratio(every**2 - (used**2).sum(axis=1), every - 1)
        return 1 - _ratio(weights @ differing, expected)

    return alpha


def ordinal_alpha(ratings: Grid) -> Measure:
    """Krippendorff's alpha (2011) with his ordinal metric: values are places on a scale, the lowest is 0.

    The distance of two places is the number of ratings between them, each end counted half; it is taken anew from each
    resample, whose frequencies are its own.
    """
    unit, one, other, share = _coincidences(ratings)
    bins = int(ratings.max(initial=0)) + 1

    def alpha(weights: Weights) -> Floats:
        table = _totals(weights, unit, one * bins + other, bins * bins, share).reshape(-1, bins, bins)
        used = table.sum(axis=2)
        middle = used.cumsum(axis=1) - used / 2
        metric = (middle[:, :, None] - middle[:, None, :]) ** 2
        expected = (used[:, :, None] * used[:, None, :] * metric).sum(axis=(1, 2))
        return 1 - _ratio((table * metric).sum(axis=(1, 2)) * (used.sum(axis=1) - 1), expected)

    return alpha


def fleiss_kappa(ratings: Grid) -> Measure:
    """Fleiss' kappa (1971) in Gwet's form (2014) for claims with different numbers of ratings.

    Agreement is averaged over the claims with two ratings or more; each claim has one vote in how often a value is
    used. Where all have the same number of ratings, it is Fleiss' own figure.
    """
    unit, _, value = _long(ratings)
    sizes, agreeing = _sizes(ratings), _agreeing(ratings)
    bins = int(ratings.max(initial=0)) + 1

    def kappa(weights: Weights) -> Floats:
        votes = _totals(weights, unit, value, bins, 1 / sizes[unit])
        chance = ((votes / votes.sum(axis=1, keepdims=True)) ** 2).sum(axis=1)
        agreement = _ratio(weights @ agreeing, weights @ (sizes > 1).astype(np.float64))
        return _ratio(agreement - chance, 1 - chance)

    return kappa


def cohen_kappa(ratings: Grid) -> Measure:
    """Cohen's kappa (1960) of two reviewers, on claims that both rated: a grid of two full columns."""

    def kappa(weights: Weights) -> Floats:
        agreement, chance = _pair(ratings, weights)
        return _ratio(agreement - chance, 1 - chance)

    return kappa


def mean_cohen_kappa(ratings: Grid) -> Measure:
    """The mean of Cohen's kappas over the pairs of reviewers for whom it is defined."""
    both = [(ratings[:, pair] != MISSING).all(axis=1) for pair in map(list, pairs(ratings))]
    each = [cohen_kappa(ratings[rows][:, pair]) for rows, pair in zip(both, map(list, pairs(ratings)), strict=True)]

    def kappa(weights: Weights) -> Floats:
        every = np.array([one(weights[:, rows]) for rows, one in zip(both, each, strict=True) if rows.any()])
        defined = ~np.isnan(every)
        return _ratio(np.where(defined, every, 0).sum(axis=0), defined.sum(axis=0).astype(np.float64))

    return kappa


def davies_fleiss_kappa(ratings: Grid) -> Measure:
    """Davies and Fleiss' kappa (1982): agreement and chance averaged over the pairs, on claims that all rated."""

    def kappa(weights: Weights) -> Floats:
        every = [_pair(ratings[:, pair], weights) for pair in map(list, pairs(ratings))]
        agreement, chance = np.mean(every, axis=0)
        return _ratio(agreement - chance, 1 - chance)

    return kappa


def _pair(ratings: Grid, weights: Weights) -> tuple[Floats, Floats]:
    """How often two reviewers agree, and how often they would by chance."""
    rows = np.arange(len(ratings))
    bins = int(ratings.max(initial=0)) + 1
    drawn = weights.sum(axis=1)
    one, other = (_totals(weights, rows, ratings[:, column], bins) for column in (0, 1))
    same: Floats = weights @ (ratings[:, 0] == ratings[:, 1]).astype(np.float64)
    return _ratio(same, drawn), _ratio((one * other).sum(axis=1), drawn**2)


def _long(ratings: Grid) -> tuple[Grid, Grid, Grid]:
    """The ratings that there are: claim, reviewer, value."""
    unit, reviewer = np.nonzero(ratings != MISSING)
    return unit, reviewer, ratings[unit, reviewer]


def _sizes(ratings: Grid) -> Floats:
    sizes: Floats = np.sum(ratings != MISSING, axis=1, dtype=np.float64)
    return sizes


def _agreeing(ratings: Grid) -> Floats:
    """For each claim the share of its pairs of ratings that are the same; zero where there is no pair."""
    same = np.zeros(len(ratings))
    for one, other in pairs(ratings):
        same += (ratings[:, one] == ratings[:, other]) & (ratings[:, one] != MISSING)
    sizes = _sizes(ratings)
    shares: Floats = 2 * same / np.maximum(sizes * (sizes - 1), 1)
    return shares


def _coincidences(ratings: Grid) -> tuple[Grid, Grid, Grid, Floats]:
    """Each ordered pair of ratings of one claim: claim, value, value, and what it counts (1 / (ratings - 1))."""
    found: list[tuple[Grid, Grid, Grid]] = []
    for one, other in pairs(ratings):
        rows = np.nonzero((ratings[:, [one, other]] != MISSING).all(axis=1))[0]
        first, second = ratings[rows, one], ratings[rows, other]
        found += [(rows, first, second), (rows, second, first)]
    unit, first, second = (np.concatenate([part[index] for part in found]) for index in range(3))
    return unit, first, second, 1 / (_sizes(ratings)[unit] - 1)


def _totals(weights: Weights, unit: Grid, place: Grid, bins: int, share: Floats | None = None) -> Floats:
    """For each resample how much falls into each bin, a rating counting as often as its claim was drawn."""
    rows = len(weights)
    index: Grid = (np.arange(rows)[:, None] * bins + place).ravel()
    amounts = weights[:, unit] * (1.0 if share is None else share)
    totals = np.bincount(index, weights=amounts.ravel(), minlength=rows * bins)
    return totals.astype(np.float64).reshape(rows, bins)


def _ratio(part: Floats, whole: Floats) -> Floats:
    """``part / whole``, NaN where the whole is nothing."""
    result = np.full(part.shape, np.nan)
    np.divide(part, whole, out=result, where=np.abs(whole) > NOTHING)
    return result
