"""A sentence with its claims, before the article's context has been brought to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimkit.model.article import Sentence
from claimkit.model.attribution import Link
from claimkit.model.claim import KEPT_WHOLE, TOO_LONG, Claim
from claimkit.model.spans import Anchor, Span
from claimkit.model.vocabulary import Granularity, NoClaim, SourceType
from claimkit.parsing import SURE
from claimkit.splitting.antecedents.completions import Meant, Sort, completed
from claimkit.splitting.antecedents.memory import Memory
from claimkit.splitting.boundaries import fix_boundaries
from claimkit.splitting.coverage import reason
from claimkit.splitting.embedded import embedded
from claimkit.splitting.expansion import MAX_TOKENS, Draft, drafts_of
from claimkit.splitting.floating import Floating, floating
from claimkit.splitting.granularity import finer
from claimkit.splitting.kinds import kind_of
from claimkit.splitting.lexicon import TELLING
from claimkit.splitting.links import link_of
from claimkit.splitting.lists import Opening, opening_of
from claimkit.splitting.mending import mend
from claimkit.splitting.names import Person, full_names, persons
from claimkit.splitting.nominals import PRESUPPOSED, nominal
from claimkit.splitting.pieces import Piece, readable
from claimkit.splitting.saying import Saying
from claimkit.splitting.tree import Node, Tree, tree_of
from claimkit.splitting.wording import anchors, sentence
from claimkit.splitting.worthiness import worthiness

if TYPE_CHECKING:
    from spacy.language import Language

_UNTRUSTED = "kept whole: its parse is not to be trusted"

_NAMING = frozenset({Sort.PERSON, Sort.THING, Sort.ABBREVIATION})
"""The completions that say who speaks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One sentence with its claims; in the place of an id, each has the wording that its id comes from, or nothing.

    That is the wording with the pronouns, so that an id does not change when better antecedents are found.

    ``people`` are the full names of people in it, ``persons`` its subjects that are persons, ``opening`` how it leads
    into a list, ``floating`` the sayings beside its quotations, ``sure`` how confident the parser was of the text
    around it, from 0 to 1 (None: the pipeline does not tell).
    """

    sentence: Sentence
    claims: tuple[Claim, ...] = ()
    people: tuple[str, ...] = ()
    persons: tuple[Person, ...] = ()
    opening: Opening = Opening.NONE
    floating: tuple[Floating, ...] = ()
    sure: float | None = None


def parts_of(text: str, piece: Piece, nlp: Language, granularity: Granularity, memory: Memory) -> Iterator[Part]:
    """The sentences of one piece of a block, in order; ``memory`` knows whom the article has named before them."""
    if not piece.parsable:
        span = _trimmed(text, piece.start, piece.start + len(piece.text))
        if span:
            yield _unparsed(text, span)
        return
    doc = nlp.make_doc(readable(piece.text))
    fix_boundaries(doc)
    doc = nlp(doc)
    for found in doc.sents:
        tree = tree_of(found, piece.start, piece.text)
        if tree and len(tree.nodes) > MAX_TOKENS:
            yield _unparsed(text, Span(start=tree.start, end=tree.end))
        elif tree:
            mend(tree)
            yield _part(text, tree, granularity, memory, doc.user_data.get(SURE))


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start=start, end=end) if start < end else None


def _unparsed(text: str, span: Span) -> Part:
    words = any(mark.isalnum() for mark in text[span.start : span.end])
    claims = (_kept_whole(text, span, TOO_LONG),) if words else ()
    no_claim = None if words else NoClaim.FRAGMENT
    return Part(sentence=Sentence(start=span.start, end=span.end, no_claim=no_claim), claims=claims)


def _part(text: str, tree: Tree, granularity: Granularity, memory: Memory, sure: float | None) -> Part:
    meant = memory.read(tree, text)
    span = Span(start=tree.start, end=tree.end)
    no_claim = reason(tree, text[span.start : span.end])
    if no_claim:
        return Part(sentence=Sentence(start=span.start, end=span.end, no_claim=no_claim), sure=sure)
    drafts = drafts_of(tree)
    if drafts:
        drafts += embedded(tree, drafts)
        drafts += nominal(tree, drafts)
    if granularity is Granularity.FINE:
        drafts = finer(drafts, tree)
    claims = [claim for draft in drafts if (claim := _claim(text, draft, meant))]
    return Part(
        sentence=Sentence(start=span.start, end=span.end),
        claims=tuple(claims) or (_untrusted(text, tree),),
        people=tuple(full_names(tree)),
        persons=tuple(persons(tree, text)),
        opening=opening_of(tree),
        floating=tuple(floating(tree, text)),
        sure=sure,
    )


def _untrusted(text: str, tree: Tree) -> Claim:
    whole = _kept_whole(text, Span(start=tree.start, end=tree.end), _UNTRUSTED)
    return replace(whole, check_worthiness=worthiness(tree.nodes))


def _kept_whole(text: str, span: Span, why: str) -> Claim:
    """The sentence as its own claim, where the parse bears no rule."""
    wording = " ".join(text[span.start : span.end].split())
    kind, _ = kind_of(wording)
    return Claim(
        id="",
        text=wording,
        anchors=(Anchor.at(text, span.start, span.end),),
        kind=kind,
        kind_reason=why,
        proposed_by=KEPT_WHOLE,
    )


def _claim(text: str, draft: Draft, meant: Meant) -> Claim | None:
    words, antecedents = completed(draft.words, meant)
    wording = sentence(words)
    places = anchors(text, draft.words, draft.spare)
    if not wording or not places:
        return None
    act = draft.chain[-1].cue if draft.acts and _tells(draft.chain[-1].cue) else ()
    kind, why = kind_of(
        wording,
        draft.clause.head,
        speech_act=" ".join(node.text for node in act),
        is_saying=draft.is_saying,
        is_reported=len(draft.chain) > draft.acts,
        modal=draft.clause.group.modal if draft.clause.group else "",
    )
    why += "; its sentence takes it for granted" if draft.rule == PRESUPPOSED else ""
    return Claim(
        id=wording if words == draft.words else sentence(draft.words),
        text=wording,
        anchors=places,
        antecedents=antecedents,
        kind=kind,
        kind_reason=why,
        proposed_by=f"rule:{draft.rule}",
        check_worthiness=worthiness([word.node for word in draft.words if word.node]),
        attribution=tuple(_link(saying, text, meant) for saying in draft.chain),
    )


def _tells(cue: Sequence[Node]) -> bool:
    """Whether the cue is words spoken: *condemned*, not *wants* nor *has backed*."""
    return any(node.lemma in TELLING for node in cue if node.pos != "AUX")


def _link(saying: Saying, text: str, meant: Meant) -> Link:
    """The link of a saying; *she* who says it and *the SEC* have the names that the claim has for them."""
    link = link_of(saying, text)
    found = next((meant[node.index] for node in saying.source if node.index in meant), None)
    alone = len(saying.source) == 1 or (found is not None and found.sort is Sort.ABBREVIATION)
    if found is None or not alone or found.sort not in _NAMING or not found.words[-1][0].isupper():
        return link
    name = " ".join(found.words[1:] if found.words[0].lower() == "the" else found.words)
    kind = link.source.type if found.sort is Sort.PERSON else SourceType.ORGANIZATION
    return replace(link, source=replace(link.source, name=name, type=kind))
