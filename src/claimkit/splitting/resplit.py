"""Splitting again: what people have touched stays, everything else gives way to the new claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from claimkit.model.article import Sentence
from claimkit.model.claim import Claim
from claimkit.model.identity import claim_id
from claimkit.model.spans import Anchor
from claimkit.splitting.splitter import Splitting

Places = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The claims and sentences to write, and two lists to tell about.

    ``kept`` are ids of touched claims that the new split does not propose; ``dropped`` are ids of untouched claims
    that it proposes no longer.
    """

    claims: tuple[Claim, ...]
    sentences: tuple[Sentence, ...]
    kept: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


def merge(
    before: Sequence[Claim],
    new: Splitting,
    touched: frozenset[str],
    written: Collection[Claim] = (),
    taken: Collection[str] = (),
) -> Merged:
    """The new split of a text over the claims of ``before``; those that are touched must be of the same text.

    Claims whose ids are ``touched`` stay exactly as they are, but for their check-worthiness, which nobody reviews: it
    is that of the same claim in the new split, if there is one. Nothing is proposed beside them with their words or
    with their anchors, nor with those of the claims as reviewers have ``written`` them. Ids in ``touched`` that no
    claim has are passed over; those in ``taken`` are given to no new claim.
    """
    worth = {claim.id: claim.check_worthiness for claim in new.claims}
    stay = [
        replace(claim, check_worthiness=worth.get(claim.id, claim.check_worthiness))
        for claim in before
        if claim.id in touched
    ]
    fresh = _renamed(_others(new.claims, [*stay, *written]), {*taken, *(claim.id for claim in stay)})
    claims = tuple(sorted([*stay, *fresh], key=_place))
    now = {claim.id for claim in claims}
    proposed = {claim.id for claim in new.claims}
    return Merged(
        claims=claims,
        sentences=tuple(_covered(new.sentences, stay)),
        kept=tuple(claim.id for claim in stay if claim.id not in proposed),
        dropped=tuple(claim.id for claim in before if claim.id not in now),
    )


def _places(claim: Claim) -> Places:
    return tuple((anchor.start, anchor.end) for anchor in claim.anchors)


def _place(claim: Claim) -> tuple[int, int, str]:
    return claim.anchors[0].start, claim.anchors[-1].end, claim.id


def _others(claims: Iterable[Claim], stay: Sequence[Claim]) -> list[Claim]:
    """The new claims that are none of these over again: of the same words there, or in the same wording there."""
    places = {_places(claim) for claim in stay}
    said = defaultdict(list)
    for old in stay:
        said[old.text].append(old)
    return [
        claim
        for claim in claims
        if _places(claim) not in places and not any(_overlaps(claim, old) for old in said.get(claim.text, ()))
    ]


def _overlaps(claim: Claim, old: Claim) -> bool:
    """The same wording elsewhere in the article is another claim: its sentence must not lose it."""
    return any(one.span.overlaps(two) for one in claim.anchors for two in old.anchors)


def _renamed(claims: Iterable[Claim], taken: set[str]) -> list[Claim]:
    result = []
    for claim in claims:
        identity = claim.id if claim.id not in taken else claim_id(claim.text, claim.anchors, taken)
        taken.add(identity)
        result.append(replace(claim, id=identity))
    return result


def _covered(sentences: Iterable[Sentence], stay: Iterable[Claim]) -> list[Sentence]:
    """The sentences; one that a kept claim stands in needs no reason any more."""
    anchors: list[Anchor] = [anchor for claim in stay for anchor in claim.anchors]
    return [
        replace(sentence, no_claim=None) if any(sentence.span.overlaps(anchor) for anchor in anchors) else sentence
        for sentence in sentences
    ]
