"""The published ClaimReviews of an article as one schema.org DataFeed, as the Data Commons fact-check feed has them."""

from __future__ import annotations

from collections.abc import Iterable

from claimkit.annotations.dossiers import Dossier
from claimkit.export import Rendering
from claimkit.export.claimreview.own import shaped
from claimkit.export.jsonld import Node, filled, written
from claimkit.model.config import Config
from claimkit.model.vocabulary import Profile


def render(dossier: Dossier, config: Config, claims: frozenset[str] | None = None) -> Rendering:
    """One ``<slug>.datafeed.jsonld`` with an item for each published claim; none where nothing is published."""
    kept, left_out, refused = shaped(dossier, config, claims, Profile.DATACOMMONS, lambda node: node)
    files = {}
    if kept:
        title = dossier.claims.item.article.metadata.title
        files[f"{dossier.slug}.datafeed.jsonld"] = written(feed(kept.values(), title))
    return Rendering(files=files, left_out=left_out, refused=refused)


def feed(reviews: Iterable[Node], name: str) -> Node:
    """The feed of some ClaimReviews; its day is that of the youngest of them, since no clock is read."""
    items = [_item(review) for review in reviews]
    days = [day for item in items for day in (item.get("dateCreated"), item.get("dateModified")) if day]
    return {"@context": "https://schema.org", "@type": "DataFeed"} | filled(
        name=name, dateModified=max(days, default=""), dataFeedElement=items
    )


def _item(review: Node) -> Node:
    inner = {key: value for key, value in review.items() if key != "@context"}
    return {"@type": "DataFeedItem"} | filled(
        dateCreated=review.get("datePublished"),
        dateModified=review.get("dateModified"),
        url=review.get("url"),
        item=[inner],
    )
