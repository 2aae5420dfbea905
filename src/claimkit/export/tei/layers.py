"""The words that a claim's attributions lie on, and what reviews said before."""

from __future__ import annotations

from collections.abc import Iterator

from claimkit.export.tei.entries import Entry
from claimkit.model.attribution import Link
from claimkit.model.raw import from_raw
from claimkit.model.review import AttributionReview, Evidence, Review
from claimkit.model.spans import Anchor


def anchors(entry: Entry) -> list[list[Anchor]]:
    """The anchors of the claim, of each antecedent, and of each source, cue and content, thing by thing."""
    claim = entry.standing.claim
    found = [list(claim.anchors), *([anchor] for anchor in claim.antecedents)]
    for link in (link for chain in entry.chains for link in chain.links):
        found += [
            [link.source.anchor] if link.source.anchor else [],
            [link.cue] if link.cue else [],
            list(link.content),
        ]
    return [layer for layer in found if layer]


def other_anchors(entry: Entry) -> list[list[Anchor]]:
    """The anchors of the claim as proposed, and as each review has them: layers of the text too, where they stand."""
    standing = entry.standing
    found = [standing.proposed.anchors, *(signed.review.anchors for signed in standing.reviews)]
    return [list(layer) for layer in found if layer]


def former_links(review: Review) -> Iterator[Link]:
    """The links of the attributions that a review had before."""
    for former in review.history:
        if "attribution" in former.was:
            yield from from_raw(AttributionReview, former.was["attribution"]).chain


def former_evidence(review: Review) -> Iterator[Evidence]:
    """The evidence that a review had before."""
    for former in review.history:
        yield from (from_raw(Evidence, item) for item in former.was.get("evidence", ()))
