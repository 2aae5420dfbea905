"""ClaimReview in JSON-LD, by the schema.org profile: one object and one file for each published claim.

What is not published has no ClaimReview at all. What was retracted leaves a tombstone in the same place.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimkit.annotations.dossiers import Dossier
from claimkit.export import LeftOut, Refusal, Rendering
from claimkit.export.claimreview.musts import broken, undated
from claimkit.export.claimreview.retraction import retracted, tombstone
from claimkit.export.claimreview.review import claim_review
from claimkit.export.jsonld import Node, written
from claimkit.export.selection import selected
from claimkit.model.config import Config
from claimkit.model.decision import LedgerEntry
from claimkit.rules.decisions import unpublishable
from claimkit.rules.gate import Gate
from claimkit.rules.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """A claim that is or was published, with its object: a ClaimReview, or a tombstone."""

    standing: Standing
    entry: LedgerEntry
    item: Node


def render(dossier: Dossier, config: Config, claims: frozenset[str] | None = None) -> Rendering:
    """One ``claimreview/<claim>.jsonld`` for each claim that is or was published, canonical JSON.

    Left out is what never was published. Refused is what is published and fails the gate, has no settled
    verdict or one that its review no longer gives, or breaks what schema.org or the consumers demand.
    """
    found, left_out, refused = published(dossier, config, claims)
    files = {f"claimreview/{one.standing.claim.id}.jsonld": written(one.item) for one in found}
    return Rendering(files=files, left_out=left_out, refused=refused)


def published(
    dossier: Dossier, config: Config, claims: frozenset[str] | None
) -> tuple[list[Reviewed], tuple[LeftOut, ...], tuple[Refusal, ...]]:
    """What :func:`render` writes, as objects; what is left out; what is refused. The feeds are made of it too."""
    article = dossier.claims.item.article
    standings, refused = selected(dossier, claims)
    gate = Gate.of(dossier, config)
    found, left_out = [], []
    for standing in standings:
        name = standing.claim.id
        publication = standing.publication
        if grave := retracted(standing):
            if reasons := tuple(undated(standing)):
                refused.append(Refusal(claim=name, reasons=reasons))
            else:
                found.append(Reviewed(standing=standing, entry=grave, item=tombstone(standing, grave, article, config)))
        elif publication is None:
            left_out.append(LeftOut(claim=name, reasons=_unpublished(standing, gate)))
        elif reasons := unpublishable(standing, article, gate) or broken(standing, article, config):
            refused.append(Refusal(claim=name, reasons=reasons))
        else:
            item = claim_review(standing, publication, article, config)
            found.append(Reviewed(standing=standing, entry=publication, item=item))
    return found, tuple(left_out), tuple(refused)


def _unpublished(standing: Standing, gate: Gate) -> tuple[str, ...]:
    if standing.retraction:
        return (f"it was retracted on {standing.retraction.date}, and the ledger has no publication of it",)
    return gate.missing(standing) or ("it is not published yet; publish it with 'claimkit publish'",)
