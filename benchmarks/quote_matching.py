"""The published method of Hypothesis' client, written anew from its description, to measure against.

It looks for the quote literally; only if it stands nowhere, for the stretches with the fewest errors, at most half of
the quote's length and at most 256. Each match is scored: 50 parts how like the quote it is, 20 each how well prefix and
suffix are found in the text of their length beside it, 2 how near it is to the old offset. The best one is taken; there
is no threshold. Source: hypothesis/client, src/annotator/anchoring/match-quote.ts (BSD-2-Clause), which searches by
approx-string-match; here edlib (MIT) finds the same stretches of the fewest errors.
"""

from __future__ import annotations

from collections.abc import Iterator

import edlib

from claimkit.model.spans import Anchor

MOST_ERRORS = 256


def found(text: str, anchor: Anchor) -> tuple[int, int] | None:
    """The half-open span in ``text`` that the method takes for the anchor; None for none."""
    best = max(_matches(text, anchor.quote), key=lambda match: (_score(text, anchor, *match), -match[0]), default=None)
    return best and best[:2]


def _matches(text: str, quote: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and errors of each match."""
    place = text.find(quote)
    literal = place >= 0
    while place >= 0:
        yield place, place + len(quote), 0
        place = text.find(quote, place + 1)
    if literal or not text:
        return
    result = edlib.align(quote, text, mode="HW", task="locations", k=min(MOST_ERRORS, len(quote) // 2))
    for start, end in result["locations"] if result["editDistance"] >= 0 else ():
        yield (0 if start is None else start), end + 1, result["editDistance"]


def _score(text: str, anchor: Anchor, start: int, end: int, errors: int) -> float:
    before = _likeness(text[max(0, start - len(anchor.prefix)) : start], anchor.prefix)
    after = _likeness(text[end : end + len(anchor.suffix)], anchor.suffix)
    near = 1 - abs(start - anchor.start) / len(text)
    return (50 * (1 - errors / len(anchor.quote)) + 20 * before + 20 * after + 2 * near) / 92


def _likeness(text: str, sought: str) -> float:
    """How much of ``sought`` stands in ``text``, 0 to 1; 1 where nothing is sought."""
    if not sought:
        return 1.0
    if not text:
        return 0.0
    return 1 - float(edlib.align(sought, text, mode="HW", task="distance")["editDistance"]) / len(sought)
