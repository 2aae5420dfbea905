"""What a reviewer keeps of a page: the file that they saved, under a name that stays."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimkit import storage
from claimkit.annotations.workspace import Workspace
from claimkit.errors import DataError
from claimkit.model.raw import Raw
from claimkit.schemas import FileKind, violations

_DIGITS = 16
"""Hexadecimal digits of the digest that begin a name."""

_NAME = 60
"""Characters of the file's own name that are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A capture: its name below captures/, its digest, and whether it was there before."""

    name: str
    sha256: str
    was_there: bool


def keep(workspace: Workspace, slug: str, source: Path) -> Kept:
    """Copy the file ``source`` to the captures of an article; the same bytes are kept once, under their first name.

    Raises :class:`DataError` where there is no such article, or the file cannot be read or is empty.
    """
    if not workspace.claims_path(slug).exists():
        known = ", ".join(workspace.slugs()) or "none yet"
        raise DataError(f"no article has the slug {slug!r}", remedy=f"split it first; there are: {known}")
    data = storage.read(source)
    if not data:
        raise DataError("it is empty", place=str(source), remedy="save the page again")
    digest = storage.sha256(data)
    for path in storage.entries(workspace.captures_path(slug)):
        if path.name.startswith(digest[:_DIGITS]) and _digest(workspace, slug, path.name) == digest:
            return Kept(name=path.name, sha256=digest, was_there=True)
    name = f"{digest[:_DIGITS]}-{_cleaned(source.name)}"
    path = workspace.capture_path(slug, name)
    if path.exists():
        raise DataError(
            "a capture of that name is there and is not what its name says: it was altered",
            place=workspace.relative(path),
            remedy="move it away, and capture the page again",
        )
    storage.write(path, data, replaces=None)
    return Kept(name=name, sha256=digest, was_there=False)


def with_digests(workspace: Workspace, slug: str, entry: Raw) -> Raw:
    """``entry`` with the digest of each capture that it names without one, where there is such a file.

    Raises :class:`DataError` for a file that cannot be read. What is no evidence stays for the schema to refuse.
    """
    evidence = entry.get("evidence")
    if not isinstance(evidence, list):
        return entry
    return entry | {"evidence": [_with_digest(workspace, slug, item) for item in evidence]}


def _with_digest(workspace: Workspace, slug: str, item: Any) -> Any:
    if not isinstance(item, dict) or "capture" not in item or "sha256" in item:
        return item
    if list(violations(FileKind.REVIEW, item["capture"], "capture")):
        return item
    digest = _digest(workspace, slug, item["capture"])
    return item | {"sha256": digest} if digest else item


def _digest(workspace: Workspace, slug: str, name: str) -> str:
    """The digest of a capture; empty where there is none."""
    path = workspace.capture_path(slug, name)
    return storage.sha256(storage.read(path)) if path.exists() else ""


def _cleaned(name: str) -> str:
    """The end of a file's name in letters, digits, full stops and hyphens: what every system and shell takes."""
    folded = unicodedata.normalize("NFKD", name).encode("ascii", errors="ignore").decode()
    cleaned = re.sub(r"[^A-Za-z0-9.]+", "-", folded)[-_NAME:].strip(".-")
    return re.sub(r"-?\.[.-]*", ".", cleaned) or "page"
