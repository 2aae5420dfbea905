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

_ROOM = MOST - 4
"""As many of it as leave room for a number."""

_ID = re.compile(r"[A-Za-z][A-Za-z0-9._-]*")


class Reviewers:
    """The reviewers of all statements of an import, each with an id of its own.

    The id is the one that the file has, else like the name, else ``import-`` and the format. ``given``, of the user,
    takes its place; where the files name several reviewers, it goes before each one's own.
    """

    def __init__(self, every: Iterable[Said], given: str = "") -> None:
        self._ids: dict[tuple[str, str], str] = {}
        named = list(dict.fromkeys(_key(said) for said in every))
        own_ids = _apart(named)
        if given:
            own_ids = [given[:MOST]] if len(named) == 1 else _apart([(_before(given, own), "") for own in own_ids])
        for key, own in zip(named, own_ids, strict=True):
            self._ids[key] = own

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


def _before(given: str, own: str) -> str:
    """The user's id before the reviewer's own, which is kept whole: it tells the reviewers apart."""
    return f"{given[: max(1, _ROOM - len(own) - 1)]}.{own}"


def _apart(keys: list[tuple[str, str]]) -> list[str]:
    """An id for each; a number tells those apart that would have the same one."""
    found: dict[str, None] = {}
    last: dict[str, int] = {}
    for known, name in keys:
        own = like = _like(known, name)
        while own in found:
            last[like] = last.get(like, 1) + 1
            end = f"-{last[like]}"
            own = like[: MOST - len(end)] + end
        found[own] = None
    return list(found)


def _like(known: str, name: str) -> str:
    own = known if _ID.fullmatch(known) else slug_like(known) or slug_like(name) or "import"
    return (own if own[0].isalpha() else f"r-{own}")[:_ROOM]
