"""Lines, for people and for editors."""

from __future__ import annotations

from collections.abc import Iterator

from claimkit.checks.reports import Report
from claimkit.checks.reports.excerpts import excerpt
from claimkit.model.findings import Finding
from claimkit.model.printable import printable


def render(report: Report) -> str:
    """A line a finding, ``file:line:column: severity code: message``, and below it the line that it is on."""
    return "".join(f"{line}\n" for finding in report.findings for line in shown(report, finding))


def shown(report: Report, finding: Finding) -> Iterator[str]:
    """The finding's lines, harmless for a terminal."""
    yield printable(f"{finding.place}: {finding.severity} {finding.code}: {finding.message}")
    yield from excerpt(report, finding)
