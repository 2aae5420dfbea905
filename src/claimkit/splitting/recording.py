"""An article taken into the workspace, split, and recorded: the one way to a claims.json."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING

from claimkit import __version__, storage
from claimkit.annotations.documents import Document, load, serialised
from claimkit.annotations.workspace import MAX_SLUG, Workspace, checked_slug
from claimkit.articles.formats import Format, guess
from claimkit.articles.intake import Intake, take_in
from claimkit.errors import ConflictError, SourceError
from claimkit.model.article import Article, Metadata, TextOfRecord
from claimkit.model.claim import Claim, ClaimsFile, Splitter
from claimkit.model.decision import DecisionsFile
from claimkit.model.review import ReviewFile
from claimkit.model.vocabulary import Granularity
from claimkit.splitting.pipeline import load_pipeline, pipeline_id
from claimkit.splitting.resplit import merge
from claimkit.splitting.splitter import split_article

if TYPE_CHECKING:
    from spacy.language import Language


UNSURE = 0.62
"""Below this confidence a text is hardly English prose: a sentence of news in German, French, Spanish, Dutch, Italian,
Portuguese, Polish, Swahili and Indonesian came to 0.37 to 0.57, in other scripts to 0; an English one full of foreign
names to 0.68, the least sure of 84 articles of US news to 0.87."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the user says of a source; empty is unsaid. ``name`` is its path, or ``-``."""

    name: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None
    slug: str | None = None
    kind: Format | None = None
    granularity: Granularity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a split came to.

    ``kept`` are reviewed claims that the splitter no longer proposes, ``dropped`` unreviewed ones that gave way.
    ``unknown`` are the options that would fill what publishers ask for and nobody has said. ``confidence`` is the
    parser's, where it is below :data:`UNSURE`.
    """

    slug: str
    file: str
    sentences: int
    claims: int
    kept: tuple[str, ...]
    dropped: tuple[str, ...]
    unknown: tuple[str, ...]
    confidence: float | None = None


class Recorder:
    """Splits article after article into one workspace, with one pipeline."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    @cached_property
    def pipeline(self) -> Language:
        """The configured pipeline, loaded when the first article needs it."""
        return load_pipeline(self.workspace.pipeline)

    def record(self, data: bytes, given: Given, progress: Callable[[int, int], None] | None = None) -> Outcome:
        """Split one article and write its text of record and its claims.

        Raises :class:`SourceError` for a source that is no article, :class:`ConflictError` where another text stands
        under its slug; nothing is written then.
        """
        intake = take_in(
            data,
            name=given.name,
            format=Format(given.kind or guess(given.name, data)),
            max_characters=self.workspace.config.split.max_characters,
        )
        slug = checked_slug(given.slug) if given.slug else slug_of(given, intake.metadata)
        old = self._recorded(slug)
        intake = self._as_recorded(intake, old, slug)
        granularity = self._granularity(given, old)
        metadata = metadata_of(given, intake.metadata, old.item.article.metadata if old else None, slug)
        split = split_article(
            intake.text,
            intake.structure,
            self.pipeline,
            granularity=granularity,
            progress=progress,
            published=metadata.date_published,
        )
        touched = self._touched(slug)
        merged = merge(old.item if old else None, split, touched, list(self._written(slug, old)))
        article = Article(
            slug=slug,
            metadata=metadata,
            text=TextOfRecord(
                file=f"seeds/{slug}.txt",
                sha256=storage.sha256(intake.data),
                length=len(intake.text),
                received=intake.received,
            ),
            structure=intake.structure,
            sentences=merged.sentences,
        )
        unsure = split.confidence is not None and split.confidence < UNSURE
        splitter = Splitter(
            name="claimkit",
            version=__version__,
            pipeline=pipeline_id(self.pipeline),
            granularity=granularity,
            confidence=round(split.confidence, 2) if split.confidence is not None and unsure else None,
        )
        claims = ClaimsFile(article=article, splitter=splitter, claims=merged.claims)
        if self._touched(slug) != touched:
            raise ConflictError("a review was recorded meanwhile", place=slug, remedy="repeat the command")
        self._write(slug, intake, claims, old)
        return Outcome(
            slug=slug,
            file=self.workspace.relative(self.workspace.claims_path(slug)),
            sentences=len(merged.sentences),
            claims=len(merged.claims),
            kept=merged.kept,
            dropped=merged.dropped,
            unknown=unknown_of(article.metadata),
            confidence=splitter.confidence,
        )

    def _recorded(self, slug: str) -> Document[ClaimsFile] | None:
        path = self.workspace.claims_path(slug)
        return load(self.workspace, path, ClaimsFile) if path.exists() else None

    def _granularity(self, given: Given, old: Document[ClaimsFile] | None) -> Granularity:
        """As the user says, else as on record, else as configured."""
        usual = old.item.splitter.granularity if old else self.workspace.config.split.granularity
        return Granularity(given.granularity or usual)

    def _as_recorded(self, intake: Intake, old: Document[ClaimsFile] | None, slug: str) -> Intake:
        """``intake``, with the structure on record where it is the text of record that was given to be split again."""
        path = self.workspace.text_path(slug)
        if path.exists() and storage.read(path) != intake.data:
            raise ConflictError(
                "another text stands there; the text of record is never replaced",
                place=self.workspace.relative(path),
                remedy="give this one another --slug",
            )
        record = old.item.article if old else None
        if record and record.text.received and not intake.received:
            return replace(intake, structure=record.structure, received=record.text.received)
        return intake

    def _reviews(self, slug: str) -> Iterator[ReviewFile]:
        return (load(self.workspace, path, ReviewFile).item for path in self.workspace.review_paths(slug))

    def _written(self, slug: str, old: Document[ClaimsFile] | None) -> Iterator[Claim]:
        """The claims that reviewers added, and those that they edited as they have them."""
        known = {claim.id: claim for claim in old.item.claims} if old else {}
        for file in self._reviews(slug):
            yield from file.added
            for review in file.reviews:
                claim = known.get(review.claim)
                if claim and review.text:
                    yield replace(claim, text=review.text, anchors=review.anchors or claim.anchors)

    def _touched(self, slug: str) -> frozenset[str]:
        """The ids of the claims that somebody reviewed, settled or published."""
        touched = {review.claim for file in self._reviews(slug) for review in file.reviews}
        if (path := self.workspace.decisions_path(slug)).exists():
            file = load(self.workspace, path, DecisionsFile).item
            touched |= {decision.claim for decision in file.decisions} | {entry.claim for entry in file.ledger}
        return frozenset(touched)

    def _write(self, slug: str, intake: Intake, claims: ClaimsFile, old: Document[ClaimsFile] | None) -> None:
        path = self.workspace.claims_path(slug)
        data = serialised(self.workspace, path, claims)  # refuses what is invalid before anything is written
        text_path = self.workspace.text_path(slug)
        if not text_path.exists():
            storage.write(text_path, intake.data, replaces=None)
        storage.write(path, data, replaces=old.digest if old else None)


def slug_of(given: Given, found: Metadata) -> str:
    """A slug from the file's name, or for standard input from the title; raises :class:`SourceError` without either."""
    basis = (given.title or found.title) if given.name == "-" else PurePath(given.name).stem
    plain = unicodedata.normalize("NFKD", basis).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain)[:MAX_SLUG].strip("-")
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
        publisher=given.publisher or old.publisher or found.publisher,
        authors=given.authors or old.authors or found.authors,
        date_published=given.published or old.date_published or found.date_published,
    )


def unknown_of(metadata: Metadata) -> tuple[str, ...]:
    """The options of ``split`` for what a ClaimReview says of the article and is not known."""
    known = {"--url": metadata.url, "--publisher": metadata.publisher, "--published": metadata.date_published}
    return tuple(option for option, value in known.items() if not value)
