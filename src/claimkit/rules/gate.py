"""The publication gate: one function, for publish, check and export alike."""

from __future__ import annotations

from claimkit.model.config import Config
from claimkit.model.review import Review
from claimkit.model.vocabulary import Stance
from claimkit.rules.standing import Standing, State


def missing(standing: Standing, config: Config) -> tuple[str, ...]:
    """What the claim lacks before it may be published, in words that say what to do; empty when nothing."""
    lacks = []
    match standing.state:
        case State.PROPOSED:
            return ("nobody has reviewed it; review it with 'claimkit annotate'",)
        case State.REJECTED:
            return ("it is rejected; if it was published, put that on record with 'claimkit retract'",)
        case State.DISPUTED:
            return ("reviewers differ on it; they must agree before it is published",)
    finished = standing.finished
    if len(finished) < config.gate.reviews:
        lacks.append(f"it has {len(finished)} finished reviews and needs {config.gate.reviews}")
    verdict = config.verdict(standing.lead.review.verdict) if standing.lead else None
    if verdict is None:
        lacks.append("it has no verdict of the scale")
    elif verdict.rank is not None and _evidence(standing) < config.gate.evidence:
        lacks.append(
            f"it has {_evidence(standing)} pieces of evidence that support or refute it, and a verdict on the scale "
            f"needs {config.gate.evidence}"
        )
    if not (standing.lead and standing.lead.review.rationale):
        lacks.append("it has no rationale for the reader")
    return tuple(lacks)


def _evidence(standing: Standing) -> int:
    """How many different pages support or refute the claim, over all finished reviews."""
    return len({url for signed in standing.finished for url in bearing(signed.review)})


def bearing(review: Review) -> set[str]:
    """The pages by which a review supports or refutes the claim; two quotes of one page are one piece of evidence."""
    return {evidence.url for evidence in review.evidence if evidence.stance is not Stance.CONTEXT}
