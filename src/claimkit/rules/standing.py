"""How a claim stands once everybody's work on it is put together."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum

from claimkit.annotations.dossiers import Dossier
from claimkit.annotations.following import Followed, follow, follow_review
from claimkit.errors import ReviewError
from claimkit.model.claim import Claim
from claimkit.model.decision import Decision, LedgerEntry
from claimkit.model.review import Appearance, AttributionReview, Evidence, Review, Reviewer
from claimkit.model.vocabulary import Act, AttributionStatus, Disposition, How, Stage


class State(StrEnum):
    """Where a claim has got to.

    Proposed: nobody has looked. Disputed: reviewers made different things of it. Orphaned: the article's present text
    has no longer the words that bear it, or not for sure.
    """

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"
    ADDED = "added"
    DISPUTED = "disputed"
    ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """A review with its reviewer, its places in the present text; ``moved``: words of it changed since, or are gone."""

    reviewer: Reviewer
    review: Review
    moved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One claim as it stands.

    ``claim`` is in the wording and with the attribution in force; ``proposed`` is as first written. ``lead`` is the
    review whose wording stands: the one that the decision names, else the first of finished reviews that agree.
    ``lost`` says of an orphan which of its words are gone; its anchors are then those of an older text.
    """

    claim: Claim
    proposed: Claim
    state: State
    reviews: tuple[Signed, ...]
    lead: Signed | None
    decision: Decision | None
    ledger: tuple[LedgerEntry, ...]
    lost: tuple[str, ...] = ()

    @property
    def finished(self) -> tuple[Signed, ...]:
        """The reviews that count: finished, and of the words that the article has now."""
        return tuple(signed for signed in self.reviews if _counts(signed, self.claim))

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence of all finished reviews, the lead's first: what bears on the claim."""
        signed = sorted(self.finished, key=lambda item: item is not self.lead)
        return tuple(evidence for item in signed for evidence in item.review.evidence)

    @property
    def first_appearance(self) -> Appearance | None:
        """Where the claim first appeared, as the lead asserts it, else the first of the other finished reviews."""
        signed = sorted(self.finished, key=lambda item: item is not self.lead)
        return next((item.review.first_appearance for item in signed if item.review.first_appearance), None)

    @property
    def outdated(self) -> tuple[Signed, ...]:
        """The finished reviews of words that the article has no longer; they do not count."""
        done = (signed for signed in self.reviews if signed.review.stage is Stage.DONE)
        return tuple(signed for signed in done if not _counts(signed, self.claim))

    @property
    def adjudicated(self) -> bool:
        """Whether a person has decided on the claim."""
        return self.decision is not None and self.decision.how is How.ADJUDICATED

    @property
    def verdict(self) -> str:
        """The settled verdict's id; empty where nothing is settled, and where it was settled that it is no claim."""
        return self.decision.verdict if self.decision else ""

    @property
    def rating(self) -> str:
        """The verdict in force: the settled one, else that of the review whose wording stands."""
        if self.decision:
            return self.decision.verdict
        return self.lead.review.verdict if self.lead else ""

    @property
    def rationale(self) -> str:
        """Why it has its verdict, for the reader: in the adjudicator's words, else in those of the review that stands.

        A review's words for another verdict than the adjudicated one explain nothing.
        """
        if self.decision and self.decision.rationale:
            return self.decision.rationale
        if self.lead is None or (self.adjudicated and self.lead.review.verdict != self.verdict):
            return ""
        return self.lead.review.rationale

    @property
    def publication(self) -> LedgerEntry | None:
        """The ledger's line that published the claim, None where it is unpublished or retracted."""
        if self.retraction:
            return None
        return next((entry for entry in self.ledger if entry.act is Act.PUBLISHED), None)

    @property
    def retraction(self) -> LedgerEntry | None:
        """The ledger's line that retracted the claim."""
        return next((entry for entry in self.ledger if entry.act is Act.RETRACTED), None)


def standings(dossier: Dossier) -> tuple[Standing, ...]:
    """How each claim of the article stands, in the order of the text."""
    entered: dict[str, list[LedgerEntry]] = {}
    for entry in dossier.decisions.item.ledger if dossier.decisions else ():
        entered.setdefault(entry.claim, []).append(entry)
    signed = _signed(dossier)
    decisions = {item.claim: item for item in dossier.decisions.item.decisions} if dossier.decisions else {}
    return tuple(
        _standing(
            claim,
            follow(claim, dossier.texts),
            added,
            tuple(signed.get(claim.id, ())),
            decisions.get(claim.id),
            tuple(entered.get(claim.id, ())),
        )
        for claim, added in _claims(dossier)
    )


def unsettled(dossier: Dossier) -> tuple[Standing, ...]:
    """How each claim would stand without the decisions made by rule; adjudicated ones and the ledger stay."""
    if dossier.decisions is None:
        return standings(dossier)
    kept = tuple(decision for decision in dossier.decisions.item.decisions if decision.how is How.ADJUDICATED)
    item = replace(dossier.decisions.item, decisions=kept)
    return standings(replace(dossier, decisions=replace(dossier.decisions, item=item)))


def named(every: tuple[Standing, ...], name: str) -> Standing:
    """The claim of that id, or the only one whose id begins so; raises :class:`ReviewError`."""
    by_id = {item.claim.id: item for item in every}
    return by_id[full_id(by_id, name)]


