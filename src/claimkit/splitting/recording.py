"""An article taken into the workspace, split, and recorded: the one way to a claims.json."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING

from claimkit import __version__, storage
from claimkit.annotations.texts import Texts
from claimkit.annotations.workspace import Workspace, checked_slug
from claimkit.articles.formats import Format, guess
from claimkit.articles.intake import Intake, take_in
from claimkit.errors import ConflictError, WorkspaceError
from claimkit.model.article import Metadata
from claimkit.model.claim import Splitter
from claimkit.model.vocabulary import Granularity
from claimkit.splitting.given import Given, metadata_of, slug_of, unknown_of
from claimkit.splitting.on_record import OnRecord
from claimkit.splitting.pipeline import load_pipeline, pipeline_id
from claimkit.splitting.splitter import Splitting, split_article
from claimkit.splitting.writing import article_of, record_of, write

if TYPE_CHECKING:
    from spacy.language import Language

Progress = Callable[[int, int], None] | None

UNSURE = 0.62
"""Below this confidence a text is hardly English prose: a sentence of news in German, French, Spanish, Dutch, Italian,
Portuguese, Polish, Swahili and Indonesian came to 0.37 to 0.57, in other scripts to 0; an English one full of foreign
names to 0.68, the least sure of 84 articles of US news to 0.87."""


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

    def record(self, data: bytes, given: Given, progress: Progress = None) -> Outcome:
        """Split one article and write its text of record and its claims.

        Raises :class:`SourceError` for a source that is no article, :class:`ConflictError` where another text stands
        under its slug; nothing is written then.
        """
        intake = self.intake(data, given)
        slug = checked_slug(given.slug) if given.slug else self._slug(given, intake.metadata)
        known = OnRecord.read(self.workspace, slug)
        intake = self._as_recorded(intake, known)
        metadata = metadata_of(given, intake.metadata, known.metadata, slug)
        split, splitter = self.split(intake, metadata, given, known, progress)
        texts = known.texts if known.file else Texts(intake.text)
        record = known.file.article.text if known.file else record_of(slug, 1, intake)
        article = article_of(slug, metadata, intake, record, known.file.article.earlier if known.file else ())
        written = write(known, texts, article, splitter, split, intake.data)
        return Outcome(
            slug=slug,
            file=self.workspace.relative(self.workspace.claims_path(slug)),
            sentences=len(written.merged.sentences),
            claims=len(written.merged.claims),
            kept=written.merged.kept,
            dropped=tuple(name for name in written.merged.dropped if name in known.proposed),
            unknown=unknown_of(metadata),
            confidence=splitter.confidence,
        )

    def intake(self, data: bytes, given: Given) -> Intake:
        """The article in what was received; raises :class:`SourceError` where there is none."""
        return take_in(
            data,
            name=given.name,
            format=Format(given.kind or guess(given.name, data)),
            max_characters=self.workspace.config.split.max_characters,
        )

    def split(
        self, intake: Intake, metadata: Metadata, given: Given, known: OnRecord, progress: Progress
    ) -> tuple[Splitting, Splitter]:
        """The text split, as finely as the user says, else as on record, else as configured; and what split it."""
        usual = known.file.splitter.granularity if known.file else self.workspace.config.split.granularity
        granularity = Granularity(given.granularity or usual)
        split = split_article(
            intake.text,
            intake.structure,
            self.pipeline,
            granularity=granularity,
            progress=progress,
            published=metadata.date_published,
        )
        unsure = split.confidence is not None and split.confidence < UNSURE
        splitter = Splitter(
            name="claimkit",
            version=__version__,
            pipeline=pipeline_id(self.pipeline),
            granularity=granularity,
            confidence=round(split.confidence, 2) if split.confidence is not None and unsure else None,
        )
        return split, splitter

    def _slug(self, given: Given, found: Metadata) -> str:
        """The slug of the article whose text of record is given to be split again, else one from the name."""
        name = PurePath(given.name)
        slug, _, number = name.stem.rpartition(".")
        later = number.isascii() and number.isdecimal() and name.suffix == ".txt"
        if later and _is_slug(slug) and self.workspace.claims_path(slug).exists():
            return slug
        return slug_of(given, found)

    def _as_recorded(self, intake: Intake, known: OnRecord) -> Intake:
        """``intake``, with the structure on record where it is the text of record that was given to be split again."""
        path = self.workspace.text_path(known.slug, known.version)
        if path.exists() and storage.read(path) != intake.data:
            raise ConflictError(
                "another text stands there; the text of record is never replaced",
                place=self.workspace.relative(path),
                remedy="put a new version beside it with 'claimkit update', or give another article another --slug",
            )
        record = known.file.article if known.file else None
        if record and record.text.received and not intake.received:
            return replace(intake, structure=record.structure, received=record.text.received)
        return intake


def _is_slug(text: str) -> bool:
    try:
        return bool(checked_slug(text))
    except WorkspaceError:
        return False
