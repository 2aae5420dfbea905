"""How findings are printed, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from claimkit.cli.terminal import printable

if TYPE_CHECKING:
    from claimkit.model.findings import Finding
    from claimkit.model.raw import Raw


def print_findings(findings: Iterable[Finding]) -> None:
    """One line a finding on standard output: ``file:line:column: severity code: message``."""
    for finding in findings:
        click.echo(printable(f"{finding.place}: {finding.severity} {finding.code}: {finding.message}"))


def finding_as_raw(finding: Finding) -> Raw:
    """The finding as JSON-ready data, its path as a JSON pointer."""
    from claimkit.model.raw import to_raw

    raw = to_raw(finding) | {"severity": str(finding.severity), "pointer": finding.pointer}
    raw.pop("path", None)
    return raw
