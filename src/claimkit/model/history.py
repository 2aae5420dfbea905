"""What a review was, state by state."""

from __future__ import annotations

from collections.abc import Iterator

from claimkit.model.raw import Raw, from_raw, to_raw
from claimkit.model.review import Review


def states(review: Review) -> Iterator[Review]:
    """The review as it was time after time, oldest first, the present state last; none of them with a history."""
    return iter((review,)) if not review.history else _earlier(review)


def _earlier(review: Review) -> Iterator[Review]:
    present: Raw = {name: value for name, value in to_raw(review).items() if name != "history"}
    every = [present]
    for former in reversed(review.history):
        present = {name: value for name, value in present.items() if name not in former.changed}
        present = present | former.was | {"when": former.when}
        every.append(present)
    return (from_raw(Review, state) for state in reversed(every))
