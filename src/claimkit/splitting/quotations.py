"""Quotations that run over several sentences: the speaker named beside one of them speaks in all of them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from claimkit.model.attribution import Link, Source
from claimkit.model.claim import Claim
from claimkit.model.spans import Anchor, Span
from claimkit.model.vocabulary import Kind, Mode, SourceType
from claimkit.splitting.floating import Floating
from claimkit.splitting.pieces import SINGLE_MARKS
from claimkit.splitting.turns import signature_of, turn_of

_QUOTATION = re.compile(r"“[^”]{1,5000}(?:”|\Z)|\"[^\"]{1,5000}\"|''(?:[^']|'(?!')){1,5000}''")
MIN_WORDS = 2
"""A single word in marks is a term or a scare quote, not a statement."""

MARGIN = 2_000
"""Code points around a quotation in which its speaker is looked for: more than any sentence that is split."""

NOBODY = Source(name="unnamed speaker", type=SourceType.UNNAMED, unnamed_reason="nobody is named beside the quotation")

GAP = 40
"""Code points between a saying and the quotation that it belongs to: *said on Monday:*."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """The sentences of a paragraph, the claims of each, and the sayings that stand beside its quotations."""

    sentences: Sequence[Span]
    claims: Sequence[Sequence[Claim]]
    floating: Sequence[Floating]


def with_speakers(paragraphs: Iterable[Paragraph], text: str) -> list[list[Claim]]:
    """The claims sentence by sentence; those inside a quotation that named no speaker get the nearest one.

    A quotation is never the writer's own: where no speaker is near, its claims are an unnamed speaker's.
    """
    result: list[list[Claim]] = []
    last: Link | None = None
    for paragraph in paragraphs:
        spoken, last = _attributed(paragraph, text, last)
        rest = iter(spoken)
        result += [[next(rest) for _ in told] for told in paragraph.claims]
    return result


def quotations(text: str, start: int, end: int) -> list[Span]:
    """The quotations of a block, marks included, that are long enough to say something.

    A straight mark at the block's beginning that nothing closes goes on to its end: the next paragraph goes on too.
    """
    matches = [*_QUOTATION.finditer(text, start, end), *SINGLE_MARKS.finditer(text, start, end)]
    matches.sort(key=lambda match: match.start())
    found: list[Span] = []
    for match in matches:
        nested = bool(found) and match.start() < found[-1].end
        if len(match[0].split()) >= MIN_WORDS and not nested:
            found.append(Span(start=match.start(), end=match.end()))
    last = text.rfind('"', start, end)
    opens = last >= 0 and (last == start or text[last - 1].isspace()) and text.count('"', start, end) % 2 == 1
    long = opens and len(text[last:end].split()) >= MIN_WORDS
    return [*found, Span(start=last, end=end)] if long and not any(last < span.end for span in found) else found


def _attributed(paragraph: Paragraph, text: str, before: Link | None) -> tuple[list[Claim], Link | None]:
    """The claims of one paragraph, and who spoke last in it; ``before`` spoke last in the one before."""
    claims = [claim for told in paragraph.claims for claim in told]
    sentences = paragraph.sentences
    turn = turn_of(text, sentences[0].start, sentences[-1].end) if sentences else None
    if turn:
        return [replace(claim, attribution=(turn, *claim.attribution)) for claim in claims], None
    result = list(claims)
    starts = [claim.anchors[0].start for claim in claims]
    speaker: Link | None = None
    for quotation in quotations(text, sentences[0].start, sentences[-1].end) if sentences else ():
        near = _near(starts, quotation)
        own = _speaker_in([claims[place] for place in near], quotation)
        own = own or _floating(paragraph.floating, quotation, text)
        own = own or signature_of(text, quotation.start, quotation.end)
        known = own or (speaker if _follows_on(speaker, quotation) else None)
        known = known or _beside([claims[place] for place in near], sentences, quotation)
        known = known or (before if _alone(sentences, quotation) else None)
        link = _link(known, text, quotation, own=own is not None) if known else _nobody(text, quotation)
        speaker = (link if own else known) or speaker
        for place in near:
            result[place] = _spoken(result[place], link, quotation)
    return result, speaker or _announced(paragraph, text)


def _floating(sayings: Sequence[Floating], quotation: Span, text: str) -> Link | None:
    """The saying that stands right beside the quotation."""
    place = bisect_left(sayings, quotation.end, key=lambda saying: saying.span.start)
    for saying in reversed(sayings[max(0, place - 2) : place + 1]):
        after = 0 <= saying.span.start - quotation.end <= 2
        between = text[saying.span.end : quotation.start]
        ahead = 0 <= quotation.start - saying.span.end <= GAP and not any(mark in between for mark in '.!?“”"')
        if after or ahead:
            return saying.link
    return None


def _announced(paragraph: Paragraph, text: str) -> Link | None:
    """*He said:* at a paragraph's end: who speaks in the next one."""
    end = paragraph.sentences[-1].end if paragraph.sentences else 0
    announces = bool(paragraph.floating) and text[end - 1 : end] == ":"
    return paragraph.floating[-1].link if announces else None


def _alone(sentences: Sequence[Span], quotation: Span) -> bool:
    """Whether the quotation is the whole paragraph."""
    return quotation.start <= sentences[0].start and sentences[-1].end <= quotation.end


def _beside(claims: Sequence[Claim], sentences: Sequence[Span], quotation: Span) -> Link | None:
    """The one speaker of the sentence before a quotation that is a sentence of its own, else of the one after it."""
    first = bisect_right(sentences, quotation.start, key=lambda sentence: sentence.start) - 1
    last = bisect_left(sentences, quotation.end, key=lambda sentence: sentence.start) - 1
    if first < 0 or sentences[first].start < quotation.start or sentences[last].end > quotation.end + 1:
        return None
    for place in (first - 1, last + 1):
        if 0 <= place < len(sentences):
            told = [claim for claim in claims if _speaks(claim) and sentences[place].contains(claim.anchors[0])]
            links = {claim.attribution[0].source.name: claim.attribution[0] for claim in told}
            if len(links) == 1:
                return links.popitem()[1]
    return None


def _speaks(claim: Claim) -> bool:
    """Whether somebody says something in the claim or says it; wishes and feelings are no speech."""
    said = claim.kind is Kind.QUOTATION or claim.proposed_by == "rule:reported-content"
    return bool(claim.attribution) and said


def _nobody(text: str, quotation: Span) -> Link:
    return Link(source=NOBODY, content=(Anchor.at(text, quotation.start, quotation.end),), mode=Mode.DIRECT)


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
    known = any(_outside(old, quotation) or old.source == NOBODY for old in claim.attribution)
    inside = claim.proposed_by != "rule:saying" and _mostly_inside(claim, quotation)
    return replace(claim, attribution=(link, *claim.attribution)) if inside and not known else claim


def _mostly_inside(claim: Claim, quotation: Span) -> bool:
    """Whether the claim begins in the quotation and has two thirds of its words there: *"It is a tax" for the rich*."""
    length = sum(anchor.end - anchor.start for anchor in claim.anchors)
    ends = [(max(anchor.start, quotation.start), min(anchor.end, quotation.end)) for anchor in claim.anchors]
    within = sum(max(0, end - start) for start, end in ends)
    return claim.anchors[0].start >= quotation.start and 3 * within >= 2 * length
