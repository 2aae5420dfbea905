"""What the user says of a source, and what is known of it then."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from claimkit.annotations.workspace import slug_like
from claimkit.articles.formats import Format
from claimkit.errors import SourceError
from claimkit.model.article import Metadata
from claimkit.model.vocabulary import Granularity


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the user says of a source; empty is unsaid. ``name`` is its path, or ``-``."""

    name: str
    title: str | None = None
    url: str | None = None
    archive: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None
    slug: str | None = None
    kind: Format | None = None
    granularity: Granularity | None = None


def slug_of(given: Given, found: Metadata) -> str:
    """A slug from the file's name, or for standard input from the title; raises :class:`SourceError` without either."""
    basis = (given.title or found.title) if given.name == "-" else PurePath(given.name).stem
    slug = slug_like(basis)
    if not slug:
        raise SourceError("there is nothing to make a short name of", place=given.name, remedy="give --slug")
    return slug


def metadata_of(given: Given, found: Metadata, old: Metadata | None, slug: str) -> Metadata:
    """What is known of the article: as the user says, else as on record, else as the source itself says."""
    old = old or found
    return Metadata(
        title=given.title or old.title or found.title or slug.replace("-", " "),
        language=given.language or old.language or found.language or "en",
        url=given.url or old.url or found.url,
        archive=given.archive or old.archive,
        publisher=given.publisher or old.publisher or found.publisher,
        authors=given.authors or old.authors or found.authors,
        date_published=given.published or old.date_published or found.date_published,
    )


def unknown_of(metadata: Metadata) -> tuple[str, ...]:
    """The options of ``split`` for what a ClaimReview says of the article and is not known."""
    known = {"--url": metadata.url, "--publisher": metadata.publisher, "--published": metadata.date_published}
    return tuple(option for option, value in known.items() if not value)
