"""The evidence of an article: quotes verified in captures, and reviews that are past their date."""

from __future__ import annotations

from dataclasses import dataclass

from claimkit.annotations.dossiers import inspect_dossier
from claimkit.annotations.workspace import Workspace
from claimkit.checks.articles import unreadable
from claimkit.checks.captures import lookups
from claimkit.checks.placing import in_order, placed
from claimkit.errors import ClaimkitError
from claimkit.model.findings import Finding
from claimkit.rules.reviews import overdue_findings


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Quotes that stand in their capture, those that do not or could not be looked up there, those without a capture.

    ``overdue`` counts the reviews that are past their date.
    """

    verified: int = 0
    unverified: int = 0
    without_capture: int = 0
    overdue: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Both counted together."""
        return Tally(
            verified=self.verified + other.verified,
            unverified=self.unverified + other.unverified,
            without_capture=self.without_capture + other.without_capture,
            overdue=self.overdue + other.overdue,
        )


def check_evidence(workspace: Workspace, slug: str, day: str) -> tuple[list[Finding], Tally]:
    """What is wrong with the evidence on an article as of ``day`` (YYYY-MM-DD), and the count.

    Where a file of the article cannot be read, the findings on that.
    """
    try:
        dossier, findings = inspect_dossier(workspace, slug)
    except ClaimkitError as error:
        return [unreadable(workspace, slug, error)], Tally()
    if dossier is None:
        return in_order(findings), Tally()
    looked_up = list(lookups(workspace, dossier))
    overdue = list(overdue_findings(dossier, day))
    quoted = [lookup for lookup in looked_up if lookup.evidence.quote]
    verified = sum(lookup.verified for lookup in quoted)
    without = sum(not lookup.evidence.capture for lookup in quoted)
    tally = Tally(
        verified=verified,
        unverified=len(quoted) - verified - without,
        without_capture=without,
        overdue=len(overdue),
    )
    found = [*(finding for lookup in looked_up for finding in lookup.findings), *overdue]
    return in_order(placed(workspace, dossier, found)), tally
