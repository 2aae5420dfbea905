"""A person decides on a claim: where reviewers differ, or where the gate asks for it."""

from __future__ import annotations

from dataclasses import dataclass

from claimkit.annotations.dossiers import Dossier
from claimkit.errors import ReviewError
from claimkit.model.config import Config
from claimkit.model.dates import later
from claimkit.model.decision import Decision, DecisionsFile
from claimkit.model.review import Review
from claimkit.model.vocabulary import Disposition, How
from claimkit.review.settling import decided, decisions_of
from claimkit.rules.gate import Gate
from claimkit.rules.standing import Signed, Standing, named, unsettled


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What the adjudicator decides: the verdict, or none where the claim is rejected, and why, for the desk.

    ``review`` is the reviewer whose wording stands, the first side that fits where it is empty. ``rationale`` is for
    the reader; where it is empty, that of the review stands.
    """

    verdict: str
    why: str
    review: str = ""
    rationale: str = ""


def adjudicate(
    dossier: Dossier, config: Config, claim: str, ruling: Ruling, *, who: str, at: str
) -> tuple[DecisionsFile, Decision]:
    """The decisions with this one made on ``claim`` (the first letters of its id are enough), and the decision.

    An older decision on it is kept as what it replaces. Raises :class:`ReviewError` where the claim needs no
    adjudication, or where the ruling cannot be.
    """
    standing = named(unsettled(dossier), claim)
    name = standing.claim.id
    if reason := _refusal(standing, Gate.of(dossier, config)) or _too_early(standing, at):
        raise ReviewError(f"{name}: {reason}")
    lead = _lead(standing, ruling)
    _check(ruling, lead, config)
    decision = Decision(
        claim=name,
        verdict=ruling.verdict,
        review=lead.reviewer.id,
        how=How.ADJUDICATED,
        who=who,
        when=at,
        why=ruling.why.strip(),
        rationale=ruling.rationale.strip(),
    )
    return decided(decisions_of(dossier), dossier, decision), decision


def _refusal(standing: Standing, gate: Gate) -> str:
    """Why there is nothing to adjudicate on the claim; empty where there is."""
    if standing.retraction:
        return f"it was retracted on {standing.retraction.date}, and stays so"
    if gate.asks(standing) or (standing.adjudicated and len(standing.finished) >= gate.config.gate.reviews):
        return ""
    agreed = "its finished reviews agree; 'claimkit adjudicate --by-rule' and 'claimkit publish' settle it by rule"
    return "; ".join(gate.missing(standing)) or agreed


def _too_early(standing: Standing, at: str) -> str:
    """Nobody decides before they can know the reviews; else the decision would be out of date from the beginning."""
    last = next((signed.review.when for signed in standing.finished if later(signed.review.when, at)), "")
    return f"a review of it is of {last}, after {at}; give a later --at" if last else ""


def _lead(standing: Standing, ruling: Ruling) -> Signed:
    """The side whose wording stands: the one named, else the first that comes to the verdict, else the first that fits.

    A side that rejects the claim has no wording for one that is kept.
    """
    every = standing.finished
    known = ", ".join(signed.reviewer.id for signed in every)
    if ruling.review:
        found = next((signed for signed in every if signed.reviewer.id == ruling.review), None)
        if found is None:
            raise ReviewError(f"{ruling.review!r} finished no review of it", remedy=f"name one of {known}")
        if ruling.verdict and found.review.disposition is Disposition.REJECTED:
            raise ReviewError(f"{ruling.review!r} rejected it, and has no wording for it", remedy="name another review")
        return found
    rejects = not ruling.verdict
    fitting = [signed for signed in every if (signed.review.disposition is Disposition.REJECTED) is rejects]
    fitting = [signed for signed in fitting if signed.review.verdict == ruling.verdict] or fitting
    if not fitting and not rejects:
        raise ReviewError("every finished review rejects it", remedy="reject it, or let somebody review it")
    return (fitting or every)[0]


def _check(ruling: Ruling, lead: Signed, config: Config) -> None:
    if not ruling.why.strip():
        raise ReviewError("an adjudicated verdict has its reason", remedy="say why, with --why")
    if ruling.verdict and config.verdict(ruling.verdict) is None:
        scale = ", ".join(verdict.id for verdict in config.verdicts)
        raise ReviewError(f"the scale has no verdict {ruling.verdict!r}", remedy=f"it has {scale}")
    if ruling.verdict and not (ruling.rationale.strip() or _explains(lead.review, ruling.verdict)):
        raise ReviewError(
            f"{lead.reviewer.id} has no rationale for the verdict {ruling.verdict!r}",
            remedy="say to the reader why, with --rationale",
        )


def _explains(review: Review, verdict: str) -> bool:
    """Whether the review's rationale is one for that verdict."""
    return bool(review.rationale) and review.verdict == verdict
