"""A schema.org DataFeed: a DataFeedItem with each ClaimReview, or with the tombstone of a retracted one.

It is the shape in which Data Commons takes fact-checks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimkit.annotations.dossiers import Dossier
from claimkit.export import Rendering
from claimkit.export.claimreview.review import publisher as publishing
from claimkit.export.feeds.updates import Update, updates
from claimkit.export.iris import page
from claimkit.export.jsonld import Node, filled, line, node
from claimkit.model.config import Config, Publisher


def render(dossier: Dossier, config: Config, claims: frozenset[str] | None = None) -> Rendering:
    """``datafeed.jsonld`` with the article's published claims; no file where there are none."""
    found, left_out, refused = updates(dossier, config, claims)
    files = {"datafeed.jsonld": b"".join(pieces(found, config.publisher, dossier.slug))} if found else {}
    return Rendering(files=files, left_out=left_out, refused=refused)


def pieces(items: Iterable[Update], publisher: Publisher, slug: str = "") -> Iterator[bytes]:
    """The feed piece by piece, an item a line, so that no more than one of them need be in memory.

    Its last property is the day of the last change, which is only known then.
    """
    head: Node = {
        "@context": "https://schema.org",
        "@type": "DataFeed",
        "@id": f"{page(publisher.url)}#datafeed{f'-{slug}' if slug else ''}",
        "name": f"Fact-checks by {publisher.name}",
        "publisher": publishing(publisher),
    }
    yield line(head)[:-1] + b',"dataFeedElement":['
    modified, comma = "", b""
    for update in items:
        yield comma + b"\n" + line(element(update))
        modified, comma = max(modified, update.modified), b","
    yield b"\n]" + (b"," if modified else b"") + line(filled(dateModified=modified))[1:] + b"\n"


def element(update: Update) -> Node:
    """The DataFeedItem."""
    modified = update.modified if update.modified != update.created else ""
    return _element(update.item, dateCreated=update.created, dateModified=modified, dateDeleted=update.deleted)


def alone(review: Node) -> Node:
    """A feed of nothing but one ClaimReview."""
    item = _element(review, dateCreated=review.get("datePublished"), dateModified=review.get("dateModified"))
    return {"@context": "https://schema.org"} | node("DataFeed", dataFeedElement=[item])


def _element(item: Node, **days: str | None) -> Node:
    """The object in it needs no context of its own."""
    inner = {key: value for key, value in item.items() if key != "@context"}
    return node("DataFeedItem", **days, url=item.get("url"), item=[inner])
