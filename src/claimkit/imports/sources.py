"""The files that are imported, and what each says."""

from __future__ import annotations

from dataclasses import dataclass

from claimkit.imports.foreign import Foreign, Remark, Statement
from claimkit.model.claim import Claim
from claimkit.model.review import Review

OMITTED = " … "
"""What stands between two stretches of an article where the words between them are left out, or not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file: where it lies, for messages; the name of its format; the SHA-256 of its bytes."""

    place: str
    format: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What a file says of one article."""

    source: Source
    foreign: Foreign


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement with the file that it stands in, and its number there, from 1."""

    source: Source
    statement: Statement
    number: int

    def remark(self, message: str, *, refused: bool = True) -> Told:
        """What is to be said of it: by its name there, else its number."""
        where = self.statement.id or self.statement.url or f"statement {self.number}"
        return Told(place=self.source.place, remark=Remark(message=message, where=where, refused=refused))


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A remark with the file that it is about."""

    place: str
    remark: Remark


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A statement at its claim. ``review`` says only what it makes of the claim's wording; ``added``: a new claim."""

    said: Said
    claim: Claim
    review: Review
    added: bool = False


def statements(brought: list[Brought]) -> list[Said]:
    """All statements, numbered by file."""
    numbers: dict[Source, int] = {}
    found = []
    for one in brought:
        for statement in one.foreign.statements:
            numbers[one.source] = numbers.get(one.source, 0) + 1
            found.append(Said(source=one.source, statement=statement, number=numbers[one.source]))
    return found


def wording(statement: Statement) -> str:
    """The claim as a sentence: as it is given, else the words that were marked, on one line."""
    return statement.text.strip() or OMITTED.join(" ".join(stretch.quote.split()) for stretch in statement.stretches)
