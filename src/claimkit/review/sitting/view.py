"""A claim as a reviewer sees it: in lines of text, its words marked in their sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from claimkit.annotations.following import formerly
from claimkit.model.findings import Finding
from claimkit.model.review import Evidence, Review
from claimkit.model.spans import Anchor, Span
from claimkit.model.vocabulary import AttributionStatus, Disposition
from claimkit.review.sitting.queue import outdated, own
from claimkit.review.sitting.table import Table
from claimkit.review.words import marked, one_line, page, said
from claimkit.rules.standing import Standing

LABEL = 10
"""Characters that a label takes, without the blanks around it."""

_REVIEWED = ("attribution", "replacedBy", "rationale", "comment", "evidence")
"""What is shown of a review beside the claim in its words."""


def claim_lines(table: Table, standing: Standing, lint: Sequence[Finding], *, whole: bool = False) -> Iterator[str]:
    """The claim, its sentence with the ones around it, who says it, what the reviewer has made of it, and the lint."""
    claim = standing.claim
    yield f"{claim.id}  {one_line(claim.text)}"
    if claim.text != standing.proposed.text:
        yield labelled("proposed", standing.proposed.text)
    if outdated(standing):
        yield labelled("look again", "the article's words changed since you finished it")
        review = own(standing)
        before = formerly(claim, table.desk.texts, review.text_version) if review else ()
        if before and before != tuple(anchor.quote for anchor in claim.anchors):
            yield labelled("it was", " … ".join(before))
    yield from _place(table.desk.text, table.desk.sentences, claim.anchors)
    yield from _voices(standing)
    if claim.kind != "fact" or whole:
        yield labelled("kind", claim.kind + (f": {claim.kind_reason}" if claim.kind_reason else ""))
    if claim.check_worthiness and whole:
        yield labelled("worth", f"{claim.check_worthiness.score:.2f}: {'; '.join(claim.check_worthiness.reasons)}")
    if claim.short:
        yield labelled("short", claim.short)
    if review := own(standing):
        yield from review_lines(review, _REVIEWED)
    for finding in lint:
        yield labelled("note", f"{finding.code}: {finding.message}")


def review_lines(review: Review, changed: Collection[str] | None = None) -> Iterator[str]:
    """What the reviewer has recorded; of what takes a line of its own, only what is ``changed``, if that is given."""
    sure = f", sure to {review.confidence:.0%}" if review.confidence is not None else ""
    opened = "nothing said of the wording" if review.disposition is Disposition.OPEN else str(review.disposition)
    yield labelled("you", f"{opened}, {review.verdict or 'no verdict'}{sure}, {review.stage}")
    for name, line in _own_lines(review):
        if changed is None or name in changed:
            yield line


def _own_lines(review: Review) -> Iterator[tuple[str, str]]:
    """What takes a line of its own, by the property's name in JSON."""
    if review.text:
        yield "text", labelled("reads", review.text)
    if review.attribution:
        yield "attribution", labelled("", f"who says it: {review.attribution.status}")
    if review.replaced_by:
        yield "replacedBy", labelled("", f"replaced by {', '.join(review.replaced_by)}")
    if review.rationale:
        yield "rationale", labelled("why", review.rationale)
    if review.comment:
        yield "comment", labelled("comment", review.comment)
    for evidence in review.evidence:
        yield "evidence", evidence_line(evidence)


def evidence_line(evidence: Evidence) -> str:
    """A piece of evidence in one line."""
    quote = f" “{one_line(evidence.quote)}”" if evidence.quote else ""
    return labelled(evidence.stance, f"{page(evidence)}{quote} {evidence.url}")


def labelled(label: str, text: str) -> str:
    """``text`` behind its label."""
    return f"  {label:<{LABEL}}  {one_line(text)}"


def _place(text: str, sentences: Sequence[Span], anchors: Sequence[Anchor]) -> Iterator[str]:
    touched = [index for index, span in enumerate(sentences) if any(span.overlaps(anchor) for anchor in anchors)]
    if not touched:
        for anchor in anchors:
            yield labelled("words", anchor.quote)
        return
    if touched[0] > 0:
        before = sentences[touched[0] - 1]
        yield labelled("before", text[before.start : before.end])
    for index in touched:
        yield labelled("sentence", marked(text, sentences[index], anchors))
    if touched[-1] + 1 < len(sentences):
        after = sentences[touched[-1] + 1]
        yield labelled("after", text[after.start : after.end])


def _voices(standing: Standing) -> Iterator[str]:
    claim = standing.claim
    for link in claim.attribution:
        yield labelled("tells of" if claim.reports(link) else "said by", said(link))
    review = own(standing)
    corrected = review and review.attribution and review.attribution.status is AttributionStatus.CORRECTED
    if not claim.attribution and (standing.proposed.attribution or corrected):
        yield labelled("said by", "the writer, in their own voice")
