"""One claim made into several, or several into one, by a reviewer. The old ones stay, rejected, with their history."""

from __future__ import annotations

from typing import Any

from claimkit.errors import ReviewError
from claimkit.model.claim import Claim
from claimkit.model.raw import Raw, to_raw
from claimkit.model.review import Review, ReviewFile
from claimkit.model.spans import Anchor, merged
from claimkit.model.vocabulary import Disposition
from claimkit.review.annotate import Desk, annotate
from claimkit.rules.standing import full_id, reworded

SHAPES = ("split", "merge")
"""The keys of an entry that reshape claims."""


def reshape(file: ReviewFile, entry: Raw, desk: Desk, at: str) -> tuple[ReviewFile, Review]:
    """``file`` with the claim of ``entry`` split or merged, and the review of that claim.

    ``{"claim": id, "split": [{"text": ..., "anchors": [...]}, ...]}`` makes two or more of one; a part without anchors
    stands on those of the whole. ``{"claim": id, "merge": [id, ...], "text": ...}`` makes one of two or more. Raises
    :class:`ReviewError` if it cannot be.
    """
    if set(entry) & {"add"} or set(SHAPES) <= set(entry):
        raise ReviewError("an entry adds, splits or merges", remedy='give one of "add", "split" and "merge"')
    by_id = {claim.id: claim for claim in (*desk.claims, *file.added)}
    first = full_id(by_id, str(entry.get("claim", "")))
    if "split" in entry:
        wholes, parts = [first], _parts(entry, _in_force(by_id[first], file))
    else:
        wholes = [first, *_others(entry, by_id, first)]
        parts = [_joined(entry, [_in_force(by_id[name], file) for name in wholes])]
    made = []
    for part in parts:
        file, review = annotate(file, {"add": part | {"derivedFrom": wholes}}, desk, at)
        made.append(review.claim)
    if set(made) & set(wholes) or len(set(made)) < len(parts):
        raise ReviewError("that is the same claim again", remedy="give each another wording")
    reviews = []
    for name in wholes:
        rejected = {"claim": name, "disposition": str(Disposition.REJECTED), "replacedBy": made}
        file, review = annotate(file, rejected, desk, at)
        reviews.append(review)
    return file, reviews[0]


def _in_force(claim: Claim, file: ReviewFile) -> Claim:
    own = next((review for review in file.reviews if review.claim == claim.id), None)
    return reworded(claim, own) if own else claim


def _parts(entry: Raw, whole: Claim) -> list[Raw]:
    given = entry["split"]
    if not isinstance(given, list) or len(given) < 2 or not all(isinstance(part, dict) for part in given):
        raise ReviewError('"split" must be a list of two or more', remedy='write [{"text": "..."}, {"text": "..."}]')
    _only(entry, "split")
    return [_like(whole, list(whole.anchors)) | part for part in given]


def _joined(entry: Raw, wholes: list[Claim]) -> Raw:
    if not entry.get("text"):
        raise ReviewError("claims are merged into one wording", remedy='give it as "text"')
    _only(entry, "merge", "text", "anchors", "kind")
    anchors = sorted({anchor for whole in wholes for anchor in whole.anchors})
    given = {name: entry[name] for name in ("text", "anchors", "kind") if name in entry}
    return _like(wholes[0], _apart(anchors)) | given


def _like(whole: Claim, anchors: list[Anchor]) -> Raw:
    """What a new claim takes over from the old one: its words, its kind, who says it."""
    attribution = [to_raw(link) for link in whole.attribution]
    spans: list[Any] = [{"start": anchor.start, "end": anchor.end} for anchor in anchors]
    return {"anchors": spans, "kind": str(whole.kind)} | ({"attribution": attribution} if attribution else {})


def _apart(anchors: list[Anchor]) -> list[Anchor]:
    """The anchors, those that overlap one another as one: only their offsets are used."""
    return [Anchor(start=span.start, end=span.end, quote=" ") for span in merged([anchor.span for anchor in anchors])]


def _others(entry: Raw, by_id: dict[str, Claim], first: str) -> list[str]:
    names = entry["merge"]
    if not isinstance(names, list) or not names:
        raise ReviewError(
            '"merge" must be a list of ids', remedy='write {"claim": "c1", "merge": ["c2"], "text": "..."}'
        )
    others = [full_id(by_id, str(name)) for name in names]
    if first in others or len(set(others)) < len(others):
        raise ReviewError("a claim cannot be merged with itself", remedy="name other claims")
    return others


def _only(entry: Raw, *known: str) -> None:
    if extra := sorted(set(entry) - {"claim", *known}):
        raise ReviewError(
            f"{', '.join(map(repr, extra))} cannot be recorded in one entry with a {known[0]}",
            remedy="record it in an entry of the new claim",
        )
