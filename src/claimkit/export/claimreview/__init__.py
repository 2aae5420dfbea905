"""ClaimReview in JSON-LD: one object and one file for each published claim, as a page carries it.

What is not published has no ClaimReview at all. What was retracted leaves a tombstone in the same place.
"""

from __future__ import annotations

from claimkit.annotations.dossiers import Dossier
from claimkit.export import LeftOut, Refusal, Rendering
from claimkit.export.claimreview.published import passing
from claimkit.export.claimreview.retraction import entered, tombstone, undated
from claimkit.export.jsonld import written
from claimkit.model.config import Config
from claimkit.rules.claimreview.profiles import page_rules


def render(dossier: Dossier, config: Config, claims: frozenset[str] | None = None) -> Rendering:
    """One ``claimreview/<claim>.jsonld`` for each claim that is or was published, canonical JSON.

    Left out is what never was published. Refused is what is published and fails the gate, has no settled
    verdict or one that its review no longer gives, or breaks what the profiles of claimkit.toml demand.
    """
    kept, found = passing(dossier, config, claims, page_rules(config.claimreview.profiles))
    nodes, left_out, refused = dict(kept), list(found.left_out), list(found.refused)
    for standing in found.retracted:
        name, entry = standing.claim.id, entered(standing)
        if entry is None:
            left_out.append(
                LeftOut(claim=name, reasons=_never(standing.retraction.date if standing.retraction else ""))
            )
        elif reasons := tuple(undated(standing)):
            refused.append(Refusal(claim=name, reasons=reasons))
        else:
            nodes[name] = tombstone(standing, entry, dossier.claims.item.article, config)
    files = {f"claimreview/{name}.jsonld": written(node) for name, node in nodes.items()}
    return Rendering(files=files, left_out=tuple(left_out), refused=tuple(refused))


def _never(date: str) -> tuple[str, ...]:
    return (f"it was retracted on {date}, and the ledger has no publication of it",)
