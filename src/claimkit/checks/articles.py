"""All findings on one article, with line and column, in the order of files and lines."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from claimkit.annotations.documents import located
from claimkit.annotations.dossiers import Dossier, inspect_dossier
from claimkit.annotations.workspace import Workspace
from claimkit.errors import ClaimkitError
from claimkit.model.findings import Code, Finding, Severity
from claimkit.rules.claims import claim_findings
from claimkit.rules.decisions import decision_findings
from claimkit.rules.faithfulness import faithfulness_findings
from claimkit.rules.reviews import review_findings


def check_article(workspace: Workspace, slug: str) -> tuple[Dossier | None, list[Finding]]:
    """The dossier of an article, where its files can be read, and all findings on them."""
    if not _begun(workspace, slug):
        return None, _strangers(workspace, slug)
    try:
        dossier, findings = inspect_dossier(workspace, slug)
    except ClaimkitError as error:
        name = workspace.relative(Path(error.place)) if error.place else f"annotations/{slug}"
        return None, [Finding(code=Code.UNREADABLE, message=error.message, file=name)]
    findings += _strangers(workspace, slug)
    if dossier is not None:
        found = [
            *claim_findings(dossier),
            *faithfulness_findings(dossier),
            *review_findings(dossier, workspace.config),
            *decision_findings(dossier, workspace.config),
        ]
        findings += [_placed(workspace, dossier, finding) for finding in found]
    return dossier, in_order(findings)


def in_order(findings: list[Finding]) -> list[Finding]:
    """The findings by file, line, column and code."""
    return sorted(findings, key=lambda item: (item.file, item.line or 0, item.column or 0, item.code, item.message))


def _placed(workspace: Workspace, dossier: Dossier, finding: Finding) -> Finding:
    texts = {str(dossier.claims.path): dossier.claims.text}
    texts |= {str(document.path): document.text for document in dossier.reviews}
    if dossier.decisions:
        texts[str(dossier.decisions.path)] = dossier.decisions.text
    return replace(located(finding, texts[finding.file]), file=workspace.relative(Path(finding.file)))


def _begun(workspace: Workspace, slug: str) -> bool:
    """Whether there is more of the article than an empty folder, which a split that was killed leaves."""
    try:
        files = [path for path in workspace.claims_path(slug).parent.rglob("*") if not path.is_dir()]
    except (ClaimkitError, OSError):
        return True
    return any(path.suffix != ".part" for path in files)


def _strangers(workspace: Workspace, slug: str) -> list[Finding]:
    """Files beside an article's that no command reads: a misnamed review would silently not count."""
    folder = workspace.claims_path(slug).parent
    known = {workspace.claims_path(slug), workspace.decisions_path(slug), *workspace.review_paths(slug)}
    strangers = (path for path in sorted(folder.rglob("*")) if path.is_file() and path not in known)
    return [_stranger(workspace.relative(path)) for path in strangers]


def _stranger(name: str) -> Finding:
    if name.endswith(".part"):
        message = "an interrupted write left this file; its changes are not in effect: delete it"
        return Finding(code=Code.WRONG_PLACE, message=message, file=name, severity=Severity.NOTE)
    message = "no command reads this file here; rename it (claims.json, decisions.json, reviews/ID.json) or move it"
    return Finding(code=Code.WRONG_PLACE, message=message, file=name, severity=Severity.WARNING)
