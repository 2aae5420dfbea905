"""Dates as exports may carry them. The files' schema checks their shape; a 30 February has the right shape."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from claimkit.rules.claimreview.reading import exact

_PARTIAL = re.compile(r"(?!0000)\d{4}(-(0[1-9]|1[0-2]))?")


def full(value: str) -> str:
    """``value`` where it is a real date ``YYYY-MM-DD`` or a date and time with its zone, else the empty string.

    No consumer of ClaimReview promises to read "2025-05", or a zone without its colon: what is not exact is left out.
    """
    return value if exact(value) else ""


def temporal(value: str) -> str:
    """``value`` where XML Schema has a type for it (year, month, date, date and time), else the empty string."""
    return value if _PARTIAL.fullmatch(value) else full(value)


def universal(value: str) -> str:
    """``value`` as a date and time in UTC with a Z, as Web Annotation demands; of a bare date its first second.

    The empty string where it is no real date.
    """
    known = full(value)
    if "T" not in known:
        return f"{known}T00:00:00Z" if known else ""
    return datetime.fromisoformat(known).astimezone(UTC).isoformat().replace("+00:00", "Z")
