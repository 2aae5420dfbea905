"""A claim as the report for the desk shows it."""

from __future__ import annotations

from dataclasses import dataclass

from claimkit.export.html.verdicts import Shown, shown
from claimkit.export.html.words import Day, day
from claimkit.model.article import Article
from claimkit.model.config import Config
from claimkit.model.vocabulary import Act
from claimkit.rules.decisions import unpublishable
from claimkit.rules.gate import Gate
from claimkit.rules.standing import Signed, Standing, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What one reviewer made of a claim. ``counts``: the review is finished, and of the article's present words."""

    who: str
    made: str
    stage: str
    verdict: Shown | None
    confidence: str
    counts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One claim. ``open`` is what is to be done before it can be, or may stay, published; empty where nothing is."""

    id: str
    text: str
    state: str
    kind: str
    claimant: str
    verdict: Shown | None
    how: str
    opinions: tuple[Opinion, ...]
    published: Day | None
    corrected: Day | None
    retracted: Day | None
    open: tuple[str, ...]


def row(standing: Standing, article: Article, gate: Gate) -> Row:
    """The claim with everything that the desk knows of it."""
    language, config, claim = article.metadata.language, gate.config, standing.claim
    link = claim.claimant
    return Row(
        id=claim.id,
        text=claim.text,
        state=standing.state,
        kind=claim.kind,
        claimant=link.source.name if link else "",
        verdict=shown(standing.rating, language, config) if standing.rating else None,
        how=standing.decision.how if standing.decision else "",
        opinions=tuple(_opinion(signed, standing, language, config) for signed in standing.reviews),
        published=day(standing.publication.date) if standing.publication else None,
        corrected=day(max((line.date for line in standing.ledger if line.act is Act.CORRECTED), default="")),
        retracted=day(standing.retraction.date) if standing.retraction else None,
        open=_open(standing, article, gate),
    )


def _opinion(signed: Signed, standing: Standing, language: str, config: Config) -> Opinion:
    review = signed.review
    return Opinion(
        who=signed.reviewer.name or signed.reviewer.id,
        made=review.disposition,
        stage=review.stage,
        verdict=shown(review.verdict, language, config) if review.verdict else None,
        confidence="" if review.confidence is None else f"{review.confidence:g}",
        counts=signed in standing.finished,
    )


def _open(standing: Standing, article: Article, gate: Gate) -> tuple[str, ...]:
    if standing.retraction:
        return ()
    if standing.publication:
        return unpublishable(standing, article, gate)
    if standing.state is State.REJECTED:
        return ()
    return gate.missing(standing) or ("nothing is missing; publish it with 'claimkit publish'",)
