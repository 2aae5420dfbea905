"""In whose file others' reviews are kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from claimkit.annotations.workspace import slug_like
from claimkit.imports.sources import Said
from claimkit.model.review import Reviewer

MOST = 64
"""Characters of a reviewer's id."""

_ID = re.compile(r"[A-Za-z][A-Za-z0-9._-]*")


class Reviewers:
    """The reviewers of all statements of an import, each with an id of its own.

    The id is the one that the file has, else like the name, else ``import-`` and the format. ``given``, of the user,
    takes its place; where the files name several reviewers, it goes before each one's own.
    """

    def __init__(self, every: Iterable[Said], given: str = "") -> None:
        self._ids: dict[tuple[str, str], str] = {}
        named = list(dict.fromkeys(_key(said) for said in every))
        for key, said_id in zip(named, _apart(named), strict=True):
            own = said_id if not given else given if len(named) == 1 else f"{given}.{said_id}"
            self._ids[key] = own[:MOST]

    def of(self, said: Said) -> Reviewer:
        """Who made the statement, as it is kept here."""
        person = said.statement.reviewer or Reviewer(id="")
        return replace(person, id=self._ids[_key(said)])


def _key(said: Said) -> tuple[str, str]:
    """What tells reviewers apart: id and name, or for those without either the format."""
    person = said.statement.reviewer
    if person is None or not (person.id or person.name):
        return "", f"import {said.source.format}"
    return person.id, person.name


def _apart(keys: list[tuple[str, str]]) -> list[str]:
    """An id for each; a number tells those apart that would have the same one."""
    found: list[str] = []
    for known, name in keys:
        own = known if _ID.fullmatch(known) else slug_like(known) or slug_like(name) or "import"
        own = (own if own[0].isalpha() else f"r-{own}")[: MOST - 4]
        count = sum(1 for other in found if other == own or re.fullmatch(rf"{re.escape(own)}-\d+", other))
        found.append(f"{own}-{count + 1}" if own in found else own)
    return found
