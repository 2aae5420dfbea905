"""A reviewer's entries, recorded in that reviewer's file: all of them or none."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path

from claimkit import storage
from claimkit.annotations.documents import Document, load, save, stop
from claimkit.annotations.dossiers import inspect_text
from claimkit.annotations.workspace import Workspace
from claimkit.errors import ConflictError, ReviewError
from claimkit.model.claim import ClaimsFile
from claimkit.model.raw import Raw
from claimkit.model.review import Review, Reviewer, ReviewFile
from claimkit.review.annotate import Desk, annotate
from claimkit.review.reshaping import SHAPES, reshape

TRIES = 20
"""How often a file is read anew that changes under our hands: an editor or git does not wait for its turn, as we do."""


def record(
    workspace: Workspace, slug: str, reviewer: str, entries: Iterable[tuple[str, Raw]], at: str
) -> tuple[Review, ...]:
    """Work (place, entry) pairs into the reviewer's file and write it; the reviews as they are now, in the order given.

    Reads no other reviewer's file. Where another process wrote the file meanwhile, the entries are worked into what
    stands there then; raises :class:`ConflictError` where that happens again and again. Raises
    :class:`ReviewError` that names the entry's place, and writes nothing.
    """
    every = list(entries)
    with _turn(workspace.claims_path(slug).parent):
        for _ in range(TRIES - 1):
            with suppress(ConflictError):
                return _record(workspace, slug, reviewer, every, at)
        return _record(workspace, slug, reviewer, every, at)


def _turn(folder: Path) -> AbstractContextManager[None]:
    """The article to ourselves: two that only tried again would make one of them wait for the other's last entry."""
    return storage.alone_in(folder) if folder.is_dir() else nullcontext()


def _record(
    workspace: Workspace, slug: str, reviewer: str, entries: list[tuple[str, Raw]], at: str
) -> tuple[Review, ...]:
    desk = open_desk(workspace, slug)
    path = workspace.review_path(slug, reviewer)
    old = load(workspace, path, ReviewFile) if path.exists() else None
    if old and (old.item.article, old.item.reviewer.id) != (slug, reviewer):
        raise ReviewError(
            f"it is {old.item.reviewer.id}'s on {old.item.article}, and lies where {reviewer}'s on {slug} belongs",
            place=workspace.relative(path),
            remedy="put it where it belongs first",
        )
    file = old.item if old else ReviewFile(article=slug, reviewer=Reviewer(id=reviewer), reviews=())
    recorded = []
    for place, entry in entries:
        file, review = _worked_in(file, entry, desk, at, workspace, place)
        recorded.append(review)
    save(workspace, path, file, replaces=old.digest if old else None)
    return tuple(recorded)


def open_desk(workspace: Workspace, slug: str) -> Desk:
    """What a reviewer of the article has before them; raises :class:`DataError` where it is missing or altered."""
    claims: Document[ClaimsFile] = load(workspace, workspace.claims_path(slug), ClaimsFile)
    text, findings = inspect_text(workspace, slug, claims.item.article.text)
    if findings:
        stop(findings)
    return Desk(text=text, article=claims.item.article, claims=claims.item.claims)


def _worked_in(
    file: ReviewFile, entry: Raw, desk: Desk, at: str, workspace: Workspace, place: str
) -> tuple[ReviewFile, Review]:
    work = reshape if any(shape in entry for shape in SHAPES) else annotate
    try:
        file, review = work(file, entry, desk, at)
    except ReviewError as error:
        error.place = place
        raise
    if review.verdict and workspace.config.verdict(review.verdict) is None:
        scale = ", ".join(verdict.id for verdict in workspace.config.verdicts)
        raise ReviewError(f"the scale has no verdict {review.verdict!r}", place=place, remedy=f"it has {scale}")
    return file, review
