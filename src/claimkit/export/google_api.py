"""The bodies of ``pages.create`` of Google's Fact Check Tools API: one for each page of fact-checks.

The fields are those of ``ClaimReviewMarkupPage`` in version v1alpha1 of the API. It knows neither citations nor
corrections; a page has one day and one author for all its reviews.
"""

from __future__ import annotations

from collections.abc import Iterable

from claimkit.annotations.dossiers import Dossier
from claimkit.export import Rendering
from claimkit.export.claimreview.own import shaped
from claimkit.export.iris import page
from claimkit.export.jsonld import Node, filled, written
from claimkit.model.config import Config
from claimkit.model.vocabulary import Act, Profile
from claimkit.rules.claimreview.reading import at, listed, text_at


def render(dossier: Dossier, config: Config, claims: frozenset[str] | None = None) -> Rendering:
    """One ``google-api/<claim>.json`` for each page, named after the claim that the ledger first published there.

    The name stays when that claim is retracted: the ledger's lines do.
    """
    kept, left_out, refused = shaped(dossier, config, claims, Profile.GOOGLE_API, lambda node: body([node]))
    pages: dict[str, list[Node]] = {}
    for node in kept.values():
        pages.setdefault(page(text_at(node, "url")), []).append(node)
    names = _names(dossier)
    files = {f"google-api/{names[url]}.json": written(body(nodes)) for url, nodes in pages.items()}
    return Rendering(files=files, left_out=left_out, refused=refused)


def body(reviews: Iterable[Node]) -> Node:
    """The body for one page with these ClaimReviews; it was published when the first of them was."""
    nodes = list(reviews)
    author = at(nodes[0], "author")
    return filled(
        pageUrl=page(text_at(nodes[0], "url")),
        publishDate=min(text_at(node, "datePublished") for node in nodes),
        claimReviewAuthor=filled(name=text_at(author, "name"), imageUrl=text_at(author, "logo")),
        claimReviewMarkups=[_markup(node) for node in nodes],
    )


def _markup(review: Node) -> Node:
    claim, rating = at(review, "itemReviewed"), at(review, "reviewRating")
    works = [text_at(work, "url") for work in listed(at(claim, "appearance"))]
    return filled(
        url=text_at(review, "url"),
        claimReviewed=text_at(review, "claimReviewed"),
        claimDate=text_at(claim, "datePublished"),
        claimLocation=text_at(claim, "name"),
        claimFirstAppearance=text_at(claim, "firstAppearance.url"),
        claimAppearances=[url for url in works if url],
        claimAuthor=filled(
            name=text_at(claim, "author.name"),
            jobTitle=text_at(claim, "author.jobTitle"),
            sameAs=next((item for item in listed(at(claim, "author.sameAs")) if isinstance(item, str)), ""),
        ),
        rating=filled(
            ratingValue=at(rating, "ratingValue"),
            worstRating=at(rating, "worstRating"),
            bestRating=at(rating, "bestRating"),
            textualRating=text_at(rating, "alternateName"),
            ratingExplanation=text_at(rating, "ratingExplanation"),
        ),
    )


def _names(dossier: Dossier) -> dict[str, str]:
    """The claim that the ledger first published at each page."""
    names: dict[str, str] = {}
    for entry in dossier.decisions.item.ledger if dossier.decisions else ():
        if entry.act is Act.PUBLISHED:
            names.setdefault(page(entry.url), entry.claim)
    return names
