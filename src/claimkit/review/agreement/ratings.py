"""Which reviewer says what of which claim: the units that agreement is measured on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from claimkit.annotations.dossiers import Dossier
from claimkit.annotations.following import follow, follow_review, present
from claimkit.annotations.texts import Texts
from claimkit.model.claim import Claim
from claimkit.model.config import AgreementSettings
from claimkit.model.review import AttributionReview, Review, ReviewFile
from claimkit.model.vocabulary import AttributionStatus, Disposition, Over, Stage
from claimkit.review.agreement.values import CUT, SAID, Value, attribution_value, splitting_value, verdict_value

Reading = Callable[[Review, Claim, AgreementSettings], Value | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One claim, and what each reviewer who says anything of it says. Who is not there is missing, not in agreement."""

    article: str
    claim: str
    text: str
    values: Mapping[str, Value]

    @property
    def pairable(self) -> bool:
        """Whether two reviewers or more say something, so that they can agree or differ."""
        return len(self.values) > 1

    @property
    def disputed(self) -> bool:
        """Whether reviewers say different things."""
        return len(set(self.values.values())) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What one reviewer did on one article: reviews by claim, and the claims that they added."""

    reviewer: str
    reviews: Mapping[str, Review]
    added: Mapping[str, Claim]

    @property
    def spoke(self) -> bool:
        """Whether they said anything of the splitting: kept, edited, cut or added a claim."""
        return bool(self.added) or any(review.disposition in SAID for review in self.reviews.values())


def units(dossier: Dossier, settings: AgreementSettings, over: Over) -> tuple[Unit, ...]:
    """The claims of an article that some reviewer says something of, in the order of the text.

    Reviews of claims that the article does not have (orphans) do not count; ``claimkit check`` lists them.
    """
    everybody = works(dossier)
    read = _READ[over]
    made = (
        Unit(article=dossier.slug, claim=claim.id, text=claim.text, values=dict(read(claim, everybody, settings)))
        for claim in _claims(dossier, everybody)
    )
    return tuple(unit for unit in made if unit.values)


def works(dossier: Dossier) -> tuple[Work, ...]:
    """Each reviewer's work on the article, by id.

    Of two reviews of one claim the first counts, and of two files of one reviewer; ``claimkit check`` finds both. A
    review of words that the article has no longer does not count: its reviewer is to look again.
    """
    texts = dossier.texts
    known: dict[str, Claim] = {claim.id: follow(claim, texts).claim for claim in dossier.claims.item.every}
    by_id = {document.item.reviewer.id: document.item for document in reversed(dossier.reviews)}
    return tuple(
        Work(
            reviewer=name,
            reviews=dict(_counted(file, known, texts)),
            added={claim.id: present(claim, texts) for claim in file.added},
        )
        for name, file in sorted(by_id.items())
    )


def _counted(file: ReviewFile, known: Mapping[str, Claim], texts: Texts) -> Iterator[tuple[str, Review]]:
    claims = {claim.id: follow(claim, texts).claim for claim in file.added} | dict(known)
    for review in reversed(file.reviews):
        if _of_these_words(review, claims, texts):
            yield review.claim, review


def _of_these_words(review: Review, known: Mapping[str, Claim], texts: Texts) -> bool:
    """Whether the review is of the words that the article has now, as far as it is of any claim."""
    claim = known.get(review.claim)
    return claim is None or (review.text_version >= claim.changed_in and not follow_review(review, texts)[1])


def _claims(dossier: Dossier, everybody: tuple[Work, ...]) -> list[Claim]:
    """Proposed and added claims, each id once, in the order of the text."""
    by_id = {claim.id: present(claim, dossier.texts) for claim in dossier.claims.item.every}
    for work in everybody:
        by_id = dict(work.added) | by_id
    return sorted(by_id.values(), key=lambda claim: (claim.anchors[0].start, claim.anchors[-1].end, claim.id))


def _verdicts(claim: Claim, everybody: tuple[Work, ...], settings: AgreementSettings) -> Iterator[tuple[str, Value]]:
    return _readings(verdict_value, claim, everybody, settings)


def _attributions(
    claim: Claim, everybody: tuple[Work, ...], settings: AgreementSettings
) -> Iterator[tuple[str, Value]]:
    """The chains; whoever added the claim gave one with it, so that a finished review of it says so again."""
    confirmed = AttributionReview(status=AttributionStatus.CONFIRMED)
    for work in everybody:
        review, own = work.reviews.get(claim.id), work.added.get(claim.id)
        if review and own and review.attribution is None:
            review = replace(review, attribution=confirmed)
        if review and (value := attribution_value(review, own or claim, settings)) is not None:
            yield work.reviewer, value


def _readings(
    reading: Reading, claim: Claim, everybody: tuple[Work, ...], settings: AgreementSettings
) -> Iterator[tuple[str, Value]]:
    for work in everybody:
        review = work.reviews.get(claim.id)
        if review and (value := reading(review, work.added.get(claim.id, claim), settings)) is not None:
            yield work.reviewer, value


def _splittings(claim: Claim, everybody: tuple[Work, ...], settings: AgreementSettings) -> Iterator[tuple[str, Value]]:
    """Kept or cut; a claim that somebody added is not kept by those who worked on the article and did not add it."""
    said = dict(_readings(splitting_value, claim, everybody, settings))
    adders = {work.reviewer for work in everybody if claim.id in work.added}
    for work in everybody:
        if work.reviewer in said:
            yield work.reviewer, said[work.reviewer]
        elif work.reviewer in adders:
            yield work.reviewer, _as_added(work.added[claim.id], settings)
        elif adders and work.spoke:
            yield work.reviewer, CUT


def _as_added(claim: Claim, settings: AgreementSettings) -> Value:
    """What adding a claim says of it, where its review says nothing: kept as written."""
    review = Review(claim=claim.id, disposition=Disposition.ACCEPTED, stage=Stage.DONE, when="")
    return splitting_value(review, claim, settings) or CUT


_READ: dict[Over, Callable[[Claim, tuple[Work, ...], AgreementSettings], Iterator[tuple[str, Value]]]] = {
    Over.VERDICT: _verdicts,
    Over.ATTRIBUTION: _attributions,
    Over.CLAIMS: _splittings,
}
