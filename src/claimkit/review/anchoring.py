"""People quote words; files need offsets. This finds the one by the other."""

from __future__ import annotations

from collections.abc import Sequence

from claimkit.errors import ReviewError
from claimkit.model.raw import Raw, to_raw
from claimkit.model.spans import Anchor, Span


def anchored(text: str, quote: str, near: Span | None = None) -> Anchor:
    """The anchor of the only place where ``quote`` stands: in ``near`` if it is there once, else in all of ``text``.

    Raises :class:`ReviewError` where it stands nowhere or at several places.
    """
    if not quote.strip():
        raise ReviewError("an empty quote has no place in the article", remedy="quote the article's own words")
    if near is not None and len(places := _places(text[near.start : near.end], quote)) == 1:
        start = near.start + places[0]
        return Anchor.at(text, start, start + len(quote))
    places = _places(text, quote)
    if not places:
        raise ReviewError(f"{quote!r} does not stand in the article", remedy="quote its own words, letter by letter")
    if len(places) > 1:
        raise ReviewError(
            f"{quote!r} stands at {len(places)} places in the article (offsets {', '.join(map(str, places[:5]))})",
            remedy='quote more words, or give "start" and "end"',
        )
    return Anchor.at(text, places[0], places[0] + len(quote))


def around(anchors: Sequence[Anchor], sentences: Sequence[Span]) -> Span:
    """The span from the first to the last sentence that the anchors touch; the anchors' own where they touch none."""
    touched = [span for span in sentences if any(span.overlaps(anchor) for anchor in anchors)]
    every = touched or [anchor.span for anchor in anchors]
    return Span(start=min(span.start for span in every), end=max(span.end for span in every))


def completed(given: object, text: str, near: Span | None) -> Raw:
    """A raw anchor from what a person gave: the words, ``{"quote": words}``, or ``{"start", "end"}``.

    Raises :class:`ReviewError` where that is no place in the article.
    """
    if isinstance(given, str):
        return to_raw(anchored(text, given, near))
    match given:
        case {"start": int(start), "end": int(end), **rest}:
            if not 0 <= start < end <= len(text):
                raise ReviewError(f"{start}..{end} is no place in the article, which has {len(text)} code points")
            found = Anchor.at(text, start, end)
            if rest.get("quote", found.quote) != found.quote:
                raise ReviewError(f"{rest['quote']!r} is not what stands at {start}..{end}: that is {found.quote!r}")
            return to_raw(found)
        case {"quote": str(quote)}:
            return to_raw(anchored(text, quote, near))
        case _:
            raise ReviewError(
                f"{given!r} names no place in the article", remedy='give its words, or {"start": 0, "end": 9}'
            )


def _places(text: str, quote: str) -> list[int]:
    places = []
    place = text.find(quote)
    while place >= 0:
        places.append(place)
        place = text.find(quote, place + 1)
    return places
