"""Who says it: a chain of links, outermost first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claimkit.model.spans import Anchor


class SourceType(StrEnum):
    """What kind of thing speaks."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    UNNAMED = "unnamed"


class Mode(StrEnum):
    """How the content is given: in the source's words, in other words, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The one who says it; ``anchor`` is where the article names them, None where it does so nowhere near."""

    name: str
    type: SourceType
    anchor: Anchor | None = None
    role: str = ""
    same_as: tuple[str, ...] = ()
    unnamed_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One saying: source, cue, content."""

    source: Source
    cue: Anchor | None = None
    content: tuple[Anchor, ...] = ()
    mode: Mode
    medium: str = ""
    date_said: str = ""
