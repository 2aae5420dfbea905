"""How fast a sitting goes."""

from __future__ import annotations

from datetime import datetime


def pace(began: str, now: str, finished: int, left: int) -> str:
    """Time a claim and time to go, in words; empty where nothing is finished yet, or where the clock stands still.

    ``began`` and ``now`` are dates and times with their zone.
    """
    seconds = (datetime.fromisoformat(now) - datetime.fromisoformat(began)).total_seconds()
    if finished == 0 or seconds <= 0:
        return ""
    each = seconds / finished
    return f"{_span(each)} a claim" + (f", about {_span(each * left)} to go" if left else "")


def _span(seconds: float) -> str:
    minutes = seconds / 60
    if minutes < 1:
        return f"{max(1, round(seconds))} s"
    return f"{round(minutes)} min" if minutes < 90 else f"{minutes / 60:.1f} h"
