"""The agreement as data for programs: figures to four places, null with a reason where there is none."""

from __future__ import annotations

from claimkit.model.raw import Raw
from claimkit.review.agreement.bootstrap import RESAMPLES
from claimkit.review.agreement.confusion import MOST, Confusion
from claimkit.review.agreement.figures import Figure, Figures
from claimkit.review.agreement.ratings import Unit
from claimkit.review.agreement.report import Agreement, Splitting
from claimkit.review.agreement.values import label

PLACES = 4
"""Decimal places: more would be noise, and the last bits of a sum hang on its order."""


def as_raw(found: Agreement) -> Raw:
    """All of the agreement, in an order that is always the same."""
    raw: Raw = {
        "over": str(found.over),
        "fields": list(found.fields),
        "bootstrap": {"resamples": RESAMPLES, "seed": found.seed, "level": 0.95},
        "overall": _figures(found.overall),
        "articles": {slug: _figures(each) for slug, each in found.articles.items()},
        "offScaleVerdictsLeftOut": found.off_scale,
        "confusions": [_confusion(each) for each in found.confusions] or None,
    }
    if not found.confusions:
        raw["confusionsReason"] = no_matrix(found)
    return raw | {
        "differences": [_difference(unit) for unit in found.differences],
        "splitting": [_splitting(each) for each in found.splitting],
    }


def no_matrix(found: Agreement) -> str:
    """Why there is no matrix of confusions, in words."""
    if len(found.overall.reviewers) < 2:
        return "fewer than two reviewers"
    return f"more than {MOST} different values"


def _figures(each: Figures) -> Raw:
    head: Raw = {"reviewers": list(each.reviewers), "ratedClaims": each.rated, "pairableClaims": each.units}
    named = {str(name): _figure(figure) for name, figure in each.by_name.items()}
    pairs = [{"reviewers": list(pair.reviewers), "cohenKappa": _figure(pair.cohen)} for pair in each.pairs]
    return head | named | {"pairs": pairs}


def _figure(figure: Figure) -> Raw:
    low, high = figure.interval.low, figure.interval.high
    raw: Raw = {"value": _rounded(figure.value), "claims": figure.units}
    if figure.value is None:
        return raw | {"reason": figure.reason, "interval": None}
    if low is None or high is None:
        return raw | {"interval": None, "intervalReason": figure.interval.reason}
    return raw | {"interval": [_rounded(low), _rounded(high)]}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, PLACES) + 0.0  # no minus zero


def _confusion(confusion: Confusion) -> Raw:
    return {
        "reviewers": list(confusion.reviewers) if confusion.reviewers else None,
        "values": [label(value) for value in confusion.values],
        "counts": [list(row) for row in confusion.counts],
    }


def _difference(unit: Unit) -> Raw:
    values = {name: label(value) for name, value in sorted(unit.values.items())}
    return {"article": unit.article, "claim": unit.claim, "text": unit.text, "values": values}


def _splitting(each: Splitting) -> Raw:
    return {
        "reviewer": each.reviewer,
        "kept": each.kept,
        "edited": each.edited,
        "cut": each.cut,
        "added": each.added,
    }
