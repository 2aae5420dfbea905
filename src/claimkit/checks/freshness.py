"""Whether the exports on disk are what the annotations give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claimkit import storage
from claimkit.annotations.workspace import Workspace
from claimkit.model.findings import Code, Finding


def stale_exports(
    workspace: Workspace, slug: str, rendered: Mapping[str, bytes], present: Iterable[str]
) -> list[Finding]:
    """A finding for each file that is missing, differs, or should no longer be there.

    ``rendered`` is what a format gives now (name below exports/<slug>/ to bytes), ``present`` the names on disk.
    """
    folder = workspace.export_path(slug)
    problems = {name: _problem(workspace, slug, name, data) for name, data in rendered.items()}
    problems |= {name: "the annotations no longer give this export" for name in present if name not in rendered}
    return [
        Finding(
            code=Code.STALE_EXPORT,
            message=f"{problem}; run 'claimkit export {slug}'",
            file=workspace.relative(folder / name),
        )
        for name, problem in problems.items()
        if problem
    ]


def _problem(workspace: Workspace, slug: str, name: str, data: bytes) -> str:
    path = storage.inside(workspace.root, workspace.export_path(slug) / name)
    if not path.is_file():
        return "the export is missing"
    return "" if storage.read(path) == data else "the export is not what the annotations give"
