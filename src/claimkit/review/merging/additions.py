"""The claims that one reviewer added on two branches."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from claimkit.annotations.jsontext import canonical
from claimkit.model.claim import Claim
from claimkit.model.identity import claim_id
from claimkit.model.raw import Raw, from_raw
from claimkit.review.history import moment
from claimkit.review.merging.conflicts import BOTH, Conflict, Found, agreed, shown
from claimkit.review.merging.sequences import woven


def merged_added(base: Raw, ours: Raw, theirs: Raw, reviewed: Collection[str]) -> tuple[list[Raw], Found]:
    """The claims that either side added, in the order of the text, less those that one side took back.

    One that is ``reviewed`` in the merged file stays.
    """
    before, one, two = (_by_id(side) for side in (base, ours, theirs))
    kept: list[Raw] = []
    found: Found = []
    for name in woven(list(one), list(two), lambda name: _place((one | two)[name])):
        mine, other = one.get(name), two.get(name)
        claim = agreed(before.get(name), mine, other)
        if claim is BOTH:
            claim, conflicts = _both(name, before.get(name), mine, other, ours_stand=_ours_later(name, ours, theirs))
            found += conflicts
        if claim is None and name in reviewed:
            claim = mine or other
        if claim is not None:
            kept.append(claim)
    return sorted(kept, key=_place), found


def told_apart(base: Raw, ours: Raw, theirs: Raw) -> tuple[Raw, Raw, Raw, Found]:
    """The three versions, in which no id stands for two different claims that the two sides added.

    Ids are digests, so that hardly ever happens. One of the two claims then gets another id, with its review.
    """
    found: Found = []
    before, one, two = (_by_id(side) for side in (base, ours, theirs))
    for name in sorted(one.keys() & two.keys() - before.keys()):
        if all(one[name][part] == two[name][part] for part in ("text", "anchors")):
            continue
        moves_ours = canonical(one[name]) > canonical(two[name])
        claim = from_raw(Claim, (one if moves_ours else two)[name])
        new = claim_id(claim.text, claim.anchors, {*before, *one, *two})
        ours, theirs = (_renamed(ours, name, new), theirs) if moves_ours else (ours, _renamed(theirs, name, new))
        outcome = f"{'ours' if moves_ours else 'theirs'} is now {new}"
        told = shown(one[name]["text"]), shown(two[name]["text"])
        found.append(Conflict(place=name, what="added claim", ours=told[0], theirs=told[1], outcome=outcome))
    return base, ours, theirs, found


def _both(name: str, base: Raw | None, ours: Raw | None, theirs: Raw | None, *, ours_stand: bool) -> tuple[Raw, Found]:
    if ours is None or theirs is None:
        outcome = "one side took it back and the other changed it; it is kept"
        told = shown(ours and ours["text"]), shown(theirs and theirs["text"])
        kept: Raw = ours or theirs or {}
        return kept, [Conflict(place=name, what="added claim", ours=told[0], theirs=told[1], outcome=outcome)]
    return merged_claim(name, base or {}, ours, theirs, ours_stand=ours_stand)


def merged_claim(name: str, base: Raw, ours: Raw, theirs: Raw, *, ours_stand: bool) -> tuple[Raw, Found]:
    """One claim that both sides changed, property by property; where they differ, that of the side that stands."""
    made: Raw = {}
    found: Found = []
    for key in dict.fromkeys([*ours, *theirs]):
        value = agreed(base.get(key), ours.get(key), theirs.get(key))
        if value is BOTH:
            value = (ours if ours_stand else theirs).get(key)
            told = shown(ours.get(key)), shown(theirs.get(key))
            outcome = f"that of {'ours' if ours_stand else 'theirs'} stands"
            found.append(Conflict(place=name, what=key, ours=told[0], theirs=told[1], outcome=outcome))
        if value is not None:
            made[key] = value
    return made, found


def _ours_later(name: str, ours: Raw, theirs: Raw) -> bool:
    """Whose review of the claim is later: claims themselves have no date."""
    times = [
        max((moment(review["when"]) for review in side["reviews"] if review["claim"] == name), default=moment(""))
        for side in (ours, theirs)
    ]
    marks = [canonical(_by_id(side)[name]) if name in _by_id(side) else b"" for side in (ours, theirs)]
    return (times[0], marks[0]) > (times[1], marks[1])


def _renamed(side: Raw, old: str, new: str) -> Raw:
    def fresh(names: list[str]) -> list[str]:
        return [new if name == old else name for name in names]

    def item(raw: Raw, key: str, others: str) -> Raw:
        changed = raw | {key: new} if raw[key] == old else raw
        return changed | {others: fresh(raw[others])} if others in raw else changed

    added = [item(claim, "id", "derivedFrom") for claim in side.get("added", [])]
    return side | {"added": added, "reviews": [item(review, "claim", "replacedBy") for review in side["reviews"]]}


def _by_id(side: Raw) -> dict[str, Raw]:
    return {claim["id"]: claim for claim in side.get("added", [])}


def _place(claim: Raw) -> tuple[Any, ...]:
    return claim["anchors"][0]["start"], claim["anchors"][-1]["end"], claim["id"]
