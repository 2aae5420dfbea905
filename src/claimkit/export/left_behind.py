"""Exports of articles that are gone: nothing exports them again, and nothing takes them away."""

from __future__ import annotations

from claimkit import storage
from claimkit.annotations.workspace import Workspace
from claimkit.export import exported
from claimkit.model.findings import Code, Finding


def left_behind(workspace: Workspace) -> list[Finding]:
    """A finding for each folder below exports/ that has files of a format of ours, and no article.

    Hidden folders, links and folders of anything else are the desk's own.
    """
    return [
        finding
        for path in storage.entries(workspace.root / "exports")
        if path.is_dir() and not path.is_symlink() and not path.name.startswith(".")
        for finding in _finding(workspace, path.name)
    ]


def _finding(workspace: Workspace, name: str) -> list[Finding]:
    claims = f"annotations/{name}/claims.json"
    if (workspace.root / claims).exists():
        return []
    if not (formats := exported(workspace.root / "exports" / name, name)):
        return []
    message = (
        f"its article is gone (there is no {claims}), and its exports still lie here: {', '.join(formats)}; bring the "
        "article back, or delete the folder"
    )
    return [Finding(code=Code.STALE_EXPORT, message=message, file=f"exports/{name}")]
