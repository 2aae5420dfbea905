"""One article split: the sentences, and the claims with their anchors, kinds and attributions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimkit.model.article import Heading, Sentence, Structure
from claimkit.model.claim import Claim
from claimkit.model.dates import published_on
from claimkit.model.identity import claim_id
from claimkit.model.spans import Anchor, Span
from claimkit.model.vocabulary import Granularity, NoClaim
from claimkit.splitting.antecedents.memory import Memory
from claimkit.splitting.datelines import opening_end
from claimkit.splitting.entities import gathered, identified
from claimkit.splitting.lists import JOINED, Opening, is_item, with_items
from claimkit.splitting.names import with_antecedents
from claimkit.splitting.parts import Part, parts_of
from claimkit.splitting.pieces import pieces
from claimkit.splitting.quotations import Paragraph, with_speakers

if TYPE_CHECKING:
    from spacy.language import Language

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Splitting:
    """What a text splits into, both in the order of the text, and how confident the parser was of it, from 0 to 1."""

    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]
    confidence: float | None = None


def split_article(
    text: str,
    structure: Structure,
    nlp: Language,
    *,
    granularity: Granularity = Granularity.COARSE,
    progress: Progress | None = None,
    published: str = "",
) -> Splitting:
    """The sentences and claims of a text of record.

    Every sentence has a claim or a reason why it has none; headings have none. ``granularity`` is whether each clause
    is a claim or each of its adjuncts, list items, titles and brackets. ``progress`` is called after each block with
    the code points done and their total. ``published`` is the day on which the article came out, as ``2025-05-08``:
    by it *on Tuesday* gets its date.
    """
    found: list[list[Part]] = []
    memory = Memory(published=published_on(published))
    blocks: list[Heading | Span] = [*structure.headings, *structure.paragraphs]
    blocks.sort(key=lambda block: block.start)
    for block in blocks:
        if isinstance(block, Heading):
            memory.forget()
            heading = Sentence(start=block.start, end=block.end, no_claim=NoClaim.HEADING)
            found.append([Part(sentence=heading)])
        else:
            found.append(_block(text, block, nlp, granularity, memory))
        if progress:
            progress(block.end, len(text))
    _join_lists(found, text)
    parts = _attributed(found, text)
    return Splitting(
        sentences=tuple(part.sentence for part in parts), claims=_finished(parts), confidence=_confidence(parts)
    )


def _block(text: str, block: Span, nlp: Language, granularity: Granularity, memory: Memory) -> list[Part]:
    """The sentences of a paragraph; a dateline or a number before the first is in its span, and in no claim."""
    start = opening_end(text, block.start, block.end)
    parts = [
        part for piece in pieces(text, start, block.end) for part in parts_of(text, piece, nlp, granularity, memory)
    ]
    if parts and start > block.start:
        parts[0] = replace(parts[0], sentence=replace(parts[0].sentence, start=block.start))
    return parts


def _confidence(parts: Sequence[Part]) -> float | None:
    """The mean over the text, by length; None where the pipeline does not tell."""
    known = [(part.sure, part.sentence.end - part.sentence.start) for part in parts if part.sure is not None]
    length = sum(size for _, size in known)
    return sum(sure * size for sure, size in known) / length if length else None


def _join_lists(found: list[list[Part]], text: str) -> None:
    """Join each sentence that a colon leaves open with the items in the blocks after it, in place."""
    for place, parts in enumerate(found):
        if not parts or parts[-1].opening is Opening.NONE:
            continue
        last = place + 1
        while last < len(found) and _is_item(found[last], text):
            last += 1
        intro = parts[-1]
        items = [part.sentence.span for block in found[place + 1 : last] for part in block]
        claims = with_items(intro.claims, intro.sentence.end, text, items if intro.opening is Opening.VERB else [])
        no_claim = None if claims else NoClaim.FRAGMENT
        parts[-1] = replace(intro, claims=tuple(claims), sentence=replace(intro.sentence, no_claim=no_claim))
        if any(claim.proposed_by == JOINED for claim in claims):
            for block in found[place + 1 : last]:
                block[:] = [replace(part, sentence=replace(part.sentence, no_claim=None)) for part in block]


def _is_item(parts: Sequence[Part], text: str) -> bool:
    """Whether a block is one verbless item."""
    if len(parts) != 1 or parts[0].sentence.no_claim is not NoClaim.FRAGMENT:
        return False
    sentence = parts[0].sentence
    return is_item(text[sentence.start : sentence.end])


def _attributed(found: list[list[Part]], text: str) -> list[Part]:
    """The parts with the speakers of quotations, and with the names of those who are only *he* or *she*."""
    paragraphs = [
        Paragraph(
            sentences=[part.sentence.span for part in block],
            claims=[part.claims for part in block],
            floating=[saying for part in block for saying in part.floating],
        )
        for block in found
    ]
    parts = [part for block in found for part in block]
    spoken = zip(parts, with_speakers(paragraphs, text), strict=True)
    traced = with_antecedents([(part.sentence, part.persons, claims) for part, claims in spoken])
    return [replace(part, claims=tuple(claims)) for part, claims in zip(parts, traced, strict=True)]


def _finished(parts: list[Part]) -> tuple[Claim, ...]:
    """The claims in the order of the text, without doubles, names completed over the article, with ids."""
    claims = [claim for part in parts for claim in part.claims]
    people = {name for part in parts for name in part.people}
    entities = gathered((claim.attribution for claim in claims), people)
    done: dict[tuple[str, tuple[Anchor, ...]], Claim] = {}
    taken: set[str] = set()
    turns: dict[str, int] = {}
    for claim in sorted(claims, key=_place):
        key = (claim.text, claim.anchors)
        if key not in done:
            identity = claim_id(claim.id or claim.text, claim.anchors, taken, turns)
            taken.add(identity)
            done[key] = replace(claim, id=identity, attribution=identified(claim.attribution, entities))
    return tuple(done.values())


def _place(claim: Claim) -> tuple[int, int]:
    return claim.anchors[0].start, claim.anchors[-1].end
