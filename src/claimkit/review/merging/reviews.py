"""Two branches' versions of one reviewer's file, merged claim by claim and then property by property."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from claimkit.errors import DataError
from claimkit.model.history import states
from claimkit.model.raw import Raw, from_raw, to_raw
from claimkit.model.review import Review
from claimkit.model.vocabulary import Stage
from claimkit.review.history import PROPERTIES, moment, recorded
from claimkit.review.merging.additions import merged_added, told_apart
from claimkit.review.merging.conflicts import BOTH, Conflict, Found, agreed, by_age, shown
from claimkit.review.merging.evidence import merged_evidence
from claimkit.review.merging.sequences import Places, in_text_order, places_of, union
from claimkit.schemas import FileKind, violations

_BESIDE = frozenset({"stage", "comment", "textVersion"})
"""What may change beside a finished review without changing what it says."""


def merged_reviews(base: Raw, ours: Raw, theirs: Raw, places: Places) -> tuple[Raw, Found]:
    """The properties ``added`` and ``reviews`` of the merged file, as raw data, and the conflicts.

    ``places`` are those of the article's claims. Raises
    :class:`DataError` where one version has two reviews of one claim.
    """
    base, ours, theirs, found = told_apart(base, ours, theirs)
    before, one, two = (by_claim(side.get("reviews", []), "claim", "reviews") for side in (base, ours, theirs))
    kept: dict[str, Raw] = {}
    for claim in one | two:
        review, conflicts = merged_review(claim, before.get(claim), one.get(claim), two.get(claim))
        found += conflicts
        if review is not None:
            kept[claim] = review
    added, conflicts = merged_added(base, ours, theirs, kept)
    order = in_text_order(one, two, {**places, **places_of(added)})
    reviews = [kept[claim] for claim in order if claim in kept]
    return {"added": added, "reviews": reviews}, [*found, *conflicts]


def by_claim(items: Iterable[Raw], name: str, kind: str) -> dict[str, Raw]:
    """Raw items by the id of their claim, which stands at ``name``; raises :class:`DataError` where two have one."""
    result: dict[str, Raw] = {}
    for item in items:
        if item[name] in result:
            raise DataError(f"it has two {kind} of {item[name]}", remedy="join the two first, then merge")
        result[item[name]] = item
    return result


def merged_review(claim: str, base: Raw | None, ours: Raw | None, theirs: Raw | None) -> tuple[Raw | None, Found]:
    """One claim's review, None where it is gone, and the conflicts.

    What only one side took away is gone; where the other changed it meanwhile, it is kept, and that is a conflict.
    """
    review = agreed(base, ours, theirs)
    if review is not BOTH:
        return review, []
    if ours is None or theirs is None:
        told = [shown(side and side["disposition"]) for side in (ours, theirs)]
        outcome = "one side took away what the other changed; it is kept"
        return ours or theirs, [Conflict(place=claim, what="review", ours=told[0], theirs=told[1], outcome=outcome)]
    return _combined(base or {}, ours, theirs)


def _combined(base: Raw, ours: Raw, theirs: Raw) -> tuple[Raw, Found]:
    if ours.get("textVersion", 1) != theirs.get("textVersion", 1):
        return _of_newer_text(base, ours, theirs)
    first, last = by_age(ours, theirs)
    made: Raw = {"claim": last["claim"], "when": last["when"]}
    found: Found = []
    for name in PROPERTIES:
        value, conflicts = _property(name, base, ours, theirs, ours_stand=last is ours)
        found += conflicts
        if value is not None:
            made[name] = value
    if any(violations(FileKind.REVIEW, made, "review")):  # such as a rejected claim with another's better wording
        made, found = _whole(ours, theirs, last)
    finished = _finished(made, ours, theirs)
    if finished:
        found += [_reopened(ours, theirs)]
        made["stage"] = str(Stage.DRAFT)
    gone = [side for side in (first if found else None, finished) if side]
    mine = _formers(ours, present=ours in gone)
    other = _formers(theirs, present=theirs in gone)
    every = union(mine, other, rank=lambda state: moment(state["when"]))
    return to_raw(recorded([from_raw(Review, state) for state in (*every, made)])), found


def _of_newer_text(base: Raw, ours: Raw, theirs: Raw) -> tuple[Raw, Found]:
    """The review of the newer text, whole: what was said of other words cannot be put together with it."""
    newer, older = sorted((ours, theirs), key=lambda side: side.get("textVersion", 1), reverse=True)
    names = [name for name in PROPERTIES if older.get(name) != base.get(name) and older.get(name) != newer.get(name)]
    outcome = "the review of the newer text stands, what the other side said of the older one is in its history"
    told = {name: (shown(ours.get(name)), shown(theirs.get(name))) for name in names if name != "textVersion"}
    found = [
        Conflict(place=ours["claim"], what=name, ours=mine, theirs=other, outcome=outcome)
        for name, (mine, other) in told.items()
    ]
    formers = (_formers(newer, present=False), _formers(older, present=bool(found)))
    every = union(*formers, rank=lambda state: moment(state["when"]))
    made = {name: value for name, value in newer.items() if name != "history"}
    return to_raw(recorded([from_raw(Review, state) for state in (*every, made)])), found


def _finished(made: Raw, ours: Raw, theirs: Raw) -> Raw | None:
    """The one side that is finished, where the merged review says something else than what was finished there."""
    done = [side for side in (ours, theirs) if side.get("stage") == Stage.DONE]
    if len(done) != 1 or made.get("stage") != Stage.DONE:
        return None
    differs = any(made.get(name) != done[0].get(name) for name in PROPERTIES if name not in _BESIDE)
    return done[0] if differs else None


def _reopened(ours: Raw, theirs: Raw) -> Conflict:
    told = shown(ours.get("stage")), shown(theirs.get("stage"))
    outcome = "one side finished what the other went on changing; it is a draft again, to be looked at and finished"
    return Conflict(place=ours["claim"], what="stage", ours=told[0], theirs=told[1], outcome=outcome)


def _property(name: str, base: Raw, ours: Raw, theirs: Raw, *, ours_stand: bool) -> tuple[Any, Found]:
    before, mine, other = base.get(name), ours.get(name), theirs.get(name)
    value = agreed(before, mine, other)
    if value is not BOTH:
        return value, []
    if name == "textVersion":  # claimkit records it; the review as it now is takes in that of the newer text
        return max(mine or 1, other or 1), []
    if name == "evidence":
        entries, found = merged_evidence(ours["claim"], before or [], mine or [], other or [], ours_stand=ours_stand)
        return entries or None, found
    return (mine if ours_stand else other), [_differs(ours, theirs, name, ours_stand=ours_stand)]


def _whole(ours: Raw, theirs: Raw, last: Raw) -> tuple[Raw, Found]:
    """The later review as it is, where the two cannot be combined."""
    names = [name for name in PROPERTIES if ours.get(name) != theirs.get(name)]
    found = [_differs(ours, theirs, name, ours_stand=last is ours) for name in names]
    return {name: value for name, value in last.items() if name != "history"}, found


def _differs(ours: Raw, theirs: Raw, name: str, *, ours_stand: bool) -> Conflict:
    side = "ours" if ours_stand else "theirs"
    outcome = f"{side} is later and stands, the other is in the review's history"
    told = shown(ours.get(name)), shown(theirs.get(name))
    return Conflict(place=ours["claim"], what=name, ours=told[0], theirs=told[1], outcome=outcome)


def _formers(review: Raw, *, present: bool) -> list[Raw]:
    """The states that gave way; with the ``present`` one where that gives way now."""
    every = [to_raw(state) for state in states(from_raw(Review, review))]
    return every if present else every[:-1]
