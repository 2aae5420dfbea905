"""The attributions of a claim: as proposed, and as reviewers corrected them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimkit.model.attribution import Link
from claimkit.model.spans import Anchor
from claimkit.model.vocabulary import AttributionStatus
from claimkit.rules.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """One chain, outermost link first, with the reviewer who gave it (empty: proposed), and whether it is in force."""

    links: tuple[Link, ...]
    reviewer: str
    in_force: bool


def chains(standing: Standing) -> Iterator[Chain]:
    """The proposed chain, then each correction; an empty chain (the writer's own voice) has nothing to show."""
    corrected = [
        Chain(links=signed.review.attribution.chain, reviewer=signed.reviewer.id, in_force=signed is standing.lead)
        for signed in standing.reviews
        if signed.review.attribution and signed.review.attribution.status is AttributionStatus.CORRECTED
    ]
    in_force = not any(chain.in_force for chain in corrected)
    proposed = Chain(links=standing.proposed.attribution, reviewer="", in_force=in_force)
    return (chain for chain in (proposed, *corrected) if chain.links)


def anchors(standing: Standing) -> list[list[Anchor]]:
    """The anchors of the claim, of its antecedents, and those of each source, cue and content, thing by thing."""
    found = [list(standing.claim.anchors), list(standing.claim.antecedents)]
    for link in (link for chain in chains(standing) for link in chain.links):
        found += [
            [link.source.anchor] if link.source.anchor else [],
            [link.cue] if link.cue else [],
            list(link.content),
        ]
    return [layer for layer in found if layer]
