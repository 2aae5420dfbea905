"""Which claim a finding is about."""

from __future__ import annotations

from claimkit.annotations.documents import Document
from claimkit.annotations.dossiers import Dossier
from claimkit.model.findings import Finding
from claimkit.model.review import Review, ReviewFile


def claim_of(dossier: Dossier, finding: Finding) -> str:
    """The id of the claim that a finding on it, or on a review of it, is about; empty where it is about none."""
    document = _reviews(dossier, finding)
    match finding.path:
        case ("claims", int(index), *_) if document is None:
            return dossier.claims.item.claims[index].id
        case ("retired", int(index), *_) if document is None:
            return dossier.claims.item.retired[index].id
        case ("added", int(index), *_) if document:
            return document.item.added[index].id
        case ("reviews", int(index), *_) if document:
            return document.item.reviews[index].claim
        case _:
            return ""


def review_of(dossier: Dossier, finding: Finding) -> Review | None:
    """The review that a finding is about; None where it is about a claim, or a whole file."""
    document = _reviews(dossier, finding)
    match finding.path:
        case ("reviews", int(index), *_) if document:
            return document.item.reviews[index]
        case _:
            return None


def reviewer_of(dossier: Dossier, finding: Finding) -> str:
    """The id of the reviewer whose review a finding is about; empty where it is about a claim, or a whole file."""
    document = _reviews(dossier, finding)
    return document.item.reviewer.id if document and finding.path[:1] == ("reviews",) else ""


def _reviews(dossier: Dossier, finding: Finding) -> Document[ReviewFile] | None:
    return next((document for document in dossier.reviews if str(document.path) == finding.file), None)
