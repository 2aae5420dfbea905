"""The best tree over a sentence: Chu and Liu (1965), Edmonds (1967), with one root as UD asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    Figures = npt.NDArray[np.float32]
    Indices = npt.NDArray[np.int64]

NEVER = -1e9
"""The score of an arc that there is not."""


def best_tree(scores: Figures) -> Indices:
    """The head of each word in the tree of the highest sum, among those in which one word hangs under the root.

    ``scores`` has the shape (words, words + 1): word d under head h, heads counted from 1, the root being 0. So are
    the heads that are returned.
    """
    size = len(scores)
    if size == 1:
        return np.zeros(1, dtype=np.int64)
    scores = scores.copy()
    scores[np.arange(size), np.arange(1, size + 1)] = NEVER
    heads: Indices = scores.argmax(1)
    if np.count_nonzero(heads == 0) == 1 and _is_tree(heads):
        return heads
    square = np.full((size + 1, size + 1), NEVER, dtype=np.float64)
    square[1:] = scores
    finite = scores[scores > NEVER / 2]
    span = float(finite.max() - finite.min()) + 1 if finite.size else 1.0
    for price in (0.0, 4.0, 16.0, span * size):  # at the last of them, no two roots can be worth more than one
        priced = square.copy()
        priced[1:, 0] -= price
        found: Indices = _arborescence(priced)[1:]
        if np.count_nonzero(found == 0) == 1:  # the best of all trees at this price, so the best with one root
            break
    return found


def _is_tree(heads: Indices) -> bool:
    """Whether every word comes to the root by going up."""
    above = np.concatenate(([0], heads))
    for _ in range(len(above).bit_length()):
        above = above[above]
    return not above.any()


def _arborescence(scores: npt.NDArray[np.float64]) -> Indices:
    """The head of each node of the best tree under node 0; ``scores[d, h]`` has no arc from a node to itself.

    Cycles are made one node each until there is none left, and then opened again in reverse order.
    """
    closed: list[_Cycle] = []
    while True:
        heads: Indices = scores.argmax(1)
        heads[0] = 0
        cycle = _cycle(heads)
        if cycle is None:
            break
        scores, record = _contracted(scores, heads, cycle)
        closed.append(record)
    for record in reversed(closed):
        heads = record.opened(heads)
    return heads


@dataclass(frozen=True, slots=True)
class _Cycle:
    """A cycle that became the last node, and how to open it again.

    ``heads`` are those within it; for each node ``outside``, ``above`` is the node of the cycle that it would hang
    under, and ``below`` the one that it would be the head of.
    """

    heads: Indices
    outside: Indices
    above: Indices
    below: Indices

    def opened(self, found: Indices) -> Indices:
        """The heads of all nodes, given those of the nodes outside and of the cycle as one."""
        heads = self.heads.copy()
        under = found[:-1] == len(self.outside)
        heads[self.outside] = np.where(under, self.above, self.outside[np.where(under, 0, found[:-1])])
        heads[0] = 0
        heads[self.below[found[-1]]] = self.outside[found[-1]]
        return heads


def _contracted(
    scores: npt.NDArray[np.float64], heads: Indices, cycle: list[int]
) -> tuple[npt.NDArray[np.float64], _Cycle]:
    """The scores with the cycle as their last node."""
    inside = np.zeros(len(heads), dtype=bool)
    inside[cycle] = True
    outside, within = np.flatnonzero(~inside), np.flatnonzero(inside)
    entering = scores[np.ix_(within, outside)] - scores[within, heads[within]][:, None]
    leaving = scores[np.ix_(outside, within)]
    small = np.full((len(outside) + 1, len(outside) + 1), 2 * NEVER)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    small[-1, :-1] = entering.max(0)
    small[:-1, -1] = leaving.max(1)
    return small, _Cycle(heads, outside, within[leaving.argmax(1)], within[entering.argmax(0)])


def _cycle(heads: Indices) -> list[int] | None:
    """The nodes of a cycle, if there is any beside the root's own."""
    state = [0] * len(heads)
    state[0] = 2
    for begin in range(1, len(heads)):
        path = []
        node = begin
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return path[path.index(node) :]
        for passed in path:
            state[passed] = 2
    return None
