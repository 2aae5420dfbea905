"""What tables and task data say of an article beside its text, under the names that people give such columns."""

from __future__ import annotations

from collections.abc import Callable

from claimkit.articles import fields
from claimkit.imports.spans.values import Value
from claimkit.model.article import Metadata

_TITLE = ("title", "headline")
_URL = ("url", "uri", "link", "source_url", "article_url")
_PUBLISHER = ("publisher", "outlet", "source", "site")
_AUTHOR = ("author", "authors", "byline")
_PUBLISHED = ("date", "published", "date_published", "datePublished", "published_at")
_LANGUAGE = ("language", "lang")


def metadata_of(*objects: Value) -> Metadata:
    """What the objects say, the first of them that says it; what is not as it should be is unknown."""

    def first(names: tuple[str, ...], read: Callable[[object], str]) -> str:
        given = (one.raw.get(name) for one in objects if one.is_a(dict) for name in names)
        return next((text for value in given if (text := read(value))), "")

    author = first(_AUTHOR, fields.field)
    return Metadata(
        title=first(_TITLE, fields.field),
        language=first(_LANGUAGE, fields.language),
        url=first(_URL, fields.url),
        publisher=first(_PUBLISHER, _name),
        authors=(author,) if author else (),
        date_published=first(_PUBLISHED, fields.date),
    )


def _name(value: object) -> str:
    """A name that is no address."""
    return "" if fields.url(value) else fields.field(value)
