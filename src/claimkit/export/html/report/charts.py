"""Counts as bars: lengths are whole numbers, so that every machine draws the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

LENGTH = 1000
"""How long a whole bar is, in the units of its picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One count. ``start`` and ``length`` are its part of the bar of all, ``alone`` its length beside the greatest."""

    label: str
    count: int
    tone: str
    start: int
    length: int
    alone: int
    ours: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A count before it is drawn. ``ours``: the label is a word of the page, not of an article or a newsroom."""

    label: str
    count: int
    tone: str = "off"
    ours: bool = True


def bars(counts: Iterable[Count]) -> tuple[Bar, ...]:
    """The counts that are not zero, in the order given."""
    some = [item for item in counts if item.count]
    total, most = sum(item.count for item in some), max((item.count for item in some), default=1)
    result, before = [], 0
    for item in some:
        start, end = (LENGTH * value // total for value in (before, before + item.count))
        result.append(
            Bar(
                label=item.label,
                count=item.count,
                tone=item.tone,
                start=start,
                length=end - start,
                alone=max(1, LENGTH * item.count // most),
                ours=item.ours,
            )
        )
        before += item.count
    return tuple(result)
