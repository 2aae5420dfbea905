"""Who says it: a chain of links, outermost first."""

from __future__ import annotations

from dataclasses import dataclass

from claimkit.model.spans import Anchor
from claimkit.model.vocabulary import Mode, SourceType


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
