"""How grave a finding is at the stage that its claim has reached: a note in a draft, an error once published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum

from claimkit.annotations.dossiers import Dossier
from claimkit.model.findings import Code, Finding, Severity
from claimkit.model.vocabulary import Stage
from claimkit.rules.about import claim_of, review_of, reviewer_of
from claimkit.rules.standing import Standing, standings


class Step(StrEnum):
    """How far a claim has got, or a review of it."""

    DRAFT = "draft"
    DONE = "done"
    PUBLISHED = "published"


_NOTE, _WARNING, _ERROR = Severity.NOTE, Severity.WARNING, Severity.ERROR
BY_STEP: dict[Code, tuple[Severity, Severity, Severity]] = {
    Code.NO_EVIDENCE: (_NOTE, _ERROR, _ERROR),
    Code.ADDED_WORDS: (_NOTE, _WARNING, _ERROR),
    Code.LOST_WORDS: (_NOTE, _WARNING, _ERROR),
    Code.KEPT_WHOLE: (_NOTE, _NOTE, _WARNING),
    Code.LONG_SHORT: (_NOTE, _WARNING, _WARNING),
    Code.CONTRADICTED: (_NOTE, _WARNING, _ERROR),
    Code.DATE_ORDER: (_NOTE, _WARNING, _WARNING),
    Code.CONFLICT_OF_INTEREST: (_NOTE, _WARNING, _ERROR),
    Code.SHORTENED_SOURCE: (_NOTE, _WARNING, _WARNING),
    Code.UNATTRIBUTED_QUOTE: (_NOTE, _WARNING, _ERROR),
    Code.UNRESOLVED_PRONOUN: (_NOTE, _WARNING, _WARNING),
}
"""The severities of the codes that have one for each step: as a draft, as finished, as published."""


def staged(dossier: Dossier, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, each as grave as it is at its claim's step.

    A review that is a draft counts as one, and one that was overruled is not published with its claim.
    """
    by_claim = {standing.claim.id: standing for standing in standings(dossier)}
    for finding in findings:
        if steps := BY_STEP.get(finding.code):
            yield replace(finding, severity=steps[list(Step).index(_step(dossier, finding, by_claim))])
        else:
            yield finding


def _step(dossier: Dossier, finding: Finding, by_claim: dict[str, Standing]) -> Step:
    review, standing = review_of(dossier, finding), by_claim.get(claim_of(dossier, finding))
    if review and review.stage is Stage.DRAFT:
        return Step.DRAFT
    if standing and standing.publication and (review is None or _leads(dossier, finding, standing)):
        return Step.PUBLISHED
    return Step.DONE if review or (standing and standing.finished) else Step.DRAFT


def _leads(dossier: Dossier, finding: Finding, standing: Standing) -> bool:
    """Whether the review that a finding is about is the one whose words are published."""
    return standing.lead is not None and standing.lead.reviewer.id == reviewer_of(dossier, finding)
