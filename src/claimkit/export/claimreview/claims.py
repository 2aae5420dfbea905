"""The claim that a ClaimReview is about: its words, who made it, where it appeared."""

from __future__ import annotations

from claimkit.export.dates import full
from claimkit.export.iris import claim_iri
from claimkit.export.jsonld import Node, node, trimmed
from claimkit.model.article import Article, Metadata
from claimkit.model.attribution import Source
from claimkit.model.claim import Claim
from claimkit.model.review import Appearance
from claimkit.model.vocabulary import SourceType


def reviewed_claim(claim: Claim, first: Appearance | None, article: Article, url: str) -> Node:
    """The Claim for ``itemReviewed``, with a name of its own below the page ``url``.

    ``first`` is where it first appeared, as a reviewer asserts it; the article has it once, as the one or the other.

    Its author, place and date are those of the claimant: where the US said that India said something, it is India's
    claim, made where and when India made it. A claim of the writer's own names no author; the article, with its author
    and publisher, stands under ``appearance``.
    """
    link = claim.claimant
    return {"@type": "Claim", "@id": claim_iri(url, claim.id)} | trimmed(
        text=claim.text.strip(),
        name=link.medium if link else "",
        author=_speaker(link.source) if link else None,
        datePublished=full(link.date_said) if link else "",
        **_appearances(_article(claim, article.metadata), first),
    )


def _speaker(source: Source) -> Node | None:
    """The speaker, None where unnamed: consumers want no author rather than a made-up one.

    A place that speaks stands for its government, so it is an Organization of that name; the place's own addresses
    are left out, since the government is not the same as the place.
    """
    if source.type is SourceType.UNNAMED or not source.name.strip():
        return None
    person = source.type is SourceType.PERSON
    return node(
        "Person" if person else "Organization",
        name=source.name.strip(),
        jobTitle=source.role if person else "",
        sameAs=list(source.same_as) if source.type is not SourceType.PLACE else [],
    )


def _appearances(article: Node, first: Appearance | None) -> dict[str, Node | list[Node]]:
    if first is None:
        return {"appearance": [article]}
    if first.url == article.get("url"):
        return {"firstAppearance": article}
    page = node(
        "CreativeWork",
        url=first.url,
        name=first.title,
        datePublished=full(first.published),
        publisher=node("Organization", name=first.publisher) if first.publisher.strip() else None,
        archivedAt=first.archive,
    )
    return {"appearance": [article], "firstAppearance": page}


def _article(claim: Claim, article: Metadata) -> Node:
    """The checked article, with the verbatim spans of the claim. An object: schema.org takes no bare address here."""
    return node(
        "NewsArticle",
        url=article.url,
        headline=article.title,
        datePublished=full(article.date_published),
        publisher=node("Organization", name=article.publisher) if article.publisher.strip() else None,
        author=[node("Person", name=name) for name in article.authors if name.strip()],
        archivedAt=article.archive,
        hasPart=[{"@type": "Quotation", "text": anchor.quote} for anchor in claim.anchors],  # verbatim: not trimmed
    )
