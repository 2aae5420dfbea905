"""Which articles a check is about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from claimkit.annotations.workspace import Workspace
from claimkit.errors import WorkspaceError


def selected(workspace: Workspace, paths: Iterable[Path]) -> list[str]:
    """The slugs that the paths touch; all of the workspace where no path is given.

    A path is a file or folder of the workspace, or a slug. Raises :class:`WorkspaceError` for one that is neither.
    """
    every = workspace.folders()
    paths = list(paths)
    if not paths:
        return every
    return sorted({slug for path in paths for slug in _touched(workspace, path, every)})


def _touched(workspace: Workspace, path: Path, every: list[str]) -> list[str]:
    if str(path) in every:
        return [str(path)]
    absolute = path.absolute() if path.exists() else workspace.root / path
    if not absolute.exists() or not absolute.resolve().is_relative_to(workspace.root.resolve()):
        raise WorkspaceError("no such file, folder or article here", place=str(path), remedy="see 'claimkit status'")
    parts = absolute.resolve().relative_to(workspace.root.resolve()).parts
    slugs = touched(parts, every)
    if slugs is None:
        raise WorkspaceError("no article depends on it", place=str(path), remedy="name a file below annotations/")
    return slugs


def touched(parts: tuple[str, ...], every: list[str]) -> list[str] | None:
    """The slugs that a path, from the top of the workspace, is about; None where it is about no article."""
    match parts:
        case ("annotations" | "exports", slug, *_):
            return [slug] if slug in every else []
        case ("seeds", name):
            return [slug for slug in every if re.fullmatch(rf"{re.escape(slug)}(\.[0-9]+)?\.txt", name)]
        case () | ("annotations" | "exports" | "seeds",):
            return every
        case _:
            return None
