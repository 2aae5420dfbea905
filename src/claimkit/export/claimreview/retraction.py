"""What stands in the place of a retracted ClaimReview: a work of the same name that says that it is taken back.

It is no ClaimReview, so that nobody takes it for one, and says nothing of the claim. Who has the old one finds here
that it no longer holds, and why.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimkit.export.claimreview.review import corrections, publisher
from claimkit.export.dates import full
from claimkit.export.iris import review_iri
from claimkit.export.jsonld import Node, trimmed
from claimkit.model.article import Article
from claimkit.model.config import Config
from claimkit.model.decision import LedgerEntry
from claimkit.model.vocabulary import Act
from claimkit.rules.standing import Standing

STATUS = "Retracted"
"""schema.org leaves the terms of ``creativeWorkStatus`` to its users."""


def retracted(standing: Standing) -> LedgerEntry | None:
    """The ledger's line that published a claim which was retracted since; None where it was not, or never published."""
    if standing.retraction is None:
        return None
    return next((entry for entry in standing.ledger if entry.act is Act.PUBLISHED), None)


def undated(standing: Standing) -> Iterator[str]:
    """The dates of the ledger that are none."""
    for entry in standing.ledger:
        if not full(entry.date):
            yield f"the ledger's date {entry.date!r} is no date; correct it to YYYY-MM-DD"


def tombstone(standing: Standing, entry: LedgerEntry, article: Article, config: Config) -> Node:
    """The object for a claim that the ledger's ``entry`` published and that was retracted since."""
    modified = standing.retraction.date if standing.retraction else ""
    return {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "@id": review_iri(entry.url, entry.claim),
    } | trimmed(
        url=entry.url,
        inLanguage=article.metadata.language,
        creativeWorkStatus=STATUS,
        datePublished=entry.date,
        dateModified=modified,
        author=publisher(config.publisher),
        correction=corrections(standing, article, config),
    )
