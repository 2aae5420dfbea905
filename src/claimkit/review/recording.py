"""A reviewer's entries, recorded in that reviewer's file: all of them or none."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext, suppress

from claimkit import storage
from claimkit.annotations.documents import Document, load, save, stop
from claimkit.annotations.dossiers import inspect_texts, refuse_unknown
from claimkit.annotations.workspace import Workspace
from claimkit.errors import ConflictError, ReviewError
from claimkit.model.claim import ClaimsFile
from claimkit.model.raw import Raw
from claimkit.model.review import Review, Reviewer, ReviewFile
from claimkit.review.annotate import Desk, annotate
from claimkit.review.capturing import with_digests
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
    with turn(workspace, slug):
        for _ in range(TRIES - 1):
            with suppress(ConflictError):
                return record_on(open_desk(workspace, slug), workspace, reviewer, every, at)
        return record_on(open_desk(workspace, slug), workspace, reviewer, every, at)


def turn(workspace: Workspace, slug: str) -> AbstractContextManager[None]:
    """The article to ourselves: two that only tried again would make one of them wait for the other's last entry.

    A split that writes the claims meanwhile waits too, and then sees what was recorded.
    """
    folder = workspace.claims_path(slug).parent
    return storage.alone_in(folder) if folder.is_dir() else nullcontext()


def record_on(
    desk: Desk, workspace: Workspace, reviewer: str, entries: Iterable[tuple[str, Raw]], at: str
) -> tuple[Review, ...]:
    """The same on a desk that is open already, once; whoever calls it has the :func:`turn`."""
    slug = desk.article.slug
    old = own_file(workspace, slug, reviewer)
    file = old.item if old else ReviewFile(article=slug, reviewer=Reviewer(id=reviewer), reviews=())
    recorded = []
    for place, entry in entries:
        whole = with_digests(workspace, slug, entry)
        file, review = _worked_in(file, whole, desk, at, workspace, place)
        recorded.append(review)
    path = workspace.review_path(slug, reviewer)
    save(workspace, path, file, replaces=old.digest if old else None)
    return tuple(recorded)


def own_file(workspace: Workspace, slug: str, reviewer: str) -> Document[ReviewFile] | None:
    """The reviewer's file on the article, None where there is none yet; raises :class:`ReviewError` where it is not."""
    path = workspace.review_path(slug, reviewer)
    document = load(workspace, path, ReviewFile) if path.exists() else None
    if document and (document.item.article, document.item.reviewer.id) != (slug, reviewer):
        raise ReviewError(
            f"it is {document.item.reviewer.id}'s on {document.item.article}, and lies where {reviewer}'s on {slug} "
            "belongs",
            place=workspace.relative(path),
            remedy="put it where it belongs first",
        )
    return document


def open_desk(workspace: Workspace, slug: str) -> Desk:
    """What a reviewer of the article has before them; raises :class:`DataError` where it is missing or altered."""
    refuse_unknown(workspace, slug)
    claims: Document[ClaimsFile] = load(workspace, workspace.claims_path(slug), ClaimsFile)
    texts, findings = inspect_texts(workspace, claims.item.article, slug)
    if findings:
        stop(findings)
    return Desk(texts=texts, document=claims)


def open_again(desk: Desk, workspace: Workspace) -> Desk:
    """The desk as its files now are: the same one, unless the claims were written anew meanwhile."""
    path = workspace.claims_path(desk.article.slug)
    same = storage.sha256(storage.read(path)) == desk.document.digest
    return desk if same else open_desk(workspace, desk.article.slug)


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
