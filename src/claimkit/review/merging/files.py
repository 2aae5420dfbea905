"""Three versions of a file, as bytes, made one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from claimkit.annotations.documents import KINDS
from claimkit.annotations.jsontext import canonical, decode, parse
from claimkit.errors import DataError
from claimkit.model.claim import ClaimsFile
from claimkit.model.decision import DecisionsFile
from claimkit.model.raw import Raw, from_raw, to_raw
from claimkit.model.review import ReviewFile
from claimkit.review.merging.claims import merged_claims
from claimkit.review.merging.conflicts import BOTH, Conflict, Found, agreed, shown
from claimkit.review.merging.decisions import merged_decisions
from claimkit.review.merging.reviews import merged_reviews
from claimkit.review.merging.sequences import Places
from claimkit.schemas import FileKind, violations
from claimkit.schemas.upgrades import upgraded

HEAD = ("$schema", "schemaVersion")


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The merged file's bytes, and what the two sides made different things of."""

    data: bytes
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """What git gives: the common version, which may be empty, and those of the two sides."""

    base: bytes
    ours: bytes
    theirs: bytes


def merge(versions: Versions, name: str, places: Places | None = None) -> Merged:
    """The three versions of the file ``name`` as one.

    ``places`` are those of the article's claims, as far as known: they put in order what only one side has. Raises
    :class:`DataError` where a version is no annotation file, or the two sides are of different articles or reviewers;
    then nothing can be merged.
    """
    ours, theirs = _read(versions.ours, f"{name} (ours)"), _read(versions.theirs, f"{name} (theirs)")
    base = _read(versions.base, f"{name} (the common version)") if versions.base.strip() else {}
    side = agreed(base, ours, theirs)
    if side is not BOTH:
        return Merged(data=versions.ours if side == ours else versions.theirs, conflicts=())
    cls = _kind(ours, name)
    if _kind(theirs, name) is not cls or _subject(ours) != _subject(theirs):
        raise DataError("the two sides are of different articles or reviewers", place=name, remedy="rename one of them")
    try:
        made, found = _merge(cls)(base, ours, theirs, places or {})
    except DataError as error:
        error.place = error.place or name
        raise
    head, conflicts = _head(base, ours, theirs)
    whole = {key: value for key, value in (head | made).items() if value != []}
    raw = {key: ours[key] for key in HEAD} | to_raw(from_raw(cls, whole))
    return Merged(data=canonical(_checked(KINDS[cls], raw, name)), conflicts=(*conflicts, *found))


def _read(data: bytes, name: str) -> Raw:
    """A version as raw data, in our order of the keys, so that the same is the same."""
    raw = parse(decode(data, name), name)
    cls = _kind(raw, name)
    raw = _checked(KINDS[cls], upgraded(KINDS[cls], raw, name), name)
    head = {key: raw.pop(key) for key in HEAD}
    return head | to_raw(from_raw(cls, raw))


def _checked(kind: FileKind, raw: Raw, name: str) -> Raw:
    wrong = [violation.message for violation in violations(kind, raw)]
    if wrong:
        raise DataError("; ".join(wrong[:3]), place=name, remedy="mend that version first, or merge it by hand")
    return raw


def _kind(raw: object, name: str) -> type[ClaimsFile | ReviewFile | DecisionsFile]:
    """What sort of file it is, by the schema that it names."""
    schema = raw.get("$schema") if isinstance(raw, dict) else None
    file = PurePosixPath(schema).name if isinstance(schema, str) else ""
    for cls, kind in KINDS.items():
        if kind.file_name == file:
            return cls
    raise DataError("it is no annotation file: it names none of their schemas", place=name, remedy="merge it by hand")


def _merge(cls: type) -> Callable[[Raw, Raw, Raw, Places], tuple[Raw, Found]]:
    if cls is ReviewFile:
        return merged_reviews
    if cls is DecisionsFile:
        return merged_decisions
    return lambda base, ours, theirs, _: merged_claims(base, ours, theirs)


def _subject(raw: Raw) -> tuple[str, str]:
    article = raw["article"]
    slug = article["slug"] if isinstance(article, dict) else article
    return slug, raw.get("reviewer", {}).get("id", "")


def _head(base: Raw, ours: Raw, theirs: Raw) -> tuple[Raw, Found]:
    """The properties that say whose file it is."""
    head: Raw = {"article": ours["article"]}
    if "reviewer" not in ours:
        return head, []
    reviewer = agreed(base.get("reviewer"), ours["reviewer"], theirs["reviewer"])
    if reviewer is not BOTH:
        return head | {"reviewer": reviewer}, []
    told = shown(ours["reviewer"]), shown(theirs["reviewer"])
    conflict = Conflict(place="", what="reviewer", ours=told[0], theirs=told[1], outcome="ours stands")
    return head | {"reviewer": ours["reviewer"]}, [conflict]
