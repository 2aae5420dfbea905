"""Which claims a reviewer has still to finish, and in which order."""

from __future__ import annotations

from collections.abc import Sequence

from claimkit.model.review import Review
from claimkit.model.vocabulary import Order
from claimkit.rules.standing import Standing


def own(standing: Standing) -> Review | None:
    """The reviewer's review of the claim; in a sitting there are no others' to be seen."""
    return standing.reviews[0].review if standing.reviews else None


def outdated(standing: Standing) -> bool:
    """Whether the article's words have changed since the reviewer finished with the claim."""
    return bool(standing.outdated)


def finished(standing: Standing) -> bool:
    """Whether the reviewer is done with the claim as its words now are."""
    return bool(standing.finished)


def ordered(claims: Sequence[Standing], order: Order) -> tuple[Standing, ...]:
    """As the article has them, or those first that are most worth checking."""
    if order is Order.TEXT:
        return tuple(claims)
    return tuple(sorted(claims, key=_worth, reverse=True))


def start(claims: Sequence[Standing]) -> int | None:
    """Where to go on; None when all are finished.

    With the first that must be looked at again, else with the unfinished claim that comes next after the one last
    worked on.
    """
    if (again := next((index for index, claim in enumerate(claims) if outdated(claim)), None)) is not None:
        return again
    last = max(
        (index for index, claim in enumerate(claims) if own(claim)),
        key=lambda index: (getattr(own(claims[index]), "when", ""), index),
        default=-1,
    )
    return last if last >= 0 and not finished(claims[last]) else following(claims, last)


def following(claims: Sequence[Standing], after: int) -> int | None:
    """The next unfinished claim after that one, from the beginning once the end is reached; None when there is none."""
    turns = [*range(after + 1, len(claims)), *range(after + 1)]
    return next((index for index in turns if not finished(claims[index])), None)


def _worth(standing: Standing) -> float:
    return standing.claim.check_worthiness.score if standing.claim.check_worthiness else 0.0
