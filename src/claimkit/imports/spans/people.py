"""Reviewers and speakers as other tools name them."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from claimkit.imports.spans.values import Value, plain
from claimkit.model.attribution import Link, Source
from claimkit.model.review import Reviewer
from claimkit.model.vocabulary import Mode, SourceType

_ID = re.compile(r"[A-Za-z][A-Za-z0-9._-]{0,63}", re.ASCII)
_MAX = 40


def person(known_as: str, name: str = "") -> Reviewer:
    """The reviewer of that name elsewhere. Ids of two people differ, though a name loses letters to become an id.

    Of an address for mail only the part before the @ is kept: reviewers' names are published.
    """
    if _ID.fullmatch(known_as):
        return Reviewer(id=known_as, name="" if name == known_as else name)
    short = known_as.partition("@")[0]
    letters = unicodedata.normalize("NFKD", short).encode("ascii", "ignore").decode().lower()
    bare = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:_MAX]
    slug = bare if bare[:1].isalpha() else f"annotator-{bare}".rstrip("-")
    if bare != re.sub(r"\s+", "-", known_as.strip().lower()):
        slug += "-" + hashlib.sha256(known_as.encode("utf-8", "replace")).hexdigest()[:6]
    return Reviewer(id=slug, name=name or plain(short))


def account(value: Value) -> Reviewer | None:
    """Who is meant by a number, an address, or an object with them: how annotation servers name their users."""
    if value.missing or value.raw in ("", {}):
        return None
    if value.is_a(int):
        return person(f"annotator-{value.name()[:_MAX]}".replace("--", "-"))
    if not value.is_a(dict):
        return person(value.name())
    name = " ".join(filter(None, (value.get("first_name").words(), value.get("last_name").words())))
    known = value.get("username", "email", "id")
    if known.is_a(int):
        return person(f"annotator-{known.name()[:_MAX]}".replace("--", "-"), name)
    return person(known.name(), name) if known.name() else None


def said_by(name: str, date_said: str = "") -> Link:
    """That somebody says it. No tool here tells people from organizations, or quotations from reports."""
    words = " ".join(plain(name).split())
    return Link(source=Source(name=words, type=SourceType.PERSON), mode=Mode.INDIRECT, date_said=date_said)
