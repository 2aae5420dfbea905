"""The rules of our TEI. Grammar first: what is not shaped as it should be, no other rule can speak of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong, in words, and on which line of the file."""

    message: str
    line: int | None = None


def problems(root: etree._Element) -> Iterator[Problem]:
    """What in a document breaks the encoding, in the order of the checks."""
    yield from ()
