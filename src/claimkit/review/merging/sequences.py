"""Two lists made one: each keeps its order, and what stands in both stands once."""

from __future__ import annotations

import sys
from collections.abc import Callable, Hashable, Iterable, Mapping
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import Any, TypeVar

from claimkit.annotations.jsontext import canonical
from claimkit.model.raw import Raw

K = TypeVar("K", bound=Hashable)


def woven(ours: list[K], theirs: list[K], rank: Callable[[K], Any]) -> list[K]:
    """The keys of both lists, none twice, in an order that both have.

    Where the lists leave it open, the lower rank comes first; so it does where they contradict one another. Which list
    is given first makes no difference.
    """
    after: dict[K, set[K]] = {key: set() for key in (*ours, *theirs)}
    for one, two in (*pairwise(ours), *pairwise(theirs)):
        after[one].add(two)
    waits = dict.fromkeys(after, 0)
    for following in after.values():
        for key in following:
            waits[key] += 1
    free = [(rank(key), key) for key, count in waits.items() if not count]
    heapify(free)
    result: list[K] = []
    while len(result) < len(after):
        if not free:  # a circle: the lists contradict one another
            free = [min((rank(key), key) for key in waits)]
        _, key = heappop(free)
        if key not in waits:
            continue
        del waits[key]
        result.append(key)
        for following_key in after[key] & waits.keys():
            waits[following_key] -= 1
            if not waits[following_key]:
                heappush(free, (rank(following_key), following_key))
    return result


def counted(items: Iterable[Raw]) -> dict[tuple[bytes, int], Raw]:
    """Raw items by what they are and how often that stood there before: one that stands twice is two."""
    return numbered(items, canonical)


def numbered(items: Iterable[Raw], name: Callable[[Raw], K]) -> dict[tuple[K, int], Raw]:
    """Raw items by a name of theirs and how often that stood there before."""
    seen: dict[K, int] = {}
    result = {}
    for item in items:
        key = name(item)
        seen[key] = seen.get(key, 0) + 1
        result[key, seen[key]] = item
    return result


def union(ours: Iterable[Raw], theirs: Iterable[Raw], *, rank: Callable[[Raw], Any]) -> list[Raw]:
    """The items of both lists, what is the same in both once."""
    one, two = counted(ours), counted(theirs)
    every = one | two
    return [every[key] for key in woven(list(one), list(two), lambda key: rank(every[key]))]


Places = Mapping[str, tuple[int, int]]
"""Where claims stand in the article, by their ids: the first and the last code point."""


def in_text_order(ours: Iterable[str], theirs: Iterable[str], places: Places) -> list[str]:
    """The ids of claims of both sides, in the order of the text; those of unknown place keep to their neighbours."""
    return woven(list(ours), list(theirs), lambda claim: places.get(claim, (sys.maxsize, 0)))


def places_of(claims: Iterable[Raw]) -> dict[str, tuple[int, int]]:
    """The places of raw claims."""
    return {claim["id"]: (claim["anchors"][0]["start"], claim["anchors"][-1]["end"]) for claim in claims}
