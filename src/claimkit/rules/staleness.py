"""Whether a decision still rests on what it was made on."""

from __future__ import annotations

from claimkit.model.dates import later
from claimkit.model.history import states
from claimkit.model.review import Review
from claimkit.model.vocabulary import Disposition, Stage
from claimkit.rules.standing import Signed, Standing, made


def stale(standing: Standing) -> bool:
    """Whether the decision no longer rests on what reviewers say.

    One by rule says what its review says. One by a person stays until a finished review that they had before them
    comes to say something else; see :func:`changed`.
    """
    if standing.decision is None:
        return False
    if standing.adjudicated:
        return bool(changed(standing))
    return bool(standing.lead and standing.lead.review.verdict != standing.decision.verdict)


def changed(standing: Standing) -> tuple[str, ...]:
    """The reviewers who finished or changed a review since a person decided on the claim; empty where nobody did.

    Who came round to what was decided is not among them, unless their wording is the one that stands. A review that
    stands and is gone, or a draft again, has changed.
    """
    decision = standing.decision
    if decision is None or not standing.adjudicated:
        return ()
    leads = [signed for signed in standing.finished if signed.reviewer.id == decision.review]
    others = [
        signed
        for signed in standing.finished
        if signed.reviewer.id != decision.review and _contradicts(signed.review, standing)
    ]
    names = [signed.reviewer.id for signed in (*leads, *others) if _altered(signed, standing, decision.when)]
    return tuple(names if leads else [decision.review, *names])


PUBLIC = ("text", "short", "anchors", "attribution", "rationale", "evidence", "first_appearance")
"""What of the review that stands goes to readers, beside its verdict."""


def altered_since_published(standing: Standing) -> tuple[str, ...]:
    """What of the review that stands is no longer what was published, or corrected last; empty where all of it is.

    The ledger knows the day. Where the verdict was settled on it, as it is unless a person had settled it before, the
    moment is known; else what changed later on that day is taken for published.
    """
    last = standing.ledger[-1] if standing.ledger else None
    if last is None or standing.publication is None or standing.lead is None or standing.decision is None:
        return ()
    settled = standing.decision.when
    moment = settled if settled[:10] == last.date and not standing.adjudicated else f"{last.date}T23:59:59Z"
    then = [state for state in states(standing.lead.review) if not later(state.when, moment)]
    if not then:
        return ()
    own = standing.decision.rationale  # the adjudicator's words take the place of the review's
    before, now = then[-1], standing.lead.review
    return tuple(
        name for name in PUBLIC if getattr(before, name) != getattr(now, name) and not (own and name == "rationale")
    )


def _contradicts(review: Review, standing: Standing) -> bool:
    """Whether the review says something else than the decision."""
    if not standing.verdict:
        return review.disposition is not Disposition.REJECTED
    if standing.lead is None:
        return True
    return (*made(standing.lead.review)[:-1], standing.verdict) != made(review)


def _altered(signed: Signed, standing: Standing, decided: str) -> bool:
    """Whether the review says something else than when it was decided, or was not finished then.

    Coming round to the settled verdict is no reason to settle it anew.
    """
    then = [state for state in states(signed.review) if not later(state.when, decided)]
    if not then or then[-1].stage is not Stage.DONE:
        return True
    before, now = made(then[-1]), made(signed.review)
    return before[:-1] != now[:-1] or (before != now and signed.review.verdict != standing.verdict)
