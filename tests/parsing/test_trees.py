"""The decoder finds the best tree: held against every tree of small sentences, and against its neighbours on longer ones."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from claimkit.parsing.trees import NEVER, best_tree

Scores = npt.NDArray[np.float32]


def is_tree(heads: tuple[int, ...]) -> bool:
    """Whether one word hangs under the root, and every word below it."""
    if heads.count(0) != 1:
        return False
    for begin in range(1, len(heads) + 1):
        node, steps = begin, 0
        while node and steps <= len(heads):
            node, steps = heads[node - 1], steps + 1
        if node:
            return False
    return True


def trees(size: int) -> Iterator[tuple[int, ...]]:
    """Every tree over so many words."""
    return (heads for heads in product(range(size + 1), repeat=size) if is_tree(heads))


def worth(scores: Scores, heads: npt.ArrayLike) -> float:
    """The tree's sum."""
    return float(scores[np.arange(len(scores)), np.asarray(heads)].astype(np.float64).sum())


def figures(size: int) -> st.SearchStrategy[Scores]:
    """Scores of a sentence."""
    return hnp.arrays(np.float32, (size, size + 1), elements=st.floats(-30, 30, width=32))


@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_no_tree_is_better(size: int) -> None:
    """Of all trees over up to four words, none has a higher sum."""
    every = list(trees(size))

    @given(figures(size))
    def check(scores: Scores) -> None:
        found = best_tree(scores)
        assert is_tree(tuple(int(head) for head in found))
        assert worth(scores, found) == pytest.approx(max(worth(scores, heads) for heads in every), abs=1e-3)

    check()


@settings(deadline=None)
@given(st.integers(5, 40), st.integers(0, 2**32 - 1), st.sampled_from([0.1, 1.0, 20.0]))
def test_a_longer_sentence_has_a_tree_too(size: int, seed: int, spread: float) -> None:
    """Whatever the scores, one root and no cycle; and no single arc can be changed for a better tree."""
    scores = np.random.default_rng(seed).normal(0, spread, (size, size + 1)).astype(np.float32)
    found = [int(head) for head in best_tree(scores)]
    assert is_tree(tuple(found))
    best = worth(scores, found)
    for word in range(size):
        for head in range(1, size + 1):
            other = [*found[:word], head, *found[word + 1 :]]
            if is_tree(tuple(other)):
                assert worth(scores, other) <= best + 1e-3


def test_an_arc_that_there_is_not_is_not_taken() -> None:
    """A sentence read in windows has no scores between words far apart."""
    scores = np.full((4, 5), NEVER, dtype=np.float32)
    scores[[0, 1, 2, 3], [0, 1, 2, 3]] = 1
    scores[1:, 0] = 5
    assert best_tree(scores).tolist() == [0, 1, 2, 3]


def test_a_sentence_of_words_that_all_point_in_pairs() -> None:
    """Many cycles are undone one within the other."""
    size = 300
    scores = np.zeros((size, size + 1), dtype=np.float32)
    for word in range(size):
        scores[word, (word ^ 1) + 1] = 9
    assert is_tree(tuple(int(head) for head in best_tree(scores)))
