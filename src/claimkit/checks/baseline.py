"""A baseline: findings that were there when checking began, noted so that only new ones stop anybody."""

from __future__ import annotations

import os.path
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from claimkit import storage
from claimkit.annotations import jsontext
from claimkit.annotations.workspace import Workspace
from claimkit.errors import DataError
from claimkit.model.findings import Finding
from claimkit.schemas import VERSION, FileKind, violations

Key = tuple[str, str, str, str, str]
"""File, code, severity, claim and message. Neither line nor path: what stands above may grow, and it is the same.

What was a note when the baseline was written, and is an error now, is new.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """How often each finding is known."""

    known: Counter[Key] = field(default_factory=Counter)

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> Baseline:
        """All of these."""
        return cls(known=Counter(map(_key, findings)))

    def passed(self, findings: Iterable[Finding]) -> tuple[list[Finding], int]:
        """The findings that it does not know, and how many of those that it knows are gone."""
        left, new = self.known.copy(), []
        for finding in findings:
            key = _key(finding)
            if left[key] > 0:
                left[key] -= 1
            else:
                new.append(finding)
        return new, sum(left.values())


def read(workspace: Workspace, name: str) -> Baseline:
    """The baseline in a file of the workspace; raises :class:`DataError` where it is none."""
    path = place(workspace, name)
    data = storage.read(path)
    raw = jsontext.parse(jsontext.decode(data, name), name)
    if wrong := [violation.message for violation in violations(FileKind.BASELINE, raw)]:
        raise DataError(
            f"it is no baseline: {wrong[0]}",
            place=name,
            remedy="name another file; 'claimkit check --write-baseline' makes one",
        )
    found = {
        (item["file"], item["code"], item["severity"], item.get("claim", ""), item["message"]): item.get("count", 1)
        for item in raw["findings"]
    }
    return Baseline(known=Counter(found))


def write(workspace: Workspace, name: str, baseline: Baseline) -> None:
    """Write it to a file of the workspace, in the order of the keys.

    Raises :class:`DataError` where anything but a baseline stands there.
    """
    path = place(workspace, name)
    if path.exists():
        read(workspace, name)
    findings = [
        {"file": file, "code": code, "severity": severity}
        | ({"claim": claim} if claim else {})
        | {"message": message}
        | ({"count": count} if count > 1 else {})
        for (file, code, severity, claim, message), count in sorted(baseline.known.items())
    ]
    schema = Path(os.path.relpath(workspace.root / "schemas" / FileKind.BASELINE.file_name, path.parent)).as_posix()
    raw = {"$schema": schema, "schemaVersion": VERSION, "findings": findings}
    storage.write(path, jsontext.canonical(raw), replaces=storage.digest(path) if path.exists() else None)


def place(workspace: Workspace, name: str) -> Path:
    """Where it lies; raises :class:`claimkit.errors.WorkspaceError` outside of the workspace."""
    return storage.inside(workspace.root, workspace.root / name)


def _key(finding: Finding) -> Key:
    return finding.file, str(finding.code), str(finding.severity), finding.claim, finding.message
