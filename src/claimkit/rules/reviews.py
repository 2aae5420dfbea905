"""What a reviewer's file must satisfy."""

from __future__ import annotations

from collections.abc import Iterator

from claimkit.annotations.documents import Document
from claimkit.annotations.dossiers import Dossier
from claimkit.model.config import Config
from claimkit.model.findings import Code, Finding, Severity
from claimkit.model.review import Review, ReviewFile
from claimkit.model.vocabulary import Disposition, Stage

SHORT = 75
"""Google asks for fewer than 75 characters of claimReviewed (its fact-check documentation, September 2026)."""


def review_findings(dossier: Dossier, config: Config) -> Iterator[Finding]:
    """All findings on the reviewers' files."""
    known = {claim.id for claim in dossier.claims.item.every}
    for document in dossier.reviews:
        file = str(document.path)
        yield from _misplaced(dossier.slug, document, file)
        yield from _references(document, known, file)
        for index, review in enumerate(document.item.reviews):
            yield from content_findings(review, config, file, ("reviews", index))


def overdue_findings(dossier: Dossier, day: str) -> Iterator[Finding]:
    """A warning for each review whose verdict was to be looked at again before ``day`` (YYYY-MM-DD)."""
    for document in dossier.reviews:
        for index, review in enumerate(document.item.reviews):
            if review.review_by and review.review_by < day:
                message = (
                    f"the verdict was to be looked at again by {review.review_by}; look whether its evidence still "
                    "holds, and set another date with 'claimkit annotate --review-by'"
                )
                path = ("reviews", index, "reviewBy")
                file = str(document.path)
                yield Finding(
                    code=Code.PAST_REVIEW_DATE, message=message, file=file, path=path, severity=Severity.WARNING
                )


def _references(document: Document[ReviewFile], known: set[str], file: str) -> Iterator[Finding]:
    known = known | {claim.id for claim in document.item.added}
    seen: set[str] = set()
    for index, review in enumerate(document.item.reviews):
        path = ("reviews", index, "claim")
        if review.claim not in known:
            message = f"no claim has the id {review.claim!r}; the review is an orphan: move it to the right id"
            yield Finding(code=Code.UNKNOWN_CLAIM, message=message, file=file, path=path)
        if review.claim in seen:
            message = f"a second review of {review.claim!r} by one reviewer; join the two"
            yield Finding(code=Code.DUPLICATE_REVIEW, message=message, file=file, path=path)
        seen.add(review.claim)


def _misplaced(slug: str, document: Document[ReviewFile], file: str) -> Iterator[Finding]:
    if document.item.article != slug:
        message = f"the file reviews {document.item.article!r} and lies with {slug!r}; move it"
        yield Finding(code=Code.WRONG_PLACE, message=message, file=file, path=("article",))
    if document.item.reviewer.id != document.path.stem:
        message = f"the file is named after {document.path.stem!r} and says {document.item.reviewer.id!r}; rename it"
        yield Finding(code=Code.WRONG_PLACE, message=message, file=file, path=("reviewer", "id"))


def content_findings(review: Review, config: Config, file: str, path: tuple[str | int, ...] = ()) -> Iterator[Finding]:
    """What is wrong with one review by itself: its verdict, its evidence, its rationale, its short wording."""
    verdict = config.verdict(review.verdict)
    severity = Severity.ERROR if review.stage is Stage.DONE else Severity.NOTE
    if review.verdict and verdict is None:
        yield unknown_verdict(review.verdict, config, file, (*path, "verdict"))
    if verdict and verdict.rank is not None:
        yield from _evidence(review, config, file, path, severity)
    if review.disposition is not Disposition.REJECTED and not review.rationale:
        yield from _rationale(review, file, path, severity)
    if len(review.short) >= SHORT:
        message = (
            f"the short wording has {len(review.short)} characters; Google asks for fewer than {SHORT}: shorten it"
        )
        yield Finding(
            code=Code.LONG_SHORT, message=message, file=file, path=(*path, "short"), severity=Severity.WARNING
        )


def _evidence(
    review: Review, config: Config, file: str, path: tuple[str | int, ...], severity: Severity
) -> Iterator[Finding]:
    if config.gate.evidence and not review.bearing:
        message = (
            f"the verdict {review.verdict!r} rests on no evidence that supports or refutes the claim; "
            "give some, or a verdict off the scale"
        )
        yield Finding(code=Code.NO_EVIDENCE, message=message, file=file, path=(*path, "verdict"), severity=severity)


def _rationale(review: Review, file: str, path: tuple[str | int, ...], severity: Severity) -> Iterator[Finding]:
    if review.verdict:
        message = "the verdict has no rationale; say in a sentence or two why"
        yield Finding(code=Code.NO_RATIONALE, message=message, file=file, path=(*path, "verdict"), severity=severity)
    elif not review.comment and review.stage is Stage.DONE:
        message = "the review is done without verdict, rationale or comment; say why nothing is rated"
        yield Finding(code=Code.NO_RATIONALE, message=message, file=file, path=path, severity=Severity.WARNING)


def unknown_verdict(verdict: str, config: Config, file: str, path: tuple[str | int, ...]) -> Finding:
    """The finding that the scale has no such verdict."""
    scale = ", ".join(item.id for item in config.verdicts)
    message = f"the scale in claimkit.toml has no verdict {verdict!r}; it has {scale}"
    return Finding(code=Code.UNKNOWN_VERDICT, message=message, file=file, path=path)
