"""JSON, for programs."""

from __future__ import annotations

import json

from claimkit.checks.reports import Report
from claimkit.model.findings import Finding
from claimkit.model.raw import Raw, to_raw


def render(report: Report) -> str:
    """A list of the findings."""
    return json.dumps([as_raw(finding) for finding in report.findings], ensure_ascii=False, indent=2) + "\n"


def as_raw(finding: Finding) -> Raw:
    """The finding as JSON-ready data, its path as a JSON pointer."""
    raw = to_raw(finding) | {"severity": str(finding.severity), "pointer": finding.pointer}
    raw.pop("path", None)
    return raw
