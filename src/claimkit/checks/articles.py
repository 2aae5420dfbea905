"""All findings on one article, with line and column, in the order of files and lines."""

from __future__ import annotations

from pathlib import Path

from claimkit.annotations.dossiers import Dossier, inspect_dossier
from claimkit.annotations.workspace import Workspace
from claimkit.checks.captures import lookups
from claimkit.checks.fixing import form_findings
from claimkit.checks.placing import in_order, placed
from claimkit.errors import ClaimkitError
from claimkit.model.findings import Code, Finding, Severity
from claimkit.rules.claims import claim_findings
from claimkit.rules.decisions import decision_findings
from claimkit.rules.faithfulness import faithfulness_findings
from claimkit.rules.ignoring import Ignores
from claimkit.rules.lint import lint_findings
from claimkit.rules.quoted import unattributed_findings
from claimkit.rules.reviews import overdue_findings, review_findings
from claimkit.rules.stages import staged
from claimkit.rules.straying import straying_findings


def check_article(workspace: Workspace, slug: str, as_of: str = "") -> tuple[Dossier | None, list[Finding]]:
    """The dossier of an article, where its files can be read, and all findings on them.

    What is past its review date is found where ``as_of`` (YYYY-MM-DD) says by when.
    """
    if not _begun(workspace, slug):
        return None, _strangers(workspace, slug, None)
    try:
        dossier, findings = inspect_dossier(workspace, slug)
    except ClaimkitError as error:
        return None, [unreadable(workspace, slug, error)]
    findings += _strangers(workspace, slug, dossier)
    if dossier is not None:
        found = [
            *claim_findings(dossier),
            *faithfulness_findings(dossier),
            *review_findings(dossier, workspace.config),
            *straying_findings(dossier),
            *decision_findings(dossier, workspace.config),
            *lint_findings(dossier, workspace.config),
            *unattributed_findings(dossier),
            *(finding for lookup in lookups(workspace, dossier) for finding in lookup.findings),
        ]
        found += overdue_findings(dossier, as_of) if as_of else ()
        found += form_findings(workspace, dossier)
        ignores = Ignores.of(dossier)
        found = [*ignores.heeded(found), *ignores.idle(found)]
        findings += placed(workspace, dossier, staged(dossier, found))
    return dossier, in_order(findings)


def unreadable(workspace: Workspace, slug: str, error: ClaimkitError) -> Finding:
    """The finding that a file of the article cannot be read at all."""
    name = workspace.relative(Path(error.place)) if error.place else f"annotations/{slug}"
    return Finding(code=Code.UNREADABLE, message=error.message, file=name)


def _begun(workspace: Workspace, slug: str) -> bool:
    """Whether there is more of the article than an empty folder, which a split that was killed leaves."""
    try:
        files = [path for path in workspace.claims_path(slug).parent.rglob("*") if not path.is_dir()]
    except (ClaimkitError, OSError):
        return True
    return any(path.suffix != ".part" for path in files)


def _strangers(workspace: Workspace, slug: str, dossier: Dossier | None) -> list[Finding]:
    """Files beside an article's that no command reads: a misnamed review would silently not count."""
    folder = workspace.claims_path(slug).parent
    captures = folder / "captures"  # not followed: where a link leads is found when a capture is read
    known = {workspace.claims_path(slug), workspace.decisions_path(slug), *workspace.review_paths(slug)}
    found = []
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path in known:
            continue
        if captures in path.parents and path.suffix != ".part":
            found += _uncited(workspace, path, captures, dossier)
        else:
            found.append(_stranger(workspace.relative(path)))
    return found


def _uncited(workspace: Workspace, path: Path, captures: Path, dossier: Dossier | None) -> list[Finding]:
    """A note on a capture that no evidence names, where all reviews could be read; hidden files are the system's."""
    if dossier is None or path.name.startswith("."):
        return []
    reviews = (review for document in dossier.reviews for review in document.item.reviews)
    if path in {captures / evidence.capture for review in reviews for evidence in review.evidence}:
        return []
    message = "no evidence names this capture; name it with 'claimkit annotate --capture', or delete it"
    return [Finding(code=Code.WRONG_PLACE, message=message, file=workspace.relative(path), severity=Severity.NOTE)]


def _stranger(name: str) -> Finding:
    if name.endswith(".part"):
        message = "an interrupted write left this file; its changes are not in effect: delete it"
        return Finding(code=Code.WRONG_PLACE, message=message, file=name, severity=Severity.NOTE)
    message = "no command reads this file here; rename it (claims.json, decisions.json, reviews/ID.json) or move it"
    return Finding(code=Code.WRONG_PLACE, message=message, file=name, severity=Severity.WARNING)
