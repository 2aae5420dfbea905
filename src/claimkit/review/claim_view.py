"""One claim, whole, in lines of text."""

from __future__ import annotations

from collections.abc import Iterator

from claimkit.annotations.dossiers import Dossier
from claimkit.model.decision import Decision
from claimkit.model.review import Evidence, Origin
from claimkit.review.words import content, one_line, page, said
from claimkit.rules.standing import Signed, Standing


def claim_view(dossier: Dossier, standing: Standing) -> Iterator[str]:
    """The claim with its place in the article, who says it, its reviews, its decision and its publications."""
    claim = standing.claim
    yield f"{claim.id}  {one_line(claim.text)}"
    if claim.text != standing.proposed.text:
        yield f"  proposed as  {one_line(standing.proposed.text)}"
    if claim.short:
        yield f"  short        {one_line(claim.short)}"
    yield f"  state        {standing.state}, by {claim.proposed_by}"
    if claim.derived_from:
        yield f"  made from    {', '.join(claim.derived_from)}"
    yield f"  kind         {claim.kind}" + (f": {claim.kind_reason}" if claim.kind_reason else "")
    if claim.check_worthiness:
        why = "; ".join(claim.check_worthiness.reasons)
        yield f"  worth        {claim.check_worthiness.score:.2f}" + (f": {why}" if why else "")
    yield from _place(dossier, standing)
    for link in claim.attribution:
        told = f": {content(link)}" if link.content else ""
        yield f"  {'tells of' if claim.reports(link) else 'said by':<12} {said(link)}{told}"
    for signed in standing.reviews:
        yield from _review(signed, signed in standing.outdated)
    if standing.decision:
        yield from _decision(standing.decision)
    for entry in standing.ledger:
        yield f"  {entry.act:<12} {entry.date} {entry.url} {entry.change}".rstrip()


def _place(dossier: Dossier, standing: Standing) -> Iterator[str]:
    """The words that bear the claim, in their sentences; those of an orphan stand in an older text."""
    for anchor in standing.claim.anchors:
        yield f"  words        {anchor.start}..{anchor.end} “{one_line(anchor.quote)}”"
    for anchor in standing.claim.antecedents:
        yield f"  antecedent   {anchor.start}..{anchor.end} “{one_line(anchor.quote)}”"
    for lost in standing.lost:
        yield f"  lost         {lost}"
    for sentence in dossier.claims.item.article.sentences:
        if not standing.lost and any(sentence.span.overlaps(anchor) for anchor in standing.claim.anchors):
            yield f"  sentence     {one_line(dossier.text[sentence.start : sentence.end])}"


def _decision(decision: Decision) -> Iterator[str]:
    yield f"  settled      {_settled(decision)}"
    for name, text in (("why", decision.why), ("rationale", decision.rationale)):
        if text:
            yield f"    {name:<10} {one_line(text)}"
    former = decision.replaces
    while former:
        yield f"    before     {_settled(former)}" + (f": {one_line(former.why)}" if former.why else "")
        former = former.replaces


def _settled(decision: Decision) -> str:
    return f"{decision.verdict or 'rejected'} ({decision.how}, by {decision.who}, {decision.when})"


def _review(signed: Signed, outdated: bool) -> Iterator[str]:
    review = signed.review
    sure = f", confidence {review.confidence:g}" if review.confidence is not None else ""
    yield (
        f"  review       {signed.reviewer.id}: {review.disposition}, {review.verdict or 'not rated'}{sure}, "
        f"{review.stage}{' on older words' if outdated else ''}, {review.when}"
    )
    for name, text in (("rationale", review.rationale), ("comment", review.comment)):
        if text:
            yield f"    {name:<10} {one_line(text)}"
    if review.first_appearance:
        seen = review.first_appearance
        yield f"    first at   {seen.url}{f', {seen.published}' if seen.published else ''}"
    if review.review_by:
        yield f"    review by  {review.review_by}"
    for ignored in review.ignored:
        yield f"    ignored    {ignored.code}: {one_line(ignored.reason)}"
    if review.origin:
        yield from _origin(review.origin)
    for evidence in review.evidence:
        yield from evidence_lines(evidence)


def _origin(origin: Origin) -> Iterator[str]:
    """The file that the review was imported from, and what it says of itself."""
    yield f"    imported   from {origin.format}, SHA-256 {origin.sha256[:16]}…"
    for text in (
        origin.url,
        origin.id if origin.id != origin.url else "",
        origin.licence and f"licence {origin.licence}",
    ):
        if text:
            yield f"               {one_line(text)}"


def evidence_lines(evidence: Evidence) -> Iterator[str]:
    """What the page does to the claim, its title, who published it and when, its address, its words."""
    yield f"    {evidence.stance:<10} {page(evidence)}"
    yield f"               {evidence.url}"
    if evidence.capture:
        yield f"               captured as {evidence.capture}"
    if evidence.quote:
        yield f"               “{one_line(evidence.quote)}”"
