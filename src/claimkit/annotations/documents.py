"""The JSON files of a workspace as objects of the model, with where they came from."""

from __future__ import annotations

import os.path
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Generic, NoReturn, TypeVar

from claimkit import storage
from claimkit.annotations import jsontext
from claimkit.annotations.positions import locate
from claimkit.annotations.workspace import Workspace
from claimkit.errors import DataError
from claimkit.model.claim import ClaimsFile
from claimkit.model.decision import DecisionsFile
from claimkit.model.findings import Code, Finding
from claimkit.model.raw import Raw, from_raw, to_raw
from claimkit.model.review import ReviewFile
from claimkit.schemas import VERSION, FileKind, violations
from claimkit.schemas.upgrades import upgraded

T = TypeVar("T", ClaimsFile, ReviewFile, DecisionsFile)

KINDS: dict[type, FileKind] = {
    ClaimsFile: FileKind.CLAIMS,
    ReviewFile: FileKind.REVIEW,
    DecisionsFile: FileKind.DECISIONS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Generic[T]):
    """What a file holds, the file, the digest of its bytes as read, and its text (for line and column)."""

    item: T
    path: Path
    digest: str
    text: str


def inspect(workspace: Workspace, path: Path, cls: type[T]) -> tuple[Document[T] | None, list[Finding]]:
    """The document at ``path``, or None and what is wrong with it.

    Raises :class:`DataError` only when there is no such file.
    """
    name = workspace.relative(path)
    data = storage.read(path)
    try:
        text = jsontext.decode(data, name)
        raw = upgraded(KINDS[cls], raw, name) if isinstance(raw := jsontext.parse(text, name), dict) else raw
    except DataError as error:
        return None, [_unreadable(error, name)]
    found = [
        located(Finding(code=Code.SCHEMA, message=item.message, file=name, path=item.path), text)
        for item in violations(KINDS[cls], raw)
    ]
    if found:
        return None, found
    content = {key: value for key, value in raw.items() if key not in {"$schema", "schemaVersion"}}
    return Document(item=from_raw(cls, content), path=path, digest=storage.sha256(data), text=text), []


def load(workspace: Workspace, path: Path, cls: type[T]) -> Document[T]:
    """The document at ``path``; raises :class:`DataError` with the first fault and a count of the rest."""
    document, findings = inspect(workspace, path, cls)
    if document is None:
        stop(findings)
    return document


def located(finding: Finding, text: str) -> Finding:
    """``finding`` with the lines and columns of its path in ``text``."""
    region = locate(text, finding.path)
    return replace(
        finding,
        line=region.line,
        column=region.column,
        end_line=region.end_line,
        end_column=region.end_column,
    )


def stop(findings: list[Finding]) -> NoReturn:
    """Raise the first finding as a :class:`DataError`, with a count of the rest."""
    first, *rest = findings
    more = f"; there are {len(rest)} more: 'claimkit check' lists them" if rest else ""
    raise DataError(first.message + more, place=first.file, line=first.line, column=first.column)


def save(
    workspace: Workspace, path: Path, item: ClaimsFile | ReviewFile | DecisionsFile, *, replaces: str | None
) -> None:
    """Write ``item`` to ``path``, whole or not at all (see :func:`serialised` and :func:`claimkit.storage.write`)."""
    storage.write(path, serialised(workspace, path, item), replaces=replaces)


def serialised(workspace: Workspace, path: Path, item: ClaimsFile | ReviewFile | DecisionsFile) -> bytes:
    """The canonical bytes of ``item`` for a file at ``path``.

    Raises :class:`DataError` when the schema would refuse them, so that no command leaves an invalid file.
    """
    raw = _raw(workspace, path, item)
    wrong = [violation.message for violation in violations(KINDS[type(item)], raw)]
    if wrong:
        raise DataError("; ".join(wrong), place=workspace.relative(path))
    return jsontext.canonical(raw)


def canonical(workspace: Workspace, path: Path, item: ClaimsFile | ReviewFile | DecisionsFile) -> bytes:
    """The bytes of an item that its schema has been asked about."""
    return jsontext.canonical(_raw(workspace, path, item))


def _raw(workspace: Workspace, path: Path, item: ClaimsFile | ReviewFile | DecisionsFile) -> Raw:
    schema = workspace.root / "schemas" / KINDS[type(item)].file_name
    head = {"$schema": Path(os.path.relpath(schema, path.parent)).as_posix(), "schemaVersion": VERSION}
    return head | to_raw(item)


def _unreadable(error: DataError, name: str) -> Finding:
    return Finding(code=Code.UNREADABLE, message=error.message, file=name, line=error.line, column=error.column)
