"""One article split: the sentences, and the claims with their anchors, kinds and attributions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimkit.model.article import Heading, Sentence, Structure
from claimkit.model.claim import Claim
from claimkit.model.identity import claim_id
from claimkit.model.spans import Anchor, Span
from claimkit.model.vocabulary import NoClaim
from claimkit.splitting.boundaries import fix_boundaries
from claimkit.splitting.coverage import reason
from claimkit.splitting.expansion import Draft, drafts_of
from claimkit.splitting.kinds import kind_of
from claimkit.splitting.links import link_of
from claimkit.splitting.mending import mend
from claimkit.splitting.names import completed, full_names, with_antecedents
from claimkit.splitting.pieces import Piece, pieces
from claimkit.splitting.quotations import with_speakers
from claimkit.splitting.tree import Tree, tree_of
from claimkit.splitting.wording import anchors, sentence

if TYPE_CHECKING:
    from spacy.language import Language

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Splitting:
    """What a text splits into, both in the order of the text."""

    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """One sentence with its claims, which have no ids yet, and the full names of people in it."""

    sentence: Sentence
    claims: tuple[Claim, ...] = ()
    people: tuple[str, ...] = ()


def split_article(text: str, structure: Structure, nlp: Language, *, progress: Progress | None = None) -> Splitting:
    """The sentences and claims of a text of record.

    Every sentence has a claim or a reason why it has none; headings have none. ``progress`` is called after each
    block with the code points done and their total.
    """
    parts: list[_Part] = []
    blocks: list[Heading | Span] = [*structure.headings, *structure.paragraphs]
    blocks.sort(key=lambda block: block.start)
    for block in blocks:
        if isinstance(block, Heading):
            parts.append(_Part(sentence=Sentence(start=block.start, end=block.end, no_claim=NoClaim.HEADING)))
        else:
            parts += _paragraph(text, block, nlp)
        if progress:
            progress(block.end, len(text))
    return Splitting(sentences=tuple(part.sentence for part in parts), claims=_finished(parts))


def _paragraph(text: str, block: Span, nlp: Language) -> list[_Part]:
    parts = [part for piece in pieces(text, block.start, block.end) for part in _parts(text, piece, nlp)]
    spoken = with_speakers([claim for part in parts for claim in part.claims], text, block.start, block.end)
    rest = iter(spoken)
    traced = with_antecedents([[next(rest) for _ in part.claims] for part in parts])
    return [replace(part, claims=tuple(claims)) for part, claims in zip(parts, traced, strict=True)]


def _parts(text: str, piece: Piece, nlp: Language) -> Iterator[_Part]:
    if not piece.parsable:
        span = _trimmed(text, piece.start, piece.start + len(piece.text))
        if span:
            yield _unparsed(text, span)
        return
    doc = nlp.make_doc(piece.text)
    fix_boundaries(doc)
    for found in nlp(doc).sents:
        tree = tree_of(found, piece.start)
        if tree:
            mend(tree)
            yield _part(text, tree)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start=start, end=end) if start < end else None


def _unparsed(text: str, span: Span) -> _Part:
    words = any(mark.isalnum() for mark in text[span.start : span.end])
    claims = (_kept_whole(text, span),) if words else ()
    no_claim = None if words else NoClaim.FRAGMENT
    return _Part(sentence=Sentence(start=span.start, end=span.end, no_claim=no_claim), claims=claims)


def _part(text: str, tree: Tree) -> _Part:
    span = Span(start=tree.start, end=tree.end)
    no_claim = reason(tree, text[span.start : span.end])
    if no_claim:
        return _Part(sentence=Sentence(start=span.start, end=span.end, no_claim=no_claim))
    claims = [claim for draft in drafts_of(tree) if (claim := _claim(text, draft))]
    return _Part(
        sentence=Sentence(start=span.start, end=span.end),
        claims=tuple(claims) or (_kept_whole(text, span),),
        people=tuple(full_names(tree)),
    )


def _kept_whole(text: str, span: Span) -> Claim:
    """The sentence as its own claim, where the parse bears no rule."""
    wording = " ".join(text[span.start : span.end].split())
    kind, _ = kind_of(wording)
    why = "kept whole: too long, or its parse is not to be trusted"
    return Claim(
        id="",
        text=wording,
        anchors=(Anchor.at(text, span.start, span.end),),
        kind=kind,
        kind_reason=why,
        proposed_by="rule:kept-whole",
    )


def _claim(text: str, draft: Draft) -> Claim | None:
    wording = sentence(draft.words)
    places = anchors(text, draft.words, draft.spare)
    if not wording or not places:
        return None
    act = draft.chain[-1].cue if draft.acts else ()
    kind, why = kind_of(
        wording,
        draft.clause.head,
        speech_act=" ".join(node.text for node in act),
        is_saying=draft.is_saying,
        is_reported=bool(draft.chain),
        modal=draft.clause.group.modal if draft.clause.group else "",
    )
    return Claim(
        id="",
        text=wording,
        anchors=places,
        kind=kind,
        kind_reason=why,
        proposed_by=f"rule:{draft.rule}",
        attribution=tuple(link_of(saying, text) for saying in draft.chain),
    )


def _finished(parts: list[_Part]) -> tuple[Claim, ...]:
    """The claims in the order of the text, without doubles, names completed over the article, with ids."""
    claims = [claim for part in parts for claim in part.claims]
    people = {name for part in parts for name in part.people}
    done: dict[tuple[str, tuple[Anchor, ...]], Claim] = {}
    taken: set[str] = set()
    for claim in sorted(claims, key=_place):
        key = (claim.text, claim.anchors)
        if key not in done:
            identity = claim_id(claim.text, claim.anchors, taken)
            taken.add(identity)
            done[key] = replace(claim, id=identity, attribution=completed(claim.attribution, people))
    return tuple(done.values())


def _place(claim: Claim) -> tuple[int, int]:
    return claim.anchors[0].start, claim.anchors[-1].end
