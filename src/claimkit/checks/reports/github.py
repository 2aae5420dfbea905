"""Annotations of GitHub Actions: workflow commands, which the runner reads from a step's output.

Source of the commands and of what is escaped in them: GitHub's "Workflow commands for GitHub Actions" and its toolkit
(actions/toolkit, packages/core/src/command.ts); of the limits: actions/toolkit, docs/problem-matchers.md.
"""

from __future__ import annotations

from collections import Counter

from claimkit.checks.reports import Report
from claimkit.model.findings import Finding, Severity
from claimkit.model.printable import printable

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
"""Our severities, and GitHub's commands."""
SHOWN = 10
"""Annotations of each command that GitHub shows of a step (and 50 of a job); it drops the rest without a word."""


def render(report: Report) -> str:
    """A command a finding, as many as GitHub shows; where there are more, the last notice says how many."""
    counts = Counter(finding.severity for finding in report.findings)
    shown = dict.fromkeys(Severity, SHOWN)
    if any(count > SHOWN for count in counts.values()):
        shown[Severity.NOTE] -= 1
    lines = [_command(report, finding) for finding in _first(report.findings, shown)]
    beyond = {
        severity: counts[severity] - shown[severity] for severity in Severity if counts[severity] > shown[severity]
    }
    if beyond:
        lines.append(f"::notice title=claimkit::{_data(_more(beyond))}")
    return "".join(f"{line}\n" for line in lines)


def _first(findings: tuple[Finding, ...], shown: dict[Severity, int]) -> list[Finding]:
    """Those of the findings that are shown, in their order."""
    seen: Counter[Severity] = Counter()
    first = []
    for finding in findings:
        seen[finding.severity] += 1
        if seen[finding.severity] <= shown[finding.severity]:
            first.append(finding)
    return first


def _more(beyond: dict[Severity, int]) -> str:
    counts = ", ".join(f"{count} {severity}{'' if count == 1 else 's'}" for severity, count in beyond.items())
    return f"GitHub shows {SHOWN} of a kind a step; not shown: {counts}. 'claimkit check' lists all of them"


def _command(report: Report, finding: Finding) -> str:
    """The finding as a command. GitHub takes columns only of a place on one line."""
    properties: dict[str, object] = {
        "file": printable(report.from_top(finding)),
        "line": finding.line,
        "endLine": finding.end_line,
    }
    if finding.end_line in {None, finding.line}:
        properties |= {"col": finding.column, "endColumn": finding.end_column}
    properties["title"] = f"{finding.code} {finding.code.name}"
    given = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items() if value is not None)
    return f"::{COMMANDS[finding.severity]} {given}::{_data(printable(finding.message))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
