"""Where one reviewer was overruled, so that they learn of it, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimkit.annotations.documents import load
from claimkit.annotations.workspace import Workspace
from claimkit.model.claim import ClaimsFile
from claimkit.model.decision import Decision, DecisionsFile
from claimkit.model.review import Review, ReviewFile
from claimkit.model.vocabulary import Disposition, How, Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Overruled:
    """A claim on which somebody decided otherwise than the reviewer had.

    ``text`` is the claim in the reviewer's own wording; ``own`` and ``settled`` are verdicts, or ``rejected``; equal
    where only the wording of another stands. ``why``, ``who`` and ``when`` are the decision's.
    """

    slug: str
    claim: str
    text: str
    own: str
    settled: str
    why: str
    who: str
    when: str


def overruled(workspace: Workspace, reviewer: str, slugs: Iterable[str] | None = None) -> Iterator[Overruled]:
    """Where adjudication went against what the reviewer had finished, article by article (all where none is given).

    Nobody else's review is read, so that what the reviewer has still to do stays blind. Raises
    :class:`claimkit.errors.DataError` where a file is damaged.
    """
    for slug in workspace.slugs() if slugs is None else slugs:
        path, decided = workspace.review_path(slug, reviewer), workspace.decisions_path(slug)
        if path.exists() and decided.exists():
            own = load(workspace, path, ReviewFile).item
            claims = load(workspace, workspace.claims_path(slug), ClaimsFile).item.every
            texts = {claim.id: claim.text for claim in (*claims, *own.added)}
            yield from _against(own, load(workspace, decided, DecisionsFile).item, texts, slug)


def _against(own: ReviewFile, decisions: DecisionsFile, texts: dict[str, str], slug: str) -> Iterator[Overruled]:
    by_claim = {decision.claim: decision for decision in decisions.decisions if decision.how is How.ADJUDICATED}
    for review in own.reviews:
        decision = by_claim.get(review.claim)
        if decision and _differs(review, decision, own.reviewer.id):
            yield Overruled(
                slug=slug,
                claim=review.claim,
                text=review.text or texts.get(review.claim, ""),
                own=_verdict(review),
                settled=decision.verdict or str(Disposition.REJECTED),
                why=decision.why,
                who=decision.who,
                when=decision.when,
            )


def _differs(review: Review, decision: Decision, reviewer: str) -> bool:
    """Whether a finished review says something else than the decision: in verdict, in rejecting it, or in wording.

    Another's wording stands where the decision names another review; that it is other words than these, only that
    review could tell, which is not read. So it counts where this one is reworded.
    """
    if review.stage is not Stage.DONE:
        return False
    rejected = review.disposition is Disposition.REJECTED
    if rejected or not decision.verdict:
        return rejected == bool(decision.verdict)
    return review.verdict != decision.verdict or (bool(review.text) and decision.review != reviewer)


def _verdict(review: Review) -> str:
    return str(Disposition.REJECTED) if review.disposition is Disposition.REJECTED else review.verdict
