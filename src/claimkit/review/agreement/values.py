"""What one reviewer says of one claim, as a value that can be compared. Comments and reasons are no part of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from claimkit.model.attribution import Link
from claimkit.model.claim import Claim
from claimkit.model.config import AgreementSettings
from claimkit.model.review import Review
from claimkit.model.spans import Anchor
from claimkit.model.vocabulary import (
    AttributionField,
    AttributionStatus,
    Disposition,
    SplittingField,
    Stage,
    VerdictField,
)

Value: TypeAlias = tuple[tuple[str, ...], ...]
"""The links of a chain, or the one thing said, each as the fields that count. An empty chain is the writer's voice."""

KEPT: Value = (("kept",),)
CUT: Value = (("cut",),)
WRITER = "the writer"

HELD = frozenset({Disposition.ACCEPTED, Disposition.EDITED})
SAID = HELD | {Disposition.REJECTED}
"""The dispositions that say something of a claim; any other says nothing yet."""


def label(value: Value) -> str:
    """The value in words, on one line."""
    parts = (", ".join(filter(None, fields)) for fields in value)
    return " ".join(" > ".join(parts).split()) or WRITER


def verdict_value(review: Review, claim: Claim, settings: AgreementSettings) -> Value | None:
    """The verdict of a finished review; None where it gives none."""
    if review.stage is not Stage.DONE or not review.verdict:
        return None
    known = {VerdictField.VERDICT: review.verdict, VerdictField.KIND: str(review.kind or claim.kind)}
    return (tuple(known[field] for field in settings.verdict),)


def attribution_value(review: Review, claim: Claim, settings: AgreementSettings) -> Value | None:
    """The chain in force after a finished review; None where it says nothing of it.

    Whoever added a claim gave its chain with it (:attr:`Claim.proposed_by` names them).
    """
    if review.stage is not Stage.DONE or review.attribution is None:
        return None
    corrected = review.attribution.status is AttributionStatus.CORRECTED
    return chain_value(review.attribution.chain if corrected else claim.attribution, settings)


def chain_value(chain: Sequence[Link], settings: AgreementSettings) -> Value:
    """The chain as the fields of its links that count, outermost first."""
    return tuple(tuple(_LINK[field](link) for field in settings.attribution) for link in chain)


def splitting_value(review: Review, claim: Claim, settings: AgreementSettings) -> Value | None:
    """Kept or cut, with what was made of a kept claim where that counts; None where the review says nothing of it."""
    if review.disposition not in SAID:
        return None
    if review.disposition not in HELD:
        return CUT
    edited = review.disposition is Disposition.EDITED
    known = {
        SplittingField.KEPT: "kept",
        SplittingField.EDITED: "edited" if edited else "as proposed",
        SplittingField.TEXT: " ".join((review.text or claim.text).split()),
        SplittingField.KIND: str(review.kind or claim.kind),
        SplittingField.ANCHORS: _places(review.anchors or claim.anchors),
    }
    return (tuple(known[field] for field in settings.claims),)


def _places(anchors: Sequence[Anchor]) -> str:
    return " ".join(f"{anchor.start}..{anchor.end}" for anchor in anchors)


_LINK: dict[AttributionField, Callable[[Link], str]] = {
    AttributionField.NAME: lambda link: " ".join(link.source.name.split()),
    AttributionField.TYPE: lambda link: str(link.source.type),
    AttributionField.ROLE: lambda link: " ".join(link.source.role.split()),
    AttributionField.MODE: lambda link: str(link.mode),
    AttributionField.CUE: lambda link: _places([link.cue] if link.cue else []),
    AttributionField.CONTENT: lambda link: _places(link.content),
}
