"""What others' ratings are on our scale: by their label, else by their numbers, else not known. Never a guess."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from claimkit.imports.foreign import Rating
from claimkit.model.config import Verdict
from claimkit.rules.claimreview.faults import WORDS

_JOINING = re.compile(r"(?<=\w)[-_‐‑](?=\w)")
_EDGES = " \t.,;:!?'\"“”„«»‘’()[]*"
_PARTS = re.compile(r"\s*(?:[,.;:!(–—]|-\s)")
_TAKES_BACK = re.compile(
    r"\b(but|though|although|however|yet|except|only|in part|partly|not|or|and"
    r"|pero|aunque|sino|excepto|mais|sauf|mas|porém|aber|jedoch|doch|allerdings|ma|però|maar)\b"
)
"""Words that take a label back, as in "True, but it leaves out the rest"."""

_OFF_SCALE = re.compile(r"evidence|prove[nd]|verif|context|satir|outdated|opinion|support|mislead")
"""What labels off the scale are made of; a number beside one is no degree of truth, whatever it says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The id of our verdict, empty where there is none, and what of the rating that does not say.

    ``doubt`` is what a person is told who may see it otherwise: that there is none, or that only its number speaks.
    """

    verdict: str = ""
    rest: str = ""
    doubt: str = ""


def judged(rating: Rating | None, verdicts: tuple[Verdict, ...]) -> Judged:
    """A rating on the scale: its whole label, the label it begins with, then its numbers where no label is in the way.

    Numbers count only where they land exactly on a rank of the scale, stretched from worst to best. What is off the
    scale there has no number here. The rest is the rating in words, for the comment; empty where the label says all.
    """
    if rating is None:
        return Judged()
    label = _plain(rating.label)
    if found := _named(label, verdicts):
        return Judged(verdict=found)
    told = _told(rating)
    known, in_doubt = _begun(_joined(rating.label), verdicts)
    unsure = in_doubt or _TAKES_BACK.search(label) or _OFF_SCALE.search(label)
    if not known and not unsure and not _denies(label, rating.numbers):
        known = _ranked(rating.numbers, verdicts)
        if known and label:
            doubt = f"the label “{rating.label}” is none of the scale's; taken as {known} by its number"
            return Judged(verdict=known, rest=told, doubt=doubt)
    doubt = "" if known else "the rating is no verdict of the scale for sure, so that there is none; the comment has it"
    return Judged(verdict=known, rest=told, doubt=doubt)


def share(numbers: tuple[int, int, int]) -> Fraction | None:
    """How far the value is on the way from worst to best, 0 to 1; None where the numbers are no scale."""
    worst, value, best = numbers
    return Fraction(value - worst, best - worst) if worst < best and worst <= value <= best else None


def _named(label: str, verdicts: tuple[Verdict, ...]) -> str:
    """The only verdict that has this label in any language, or this id."""
    found = {name for word, name in _labels(verdicts) if label and word == label}
    return found.pop() if len(found) == 1 else ""


def _begun(label: str, verdicts: tuple[Verdict, ...]) -> tuple[str, bool]:
    """The verdict whose label the longer one begins with, and whether one is there that what follows takes back."""
    for word in sorted({word for word, _ in _labels(verdicts)}, key=lambda word: (-len(word), word)):
        if label.startswith(word) and (part := _PARTS.match(label, len(word))):
            after = _plain(label[part.end() :])
            if _TAKES_BACK.match(after) or any(after == other for other, _ in _labels(verdicts)):
                return "", True
            return _named(word, verdicts), False
    return "", any(re.match(rf"{re.escape(word)}\b", label) for word, _ in _labels(verdicts))


def _ranked(numbers: tuple[int, int, int] | None, verdicts: tuple[Verdict, ...]) -> str:
    ranks = [verdict.rank for verdict in verdicts if verdict.rank is not None]
    way = share(numbers) if numbers else None
    if way is None or not ranks:
        return ""
    rank = min(ranks) + way * (max(ranks) - min(ranks))
    found = [verdict.id for verdict in verdicts if verdict.rank == rank]
    return found[0] if len(found) == 1 else ""


def _denies(label: str, numbers: tuple[int, int, int] | None) -> bool:
    """Whether the label is one of the words that everybody uses, and the numbers say another thing."""
    way = share(numbers) if numbers else None
    low, high = WORDS.get(label, (0, 1))
    return way is not None and not low <= way <= high


def _labels(verdicts: tuple[Verdict, ...]) -> Iterator[tuple[str, str]]:
    for verdict in verdicts:
        yield from ((_plain(word), verdict.id) for word in (verdict.id, *verdict.label.values()) if _plain(word))


def _plain(label: str) -> str:
    """A label without what does not tell it from another: case, hyphens, blanks, marks at its ends."""
    return _joined(label).strip(_EDGES)


def _joined(label: str) -> str:
    folded = unicodedata.normalize("NFKC", label[:1000]).casefold()
    return " ".join(_JOINING.sub(" ", folded).split()).lstrip(_EDGES)


def _told(rating: Rating) -> str:
    numbers = "{1} on a scale from {0} to {2}".format(*rating.numbers) if rating.numbers else ""
    if rating.label and numbers:
        return f"Rated there: {rating.label} ({numbers})."
    return f"Rated there: {rating.label or numbers}" + ("" if rating.label.endswith((".", "!", "?")) else ".")
