"""The evidence of one review on two branches: entries are told apart by their address and their quote."""

from __future__ import annotations

from claimkit.model.raw import Raw
from claimkit.review.merging.conflicts import BOTH, Conflict, Found, agreed, shown
from claimkit.review.merging.sequences import numbered, woven

Name = tuple[tuple[str, str], int]


def merged_evidence(
    claim: str, base: list[Raw], ours: list[Raw], theirs: list[Raw], *, ours_stand: bool
) -> tuple[list[Raw], Found]:
    """The entries of both sides, less those that one side took away and the other left alone.

    An entry that both changed differently is that of the side that stands; one that one side took away and the other
    changed is kept. Either is a conflict.
    """
    before, one, two = (numbered(side, _name) for side in (base, ours, theirs))
    kept: dict[Name, Raw] = {}
    found: Found = []
    for key in one | two:
        mine, other = one.get(key), two.get(key)
        entry = agreed(before.get(key), mine, other)
        if entry is BOTH:
            gone = mine is None or other is None
            entry = (mine or other) if gone else mine if ours_stand else other
            outcome = "it is kept" if gone else f"{'ours' if ours_stand else 'theirs'} is later and stands"
            what = f"evidence {key[0][0]}"
            found.append(Conflict(place=claim, what=what, ours=_told(mine), theirs=_told(other), outcome=outcome))
        if entry is not None:
            kept[key] = entry
    old = {key: place for place, key in enumerate(before)}
    order = woven(list(one), list(two), lambda key: (old.get(key, len(old)), key))
    return [kept[key] for key in order if key in kept], found


def _name(entry: Raw) -> tuple[str, str]:
    return entry["url"], entry.get("quote", "")


def _told(entry: Raw | None) -> str:
    return shown(entry and {name: value for name, value in entry.items() if name not in {"url", "quote"}})
