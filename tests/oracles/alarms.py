"""The false alarms of oracles: what they say of sound files, and why it is no fault of ours."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from oracles.names import Name


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """What an oracle says, as a pattern, and the reason for which nobody listens."""

    oracle: Name
    says: str
    reason: str


ALARMS = (
    Alarm(
        oracle=Name.ADOBE,
        says=r'^ERROR: Required attribute "ratingValue" is missing',
        reason="a verdict off the scale has no number, and Google asks only for alternateName",
    ),
    Alarm(
        oracle=Name.ADOBE,
        says=r'^WARNING: Missing field "(best|worst)Rating" \(optional\)',
        reason="likewise: the three numbers stand together or not at all, which PyLD's row holds us to",
    ),
    Alarm(
        oracle=Name.NU,
        says="Content Security Policy",
        reason="it knows no hashes, nor that JSON-LD is data that no policy keeps from anything",
    ),
)


def real(oracle: Name, problems: Iterable[str]) -> list[str]:
    """The problems that are no false alarm."""
    silenced = [alarm.says for alarm in ALARMS if alarm.oracle == oracle]
    return [problem for problem in problems if not any(re.search(says, problem) for says in silenced)]
