"""Which day *on Tuesday* or *last year* is, by the day on which an article came out; no clock is read.

A completed date stands in brackets behind the article's own words: *on Tuesday (22 April 2025)*. Splitter and checks
share this file, so that what one writes the other accepts, and nothing else.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Final

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
PARTS_OF_DAY: Final = frozenset({"morning", "afternoon", "evening", "night"})

_NEAR: Final = {"yesterday": -1, "last night": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_STEPS: Final = {"last": -1, "this": 0, "next": 1}
_LEAST = 2
"""Days back from which on *last Tuesday* is Tuesday: of yesterday nobody says so."""

_FIRST = 1000
"""The year after which a date is one: 0001-01-01 is what some systems write for none."""

_COMPLETED = re.compile(
    rf"\b((?:(?:last|this|next) )?(?:{'|'.join(WEEKDAYS)}|year|month|night|morning|afternoon|evening)"
    rf"|yesterday|today|tonight|tomorrow)((?: (?:{'|'.join(sorted(PARTS_OF_DAY))}))?) "
    rf"\(((?:(?:\d{{1,2}} )?(?:{'|'.join(MONTHS)}) )?\d{{4}})\)",
    re.IGNORECASE,
)


def later(moment: str, than: str) -> bool:
    """Whether a date and time with its zone is after another; their text says, where one is none (a 30 February)."""
    try:
        return datetime.fromisoformat(moment) > datetime.fromisoformat(than)
    except (ValueError, TypeError):  # TypeError: one of them has no zone
        return moment > than


def published_on(written: str) -> date | None:
    """The day of a ``datePublished``; None where it gives none, as ``2025``, or one that no newspaper came out on."""
    try:
        day = date.fromisoformat(written[:10])
    except ValueError:
        return None
    return day if _FIRST < day.year < date.max.year else None


def day_written(day: date) -> str:
    """*22 April 2025*."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def meant(expression: str, published: date, *, ahead: bool = False) -> str:
    """The day, month or year that the words mean; empty where they can be read in two ways, or are none of these.

    ``ahead``: what is said lies in the future. *Last Tuesday* is the last one that is over, *next Tuesday* the first
    one to come, where that is in the next week too.
    """
    words = expression.lower().split()
    name = " ".join(words)
    near = name if name in _NEAR or len(words) != 2 or words[1] not in PARTS_OF_DAY else words[0]
    if near in _NEAR:
        return day_written(published + timedelta(days=_NEAR[near]))
    if len(words) == 2 and words[0] in _STEPS and words[1] in {"year", "month"}:
        return _step(words[1], _STEPS[words[0]], published)
    if len(words) == 2 and words[0] == "this" and words[1] in PARTS_OF_DAY:
        return day_written(published)
    if words and words[-1] in PARTS_OF_DAY:
        words = words[:-1]
    if not words or words[-1] not in WEEKDAYS or len(words) > 2:
        return ""
    return _weekday(words, published, ahead=ahead)


def _step(unit: str, step: int, published: date) -> str:
    if unit == "year":
        return str(published.year + step)
    months = published.year * 12 + published.month - 1 + step
    return f"{MONTHS[months % 12]} {months // 12}"


def _weekday(words: list[str], published: date, *, ahead: bool) -> str:
    wanted, today = WEEKDAYS.index(words[-1]), published.weekday()
    back, forth = (today - wanted) % 7, (wanted - today) % 7 or 7
    which = words[0] if len(words) == 2 else ""
    if which == "last":
        days = -(back or 7)
        return day_written(published + timedelta(days=days)) if -days >= _LEAST else ""
    if which == "next":
        return day_written(published + timedelta(days=forth)) if wanted <= today else ""
    if which:
        return ""
    if ahead:
        return day_written(published + timedelta(days=forth)) if back else ""
    return day_written(published - timedelta(days=back))


def without_completions(text: str, published: date) -> str:
    """The text less the bracketed dates that follow from the day of publication; any other date stays."""

    def kept(match: re.Match[str]) -> str:
        expression, part, written = match[1] + match[2], match[2], match[3]
        known = {meant(expression, published), meant(expression, published, ahead=True)}
        return f"{match[1]}{part}" if written in known else match[0]

    return _COMPLETED.sub(kept, text)
