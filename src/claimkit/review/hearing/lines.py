"""What the adjudicator sees of a claim: its sentence, and each side with its reasons and its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimkit.annotations.dossiers import Dossier
from claimkit.model.claim import Claim
from claimkit.model.review import Reviewer
from claimkit.model.vocabulary import AttributionStatus
from claimkit.review.claim_view import evidence_lines
from claimkit.review.words import content, marked, one_line, said
from claimkit.rules.staleness import changed
from claimkit.rules.standing import Signed, Standing

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def masked(standing: Standing) -> Standing:
    """The claim with letters in the place of its reviewers' names, those first who finished."""
    first = standing.finished
    order = [*first, *(signed for signed in standing.reviews if signed not in first)]
    masks = {signed.reviewer.id: Reviewer(id=_letter(place)) for place, signed in enumerate(order)}

    def mask(signed: Signed) -> Signed:
        return replace(signed, reviewer=masks[signed.reviewer.id])

    decision = standing.decision
    if decision:
        known = masks.get(decision.review, Reviewer(id="?"))
        decision = replace(decision, review=known.id)
    return replace(
        standing,
        claim=_unsigned(standing.claim),
        proposed=_unsigned(standing.proposed),
        reviews=tuple(mask(signed) for signed in standing.reviews),
        lead=mask(standing.lead) if standing.lead else None,
        decision=decision,
    )


def _letter(place: int) -> str:
    return LETTERS[place] if place < len(LETTERS) else f"A{place}"


def _unsigned(claim: Claim) -> Claim:
    """A reviewer who added the claim is named in it."""
    return (
        replace(claim, proposed_by=claim.proposed_by.partition(":")[0]) if "reviewer:" in claim.proposed_by else claim
    )


def claim_lines(dossier: Dossier, standing: Standing) -> Iterator[str]:
    """The claim as proposed, in its sentence, and each side under its number."""
    claim = standing.proposed
    yield f"{claim.id}  {one_line(claim.text)}"
    for sentence in _sentences(dossier, claim):
        yield f"    sentence   {sentence}"
    for link in claim.attribution:
        told = f": {content(link)}" if link.content else ""
        yield f"    {'tells of' if claim.reports(link) else 'said by':<10} {said(link)}{told}"
    if standing.adjudicated and standing.decision:
        decision = standing.decision
        yield f"    settled    {decision.verdict or 'rejected'}, {decision.when}: {one_line(decision.why)}"
        if names := changed(standing):
            yield f"    since then {', '.join(names)} came to say something else"
    for number, signed in enumerate(standing.finished, start=1):
        yield ""
        yield from side_lines(number, signed)


def side_lines(number: int, signed: Signed) -> Iterator[str]:
    """One side: who, what they made of the claim, why, and what the pages they give do to it."""
    review = signed.review
    sure = f", confidence {review.confidence:g}" if review.confidence is not None else ""
    yield f"{number}  {signed.reviewer.id}: {review.verdict or 'not rated'}{sure}, {review.disposition}, {review.when}"
    for name, text in (("wording", review.text), ("short", review.short), ("kind", review.kind or "")):
        if text:
            yield f"    {name:<10} {one_line(text)}"
    if review.anchors:
        yield f"    {'words':<10} {' … '.join(one_line(anchor.quote) for anchor in review.anchors)}"
    if review.attribution:
        corrected = review.attribution.status is AttributionStatus.CORRECTED
        names = "; ".join(said(link) for link in review.attribution.chain) or "the writer says it"
        yield f"    {'said by':<10} {names if corrected else 'as proposed'}"
    if review.rationale:
        yield f"    {'rationale':<10} {one_line(review.rationale)}"
    for evidence in review.evidence:
        yield from evidence_lines(evidence)
    if review.comment:
        yield f"    {'comment':<10} {one_line(review.comment)}"


def _sentences(dossier: Dossier, claim: Claim) -> Iterator[str]:
    """The sentences that the claim is from, its words marked."""
    for sentence in dossier.claims.item.article.sentences:
        if any(sentence.span.overlaps(anchor) for anchor in claim.anchors):
            yield marked(dossier.text, sentence.span, claim.anchors)
