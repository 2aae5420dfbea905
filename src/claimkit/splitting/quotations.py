"""Quotations that run over several sentences: the speaker named beside one of them speaks in all of them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from claimkit.model.attribution import Link
from claimkit.model.claim import Claim
from claimkit.model.spans import Anchor, Span
from claimkit.model.vocabulary import Mode

_QUOTATION = re.compile(r"“[^”]{1,5000}”|\"[^\"]{1,5000}\"")
MIN_WORDS = 4
"""Fewer words in marks are a term or a scare quote, not a statement."""

MARGIN = 2_000
"""Code points around a quotation in which its speaker is looked for: more than any sentence that is split."""


def quotations(text: str, start: int, end: int) -> list[Span]:
    """The quotations of a block, marks included, that are long enough to say something."""
    found = _QUOTATION.finditer(text, start, end)
    return [Span(start=match.start(), end=match.end()) for match in found if len(match[0].split()) >= MIN_WORDS]


def with_speakers(claims: Sequence[Claim], text: str, start: int, end: int) -> list[Claim]:
    """The claims of one block; those inside a quotation that named no speaker get the nearest one before or in it."""
    result = list(claims)
    starts = [claim.anchors[0].start for claim in claims]
    speaker: Link | None = None
    for quotation in quotations(text, start, end):
        near = _near(starts, quotation)
        own = _speaker_in([claims[place] for place in near], quotation)
        speaker = own or (speaker if _follows_on(speaker, quotation) else None)
        if speaker is not None:
            link = _link(speaker, text, quotation, own=own is not None)
            for place in near:
                result[place] = _spoken(result[place], link, quotation)
    return result


def _near(starts: Sequence[int], quotation: Span) -> range:
    """The places of the claims that can lie in the quotation or name its speaker, so that long texts stay linear.

    Claims come sentence by sentence, so their starts are in order but for those of one sentence.
    """
    first = bisect_left(starts, quotation.start - MARGIN)
    last = bisect_right(starts, quotation.end + MARGIN)
    return range(first, last)


def _speaker_in(claims: Sequence[Claim], quotation: Span) -> Link | None:
    for claim in claims:
        for link in claim.attribution:
            if any(quotation.overlaps(anchor) for anchor in link.content) and _outside(link, quotation):
                return link
    return None


def _outside(link: Link, quotation: Span) -> bool:
    return link.source.anchor is not None and not quotation.contains(link.source.anchor)


def _follows_on(speaker: Link | None, quotation: Span) -> bool:
    """Whether only the speaker's own clause, in this paragraph, stands between their words and these."""
    if speaker is None or not speaker.content:
        return False
    near = max(speaker.content[-1].end, speaker.cue.end if speaker.cue else 0)
    return 0 <= quotation.start - near <= 120


def _link(speaker: Link, text: str, quotation: Span, *, own: bool) -> Link:
    anchor = Anchor.at(text, quotation.start, quotation.end)
    kept = tuple(content for content in speaker.content if not quotation.overlaps(content)) if own else speaker.content
    return replace(speaker, content=tuple(sorted((*kept, anchor))), mode=Mode.DIRECT)


def _spoken(claim: Claim, link: Link, quotation: Span) -> Claim:
    inside = all(quotation.contains(anchor) for anchor in claim.anchors)
    known = any(_outside(old, quotation) for old in claim.attribution)
    return replace(claim, attribution=(link, *claim.attribution)) if inside and not known else claim
