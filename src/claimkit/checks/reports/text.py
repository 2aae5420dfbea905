"""Lines, for people and for editors."""

from __future__ import annotations

from claimkit.checks.reports import Report
from claimkit.model.findings import Finding


def render(report: Report) -> str:
    """A line a finding: ``file:line:column: severity code: message``."""
    return "".join(f"{line_of(finding)}\n" for finding in report.findings)


def line_of(finding: Finding) -> str:
    """The finding on one line."""
    return f"{finding.place}: {finding.severity} {finding.code}: {finding.message}"
