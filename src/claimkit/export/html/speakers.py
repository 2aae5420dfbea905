"""Who makes a claim, for readers."""

from __future__ import annotations

from dataclasses import dataclass

from claimkit.export.html.words import Day, day
from claimkit.model.attribution import Link
from claimkit.model.claim import Claim
from claimkit.model.vocabulary import SourceType


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """One voice. ``unnamed`` is the stated reason for that, ``mode`` how it is given, ``addresses`` who it is."""

    name: str
    mode: str
    role: str = ""
    medium: str = ""
    said: Day | None = None
    named: bool = True
    unnamed: str = ""
    addresses: tuple[str, ...] = ()


def speakers(claim: Claim) -> tuple[Speaker, ...]:
    """Whoever makes the claim first, then by whom it is passed on; empty where the writer makes it."""
    return tuple(_speaker(link) for link in reversed(claim.voices))


def _speaker(link: Link) -> Speaker:
    source = link.source
    return Speaker(
        name=source.name,
        mode=link.mode,
        role=source.role,
        medium=link.medium,
        said=day(link.date_said),
        named=source.type is not SourceType.UNNAMED,
        unnamed=source.unnamed_reason,
        addresses=source.same_as if source.type is not SourceType.PLACE else (),
    )
