"""The attributions of a claim: as proposed, and as reviewers corrected them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimkit.export.tei.entries import Entry
from claimkit.model.attribution import Link
from claimkit.model.raw import from_raw
from claimkit.model.review import AttributionReview, Evidence, Review
from claimkit.model.spans import Anchor
from claimkit.model.vocabulary import AttributionStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """One chain, outermost link first, with the reviewer who gave it (empty: proposed), and whether it is in force.

    ``written`` are the links as their file has them, ``review`` is the number of the review that gives them, from 1.
    """

    links: tuple[Link, ...]
    written: tuple[Link, ...]
    reviewer: str
    review: int
    in_force: bool


def chains(entry: Entry) -> list[Chain]:
    """The proposed chain, then each correction; an empty chain (the writer's own voice) has nothing to show."""
    standing = entry.standing
    corrected = [
        Chain(
            links=signed.review.attribution.chain,
            written=written.attribution.chain,
            reviewer=signed.reviewer.id,
            review=number,
            in_force=signed is standing.lead,
        )
        for number, (signed, (_, written)) in enumerate(zip(standing.reviews, entry.reviews, strict=True), start=1)
        if signed.review.attribution and signed.review.attribution.status is AttributionStatus.CORRECTED
        if written.attribution
    ]
    proposed = Chain(
        links=standing.proposed.attribution,
        written=entry.claim.attribution,
        reviewer="",
        review=0,
        in_force=not any(chain.in_force for chain in corrected),
    )
    return [chain for chain in (proposed, *corrected) if chain.links]


def anchors(entry: Entry) -> list[list[Anchor]]:
    """The anchors of the claim, of each antecedent, and of each source, cue and content, thing by thing."""
    claim = entry.standing.claim
    found = [list(claim.anchors), *([anchor] for anchor in claim.antecedents)]
    for link in (link for chain in chains(entry) for link in chain.links):
        found += [
            [link.source.anchor] if link.source.anchor else [],
            [link.cue] if link.cue else [],
            list(link.content),
        ]
    return [layer for layer in found if layer]


def other_anchors(entry: Entry) -> list[list[Anchor]]:
    """The anchors of the claim as proposed, and as each review has them: layers of the text too, where they stand."""
    standing = entry.standing
    found = [standing.proposed.anchors, *(signed.review.anchors for signed in standing.reviews)]
    return [list(layer) for layer in found if layer]


def former_links(review: Review) -> Iterator[Link]:
    """The links of the attributions that a review had before."""
    for former in review.history:
        if "attribution" in former.was:
            yield from from_raw(AttributionReview, former.was["attribution"]).chain


def former_evidence(review: Review) -> Iterator[Evidence]:
    """The evidence that a review had before."""
    for former in review.history:
        yield from (from_raw(Evidence, item) for item in former.was.get("evidence", ()))
