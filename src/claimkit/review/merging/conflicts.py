"""What two sides made different things of, as data; and how one of three versions is chosen where it can be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any, Final, TypeAlias

from claimkit.annotations.jsontext import canonical
from claimkit.model.raw import Raw
from claimkit.review.history import moment

SHOWN = 60
"""Characters of a value that are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Both sides changed one thing differently. ``place`` is a claim's id, or empty for what is the whole file's."""

    place: str
    what: str
    ours: str
    theirs: str
    outcome: str

    def __str__(self) -> str:
        head = f"{self.place}: {self.what}" if self.place else self.what
        return f"{head}: ours is {self.ours}, theirs {self.theirs}; {self.outcome}"


Found: TypeAlias = list[Conflict]


class Sides(Enum):
    """What :func:`agreed` answers where it cannot choose."""

    BOTH = "both sides changed it differently"


BOTH: Final = Sides.BOTH


def agreed(base: Any, ours: Any, theirs: Any) -> Any:
    """The version of the side that changed it, or :data:`BOTH`. None is that there is nothing."""
    if theirs in (ours, base):
        return ours
    return theirs if ours == base else BOTH


def shown(value: object) -> str:
    """A raw value in short, for a message."""
    if value is None:
        return "nothing"
    text = " ".join(canonical(value).decode().split())
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"


def by_age(one: Raw, two: Raw) -> tuple[Raw, Raw]:
    """The earlier and the later of two raw items by their ``when``, in the same order whichever is given first."""
    first, last = sorted((one, two), key=lambda item: (moment(item["when"]), canonical(item)))
    return first, last
