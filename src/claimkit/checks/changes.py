"""What git says has changed since a commit, and the articles that depend on it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

from claimkit.annotations.workspace import CONFIG, Workspace
from claimkit.checks.selection import touched
from claimkit.errors import WorkspaceError

EVERYTHING = (CONFIG, "schemas")
"""What every article depends on, beside the templates and the baseline that claimkit.toml names."""


def changed_since(workspace: Workspace, base: str) -> list[Path]:
    """The files of the workspace that differ from where ``base`` and the present branch parted, uncommitted ones too.

    They are absolute; some may be gone. Raises :class:`WorkspaceError` where git cannot say.
    """
    top = Path(_git(workspace.root, "rev-parse", "--show-toplevel").rstrip("\n"))
    parting = _git(workspace.root, "merge-base", "--end-of-options", base, "HEAD").strip()
    names = _git(top, "diff", "--name-only", "--no-renames", "-z", "--end-of-options", parting, "--").split("\0")
    names += _git(top, "ls-files", "--others", "--exclude-standard", "-z").split("\0")
    root = workspace.root.resolve()
    return sorted({top / name for name in names if name and (top / name).is_relative_to(root)})


def dependent(workspace: Workspace, paths: Iterable[Path]) -> list[str]:
    """The slugs of the articles that depend on the files: all of them where every one does."""
    every, root = workspace.folders(), workspace.root.resolve()
    parts = [path.relative_to(root).parts for path in paths if path.is_relative_to(root)]
    config = workspace.config
    common = {*EVERYTHING, *(Path(name).parts[0] for name in (config.html.templates, config.check.baseline) if name)}
    if any(found and found[0] in common for found in parts):
        return every
    return sorted({slug for found in parts for slug in touched(found, every) or ()})


def _git(folder: Path, *arguments: str) -> str:
    """What git answers; a repository's own settings start no program."""
    command = ["git", "-c", "core.fsmonitor=false", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603 - no shell, and options end
    except FileNotFoundError:
        raise WorkspaceError("git is not installed", remedy="leave --changed out, or install it") from None
    except subprocess.CalledProcessError as error:
        said = next(iter(error.stderr.decode("utf-8", "replace").strip().splitlines()), "no reason given")
        remedy = "name a commit or a branch that is there; in CI, fetch the whole history"
        if "not a git repository" in said:
            remedy = "leave --changed out: it is for a workspace in a git repository"
        raise WorkspaceError(f"git cannot say what changed: {said}", remedy=remedy) from None
    return done.stdout.decode("utf-8", "surrogateescape")
