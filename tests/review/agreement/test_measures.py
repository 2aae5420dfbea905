"""The figures are those of the literature, by NLTK and by counts alike, and no order changes them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimkit.review.agreement import estimates, measures
from claimkit.review.agreement.grid import MISSING, Grid, complete, distinct, pairable, pairs, shared
from published import COHEN, FLEISS, KRIPPENDORFF_C


def test_alpha_is_that_of_krippendorffs_example_with_missing_ratings() -> None:
    ratings = pairable(KRIPPENDORFF_C)
    assert len(ratings) == 11, "the unit with a single rating is missing data"
    assert estimates.nominal_alpha_of(ratings) == pytest.approx(0.743, abs=5e-4)
    assert estimates.ordinal_alpha_of(ratings) == pytest.approx(0.815, abs=5e-4)


def test_nltk_leaves_out_a_claim_with_a_single_rating_by_itself() -> None:
    assert estimates.nominal_alpha_of(KRIPPENDORFF_C) == estimates.nominal_alpha_of(pairable(KRIPPENDORFF_C))


def test_cohens_kappa_is_that_of_cohens_example() -> None:
    assert estimates.cohen_kappa_of(COHEN) == pytest.approx(0.492, abs=5e-4)


def test_fleiss_kappa_is_that_of_fleiss_example() -> None:
    assert estimates.counted(measures.fleiss_kappa(FLEISS), FLEISS) == pytest.approx(0.430, abs=5e-4)


def test_fleiss_kappa_with_missing_ratings_is_that_of_gwets_example() -> None:
    """The figure is that of Gwet's irrCAC, fleiss.kappa.raw(cac.raw4raters)."""
    assert estimates.counted(measures.fleiss_kappa(KRIPPENDORFF_C), KRIPPENDORFF_C) == pytest.approx(0.76117, abs=5e-6)


def test_davies_and_fleiss_kappa_of_two_is_cohens() -> None:
    assert estimates.davies_fleiss_kappa_of(COHEN) == pytest.approx(estimates.cohen_kappa_of(COHEN))


def test_davies_and_fleiss_kappa_is_the_exact_kappa_of_fleiss_example() -> None:
    """The R package irr gives 0.442 for kappam.fleiss(diagnoses, exact = TRUE)."""
    assert estimates.davies_fleiss_kappa_of(FLEISS) == pytest.approx(0.442, abs=5e-4)


@st.composite
def grids(draw: st.DrawFn, missing: bool = True) -> Grid:
    """Up to fifteen claims by two to four reviewers."""
    claims, reviewers = draw(st.integers(2, 15)), draw(st.integers(2, 4))
    values = st.integers(MISSING if missing else 0, 3)
    rows = draw(st.lists(st.lists(values, min_size=reviewers, max_size=reviewers), min_size=claims, max_size=claims))
    return np.array(rows, dtype=np.int64)


def by_counts(make: object, ratings: Grid) -> float:
    return estimates.counted(make(ratings), ratings)  # type: ignore[operator]


@given(ratings=grids())
@settings(deadline=None)
def test_alpha_by_counts_is_nltks(ratings: Grid) -> None:
    ratings = pairable(ratings)
    if distinct(ratings) > 1:
        assert by_counts(measures.nominal_alpha, ratings) == pytest.approx(estimates.nominal_alpha_of(ratings))
        assert by_counts(measures.ordinal_alpha, ratings) == pytest.approx(estimates.ordinal_alpha_of(ratings))


@given(ratings=grids(missing=False))
@settings(deadline=None)
def test_the_kappas_by_counts_are_nltks(ratings: Grid) -> None:
    if distinct(ratings) > 1:
        estimate = estimates.davies_fleiss_kappa_of(ratings)
        assert by_counts(measures.davies_fleiss_kappa, ratings) == pytest.approx(estimate)
    if all(distinct(ratings[:, pair]) > 1 for pair in map(list, pairs(ratings))):
        mean = by_counts(measures.mean_cohen_kappa, ratings)
        assert mean == pytest.approx(float(estimates._task(ratings).kappa()))
    if distinct(both := shared(ratings, 0, 1)) > 1:
        assert by_counts(measures.cohen_kappa, both) == pytest.approx(estimates.cohen_kappa_of(both))


FIGURES = [measures.nominal_alpha, measures.ordinal_alpha, measures.fleiss_kappa, measures.mean_cohen_kappa]


@pytest.mark.parametrize("make", [*FIGURES, measures.observed], ids=lambda make: make.__name__)
@given(ratings=grids(), seed=st.integers(0, 99))
@settings(deadline=None)
def test_the_order_of_claims_and_reviewers_changes_nothing(make: object, ratings: Grid, seed: int) -> None:
    ratings = pairable(ratings)
    if len(ratings):
        shuffle = np.random.default_rng(seed)
        other = ratings[shuffle.permutation(len(ratings))][:, shuffle.permutation(ratings.shape[1])]
        assert by_counts(make, other) == pytest.approx(by_counts(make, ratings), nan_ok=True)


@pytest.mark.parametrize("make", FIGURES, ids=lambda make: make.__name__)
@given(ratings=grids())
@settings(deadline=None)
def test_perfect_agreement_on_more_than_one_value_is_one(make: object, ratings: Grid) -> None:
    agreed = pairable(np.where(ratings == MISSING, MISSING, np.maximum(ratings[:, :1], 0)))
    if distinct(agreed) > 1 and len(complete(agreed)) == len(agreed):
        assert by_counts(make, agreed) == pytest.approx(1)


@given(ratings=grids())
@settings(deadline=None)
def test_a_weight_is_so_many_claims(ratings: Grid) -> None:
    ratings = pairable(ratings)
    if distinct(ratings) > 1:
        twice = np.concatenate([ratings, ratings[:1]])
        weights = np.ones((1, len(ratings)))
        weights[0, 0] = 2
        for make in [*FIGURES, measures.observed]:
            assert make(ratings)(weights)[0] == pytest.approx(by_counts(make, twice), nan_ok=True)


def test_with_very_many_values_the_same_figure_comes_without_nltk() -> None:
    ratings = np.array([[value, value + value % 2] for value in range(300)], dtype=np.int64)
    counted = estimates.nominal_alpha_of(ratings)
    assert counted == pytest.approx(float(estimates._task(ratings).alpha()))
