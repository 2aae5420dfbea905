"""GitLab's Code Quality report, shown in merge requests.

Source of the shape: GitLab's documentation, "Code Quality", section "Code Quality report format".
"""

from __future__ import annotations

import json
from typing import Any

from claimkit.checks.reports import Report
from claimkit.checks.reports.fingerprints import fingerprints
from claimkit.model.findings import Finding, Severity
from claimkit.model.printable import printable

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}
"""Ours, and GitLab's."""


def render(report: Report) -> str:
    """A list of the findings. GitLab wants a line of each: 1 where none is known."""
    found = zip(report.findings, fingerprints(report), strict=True)
    return json.dumps([_issue(report, *one) for one in found], ensure_ascii=False, indent=2) + "\n"


def _issue(report: Report, finding: Finding, fingerprint: str) -> dict[str, Any]:
    return {
        "description": printable(f"{finding.code}: {finding.message}"),
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": SEVERITIES[finding.severity],
        "location": {"path": printable(report.from_top(finding)), "lines": {"begin": finding.line or 1}},
    }
