"""The ClaimReview object of one published claim: schema.org 30.0, as Google, Bing and Duke read it."""

from __future__ import annotations

from claimkit.export.claimreview.claims import reviewed_claim
from claimkit.export.claimreview.wording import label, named, reviewed
from claimkit.export.dates import full
from claimkit.export.iris import review_iri
from claimkit.export.jsonld import Node, filled, node
from claimkit.model.article import Article
from claimkit.model.config import Config, Publisher
from claimkit.model.decision import LedgerEntry
from claimkit.model.review import Evidence
from claimkit.model.vocabulary import Act
from claimkit.rules.standing import Standing


def claim_review(standing: Standing, entry: LedgerEntry, article: Article, config: Config) -> Node:
    """The object for a claim that the ledger's ``entry`` published.

    It must break none of :func:`claimkit.export.claimreview.musts.broken`.
    """
    corrected = [line.date for line in standing.ledger if line.act is Act.CORRECTED]
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "@id": review_iri(entry.url, entry.claim),
    } | filled(
        url=entry.url,
        inLanguage=article.metadata.language,
        datePublished=entry.date,
        dateModified=max(corrected, default=""),
        author=publisher(config.publisher),
        claimReviewed=reviewed(standing.claim),
        itemReviewed=reviewed_claim(standing.claim, article, entry.url),
        reviewRating=_rating(standing, article, config),
        reviewBody=standing.rationale,
        citation=_citations(standing),
        correction=corrections(standing, article, config),
    )


def publisher(who: Publisher) -> Node:
    """Who publishes the fact-checks."""
    return node(who.type, name=who.name, url=who.url, logo=who.logo, sameAs=list(who.same_as))


def corrections(standing: Standing, article: Article, config: Config) -> list[Node]:
    """What was corrected or retracted, in the order of the ledger.

    schema.org has no term for a verdict that was taken back, so the text says it, with the one that came in its place.
    """
    language = article.metadata.language
    found = [line for line in standing.ledger if line.act in {Act.CORRECTED, Act.RETRACTED}]
    return [
        node("CorrectionComment", datePublished=line.date, text=_told(line, standing, language, config))
        for line in found
    ]


def _told(line: LedgerEntry, standing: Standing, language: str, config: Config) -> str:
    change = line.change.strip()
    if not line.former_verdict:
        return change
    both = (line.former_verdict, line.verdict or standing.verdict)
    return f"{change} ({' → '.join(named(verdict, language, config) for verdict in both if verdict)})"


def _rating(standing: Standing, article: Article, config: Config) -> Node:
    """The rating. Off the scale a verdict has none of the three numbers: each would be read as a degree of truth."""
    verdict = config.verdict(standing.verdict)
    rank = verdict.rank if verdict else None
    worst, best = config.ranks() if rank is not None else (None, None)
    return node(
        "Rating",
        alternateName=label(standing, article, config),
        ratingValue=rank,
        bestRating=best,
        worstRating=worst,
        ratingExplanation=standing.rationale,
    )


def _citations(standing: Standing) -> list[Node]:
    """The evidence that bears on the claim, one citation a page.

    schema.org has no term for what evidence does to a claim, so its stance stays in TEI and in our own files.
    """
    found: dict[str, Node] = {}
    for evidence in standing.evidence:
        # What one reviewer noted of the page and another did not (an archived copy, say) is added, never replaced.
        found[evidence.url] = _properties(evidence) | found.get(evidence.url, {})
    order = ("name", "url", "datePublished", "publisher", "archivedAt")
    return [node("CreativeWork", **{name: item.get(name) for name in order}) for item in found.values()]


def _properties(evidence: Evidence) -> Node:
    return filled(
        name=evidence.title,
        url=evidence.url,
        datePublished=full(evidence.published),
        publisher=node("Organization", name=evidence.publisher) if evidence.publisher else None,
        archivedAt=evidence.archive,
    )
