"""What a statement is as a review: a draft, since nobody here has looked at it yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from claimkit.imports.sources import Placed, Said, wording
from claimkit.imports.verdicts import judged
from claimkit.model.claim import Claim
from claimkit.model.config import Verdict
from claimkit.model.review import AttributionReview, Origin, Review
from claimkit.model.spans import Anchor
from claimkit.model.vocabulary import AttributionStatus, Disposition, Stage
from claimkit.rules.claimreview.reading import exact


def begun(said: Said, claim: Claim, anchors: tuple[Anchor, ...], version: int) -> Review:
    """What the statement makes of the claim's wording, words and speaker: as proposed, or edited to its own.

    It is accepted, not open: who marked or rated a claim elsewhere took it as it is there.

    Whose name it gives is the claimant; where that is the claim's, nothing is said of the attribution, for a statement
    that names one speaker confirms no chain of several.
    """
    given = said.statement.text.strip()
    text = given if given != claim.text else ""
    moved = anchors if anchors != claim.anchors else ()
    return Review(
        claim=claim.id,
        disposition=Disposition.EDITED if text or moved else Disposition.ACCEPTED,
        text=text,
        anchors=moved,
        attribution=_attribution(said, claim),
        stage=Stage.DRAFT,
        when="",
        text_version=version,
    )


def reviewed(placed: Placed, verdicts: tuple[Verdict, ...], at: str) -> Review:
    """The whole review, with the verdict on our scale where the rating is one of it. ``at`` dates what has no date."""
    statement, source = placed.said.statement, placed.said.source
    rated = judged(statement.rating, verdicts)
    return replace(
        placed.review,
        short=statement.short if statement.short not in (placed.claim.short, wording(statement)) else "",
        verdict=rated.verdict,
        rationale=statement.rationale,
        evidence=tuple(dict.fromkeys(statement.evidence)),
        comment="\n".join(text for text in (statement.comment, rated.rest) if text),
        origin=Origin(
            format=source.format,
            id=statement.id,
            url=statement.url,
            sha256=source.sha256,
            licence=statement.licence,
        ),
        when=moment(statement.when) or at,
    )


def moment(when: str) -> str:
    """A date, or a date and time with its zone, as a moment in UTC; a bare date is its midnight. Empty for others."""
    if not exact(when):
        return ""
    known = datetime.fromisoformat(when)
    try:
        known = known.astimezone(UTC) if known.tzinfo else known.replace(tzinfo=UTC)
    except OverflowError:
        return ""
    return known.isoformat(timespec="seconds").replace("+00:00", "Z")


def _attribution(said: Said, claim: Claim) -> AttributionReview | None:
    chain = said.statement.attribution
    if not chain or chain == claim.attribution:
        return None
    named = chain[-1].source.name
    if claim.claimant and claim.claimant.source.name == named:
        return None
    return AttributionReview(status=AttributionStatus.CORRECTED, chain=chain)
