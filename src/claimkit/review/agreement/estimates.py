"""The figures of the data as they are, by NLTK where it has them.

NLTK's kappas take complete data and its alpha leaves out claims with a single rating (nltk/metrics/agreement.py, 3.10),
so that each is given only claims it can take. It gives 1 where all ratings are the same; such data must not come here.
Values and reviewers are numbers: NLTK walks over sets, and the order of numbers in a set is the same in every run.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from nltk.metrics.agreement import AnnotationTask

from claimkit.review.agreement.grid import MISSING, Grid
from claimkit.review.agreement.measures import Measure, cohen_kappa, davies_fleiss_kappa, nominal_alpha, ordinal_alpha

MANY = 200
"""Values above which NLTK, quadratic in them, is too slow; the same formula by counts is taken then."""


def nominal_alpha_of(ratings: Grid) -> float:
    """Krippendorff's alpha, values being the same or not."""
    return _counted(nominal_alpha, ratings) if _many(ratings) else float(_task(ratings).alpha())


def ordinal_alpha_of(ratings: Grid) -> float:
    """Krippendorff's alpha with his ordinal metric, the values being places on a scale."""
    if _many(ratings):
        return _counted(ordinal_alpha, ratings)
    used = np.bincount(ratings[ratings != MISSING])
    middle = (used.cumsum() - used / 2).tolist()
    return float(_task(ratings, lambda one, other: (middle[one] - middle[other]) ** 2).alpha())


def cohen_kappa_of(ratings: Grid) -> float:
    """Cohen's kappa of two reviewers."""
    return _counted(cohen_kappa, ratings) if _many(ratings) else float(_task(ratings).kappa())


def davies_fleiss_kappa_of(ratings: Grid) -> float:
    """Davies and Fleiss' kappa, on claims that all reviewers rated."""
    return _counted(davies_fleiss_kappa, ratings) if _many(ratings) else float(_task(ratings).multi_kappa())


def counted(measure: Measure, ratings: Grid) -> float:
    """A measure of the data as they are, by counts."""
    ones = np.ones((1, len(ratings)), dtype=np.float64)
    return float(measure(ones)[0])


def _counted(make: Any, ratings: Grid) -> float:
    return counted(make(ratings), ratings)


def _many(ratings: Grid) -> bool:
    return int(ratings.max(initial=0)) >= MANY


def _task(ratings: Grid, distance: Any = None) -> AnnotationTask:
    unit, reviewer = np.nonzero(ratings != MISSING)
    triples = zip(reviewer.tolist(), unit.tolist(), ratings[unit, reviewer].tolist(), strict=True)
    return AnnotationTask(data=list(triples), **({"distance": distance} if distance else {}))
