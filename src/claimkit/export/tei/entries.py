"""Claims as they stand, each beside what the files themselves say of it, and where in them: import gives that back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from claimkit.annotations.dossiers import Dossier
from claimkit.model.attribution import Link
from claimkit.model.claim import Claim
from claimkit.model.review import Review
from claimkit.model.vocabulary import AttributionStatus
from claimkit.rules.standing import Standing

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """That a reviewer's file has the claim among those that they added, and at which place, from 1."""

    reviewer: str
    place: int
    claim: Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """One chain, outermost link first, with the reviewer who gave it (empty: proposed), and whether it is in force.

    ``written`` are the links as their file has them, ``review`` is the number of the review that gives them, from 1.
    """

    links: tuple[Link, ...]
    written: tuple[Link, ...]
    reviewer: str
    review: int
    in_force: bool


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One claim: how it stands, and its parts as written, with their places in their files, from 1.

    ``place`` is that in claims.json, 0 where only a reviewer added the claim. ``reviews`` go with those of
    ``standing``, one by one, and so do the places of the ledger's lines. Offsets are those of each one's own text.
    """

    standing: Standing
    claim: Claim
    place: int
    added: tuple[Added, ...]
    reviews: tuple[tuple[int, Review], ...]
    decisions: tuple[int, ...]
    ledger: tuple[int, ...]

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id

    @cached_property
    def chains(self) -> tuple[Chain, ...]:
        """The proposed chain, then each correction; an empty chain (the writer's own voice) has nothing to show."""
        corrected = [
            Chain(
                links=signed.review.attribution.chain,
                written=written.attribution.chain,
                reviewer=signed.reviewer.id,
                review=number,
                in_force=signed is self.standing.lead,
            )
            for number, (signed, (_, written)) in enumerate(zip(self.standing.reviews, self.reviews, strict=True), 1)
            if signed.review.attribution and signed.review.attribution.status is AttributionStatus.CORRECTED
            if written.attribution
        ]
        proposed = Chain(
            links=self.standing.proposed.attribution,
            written=self.claim.attribution,
            reviewer="",
            review=0,
            in_force=not any(chain.in_force for chain in corrected),
        )
        return tuple(chain for chain in (proposed, *corrected) if chain.links)


def entries(dossier: Dossier, standings: Iterable[Standing]) -> list[Entry]:
    """The claims given, in their order."""
    proposed = _by_claim((claim.id, claim) for claim in dossier.claims.item.claims)
    files = [document.item for document in dossier.reviews]
    added: dict[str, list[Added]] = {}
    for file in files:
        for place, claim in enumerate(file.added, 1):
            added.setdefault(claim.id, []).append(Added(reviewer=file.reviewer.id, place=place, claim=claim))
    reviews: dict[str, list[tuple[int, Review]]] = {}
    for file in files:
        for place, review in enumerate(file.reviews, 1):
            reviews.setdefault(review.claim, []).append((place, review))
    settled = dossier.decisions.item if dossier.decisions else None
    decisions = _by_claim((item.claim, item) for item in (settled.decisions if settled else ()))
    ledger = _by_claim((item.claim, item) for item in (settled.ledger if settled else ()))
    return [
        Entry(
            standing=standing,
            claim=proposed[name][0][1] if name in proposed else added[name][0].claim,
            place=proposed[name][0][0] if name in proposed else 0,
            added=tuple(added.get(name, ())),
            reviews=tuple(reviews.get(name, ())),
            decisions=tuple(place for place, _ in decisions.get(name, ())),
            ledger=tuple(place for place, _ in ledger.get(name, ())),
        )
        for standing in standings
        for name in [standing.claim.id]
    ]


def states_of(review: Review) -> Iterator[str]:
    """The stage of each former state of a review, oldest first."""
    stage, found = str(review.stage), []
    for former in reversed(review.history):
        stage = str(former.was.get("stage", stage))
        found.append(stage)
    return reversed(found)


def _by_claim(pairs: Iterable[tuple[str, T]]) -> dict[str, list[tuple[int, T]]]:
    """By claim: what there is, with its place in the list."""
    found: dict[str, list[tuple[int, T]]] = {}
    for place, (name, item) in enumerate(pairs, 1):
        found.setdefault(name, []).append((place, item))
    return found
