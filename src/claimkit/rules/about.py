"""Which claim a finding is about."""

from __future__ import annotations

from claimkit.annotations.dossiers import Dossier
from claimkit.model.findings import Finding


def claim_of(dossier: Dossier, finding: Finding) -> str:
    """The id of the claim that a finding on one of the dossier's files is about; empty where it is about none."""
    match finding.path:
        case ("claims", int(index), *_) if finding.file == str(dossier.claims.path):
            return dossier.claims.item.claims[index].id
        case ("added", int(index), *_):
            work = next((item for item in dossier.reviews if str(item.path) == finding.file), None)
            return work.item.added[index].id if work else ""
        case ("reviews", int(index), *_):
            work = next((item for item in dossier.reviews if str(item.path) == finding.file), None)
            return work.item.reviews[index].claim if work else ""
        case _:
            return ""
