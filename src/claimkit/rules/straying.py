"""What the article's newer text left behind: claims without their words, reviews of words that changed."""

from __future__ import annotations

from collections.abc import Iterator

from claimkit.annotations.dossiers import Dossier
from claimkit.model.findings import Code, Finding, Severity
from claimkit.rules.standing import Standing, State, standings

Path = tuple[str | int, ...]


def straying_findings(dossier: Dossier) -> Iterator[Finding]:
    """A finding for each orphan, an error where it is published, and for each finished review to be looked at again."""
    if dossier.texts.version == 1:
        return
    places = {claim: place for place, claim in _claims(dossier)}
    reviews = {(file, claim): path for file, path, claim in _reviews(dossier)}
    for standing in standings(dossier):
        if standing.state is State.ORPHANED:
            file, path = places[standing.claim.id]
            yield _orphan(standing, dossier.texts.version, file, path)
            continue
        for signed in standing.outdated:
            file = next(str(item.path) for item in dossier.reviews if item.item.reviewer == signed.reviewer)
            message = (
                f"the article's words changed since {signed.reviewer.id} finished this review; look at it again with "
                "'claimkit review'"
            )
            yield Finding(
                code=Code.ANOTHER_LOOK,
                message=message,
                file=file,
                path=reviews[file, standing.claim.id],
                severity=Severity.WARNING,
            )


def _orphan(standing: Standing, version: int, file: str, path: Path) -> Finding:
    published = standing.publication is not None
    remedy = "retract it, or anchor it anew" if published else "anchor it anew, or reject it"
    message = f"version {version} of the text has its words no longer, or not for sure: {'; '.join(standing.lost)}"
    severity = Severity.ERROR if published else Severity.WARNING
    return Finding(code=Code.ORPHANED, message=f"{message}; {remedy}", file=file, path=path, severity=severity)


def _claims(dossier: Dossier) -> Iterator[tuple[tuple[str, Path], str]]:
    """The place of each claim, last those of claims.json, which are the ones to name."""
    for document in dossier.reviews:
        for index, claim in enumerate(document.item.added):
            yield (str(document.path), ("added", index)), claim.id
    for key, claims in (("retired", dossier.claims.item.retired), ("claims", dossier.claims.item.claims)):
        for index, claim in enumerate(claims):
            yield (str(dossier.claims.path), (key, index)), claim.id


def _reviews(dossier: Dossier) -> Iterator[tuple[str, Path, str]]:
    for document in dossier.reviews:
        for index, review in enumerate(document.item.reviews):
            yield str(document.path), ("reviews", index), review.claim
