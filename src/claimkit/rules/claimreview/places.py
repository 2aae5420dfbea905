"""Where in the annotations a person mends what breaks a rule."""

from __future__ import annotations

from claimkit.annotations.dossiers import Dossier
from claimkit.annotations.workspace import CONFIG
from claimkit.model.decision import DecisionsFile
from claimkit.rules.claimreview.rule import Place
from claimkit.rules.standing import Standing

Path = tuple[str | int, ...]


def place_of(place: Place, standing: Standing, dossier: Dossier) -> tuple[str, Path]:
    """The file (as the dossier names it, or claimkit.toml) and the path in it; of a published claim."""
    decisions, claims = dossier.decisions, str(dossier.claims.path)
    match place:
        case Place.CONFIG:
            return CONFIG, ()
        case Place.ARTICLE:
            return claims, ("article", "metadata")
        case Place.LEDGER if decisions:
            return str(decisions.path), _in_ledger(standing, decisions.item)
        case Place.VERDICT if decisions:
            return str(decisions.path), _in_decisions(standing, decisions.item)
        case _:
            return _in_review(place, standing, dossier) or (claims, _in_claims(standing, dossier))


def _in_ledger(standing: Standing, item: DecisionsFile) -> Path:
    found = (index for index, entry in enumerate(item.ledger) if entry is standing.publication)
    return ("ledger", next(found, 0))


def _in_decisions(standing: Standing, item: DecisionsFile) -> Path:
    found = (index for index, decision in enumerate(item.decisions) if decision.claim == standing.claim.id)
    return ("decisions", next(found, 0))


def _in_review(place: Place, standing: Standing, dossier: Dossier) -> tuple[str, Path] | None:
    """The review whose words are published, or the property of it that is meant, where it has that."""
    if standing.lead is None:
        return None
    for document in dossier.reviews:
        if document.item.reviewer.id == standing.lead.reviewer.id:
            for index, review in enumerate(document.item.reviews):
                if review.claim == standing.claim.id:
                    there = {
                        Place.WORDING: "short" if review.short else "text" if review.text else "",
                        Place.EVIDENCE: "evidence" if review.evidence else "",
                        Place.ATTRIBUTION: "attribution" if review.attribution else "",
                    }.get(place, "")
                    return str(document.path), ("reviews", index, there) if there else ("reviews", index)
    return None


def _in_claims(standing: Standing, dossier: Dossier) -> Path:
    ids = [claim.id for claim in dossier.claims.item.claims]
    return ("claims", ids.index(standing.claim.id)) if standing.claim.id in ids else ("claims",)
