"""Old files of a whole workspace brought to the present version of their schemas: all of them, or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from claimkit import storage
from claimkit.annotations import jsontext
from claimkit.annotations.workspace import Workspace, checked_folder
from claimkit.errors import ClaimkitError, DataError
from claimkit.model.raw import Raw
from claimkit.schemas import VERSION, FileKind, violations
from claimkit.schemas.upgrades import STEPS, Step, upgraded

Steps = Mapping[tuple[FileKind, int], Step]


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """A file as it is, and at the present version."""

    path: Path
    name: str
    version: int
    before: bytes
    after: bytes


def migrations(workspace: Workspace, steps: Steps = STEPS) -> list[Migration]:
    """The files of an older version, by name, each as it would be.

    Raises :class:`DataError` that names every file which cannot be brought there; then none is.
    """
    found: list[Migration] = []
    faults: list[str] = []
    for path, kind in _files(workspace):
        try:
            found += _migration(workspace, path, kind, steps)
        except ClaimkitError as error:
            faults.append(str(error))
    if faults:
        raise DataError("; ".join(faults), remedy="mend them first: nothing is migrated until all can be")
    return found


def migrate(found: list[Migration]) -> None:
    """Write them all. Where one cannot be written, those that were are put back, and its error is raised.

    A process that is killed on the way leaves old and new files. Both are read, and migrating again ends it.
    """
    done: list[Migration] = []
    try:
        for item in found:
            storage.write(item.path, item.after, replaces=storage.sha256(item.before))
            done.append(item)
    except ClaimkitError:
        for item in reversed(done):
            storage.write(item.path, item.before, replaces=storage.sha256(item.after))
        raise


def _files(workspace: Workspace) -> Iterator[tuple[Path, FileKind]]:
    for slug in map(checked_folder, workspace.folders()):
        for path, kind in (
            (workspace.claims_path(slug), FileKind.CLAIMS),
            *((path, FileKind.REVIEW) for path in workspace.review_paths(slug)),
            (workspace.decisions_path(slug), FileKind.DECISIONS),
        ):
            if path.exists():
                yield path, kind


def _migration(workspace: Workspace, path: Path, kind: FileKind, steps: Steps) -> Iterator[Migration]:
    name, data = workspace.relative(path), storage.read(path)
    raw = jsontext.parse(jsontext.decode(data, name), name)
    version = raw.get("schemaVersion") if isinstance(raw, dict) else None
    if not isinstance(version, int) or version == VERSION:
        return
    new: Raw = upgraded(kind, raw, name, steps)
    if wrong := [violation.message for violation in violations(kind, new)]:
        raise DataError(f"brought to version {VERSION}, {wrong[0]}", place=name)
    yield Migration(path=path, name=name, version=version, before=data, after=jsontext.canonical(new))
