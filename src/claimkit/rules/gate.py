"""The publication gate: one for adjudicate, publish, check and export alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from claimkit.annotations.dossiers import Dossier
from claimkit.model.config import Config
from claimkit.model.findings import Finding
from claimkit.rules.about import claim_of, reviewer_of
from claimkit.rules.claims import claim_findings
from claimkit.rules.faithfulness import faithfulness_findings
from claimkit.rules.ignoring import Ignores
from claimkit.rules.lint import lint_findings
from claimkit.rules.quoted import unattributed_findings
from claimkit.rules.reviews import review_findings
from claimkit.rules.staleness import changed
from claimkit.rules.standing import Standing, State, unsettled


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """What claimkit.toml asks of the claims of one article before they are published.

    ``held`` are the findings that hold claims back, by the claim's id: each with the reviewer whose review it is about,
    empty where it is about the claim itself.
    """

    config: Config
    held: Mapping[str, tuple[tuple[str, Finding], ...]]

    @classmethod
    def of(cls, dossier: Dossier, config: Config) -> Gate:
        """The gate for an article. Its findings are looked for once, and only where claimkit.toml names ``checks``."""
        held: dict[str, tuple[tuple[str, Finding], ...]] = {}
        for finding in _findings(dossier, config):
            if finding.code in config.gate.checks and (claim := claim_of(dossier, finding)):
                held[claim] = (*held.get(claim, ()), (reviewer_of(dossier, finding), finding))
        return cls(config=config, held=held)

    def missing(self, standing: Standing) -> tuple[str, ...]:
        """What the claim lacks before it may be published, in words that say what to do; empty when nothing."""
        if stop := next(_stops(standing), ""):
            return (stop,)
        if undecided := _undecided(standing):
            return tuple(self._due(standing)) or (undecided,)
        return (*self._due(standing), *self._decision(standing), *self._verdict(standing), *self._findings(standing))

    def asks(self, standing: Standing) -> bool:
        """Whether a person must decide on the claim: enough reviews are finished, and they differ or the gate says so.

        ``standing`` is without decisions by rule, as of :func:`claimkit.rules.standing.unsettled`.
        """
        if standing.retraction or len(standing.finished) < self.config.gate.reviews:
            return False
        if standing.adjudicated:
            return bool(changed(standing))
        if standing.state in {State.PROPOSED, State.REJECTED, State.ORPHANED}:
            return False
        return standing.state is State.DISPUTED or self.config.gate.adjudicated

    def _due(self, standing: Standing) -> Iterator[str]:
        if (count := len(standing.finished)) < self.config.gate.reviews:
            yield f"it has {count} finished reviews and needs {self.config.gate.reviews}"

    def _decision(self, standing: Standing) -> Iterator[str]:
        if self.config.gate.adjudicated and not standing.adjudicated:
            yield "nobody has adjudicated it; settle it with 'claimkit adjudicate'"

    def _verdict(self, standing: Standing) -> Iterator[str]:
        verdict = self.config.verdict(standing.rating)
        if verdict is None:
            yield "it has no verdict of the scale"
        elif verdict.rank is not None and (found := _evidence(standing)) < self.config.gate.evidence:
            yield (
                f"it has {found} pieces of evidence that support or refute it, and a verdict on the scale needs "
                f"{self.config.gate.evidence}"
            )
        if not standing.rationale:
            yield "it has no rationale for the reader"

    def _findings(self, standing: Standing) -> Iterator[str]:
        counted = {"", *(signed.reviewer.id for signed in standing.finished)}
        for reviewer, finding in self.held.get(standing.claim.id, ()):
            if reviewer in counted:
                yield f"{finding.code}{f' on the review of {reviewer}' if reviewer else ''}: {finding.message}"


def awaiting(dossier: Dossier, config: Config) -> tuple[Standing, ...]:
    """The claims that a person must decide on, in the order of the text."""
    gate = Gate.of(dossier, config)
    return tuple(standing for standing in unsettled(dossier) if gate.asks(standing))


def _findings(dossier: Dossier, config: Config) -> Iterator[Finding]:
    if config.gate.checks:
        found = chain(
            claim_findings(dossier),
            faithfulness_findings(dossier),
            review_findings(dossier, config),
            lint_findings(dossier, config),
            unattributed_findings(dossier),
        )
        yield from Ignores.of(dossier).heeded(found)


def _stops(standing: Standing) -> Iterator[str]:
    """What makes every other question idle, the first of them foremost; nothing where nothing does."""
    if standing.state is State.ORPHANED:
        lost = "; ".join(standing.lost)
        yield f"the article has its words no longer, or not for sure: {lost}; anchor it anew, reject or retract it"
    if standing.state is State.PROPOSED:
        yield "nobody has reviewed it; review it with 'claimkit review'"
    if standing.outdated and not standing.finished:
        version = standing.claim.text_version
        yield f"the article's words changed by version {version} and nobody finished a review since; review it again"
    if standing.state is State.REJECTED:
        yield "it is rejected; if it was published, put that on record with 'claimkit retract'"


def _undecided(standing: Standing) -> str:
    """What a person must decide, once enough reviews are finished; empty where it needs none."""
    if names := changed(standing):
        return f"what {', '.join(names)} says changed since it was adjudicated; settle it with 'claimkit adjudicate'"
    if standing.state is State.DISPUTED:
        return "reviewers differ on it; settle it with 'claimkit adjudicate'"
    return ""


def _evidence(standing: Standing) -> int:
    """How many different pages support or refute the claim, over all reviews that count."""
    return len({url for signed in standing.finished for url in signed.review.bearing})
