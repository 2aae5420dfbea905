"""The figures of a set of claims, each with its interval, or with the reason in words why it has none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from claimkit.review.agreement import estimates, measures
from claimkit.review.agreement.bootstrap import Interval, interval
from claimkit.review.agreement.grid import Grid, complete, distinct, grid, pairable, pairs, shared
from claimkit.review.agreement.measures import Measure
from claimkit.review.agreement.ratings import Unit
from claimkit.review.agreement.values import Value


class Name(StrEnum):
    """The figures, in the order in which they are shown."""

    NOMINAL_ALPHA = "alphaNominal"
    ORDINAL_ALPHA = "alphaOrdinal"
    FLEISS = "fleissKappa"
    COHEN = "cohenKappaMean"
    DAVIES_FLEISS = "daviesFleissKappa"
    OBSERVED = "observedAgreement"


NOBODY = "no claim was rated by two reviewers"
NO_INTERVAL = Interval(reason="there is no figure")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure on so many claims. Without a ``value`` the ``reason`` says why; ``interval`` likewise for itself."""

    value: float | None = None
    reason: str = ""
    units: int
    interval: Interval = NO_INTERVAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Cohen's kappa of two reviewers."""

    reviewers: tuple[str, str]
    cohen: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """All figures of a set of claims; ``units`` is how many have two ratings or more, ``rated`` how many have any."""

    reviewers: tuple[str, ...]
    rated: int
    units: int
    by_name: Mapping[Name, Figure]
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The values as numbers: ``codes`` for those that are the same or not, ``places`` for those with a rank.

    ``places`` is None, with the ``reason``, where what is compared has no order.
    """

    codes: Mapping[Value, int]
    places: Mapping[Value, int] | None
    reason: str = ""


def figures(units: Sequence[Unit], scale: Scale, seed: int) -> Figures:
    """All figures of these claims."""
    names = tuple(sorted({name for unit in units for name in unit.values}))
    ratings = grid(units, names, scale.codes)
    paired = pairable(ratings)
    each = {
        Name.NOMINAL_ALPHA: _figure(paired, names, estimates.nominal_alpha_of, measures.nominal_alpha, seed),
        Name.ORDINAL_ALPHA: _ordinal(units, names, scale, seed),
        Name.FLEISS: _figure(paired, names, _by_counts(measures.fleiss_kappa), measures.fleiss_kappa, seed),
        Name.COHEN: _mean_cohen(paired, names, seed),
        Name.DAVIES_FLEISS: _davies_fleiss(ratings, names, seed),
        Name.OBSERVED: _observed(paired, names, seed),
    }
    both = tuple(
        Pair(reviewers=(names[one], names[other]), cohen=_cohen(ratings, one, other, seed))
        for one, other in pairs(ratings)
    )
    return Figures(reviewers=names, rated=len(units), units=len(paired), by_name=each, pairs=both)


def _figure(
    ratings: Grid,
    names: Sequence[str],
    estimate: Callable[[Grid], float],
    measure: Callable[[Grid], Measure],
    seed: int,
    nothing: str = NOBODY,
) -> Figure:
    if reason := _undefined(ratings, names, nothing):
        return Figure(reason=reason, units=len(ratings))
    return Figure(value=estimate(ratings), units=len(ratings), interval=interval(ratings, measure(ratings), seed))


def _undefined(ratings: Grid, names: Sequence[str], nothing: str) -> str:
    """Why a figure that allows for chance cannot be had; empty where it can."""
    if len(names) < 2:
        return "fewer than two reviewers"
    if not len(ratings):
        return nothing
    if distinct(ratings) < 2:
        return "all ratings are the same, as chance alone would have it"
    return ""


def _ordinal(units: Sequence[Unit], names: Sequence[str], scale: Scale, seed: int) -> Figure:
    """Alpha on the scale, over the ratings that have a place on it."""
    if scale.places is None:
        return Figure(reason=scale.reason, units=0)
    ratings = pairable(grid(units, names, scale.places))
    nothing = "no claim has two verdicts that are on the scale"
    return _figure(ratings, names, estimates.ordinal_alpha_of, measures.ordinal_alpha, seed, nothing)


def _cohen(ratings: Grid, one: int, other: int, seed: int) -> Figure:
    both = shared(ratings, one, other)
    nothing = "the two rated no claim in common"
    return _figure(both, ("", ""), estimates.cohen_kappa_of, measures.cohen_kappa, seed, nothing)


def _mean_cohen(paired: Grid, names: Sequence[str], seed: int) -> Figure:
    """The mean over the pairs for whom it is defined, each on the claims that both rated."""
    columns = [shared(paired, one, other) for one, other in pairs(paired)]
    each = [estimates.cohen_kappa_of(both) for both in columns if distinct(both) > 1]
    if not each and not _undefined(paired, names, NOBODY):
        return Figure(reason="no pair of reviewers used more than one value", units=len(paired))
    return _figure(paired, names, lambda _: sum(each) / len(each), measures.mean_cohen_kappa, seed)


def _davies_fleiss(ratings: Grid, names: Sequence[str], seed: int) -> Figure:
    nothing = f"no claim was rated by all {len(names)} reviewers"
    return _figure(
        complete(ratings), names, estimates.davies_fleiss_kappa_of, measures.davies_fleiss_kappa, seed, nothing
    )


def _observed(paired: Grid, names: Sequence[str], seed: int) -> Figure:
    """The plain share of agreement, which is defined even where all ratings are the same."""
    if len(names) < 2 or not len(paired):
        return _figure(paired, names, _by_counts(measures.observed), measures.observed, seed)
    found = measures.observed(paired)
    return Figure(value=estimates.counted(found, paired), units=len(paired), interval=interval(paired, found, seed))


def _by_counts(make: Callable[[Grid], Measure]) -> Callable[[Grid], float]:
    return lambda ratings: estimates.counted(make(ratings), ratings)
