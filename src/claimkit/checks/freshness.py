"""Whether the exports on disk are what the annotations give."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from claimkit import storage
from claimkit.annotations.workspace import Workspace
from claimkit.model.findings import Code, Finding


def stale_exports(
    workspace: Workspace, slug: str, name_of_format: str, rendered: Mapping[str, bytes], present: Iterable[str]
) -> list[Finding]:
    """A finding for each file that is missing, differs, or should no longer be there.

    ``rendered`` is what the format gives now (name below exports/<slug>/ to bytes), ``present`` the names on disk.
    """
    folder = workspace.export_path(slug)
    problems = {name: _problem(workspace, slug, name, data) for name, data in rendered.items()}
    problems |= {name: "the annotations no longer give this export" for name in present if name not in rendered}
    return [
        Finding(
            code=Code.STALE_EXPORT,
            message=f"{problem}; run 'claimkit export {slug} --to {name_of_format}'",
            file=workspace.relative(folder / name),
        )
        for name, problem in problems.items()
        if problem
    ]


def stale_feeds(
    workspace: Workspace, rendered: Iterable[tuple[str, Iterable[bytes]]], present: Mapping[str, Path]
) -> list[Finding]:
    """A finding for each of the workspace's feeds that is there and differs.

    ``rendered`` are the feeds as they are now, in pieces; each is read to its end before the next.
    """
    problems = []
    for name, pieces in rendered:
        digest = hashlib.sha256()
        for piece in pieces:
            digest.update(piece)
        if name in present and storage.digest(present[name]) != digest.hexdigest():
            problems.append(stale_feed(workspace, present[name]))
    return problems


def stale_feed(workspace: Workspace, path: Path, *, nothing: bool = False) -> Finding:
    """The finding on a feed that is not what the annotations give, or, with ``nothing``, that they give none."""
    message = "the feed is not what the annotations give; run 'claimkit feed'"
    if nothing:
        message = "nothing is published any more, and the feed still tells of it; delete the file"
    return Finding(code=Code.STALE_EXPORT, message=message, file=workspace.relative(path))


def _problem(workspace: Workspace, slug: str, name: str, data: bytes) -> str:
    path = storage.inside(workspace.root, workspace.export_path(slug) / name)
    if path.is_dir():
        return "a folder stands where the export belongs: move it"
    if not path.is_file():
        return "the export is missing"
    return "" if storage.read(path) == data else "the export is not what the annotations give"
