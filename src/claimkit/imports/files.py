"""What an import gives, and how it is put into a workspace: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claimkit import storage
from claimkit.annotations.documents import serialised
from claimkit.annotations.workspace import Workspace
from claimkit.errors import ConflictError
from claimkit.model.claim import ClaimsFile
from claimkit.model.decision import DecisionsFile
from claimkit.model.review import ReviewFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """An article with all that was made of it: its texts, oldest first, and what its files hold."""

    texts: tuple[str, ...]
    claims: ClaimsFile
    reviews: tuple[ReviewFile, ...] = ()
    decisions: DecisionsFile | None = None


def contents(workspace: Workspace, imported: Imported) -> dict[Path, bytes]:
    """The files by their paths, in the order in which they are written, each in its canonical bytes.

    Raises :class:`~claimkit.errors.DataError` where one would break its schema.
    """
    slug = imported.claims.article.slug
    found = {workspace.text_path(slug, version): text.encode("utf-8") for version, text in enumerate(imported.texts, 1)}
    for path, item in _documents(workspace, imported, slug):
        found[path] = serialised(workspace, path, item)
    return found


def put(workspace: Workspace, imported: Imported) -> list[Path]:
    """Write the files, those left out that stand there already as they should; what was written is returned.

    Raises :class:`ConflictError`, before anything is written, where other content stands in the place of one of them.
    """
    files = contents(workspace, imported)
    for path, data in files.items():
        if path.exists() and storage.read(path) != data:
            raise ConflictError(
                "other content stands there, and an import overwrites nothing",
                place=workspace.relative(path),
                remedy="move it away, or import into another workspace",
            )
    new = {path: data for path, data in files.items() if not path.exists()}
    for path, data in new.items():
        storage.write(path, data, replaces=None)
    return list(new)


def _documents(
    workspace: Workspace, imported: Imported, slug: str
) -> Iterator[tuple[Path, ClaimsFile | ReviewFile | DecisionsFile]]:
    """Decisions and reviews first: claims.json makes the article one of the workspace, so it comes last."""
    if imported.decisions:
        yield workspace.decisions_path(slug), imported.decisions
    for file in imported.reviews:
        yield workspace.review_path(slug, file.reviewer.id), file
    yield workspace.claims_path(slug), imported.claims
