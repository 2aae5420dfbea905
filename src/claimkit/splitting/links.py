"""Sayings as links of an attribution: tokens become anchors, quotation marks tell the mode."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimkit.model.attribution import Link, Source
from claimkit.model.spans import Anchor
from claimkit.model.vocabulary import Mode, SourceType
from claimkit.splitting.namelessness import reason_of
from claimkit.splitting.saying import Saying
from claimkit.splitting.sources import source_of
from claimkit.splitting.wording import anchors, words_of

UNSAID = Source(name="unnamed", type=SourceType.UNNAMED, unnamed_reason="the sentence does not say who")

_OPENING = '"“«'
_CLOSING = '"”»'


def link_of(saying: Saying, text: str) -> Link:
    """The link of a saying in the text of record."""
    content = _quoted(anchors(text, words_of(saying.content)), text)
    source = source_of(saying.source, text) if saying.source else UNSAID
    if saying.namesake and saying.namesake[0].pos != "PRON":
        known = source_of(saying.namesake, text)
        source = replace(known, anchor=source.anchor)
    if source.type is SourceType.UNNAMED and saying.source:
        source = replace(source, unnamed_reason=reason_of(saying, text))
    return Link(
        source=source,
        cue=anchors(text, words_of(saying.cue))[0],
        content=content,
        mode=_mode(content),
    )


def _quoted(content: Sequence[Anchor], text: str) -> tuple[Anchor, ...]:
    """The content with the quotation marks and the comma or full stop inside them that stand around it."""
    return tuple(_with_marks(anchor, text) for anchor in content)


def _with_marks(anchor: Anchor, text: str) -> Anchor:
    start, end = anchor.start, anchor.end
    if start and text[start - 1] in _OPENING:
        start -= 1
    elif text[start - 2 : start] == "''":
        start -= 2
    elif start and text[start - 1] == "‘":
        start -= 1
    quoted = text[start:end]
    if quoted.startswith("‘") and not quoted.endswith("’"):
        stop = end + 1 if text[end : end + 1] in {",", ".", "!", "?"} else end
        return Anchor.at(text, start, stop + 1) if text[stop : stop + 1] == "’" else anchor
    if quoted.startswith("''") and quoted.count("''") % 2:
        return _with_apostrophes(text, start, end)
    if quoted.count("“") <= quoted.count("”") and quoted.count('"') % 2 == 0:
        return anchor
    stop = end + 1 if text[end : end + 1] in {",", ".", "!", "?"} else end
    if text[stop : stop + 1] and text[stop] in _CLOSING:
        end = stop + 1
    return Anchor.at(text, start, end)


def _with_apostrophes(text: str, start: int, end: int) -> Anchor:
    stop = end + 1 if text[end : end + 1] in {",", ".", "!", "?"} else end
    return Anchor.at(text, start, stop + 2 if text[stop : stop + 2] == "''" else end)


def _mode(content: Sequence[Anchor]) -> Mode:
    quotes = [anchor.quote.replace("''", '"').replace("‘", "“") for anchor in content]
    if not any(mark in quote for quote in quotes for mark in _OPENING + _CLOSING):
        return Mode.INDIRECT
    wholly = all(quote[0] in _OPENING or quote[-1] in _CLOSING for quote in quotes)
    return Mode.DIRECT if wholly and (quotes[0][0] in _OPENING) else Mode.MIXED
