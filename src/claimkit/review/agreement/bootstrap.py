"""How far a figure would move if other claims of the same sort had been reviewed: a percentile bootstrap over claims.

Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapter 13. Claims are drawn with replacement, each with
all its ratings; reviewers stay who they are.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from claimkit.review.agreement.grid import Grid
from claimkit.review.agreement.measures import Measure

RESAMPLES = 1000
SEED = 20250510
"""Any number does; a fixed one makes the output the same each time."""

LEAST = 5
"""Claims below which no interval is given: their resamples are too few to say anything."""

DEFINED = 0.8
"""The share of resamples in which the figure must be defined for an interval to be given."""

_CELLS = 2_000_000
"""Numbers that are worked on at once, so that a large desk stays in memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """The middle 95 % of the resamples, or the ``reason`` why there is none."""

    low: float | None = None
    high: float | None = None
    reason: str = ""


def interval(ratings: Grid, measure: Measure, seed: int = SEED) -> Interval:
    """The 95 % percentile interval of a figure over resamples of the grid's rows.

    Resamples in which the figure is undefined (all drawn ratings are the same) are left out.
    """
    claims = len(ratings)
    if claims < LEAST:
        return Interval(reason=f"fewer than {LEAST} claims")
    generator = np.random.default_rng(seed)
    step = max(1, min(RESAMPLES, _CELLS // max(ratings.size, (int(ratings.max()) + 1) ** 2)))
    values = []
    for start in range(0, RESAMPLES, step):
        rows = min(step, RESAMPLES - start)
        drawn = generator.integers(0, claims, size=(rows, claims)) + np.arange(rows)[:, None] * claims
        weights = np.bincount(drawn.ravel(), minlength=rows * claims).reshape(rows, claims)
        values.append(measure(weights.astype(np.float64)))
    every = np.concatenate(values)
    defined = every[~np.isnan(every)]
    if len(defined) < DEFINED * RESAMPLES:
        return Interval(reason="too many resamples hold one value only")
    low, high = np.percentile(defined, [2.5, 97.5])
    return Interval(low=float(low), high=float(high))
