"""Waiting for somebody to save a file of the workspace."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from claimkit.annotations.workspace import CONFIG, Workspace
from claimkit.errors import WorkspaceError

FOLDERS = ("annotations", "seeds", "exports", "schemas")
"""What is watched below the workspace, beside claimkit.toml and the templates."""


def saved(workspace: Workspace) -> Iterator[list[Path]]:
    """The files that somebody saved, made or deleted, whenever it happens; what came together comes together.

    Raises :class:`WorkspaceError` where watchfiles, an extra, is not installed.
    """
    try:
        from watchfiles import watch  # noqa: PLC0415 - an extra
    except ImportError:
        raise WorkspaceError("--watch needs watchfiles", remedy="install it with: pip install watchfiles") from None
    root = workspace.root.resolve()
    watched = {root / name for name in FOLDERS} | {root / CONFIG}
    if workspace.config.html.templates:
        watched.add(root / workspace.config.html.templates)
    for changes in watch(*sorted(path for path in watched if path.exists()), raise_interrupt=False):
        paths = {Path(name) for _, name in changes}
        if seen := sorted(path for path in paths if not path.name.startswith(".")):
            yield seen
