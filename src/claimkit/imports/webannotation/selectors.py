"""From the selectors of a target to stretches of words.

Several selectors describe one segment, each by itself (4.2): so the quotation says the words, and a position that fits
it says where they stand. A ``Composite`` is one segment of several parts, as appendix D proposes and claimkit exports.
A selector refined by another (4.2.9) is only the way to the inner one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimkit.imports.foreign import Stretch
from claimkit.imports.spans.notes import Notes
from claimkit.imports.spans.values import Value, has_controls

_DEEPEST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """One part of a segment, as far as a selector says: its words, its place, or both."""

    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None


def kind_of(value: Value) -> str:
    """The first type of an object, without its namespace."""
    first = next(value.get("type", "@type").listed(), None)
    return first.text().rpartition("#")[2].removeprefix("oa:") if first else ""


def stretches_of(selector: Value, notes: Notes) -> tuple[Stretch, ...]:
    """The words that the selectors describe; none where they describe them by a place alone, which is noted."""
    ways = [way for one in selector.listed() if (way := _parts(one, notes, 0))]
    quoted = next((way for way in ways if all(part.quote for part in way)), None)
    if quoted is None:
        if ways:
            notes.refuse("places without the words that stand there are not taken over", selector.where)
        return ()
    placed = next((way for way in ways if _fit(way, quoted)), None)
    if placed is None and any(part.start is not None for way in ways for part in way if len(way) == len(quoted)):
        notes.add("positions that do not fit their quotations are left out; the quotations stand", selector.where)
    starts = [part.start for part in placed] if placed else [None] * len(quoted)
    return tuple(
        Stretch(quote=part.quote, start=start, prefix=part.prefix, suffix=part.suffix)
        for part, start in zip(quoted, starts, strict=True)
    )


def _fit(places: Sequence[_Part], quotes: Sequence[_Part]) -> bool:
    """Whether these are places of so many words as the quotations have."""
    return len(places) == len(quotes) and all(
        place.start is not None and place.end == place.start + len(part.quote)
        for place, part in zip(places, quotes, strict=True)
    )


def _parts(selector: Value, notes: Notes, depth: int) -> list[_Part]:
    if depth > _DEEPEST:
        selector.refuse("its selectors nest too deeply")
    if not selector.is_a(dict):
        notes.add("selectors that stand elsewhere are not taken over", selector.where)
        return []
    match kind_of(selector):
        case "TextQuoteSelector":
            parts = _quotation(selector, notes)
        case "TextPositionSelector":
            parts = _position(selector, notes)
        case "Composite":
            parts = [part for item in selector.get("items").listed() for part in _parts(item, notes, depth + 1)]
        case kind:
            parts = []
            if not selector.has("refinedBy"):
                notes.add(f"selectors of the kind {kind or 'without a type'} are not taken over", selector.where)
    return _refined(parts, selector.get("refinedBy"), notes, depth) if selector.has("refinedBy") else parts


def _quotation(selector: Value, notes: Notes) -> list[_Part]:
    quote = selector.get("exact").text()
    if has_controls(quote):
        notes.refuse("quotations with control characters are left out", selector.where)
    if not quote or has_controls(quote):
        return []
    return [_Part(quote=quote, prefix=selector.get("prefix").text(), suffix=selector.get("suffix").text())]


def _position(selector: Value, notes: Notes) -> list[_Part]:
    start, end = selector.get("start").number(), selector.get("end").number()
    if not 0 <= start < end:
        notes.add("positions of nothing are left out", selector.where)
        return []
    return [_Part(start=start, end=end)]


def _refined(outer: list[_Part], refining: Value, notes: Notes, depth: int) -> list[_Part]:
    """The inner segment: its words, or those of the outer one at its place. Where it starts is not known."""
    ways = [way for one in refining.listed() if (way := _parts(one, notes, depth + 1))]
    inner = next((way for way in ways if all(part.quote for part in way)), ways[0] if ways else [])
    if len(inner) == len(outer) == 1 and not inner[0].quote:
        inner = [replace(inner[0], quote=outer[0].quote[inner[0].start : inner[0].end])]
    return [replace(part, start=None, end=None) for part in inner if part.quote]
