"""How grave findings are, where claimkit.toml judges otherwise than usual."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from claimkit.model.config import Check
from claimkit.model.findings import Finding, Severity

OFF = "off"


def judged(findings: Iterable[Finding], check: Check) -> Iterator[Finding]:
    """The findings, as grave as claimkit.toml says; those that it switches off are left out."""
    for finding in findings:
        severity = check.severity.get(finding.code, finding.severity)
        if severity != OFF:
            yield replace(finding, severity=Severity(severity))
