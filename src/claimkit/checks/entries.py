"""Findings as the cache keeps them: rows of JSON, and back, with nothing taken on trust."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from claimkit.model.findings import Code, Finding, Severity

_NAMES = tuple(item.name for item in fields(Finding))
_PLACES = {"line", "column", "end_line", "end_column"}


def raw_of(findings: Iterable[Finding]) -> list[list[Any]]:
    """A row a finding: its fields in order."""
    return [[getattr(finding, name) for name in _NAMES] for finding in findings]


def findings_of(raw: Any) -> list[Finding]:
    """The findings in these rows; raises ``ValueError`` or ``TypeError`` where there is anything else in them."""
    return [_finding(dict(zip(_NAMES, row, strict=True))) for row in raw]


def _finding(row: dict[str, Any]) -> Finding:
    row["code"], row["severity"], row["path"] = Code(row["code"]), Severity(row["severity"]), tuple(row["path"])
    for name, value in row.items():
        if name == "path":
            fits = all(type(part) in {str, int} for part in value)
        elif name in _PLACES:
            fits = value is None or type(value) is int
        else:
            fits = isinstance(value, str)
        if not fits:
            raise ValueError(name)
    return Finding(**row)