def full_id(ids: Collection[str], name: str) -> str:
    """The id among ``ids`` that ``name`` is, or alone begins; raises :class:`ReviewError`."""
    found = [name] if name in ids else [item for item in ids if name and item.startswith(name)]
    if not found:
        raise ReviewError(f"no claim has the id {name!r}", remedy="'claimkit show' lists the ids")
    if len(found) > 1:
        raise ReviewError(
            f"{name!r} begins {len(found)} ids ({', '.join(sorted(found)[:5])})", remedy="give more of it"
        )
    return found[0]


def _claims(dossier: Dossier) -> list[tuple[Claim, bool]]:
    """Proposed and added claims in the order of the text; the flag says which were added."""
    touched = touched_in(dossier)
    both = [(claim, False) for claim in dossier.claims.item.claims]
    both += [(claim, False) for claim in dossier.claims.item.retired if claim.id in touched]
    seen = {claim.id for claim, _ in both}
    for claim in (claim for document in dossier.reviews for claim in document.item.added):
        if claim.id not in seen:  # two reviewers may add the very same claim
            both.append((claim, True))
            seen.add(claim.id)
    return sorted(both, key=lambda pair: (pair[0].anchors[0].start, pair[0].anchors[-1].end, pair[1]))


def touched_in(dossier: Dossier) -> frozenset[str]:
    """The ids of the claims that somebody reviewed, settled or published."""
    touched = {review.claim for document in dossier.reviews for review in document.item.reviews}
    if dossier.decisions:
        touched |= {decision.claim for decision in dossier.decisions.item.decisions}
        touched |= {entry.claim for entry in dossier.decisions.item.ledger}
    return frozenset(touched)


def _signed(dossier: Dossier) -> dict[str, list[Signed]]:
    """All reviews by claim, reviewers by id."""
    result: dict[str, list[Signed]] = {}
    for document in dossier.reviews:
        for review in document.item.reviews:
            followed, moved = follow_review(review, dossier.texts)
            signed = Signed(reviewer=document.item.reviewer, review=followed, moved=moved)
            result.setdefault(review.claim, []).append(signed)
    return result


def _standing(
    written: Claim,
    followed: Followed,
    added: bool,
    reviews: tuple[Signed, ...],
    decision: Decision | None,
    ledger: tuple[LedgerEntry, ...],
) -> Standing:
    lead = _lead(followed.claim, reviews, decision)
    lost = () if lead and lead.review.anchors else followed.lost  # a reviewer may have found other words that bear it
    claim = written if lost else followed.claim
    return Standing(
        claim=reworded(claim, lead.review) if lead else claim,
        proposed=claim,
        state=State.ORPHANED if lost else _state(added, reviews, lead, decision),
        reviews=reviews,
        lead=lead,
        decision=decision,
        ledger=ledger,
        lost=lost,
    )


def _counts(signed: Signed, claim: Claim) -> bool:
    review = signed.review
    return review.stage is Stage.DONE and review.text_version >= claim.changed_in and not signed.moved


def _lead(claim: Claim, reviews: tuple[Signed, ...], decision: Decision | None) -> Signed | None:
    stated = [signed for signed in reviews if signed.review.disposition is not Disposition.OPEN]
    if decision:
        return next((signed for signed in stated if signed.reviewer.id == decision.review), None)
    done = [signed for signed in stated if signed.review.stage is Stage.DONE]
    candidates = [signed for signed in done if _counts(signed, claim)] or done or stated
    agreed = {made(item.review) for item in candidates}
    traced = [item for item in candidates if item.review.attribution]
    speakers = {_speakers(item.review.attribution) for item in traced if item.review.attribution}
    if len(agreed) != 1 or len(speakers) > 1:
        return None
    return (traced or candidates)[0]


def made(review: Review) -> tuple[object, ...]:
    """What a reviewer made of the claim: what reviewers must agree in, beside the attribution."""
    return review.disposition, review.text, review.kind, review.anchors, review.verdict


def _speakers(attribution: AttributionReview) -> tuple[str, ...]:
    """What two reviews of an attribution must agree in: confirmed, or whom each link names."""
    return (attribution.status, *(link.source.name for link in attribution.chain))


def _state(added: bool, reviews: tuple[Signed, ...], lead: Signed | None, decision: Decision | None) -> State:
    if decision and not decision.verdict:
        return State.REJECTED
    if all(signed.review.disposition is Disposition.OPEN for signed in reviews):
        return State.ADDED if added else State.PROPOSED
    if lead is None:
        return State.DISPUTED
    state = State(lead.review.disposition)
    return State.ADDED if added and state is not State.REJECTED else state


def reworded(claim: Claim, review: Review) -> Claim:
    """``claim`` with what the review changes: wording, words of the article, kind, short wording, attribution."""
    attribution = claim.attribution
    if review.attribution and review.attribution.status is AttributionStatus.CORRECTED:
        attribution = review.attribution.chain
    return replace(
        claim,
        text=review.text or claim.text,
        anchors=review.anchors or claim.anchors,
        kind=review.kind or claim.kind,
        short=review.short or claim.short,
        attribution=attribution,
    )
