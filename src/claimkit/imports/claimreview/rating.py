"""What a ClaimReview rates a claim: its label and its three numbers, as far as they can be trusted."""

from __future__ import annotations

import re

from claimkit.imports.claimreview.mending import Mending, shown
from claimkit.imports.foreign import Rating
from claimkit.imports.verdicts import share
from claimkit.rules.claimreview.faults import LONG_LABEL, WORDS
from claimkit.rules.claimreview.reading import NUMBERS

_SLUG = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)+")
_WHOLE = re.compile(r"-?\d{1,9}(\.0{1,9})?", re.ASCII)
_USUAL = {"worstRating": 1, "bestRating": 5}
"""What schema.org says of a rating that does not say its worst and best."""


def rating_of(mending: Mending, node: object) -> Rating | None:
    """The rating; None where there is neither label nor numbers."""
    value = mending.one(node, "reviewRating", "reviewRating")
    if isinstance(value, str) and not _WHOLE.fullmatch(value.strip()):
        label = _label(mending, value, "reviewRating")
        mending.remark("reviewRating", f"{shown(label)} is a bare text; taken as the label")
        return Rating(label=label) if label else None
    if value is None:
        mending.remark("reviewRating", "it is missing, so that there is no verdict")
        return None
    label = _labelled(mending, value)
    numbers = _contradicted(mending, label, _numbers(mending, value))
    if not label and numbers is None:
        mending.remark("reviewRating", "it has no label and no numbers, so that there is no verdict")
        return None
    return Rating(label=label, numbers=numbers)


def _labelled(mending: Mending, rating: object) -> str:
    """alternateName; in its absence name, or the word that stands for the number."""
    path = "reviewRating.alternateName"
    label = _label(mending, mending.one(rating, "alternateName", path), path)
    if label:
        return label
    for name in ("name", "ratingValue"):
        value = mending.graph.first(rating, name)
        if isinstance(value, str) and value.strip() and not _WHOLE.fullmatch(value.strip()):
            label = _label(mending, value, f"reviewRating.{name}")
            if label:
                mending.remark(f"reviewRating.{name}", f"{shown(label)} is taken as the label, which is missing")
                return label
    return ""


def _label(mending: Mending, value: object, path: str) -> str:
    label = mending.line(value, path)
    if _SLUG.fullmatch(label):
        mending.remark(path, f"the label {shown(label)} is a slug; compared without its hyphens")
    elif len(label) > LONG_LABEL:
        mending.remark(path, f"the label {shown(label)} is a sentence; only what it begins with can be a verdict")
    return label


def _numbers(mending: Mending, rating: object) -> tuple[int, int, int] | None:
    """The three numbers where they are a scale from 1, whole ones; what schema.org takes for granted is filled in."""
    given = {name: mending.graph.first(rating, name) for name in NUMBERS}
    if all(value is None for value in given.values()):
        if empty := [name for name in NUMBERS if mending.graph.empty(rating, name)]:
            mending.remark("reviewRating", f"{', '.join(empty)}: empty; taken as no numbers")
        return None
    told = ", ".join(f"{name} {'missing' if value is None else shown(value)}" for name, value in given.items())
    whole = {name: _whole(value) for name, value in given.items()}
    if whole["ratingValue"] is not None:
        for name, usual in _USUAL.items():
            if given[name] is None:
                whole[name] = usual
                mending.remark(f"reviewRating.{name}", f"it is missing; {usual}, as schema.org takes for granted")
    worst, value, best = (whole[name] for name in NUMBERS)
    if worst is None or value is None or best is None or worst < 1 or share((worst, value, best)) is None:
        mending.remark("reviewRating", f"{told} are no whole numbers on a scale from 1; not taken over")
        return None
    if not mending.marked and any(isinstance(item, str) for item in given.values()):
        mending.remark("reviewRating", "the numbers are texts; read as numbers")
    return worst, value, best


def _whole(value: object) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 1e9 else None
    if isinstance(value, int):
        return value if abs(value) < 1_000_000_000 else None
    return int(float(value)) if isinstance(value, str) and _WHOLE.fullmatch(value.strip()) else None


def _contradicted(mending: Mending, label: str, numbers: tuple[int, int, int] | None) -> tuple[int, int, int] | None:
    """The numbers, unless the label is a word that everybody uses and they say another thing: readers see the label."""
    low, high = WORDS.get(label.casefold().replace("-", " ").rstrip("."), (0, 1))
    way = share(numbers) if numbers else None
    if numbers and way is not None and not low <= way <= high:
        worst, value, best = numbers
        mending.remark(
            "reviewRating", f"{value} on a scale from {worst} to {best} contradicts {shown(label)}; the label stands"
        )
        return None
    return numbers
