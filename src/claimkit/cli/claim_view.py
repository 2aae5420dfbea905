"""One claim, whole, in lines of text."""

from __future__ import annotations

from collections.abc import Iterator

from claimkit.annotations.dossiers import Dossier
from claimkit.model.attribution import Link
from claimkit.model.review import Evidence
from claimkit.rules.standing import Signed, Standing


def claim_view(dossier: Dossier, standing: Standing) -> Iterator[str]:
    """The claim with its place in the article, who says it, its reviews, its decision and its publications."""
    claim = standing.claim
    yield f"{claim.id}  {_one_line(claim.text)}"
    if claim.text != standing.proposed.text:
        yield f"  proposed as  {_one_line(standing.proposed.text)}"
    if claim.short:
        yield f"  short        {_one_line(claim.short)}"
    yield f"  state        {standing.state}, by {claim.proposed_by}"
    yield f"  kind         {claim.kind}" + (f": {claim.kind_reason}" if claim.kind_reason else "")
    if claim.check_worthiness:
        why = "; ".join(claim.check_worthiness.reasons)
        yield f"  worth        {claim.check_worthiness.score:.2f}" + (f": {why}" if why else "")
    for anchor in claim.anchors:
        yield f"  words        {anchor.start}..{anchor.end} “{_one_line(anchor.quote)}”"
    for anchor in claim.antecedents:
        yield f"  antecedent   {anchor.start}..{anchor.end} “{_one_line(anchor.quote)}”"
    for sentence in dossier.claims.item.article.sentences:
        if any(sentence.span.overlaps(anchor) for anchor in claim.anchors):
            yield f"  sentence     {_one_line(dossier.text[sentence.start : sentence.end])}"
    for link in claim.attribution:
        yield f"  {'tells of' if claim.reports(link) else 'said by':<12} {_said(link)}"
    for signed in standing.reviews:
        yield from _review(signed)
    if standing.decision:
        decision = standing.decision
        yield f"  settled      {decision.verdict} ({decision.how}, by {decision.who}, {decision.when})"
    for entry in standing.ledger:
        yield f"  {entry.act:<12} {entry.date} {entry.url} {entry.change}".rstrip()


def _said(link: Link) -> str:
    role = f", {link.source.role}" if link.source.role else ""
    cue = f" “{_one_line(link.cue.quote)}”" if link.cue else ""
    content = " … ".join(_one_line(anchor.quote) for anchor in link.content)
    return f"{link.source.name}{role} ({link.source.type}, {link.mode}){cue}" + (f": {content}" if content else "")


def _review(signed: Signed) -> Iterator[str]:
    review = signed.review
    sure = f", confidence {review.confidence:g}" if review.confidence is not None else ""
    yield (
        f"  review       {signed.reviewer.id}: {review.disposition}, {review.verdict or 'not rated'}{sure}, "
        f"{review.stage}, {review.when}"
    )
    for name, text in (("rationale", review.rationale), ("comment", review.comment)):
        if text:
            yield f"    {name:<10} {_one_line(text)}"
    if review.review_by:
        yield f"    review by  {review.review_by}"
    for evidence in review.evidence:
        yield from _evidence(evidence)


def _evidence(evidence: Evidence) -> Iterator[str]:
    who = ", ".join(part for part in (evidence.publisher, evidence.published) if part)
    yield f"    {evidence.stance:<10} {evidence.title}" + (f" ({who})" if who else "")
    yield f"               {evidence.url}"
    if evidence.capture:
        yield f"               captured as {evidence.capture}"
    if evidence.quote:
        yield f"               “{_one_line(evidence.quote)}”"


def _one_line(text: str) -> str:
    return " ".join(text.split())
