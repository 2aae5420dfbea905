"""An article: its metadata, its text of record, and the structure of that text as spans."""

from __future__ import annotations

from dataclasses import dataclass

from claimkit.model.spans import Span
from claimkit.model.vocabulary import NoClaim


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What came in, where the text of record was drawn out of it (a web page, Markdown)."""

    media_type: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextOfRecord:
    """The file that offsets point into, with the digest of its bytes and its length in code points.

    ``since`` and ``who`` say when and by whom a later version took the place of the one before.
    """

    file: str
    sha256: str
    length: int
    received: Received | None = None
    since: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading's span; its section runs to the next heading of the same or a lower number. Level 1 is the top."""

    start: int
    end: int
    level: int

    @property
    def span(self) -> Span:
        """The bare position."""
        return Span(start=self.start, end=self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence's span, and the reason why it has no claim where it has none."""

    start: int
    end: int
    no_claim: NoClaim | None = None

    @property
    def span(self) -> Span:
        """The bare position."""
        return Span(start=self.start, end=self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known of an article besides its text. Empty means unknown; ``archive`` is an archived copy of it."""

    title: str
    language: str
    url: str = ""
    archive: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    date_published: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """The blocks of a text, in order and apart from one another: headings and paragraphs."""

    headings: tuple[Heading, ...] = ()
    paragraphs: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article of the workspace. ``earlier`` are the texts of record before the present one, oldest first."""

    slug: str
    metadata: Metadata
    text: TextOfRecord
    earlier: tuple[TextOfRecord, ...] = ()
    structure: Structure
    sentences: tuple[Sentence, ...] = ()

    @property
    def texts(self) -> tuple[TextOfRecord, ...]:
        """All versions of the text, oldest first."""
        return (*self.earlier, self.text)

    @property
    def version(self) -> int:
        """The number of the present version of the text, from 1."""
        return len(self.texts)
