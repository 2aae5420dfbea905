"""Worked examples from the literature, as grids of claims by reviewers."""

from __future__ import annotations

import numpy as np

from claimkit.review.agreement.grid import Grid


def grid_of(rows: str) -> Grid:
    """A row of digits a claim; a full stop is a missing rating."""
    return np.array([[-1 if digit == "." else int(digit) for digit in row] for row in rows.split()], dtype=np.int64)


# Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), example C: four observers, twelve units. The same data
# stand in Gwet, Handbook of Inter-Rater Reliability (2014), page 120.
KRIPPENDORFF_C = grid_of("11.1 2232 3333 3333 2222 1234 4444 1121 2222 .555 ..11 .3..")

# Cohen, A coefficient of agreement for nominal scales (1960): 200 subjects, by proportions .44 .05 .01, .07 .20 .03,
# .09 .05 .06.
COHEN = np.repeat(
    np.array([[row, column] for row in range(3) for column in range(3)]), [88, 10, 2, 14, 40, 6, 18, 10, 12], axis=0
)

# Fleiss, Measuring nominal scale agreement among many raters (1971), table 1: thirty patients, six psychiatrists each.
FLEISS = grid_of(
    "444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445 "
    "333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555"
)
