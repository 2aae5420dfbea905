"""Dates as people read them."""

from __future__ import annotations

from dataclasses import dataclass

from claimkit.export.dates import temporal

# Not from the locale, which is another on another machine.
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A date for readers; ``machine`` is what HTML's ``datetime`` takes, empty where the date is none."""

    human: str
    machine: str = ""


def day(value: str) -> Day | None:
    """``value`` (a year, month, date, or date and time) for readers; None where it is empty."""
    if not value:
        return None
    if not (exact := temporal(value)):
        return Day(human=value)
    year, *rest = exact[: len("YYYY-MM-DD")].split("-")
    month = [_MONTHS[int(rest[0]) - 1]] if rest else []
    date = [str(int(rest[1]))] if len(rest) > 1 else []
    return Day(human=" ".join([*date, *month, year]), machine=exact)
