"""The JSON Schemas of every kind of file: where they are, and what in some raw data breaks them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from claimkit.schemas.quick import part, surely_valid
from claimkit.schemas.wording import explain

if TYPE_CHECKING:
    from jsonschema.protocols import Validator

MOST = 1000
"""Violations of one file that are told; whoever mends those sees the others."""

VERSION = 1
"""The schema version that this claimkit writes."""


class FileKind(StrEnum):
    """The kinds of file in a workspace, each with its schema."""

    CLAIMS = "claims"
    REVIEW = "review"
    DECISIONS = "decisions"
    CONFIG = "config"
    BASELINE = "baseline"

    @property
    def file_name(self) -> str:
        """The name of its schema file."""
        return f"{self.value}.schema.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """Where raw data breaks its schema (keys and indexes from the root), and how."""

    path: tuple[str | int, ...]
    message: str


def folder() -> Path:
    """Where the schemas lie: in the installed package, or at the top of the checkout (an editable install)."""
    packaged = Path(__file__).parent.parent / "_schemas"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "schemas"


@cache
def text(kind: FileKind) -> str:
    """The schema of ``kind`` as it stands in its file."""
    return (folder() / kind.file_name).read_text(encoding="utf-8")


def violations(kind: FileKind, raw: object, definition: str = "") -> Iterator[Violation]:
    """What in ``raw`` breaks the schema of ``kind``, or only its ``definition`` (a name in ``$defs``), in order."""
    if surely_valid(text(kind), raw, definition):
        return
    try:
        found = {
            Violation(path=tuple(error.absolute_path), message=explain(error))
            for error in islice(_validator(kind, definition).iter_errors(raw), MOST)  # type: ignore[arg-type]
        }
    except RecursionError:
        found = {Violation(path=(), message="the file is nested too deeply; nothing of ours nests so: replace it")}
    yield from sorted(found, key=lambda item: ([str(part).zfill(9) for part in item.path], item.message))


@cache
def _validator(kind: FileKind, definition: str) -> Validator:
    from claimkit.schemas.dialect import Dialect  # noqa: PLC0415 - jsonschema takes 100 ms to import

    return Dialect(part(text(kind), definition))
