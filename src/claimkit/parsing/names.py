"""Names from scores: the best sequence of tags in which no name goes on that has not begun."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt


def best_tags(scores: npt.NDArray[np.float32], labels: Sequence[str]) -> npt.NDArray[np.int64]:
    """The labels' indices of the highest sum (Viterbi), where ``I-TYPE`` follows ``B-TYPE`` or ``I-TYPE`` alone.

    ``scores`` has the shape (words, labels).
    """
    found: npt.NDArray[np.int64] = scores.argmax(1)
    allowed, first = _rules(tuple(labels))
    if first[found[0]] and allowed[found[:-1], found[1:]].all():
        return found
    total = np.where(first, scores[0], -np.inf)
    back = np.zeros(scores.shape, dtype=np.int64)
    for at in range(1, len(scores)):
        reached = np.where(allowed, total[:, None], -np.inf)
        back[at] = reached.argmax(0)
        total = reached.max(0) + scores[at]
    found[-1] = total.argmax()
    for at in range(len(scores) - 1, 0, -1):
        found[at - 1] = back[at, found[at]]
    return found


@lru_cache
def _rules(labels: tuple[str, ...]) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Which label may follow which, and which may come first."""
    inside = np.array([label.startswith("I-") for label in labels])
    kinds = [label.partition("-")[2] for label in labels]
    same = np.array([[one == other and one != "" for other in kinds] for one in kinds])
    return ~inside[None, :] | same, ~inside
