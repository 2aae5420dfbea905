"""Claims and reviews of an older version of the text, followed to the present one.

Nothing is written: a reviewer's file stays as they left it, and its anchors are found again each time it is read, the
same way each time. What cannot be found for sure is named, never moved to a guess.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from claimkit.annotations.texts import Texts
from claimkit.model.attribution import Link
from claimkit.model.claim import Claim
from claimkit.model.review import Review
from claimkit.model.spans import Anchor

if TYPE_CHECKING:
    from claimkit.annotations.reanchoring import Orphan, Revision


@dataclass(slots=True)
class _Trail:
    """What is met on the way: whether words changed, and which are lost."""

    revision: Revision | None
    changed: bool = False
    lost: list[str] = field(default_factory=list)

    def anchor(self, anchor: Anchor) -> Anchor | None:
        """The anchor in the present text; None where it is lost."""
        from claimkit.annotations.reanchoring import Moved  # noqa: PLC0415 - only where there is an older text

        if self.revision is None or not anchor.stands_in(self.revision.old):
            self.lost.append(f"“{_short(anchor.quote)}” stood nowhere in the text that it points into")
            return None
        found = self.revision.find(anchor)
        if isinstance(found, Moved):
            self.changed |= found.changed
            return found.anchor
        self.lost.append(_told(found))
        return None

    def anchors(self, anchors: Iterable[Anchor]) -> tuple[Anchor, ...]:
        """Those that are found."""
        return tuple(found for anchor in anchors if (found := self.anchor(anchor)))

    def chain(self, chain: Iterable[Link]) -> tuple[Link, ...]:
        """The chain with the places that are found; who says it stays, where the article no longer says so too."""
        return tuple(
            replace(
                link,
                source=replace(link.source, anchor=link.source.anchor and self.anchor(link.source.anchor)),
                cue=link.cue and self.anchor(link.cue),
                content=self.anchors(link.content),
            )
            for link in chain
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """A claim in the present text, with the places that were found; ``lost`` says which of its words were not."""

    claim: Claim
    lost: tuple[str, ...] = ()


def follow(claim: Claim, texts: Texts) -> Followed:
    """The claim in the present text. Where words of it or beside it changed, ``changed_in`` is the present version."""
    if claim.text_version == texts.version:
        return Followed(claim=claim)
    trail = _Trail(texts.since(claim.text_version))
    anchors = trail.anchors(claim.anchors)
    lost = tuple(trail.lost)
    antecedents, attribution = trail.anchors(claim.antecedents), trail.chain(claim.attribution)
    found = replace(
        claim,
        anchors=anchors,
        antecedents=antecedents,
        attribution=attribution,
        text_version=texts.version,
        changed_in=texts.version if trail.changed or trail.lost else claim.changed_in,
    )
    return Followed(claim=found, lost=lost)


def present(claim: Claim, texts: Texts) -> Claim:
    """The claim in the present text, or as it was written where its words are lost."""
    found = follow(claim, texts)
    return claim if found.lost else found.claim


def follow_review(review: Review, texts: Texts) -> tuple[Review, bool]:
    """The review with its own anchors in the present text, and whether words of them changed or are lost.

    Lost ones are left out: the words that bear the claim are then those of the claim as proposed.
    """
    attribution = review.attribution
    if review.text_version == texts.version or not (review.anchors or (attribution and attribution.chain)):
        return review, False
    trail = _Trail(texts.since(review.text_version))
    anchors = trail.anchors(review.anchors)
    anchors = () if trail.lost else anchors
    if attribution:
        attribution = replace(attribution, chain=trail.chain(attribution.chain))
    return replace(review, anchors=anchors, attribution=attribution), trail.changed or bool(trail.lost)


def formerly(claim: Claim, texts: Texts, version: int) -> tuple[str, ...]:
    """The words that bore the claim in an older version of the text, as far as they can be found there."""
    old = texts.of(version)
    if old is None or version == texts.version:
        return ()
    trail = _Trail(Texts(texts.present, old).since(1))
    return tuple(anchor.quote for anchor in trail.anchors(claim.anchors))


def _told(orphan: Orphan) -> str:
    best = f"; most like it is “{_short(orphan.best.anchor.quote)}”" if orphan.best else ""
    reason = orphan.reason[:1].lower() + orphan.reason[1:].rstrip(".")  # here it goes on from the words
    return f"“{_short(orphan.anchor.quote)}”: {reason}{best}"


def _short(text: str, most: int = 60) -> str:
    words = " ".join(text.split())
    return words if len(words) <= most else f"{words[: most - 1]}…"
