"""Splitting again: what people touched stays."""

from __future__ import annotations

from dataclasses import replace

from claimkit.model.article import Article, Metadata, Sentence, Structure, TextOfRecord
from claimkit.model.claim import CheckWorthiness, Claim, ClaimsFile, Splitter
from claimkit.model.identity import claim_id
from claimkit.model.spans import Anchor, Span
from claimkit.model.vocabulary import Kind, NoClaim
from claimkit.splitting.resplit import merge
from claimkit.splitting.splitter import Splitting

TEXT = "The bridge was closed. Why? The road is open."
SENTENCES = (
    Sentence(start=0, end=22),
    Sentence(start=23, end=27, no_claim=NoClaim.QUESTION),
    Sentence(start=28, end=45),
)


def claim(wording: str, start: int, end: int) -> Claim:
    anchors = (Anchor.at(TEXT, start, end),)
    return Claim(
        id=claim_id(wording, anchors, ()), text=wording, anchors=anchors, kind=Kind.FACT, proposed_by="rule:main-clause"
    )


BRIDGE = claim("The bridge was closed.", 0, 21)
ROAD = claim("The road is open.", 28, 44)


def file_of(*claims: Claim) -> ClaimsFile:
    article = Article(
        slug="bridge",
        metadata=Metadata(title="Bridge", language="en"),
        text=TextOfRecord(file="seeds/bridge.txt", sha256="0" * 64, length=len(TEXT)),
        structure=Structure(paragraphs=(Span(start=0, end=len(TEXT)),)),
        sentences=SENTENCES,
    )
    return ClaimsFile(article=article, splitter=Splitter(name="rules", version="1", pipeline="p 1"), claims=claims)


def split_into(*claims: Claim) -> Splitting:
    return Splitting(sentences=SENTENCES, claims=claims)


def test_a_first_split_is_taken_as_it_is() -> None:
    """Nothing old, nothing kept, nothing dropped."""
    merged = merge((), split_into(BRIDGE, ROAD), frozenset())
    assert (merged.claims, merged.sentences, merged.kept, merged.dropped) == ((BRIDGE, ROAD), SENTENCES, (), ())


def test_the_same_split_changes_nothing() -> None:
    """Ids come from the content, so they stay."""
    merged = merge(
        (
            BRIDGE,
            ROAD,
        ),
        split_into(BRIDGE, ROAD),
        frozenset({BRIDGE.id}),
    )
    assert merged.claims == (BRIDGE, ROAD)
    assert (merged.kept, merged.dropped) == ((), ())


def test_untouched_claims_give_way() -> None:
    """What is proposed no longer is told as dropped."""
    merged = merge(
        (
            BRIDGE,
            ROAD,
        ),
        split_into(BRIDGE),
        frozenset({BRIDGE.id}),
    )
    assert merged.claims == (BRIDGE,)
    assert merged.dropped == (ROAD.id,)


def test_touched_claims_stay_in_their_place() -> None:
    """A claim that somebody reviewed stays, unchanged and in the order of the text, though no rule proposes it."""
    kept = replace(BRIDGE, id="c0000001", text="The bridge is shut.", short="Bridge shut")
    merged = merge((kept,), split_into(ROAD), frozenset({kept.id}))
    assert merged.claims == (kept, ROAD)
    assert merged.kept == (kept.id,)


def test_a_touched_claim_is_not_proposed_again() -> None:
    """Neither other words for the same anchors nor the same words nearby."""
    other_words = replace(BRIDGE, id="c0000002", text="The bridge has been closed.")
    other_place = claim(BRIDGE.text, 4, 21)
    merged = merge((BRIDGE,), split_into(other_words, other_place, ROAD), frozenset({BRIDGE.id}))
    assert merged.claims == (BRIDGE, ROAD)


def test_what_a_reviewer_wrote_is_not_proposed_beside_it() -> None:
    """An edit's words, and those of a claim that a reviewer added, are on record already."""
    edited = replace(BRIDGE, text="The old bridge was closed.")
    better = claim(edited.text, 4, 21)
    merged = merge((BRIDGE,), split_into(better, ROAD), frozenset({BRIDGE.id}), [edited, replace(ROAD, id="c1")])
    assert merged.claims == (BRIDGE,)


def test_the_same_words_elsewhere_are_another_claim() -> None:
    """A sentence said twice keeps its claim at both places."""
    second = claim(BRIDGE.text, 28, 44)
    merged = merge((BRIDGE,), split_into(BRIDGE, second), frozenset({BRIDGE.id}))
    assert [item.anchors[0].start for item in merged.claims] == [0, 28]
    assert len({item.id for item in merged.claims}) == 2


def test_a_new_id_never_meets_a_kept_one() -> None:
    """A claim whose digest is a kept id gets the next one."""
    kept = replace(BRIDGE, id=ROAD.id)
    merged = merge((kept,), split_into(ROAD), frozenset({kept.id}))
    assert merged.claims[0] == kept
    assert merged.claims[1].id != ROAD.id


def test_a_sentence_with_a_kept_claim_needs_no_reason() -> None:
    """The reason goes when a kept claim stands in the sentence."""
    kept = claim("There is a question.", 23, 26)
    merged = merge((kept,), split_into(BRIDGE, ROAD), frozenset({kept.id}))
    assert [sentence.no_claim for sentence in merged.sentences] == [None, None, None]


def test_ids_that_are_not_there_are_passed_over() -> None:
    """A reviewer's own claims live in the review files."""
    merged = merge((BRIDGE,), split_into(BRIDGE), frozenset({"c9999999"}))
    assert merged.claims == (BRIDGE,)
    assert merged.kept == ()


def test_a_touched_claim_gets_the_new_score() -> None:
    """Nobody reviews the check-worthiness, so it is that of the new split; without one there, the old one stays."""
    worth = CheckWorthiness(score=0.8)
    scored = replace(BRIDGE, check_worthiness=worth)
    merged = merge((BRIDGE,), split_into(scored), frozenset({BRIDGE.id}))
    assert merged.claims == (scored,)
    assert merge((scored,), split_into(ROAD), frozenset({BRIDGE.id})).claims == (scored, ROAD)
