"""Where reviewers differ, most of all first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from claimkit.review.agreement.ratings import Unit
from claimkit.review.agreement.values import Value


def differences(units: Sequence[Unit], places: Mapping[Value, int] | None) -> tuple[Unit, ...]:
    """The disputed claims: those furthest apart on the scale first, then as they come.

    Values without a place are as far apart as the two ends of the scale.
    """
    disputed = [unit for unit in units if unit.disputed]
    return tuple(sorted(disputed, key=lambda unit: -distance(unit, places or {})))


def distance(unit: Unit, places: Mapping[Value, int]) -> float:
    """How far apart a claim's ratings are, from 0 to 1, averaged over the pairs of reviewers."""
    both = list(combinations(unit.values.values(), 2))
    return sum(_apart(one, other, places) for one, other in both) / max(len(both), 1)


def _apart(one: Value, other: Value, places: Mapping[Value, int]) -> float:
    if one == other:
        return 0.0
    if one in places and other in places:
        return abs(places[one] - places[other]) / max(1, *places.values())
    return 1.0
