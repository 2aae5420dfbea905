"""A newsroom's own templates, read with the configuration: what renders with them reads no file."""

from __future__ import annotations

from pathlib import Path

from claimkit import storage
from claimkit.annotations.jsontext import decode
from claimkit.errors import WorkspaceError

SUFFIXES = (".html", ".css")


def templates(root: Path, folder: str) -> dict[str, str]:
    """The texts of the templates and style sheets in a folder of the workspace at ``root``, by name.

    Raises :class:`WorkspaceError` when the folder is not there, or not in the workspace.
    """
    place = storage.inside(root, root / folder)
    if not place.is_dir():
        raise WorkspaceError(
            "there is no such folder",
            place=str(place),
            remedy="make it, or mend templates under [html] in claimkit.toml",
        )
    paths = [storage.inside(root, path) for path in storage.entries(place) if path.suffix in SUFFIXES]
    return {path.name: decode(storage.read(path), str(path)) for path in paths if path.is_file()}
