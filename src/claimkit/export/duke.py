"""ClaimReview as Duke's Fact-Check Insights takes it: a closed list of properties, and numbers written as texts.

The properties are those of the JSON Schema that its importer (TechAndCheck/zenodotus) checks with.
"""

from __future__ import annotations

from claimkit.annotations.dossiers import Dossier
from claimkit.export import Rendering
from claimkit.export.claimreview.own import shaped
from claimkit.export.jsonld import Node, filled, written
from claimkit.model.config import Config
from claimkit.model.vocabulary import Profile
from claimkit.rules.claimreview.reading import NUMBERS, listed
from claimkit.rules.claimreview.takers import DUKE_KEYS, DUKE_RATING_KEYS


def render(dossier: Dossier, config: Config, claims: frozenset[str] | None = None) -> Rendering:
    """One ``duke/<claim>.json`` for each published claim, canonical JSON; a retracted one is left out."""
    kept, left_out, refused = shaped(dossier, config, claims, Profile.DUKE, for_duke)
    files = {f"duke/{name}.json": written(for_duke(node)) for name, node in kept.items()}
    return Rendering(files=files, left_out=left_out, refused=refused)


def for_duke(review: Node) -> Node:
    """The object with the properties that Duke takes. Names of our own and quotations are not among them."""
    node = {key: value for key, value in review.items() if key in DUKE_KEYS}
    rating = {key: value for key, value in review["reviewRating"].items() if key in DUKE_RATING_KEYS}
    claim = review["itemReviewed"]
    works = [_work(work) for name in ("appearance", "firstAppearance") for work in listed(claim.get(name))]
    return node | {
        "reviewRating": {key: str(value) if key in NUMBERS else value for key, value in rating.items()},
        "itemReviewed": {"@type": "Claim"}
        | filled(
            name=claim.get("name"),
            author=claim.get("author"),
            datePublished=claim.get("datePublished"),
            appearance=works,
        ),
    }


def _work(work: object) -> object:
    if not isinstance(work, dict):
        return work
    return {key: value for key, value in work.items() if key not in {"@id", "hasPart"}}
