"""A dossier: everything that the workspace holds on one article."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from claimkit import storage
from claimkit.annotations.documents import Document, inspect, stop
from claimkit.annotations.jsontext import decode
from claimkit.annotations.texts import Texts
from claimkit.annotations.workspace import Workspace
from claimkit.errors import DataError
from claimkit.model.article import Article, TextOfRecord
from claimkit.model.claim import ClaimsFile
from claimkit.model.decision import DecisionsFile
from claimkit.model.findings import Code, Finding
from claimkit.model.review import ReviewFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """The texts of an article with all annotation files on it, reviewers by id."""

    slug: str
    texts: Texts
    claims: Document[ClaimsFile]
    reviews: tuple[Document[ReviewFile], ...]
    decisions: Document[DecisionsFile] | None

    @property
    def documents(self) -> tuple[Document[ClaimsFile] | Document[ReviewFile] | Document[DecisionsFile], ...]:
        """All its annotation files: claims.json, the reviewers', decisions.json."""
        return (self.claims, *self.reviews, *((self.decisions,) if self.decisions else ()))

    @property
    def text(self) -> str:
        """The text of record: the present version."""
        return self.texts.present

    @property
    def known(self) -> frozenset[str]:
        """The ids of all claims that any of the files names: proposed, retired, added, decided or in the ledger."""
        decisions = self.decisions.item if self.decisions else None
        return frozenset(
            (
                *(claim.id for claim in self.claims.item.every),
                *(claim.id for document in self.reviews for claim in document.item.added),
                *(review.claim for document in self.reviews for review in document.item.reviews),
                *(decision.claim for decision in (decisions.decisions if decisions else ())),
                *(entry.claim for entry in (decisions.ledger if decisions else ())),
            )
        )


def inspect_dossier(workspace: Workspace, slug: str) -> tuple[Dossier | None, list[Finding]]:
    """The dossier of an article, or None and all that is wrong with its files one by one."""
    claims, findings = inspect(workspace, workspace.claims_path(slug), ClaimsFile)
    texts = Texts("")
    if claims is not None:
        texts, wrong = inspect_texts(workspace, claims.item.article, slug)
        findings += wrong
    reviews: list[Document[ReviewFile]] = []
    for path in workspace.review_paths(slug):
        review, wrong = inspect(workspace, path, ReviewFile)
        findings += wrong
        reviews += [review] if review else []
    decisions = None
    if (path := workspace.decisions_path(slug)).exists():
        decisions, wrong = inspect(workspace, path, DecisionsFile)
        findings += wrong
    if claims is None or findings:
        return None, findings
    return Dossier(slug=slug, texts=texts, claims=claims, reviews=tuple(reviews), decisions=decisions), []


def open_dossier(workspace: Workspace, slug: str) -> Dossier:
    """The dossier of an article; raises :class:`DataError` when a file of it is missing, damaged or altered."""
    refuse_unknown(workspace, slug)
    dossier, findings = inspect_dossier(workspace, slug)
    if dossier is None:
        stop(findings)
    return dossier


def refuse_unknown(workspace: Workspace, slug: str) -> None:
    """Raise :class:`DataError` where there is no article of that slug."""
    if not workspace.claims_path(slug).exists():
        known = ", ".join(workspace.slugs()) or "none yet"
        raise DataError(f"no article has the slug {slug!r}", remedy=f"split it first; there are: {known}")


def inspect_texts(workspace: Workspace, article: Article, slug: str) -> tuple[Texts, list[Finding]]:
    """All versions of the text, and what is wrong with them: that one is not what it was when it was taken in."""
    texts: list[str] = []
    findings: list[Finding] = []
    for version, record in enumerate(article.texts, 1):
        text, wrong = _inspect_text(workspace, workspace.text_path(slug, version), record)
        texts.append(text)
        findings += wrong
    return Texts(*texts), findings


def _inspect_text(workspace: Workspace, path: Path, record: TextOfRecord) -> tuple[str, list[Finding]]:
    name = workspace.relative(path)
    try:
        data = storage.read(path)
    except DataError as error:
        return "", [Finding(code=Code.UNREADABLE, message=error.message, file=name)]
    if storage.sha256(data) != record.sha256:
        message = (
            "the text of record is not what it was when it was split (its SHA-256 differs), so no offset can be "
            "trusted; put the old text back, and give the new one to 'claimkit update'"
        )
        return "", [Finding(code=Code.TEXT_ALTERED, message=message, file=name)]
    try:
        text = decode(data, name)
    except DataError as error:
        return "", [Finding(code=Code.TEXT_ALTERED, message=error.message, file=name)]
    if len(text) != record.length:
        message = (
            f"the text of record has {len(text)} code points, and claims.json says {record.length}; split it again"
        )
        return text, [Finding(code=Code.TEXT_ALTERED, message=message, file=name)]
    return text, []
