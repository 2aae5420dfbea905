"""ClaimReview in JSON-LD, by the schema.org profile: one object and one file for each published claim.

What is not published has no ClaimReview at all.
"""

from __future__ import annotations

from claimkit.annotations.dossiers import Dossier
from claimkit.export import LeftOut, Refusal, Rendering
from claimkit.export.claimreview.musts import broken
from claimkit.export.claimreview.review import claim_review
from claimkit.export.jsonld import written
from claimkit.export.selection import selected
from claimkit.model.config import Config
from claimkit.model.vocabulary import Act
from claimkit.rules.decisions import unpublishable
from claimkit.rules.gate import Gate
from claimkit.rules.standing import Standing


def render(dossier: Dossier, config: Config, claims: frozenset[str] | None = None) -> Rendering:
    """One ``claimreview/<claim>.jsonld`` for each published claim, canonical JSON.

    Left out is what is not published or was retracted. Refused is what is published and fails the gate, has no settled
    verdict or one that its review no longer gives, or breaks what schema.org or the consumers demand.
    """
    article = dossier.claims.item.article
    standings, refused = selected(dossier, claims)
    gate = Gate.of(dossier, config)
    files, left_out = {}, []
    for standing in standings:
        name = standing.claim.id
        publication = standing.publication
        if publication is None:
            left_out.append(LeftOut(claim=name, reasons=_unpublished(standing, gate)))
        elif reasons := unpublishable(standing, article, gate) or broken(standing, article, config):
            refused.append(Refusal(claim=name, reasons=reasons))
        else:
            files[f"claimreview/{name}.jsonld"] = written(claim_review(standing, publication, article, config))
    return Rendering(files=files, left_out=tuple(left_out), refused=tuple(refused))


def _unpublished(standing: Standing, gate: Gate) -> tuple[str, ...]:
    retracted = next((entry for entry in standing.ledger if entry.act is Act.RETRACTED), None)
    if retracted:
        return (f"it was retracted on {retracted.date}",)
    return gate.missing(standing) or ("it is not published yet; publish it with 'claimkit publish'",)
