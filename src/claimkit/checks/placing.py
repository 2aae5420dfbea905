"""Findings put where a person finds them: file from the top of the workspace, line, column."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from claimkit.annotations.documents import located
from claimkit.annotations.dossiers import Dossier
from claimkit.annotations.workspace import Workspace
from claimkit.model.findings import Finding
from claimkit.rules.about import claim_of


def placed(workspace: Workspace, dossier: Dossier, findings: Iterable[Finding]) -> list[Finding]:
    """The findings with their claims, and with line and column in the dossier's files, which they name absolutely.

    A finding on another file, such as claimkit.toml, is left as it is.
    """
    texts = {str(document.path): document.text for document in dossier.documents}
    return [
        replace(
            located(finding, texts[finding.file]),
            file=workspace.relative(Path(finding.file)),
            claim=claim_of(dossier, finding),
        )
        if finding.file in texts
        else finding
        for finding in findings
    ]


def in_order(findings: list[Finding]) -> list[Finding]:
    """The findings by file, line, column and code."""
    return sorted(findings, key=lambda item: (item.file, item.line or 0, item.column or 0, item.code, item.message))
