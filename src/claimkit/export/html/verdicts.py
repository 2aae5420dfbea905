"""A verdict as a page shows it: its words, its place on the scale, its tone."""

from __future__ import annotations

from dataclasses import dataclass

from claimkit.model.config import Config, Verdict

TONES = ("false", "mostly-false", "half", "mostly-true", "true")
"""The tones of a scale from worst to best, as the style sheet names them; a verdict off the scale is ``off``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A verdict for readers. ``place`` of ``places`` is where it stands on the scale, from 1; 0 is off the scale."""

    id: str
    label: str
    tone: str
    place: int = 0
    places: int = 0
    meaning: str = ""


def shown(verdict_id: str, language: str, config: Config) -> Shown:
    """A verdict in a language; its id where the scale has it no longer."""
    verdict = config.verdict(verdict_id)
    if verdict is None:
        return Shown(id=verdict_id, label=verdict_id, tone="off")
    place, places = _place(verdict, config)
    return Shown(
        id=verdict.id,
        label=verdict.label_in(language).strip() or verdict.id,
        tone=TONES[round((place - 1) / (places - 1) * (len(TONES) - 1))] if place else "off",
        place=place,
        places=places,
        meaning=verdict.description,
    )


def scale(language: str, config: Config) -> tuple[Shown, ...]:
    """All verdicts, best first, those off the scale last."""
    every = [shown(verdict.id, language, config) for verdict in config.verdicts]
    return tuple(sorted(every, key=lambda item: -item.place))


def _place(verdict: Verdict, config: Config) -> tuple[int, int]:
    """The place among the ranks that there are, from 1, and how many there are: ranks may have gaps."""
    ranks = sorted({item.rank for item in config.verdicts if item.rank is not None})
    if verdict.rank is None or len(ranks) < 2:
        return 0, 0
    return ranks.index(verdict.rank) + 1, len(ranks)
