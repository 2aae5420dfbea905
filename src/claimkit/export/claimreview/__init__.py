"""ClaimReview in JSON-LD: one object and one file for each published claim, as a page carries it.

What is not published has no ClaimReview at all. What was retracted leaves a tombstone in the same place.
"""

from __future__ import annotations

from claimkit.annotations.dossiers import Dossier
from claimkit.export import Rendering
from claimkit.export.claimreview.published import Published, passing
from claimkit.export.jsonld import written
from claimkit.model.config import Config
from claimkit.rules.claimreview.profiles import page_rules


def render(dossier: Dossier, config: Config, claims: frozenset[str] | None = None) -> Rendering:
    """One ``claimreview/<claim>.jsonld`` for each claim that is or was published, canonical JSON.

    Left out is what never was published. Refused is what is published and fails the gate, has no settled
    verdict or one that its review no longer gives, or breaks what the profiles of claimkit.toml demand.
    """
    kept = on_pages(dossier, config, claims)
    files = {f"claimreview/{one.standing.claim.id}.jsonld": written(one.item) for one in kept.found}
    return Rendering(files=files, left_out=kept.left_out, refused=kept.refused)


def on_pages(dossier: Dossier, config: Config, claims: frozenset[str] | None = None) -> Published:
    """What :func:`render` writes, as objects; the feeds are made of it too."""
    return passing(dossier, config, claims, page_rules(config.claimreview.profiles))
