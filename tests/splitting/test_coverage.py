"""Sentences without a claim have a reason, all others have claims; and no text breaks that."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimkit.model.article import Heading, Structure
from claimkit.model.spans import Anchor, Span
from claimkit.model.vocabulary import NoClaim
from claimkit.splitting.splitter import Splitting, split_article

if TYPE_CHECKING:
    from spacy.language import Language

SplitText = Callable[[str], Splitting]

REASONS = {
    "Where does all her energy come from?": NoClaim.QUESTION,
    "Read more: five things to know": NoClaim.BOILERPLATE,
    "Subscribe to our newsletter.": NoClaim.BOILERPLATE,
    "© 2024 Example News. All rights reserved.": NoClaim.BOILERPLATE,
    "By Anna Berg in London": NoClaim.FRAGMENT,
    "A sad day for the town.": NoClaim.FRAGMENT,
    "* * *": NoClaim.FRAGMENT,
    "Call the council today.": NoClaim.FRAGMENT,
}


@pytest.mark.parametrize(("text", "reason"), REASONS.items())
def test_reasons(split: SplitText, text: str, reason: NoClaim) -> None:
    """What states nothing has no claim, and says why."""
    found = split(text)
    assert {sentence.no_claim for sentence in found.sentences} == {reason}
    assert found.claims == ()


MISREAD = [
    "The army shelling town after town in the north.",
    "Prices up again in all the shops of the town and in most of the villages around it.",
]


@pytest.mark.parametrize("text", MISREAD)
def test_a_sentence_whose_verb_is_not_found_is_kept_whole(split: SplitText, text: str) -> None:
    """With a full stop and some words it is a claim all the same: a fragment is short and has no verb."""
    (claim,) = split(text).claims
    assert (claim.text, claim.proposed_by) == (text, "rule:kept-whole")


def test_headings_have_no_claim(nlp: Language) -> None:
    """A heading is one sentence, whatever it says."""
    text = "Bridge was closed\nThe bridge was closed."
    structure = Structure(headings=(Heading(start=0, end=17, level=1),), paragraphs=(Span(start=18, end=40),))
    found = split_article(text, structure, nlp)
    assert [sentence.no_claim for sentence in found.sentences] == [NoClaim.HEADING, None]
    assert [claim.anchors[0].start for claim in found.claims] == [18]


def test_progress_counts_code_points(nlp: Language) -> None:
    """Each block is told when it is done."""
    told: list[tuple[int, int]] = []
    structure = Structure(paragraphs=(Span(start=0, end=4), Span(start=5, end=9)))
    split_article("One.\nTwo.", structure, nlp, progress=lambda done, total: told.append((done, total)))
    assert told == [(4, 9), (9, 9)]


BOUNDARIES = {
    "Dr. Anna Berg met Gen. John Smith on Monday.": 1,
    "J. K. Smith wrote the report. It was read by U.S. President Joe Biden.": 2,
    "He lives in Paris, i.e. in France. The house is old.": 2,
    "Sales rose by 3.5 percent. Profits fell.": 2,
}


@pytest.mark.parametrize(("text", "count"), BOUNDARIES.items())
def test_boundaries(split: SplitText, text: str, count: int) -> None:
    """Abbreviations, initials and decimal points end no sentence."""
    assert len(split(text).sentences) == count


HOSTILE = {
    "2,000 words": "word and " * 1000 + "end.",
    "brackets": "The bridge " + "(" * 10_000 + " was closed.",
    "spaced brackets": "The bridge " + "( " * 5_000 + " was closed.",
    "speakers": "Anna Berg, the minister, said, " * 1000,
    "quotations": "“The bridge was closed,” he said. " * 500,
    "open quotations": "“The bridge was closed. " * 500,
    "straight quotations": '"We closed it. It fell." ' * 500,
    "commas": "The bridge, " * 2_500 + "was closed.",
    "one long word": "a" * 60_000,
    "marks of direction": "\u202eThe bridge\u202c was\u200b closed\u2066.",
    "emoji": "The bridge 🌉 was closed 👩‍👩‍👧 today.",
    "combining marks": "The bri\u0308dge was clo\u0301sed.",
    "right to left": "الجسر مغلق. The bridge was closed.",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_texts(split: SplitText, text: str) -> None:
    """Odd and oversized texts are split in bounded time, and nothing of them is lost."""
    began = time.monotonic()
    assert_sound(split(text), text)
    assert time.monotonic() - began < 20


def test_an_oversized_sentence_is_kept_whole(split: SplitText) -> None:
    """It is a claim, or as many as the parser's longest sentences that it takes, and each says so."""
    text = "The bridge, which " + "was old and " * 300 + "was grey, was closed."
    claims = split(text).claims
    assert len(claims) <= 3
    assert "".join(claim.text for claim in claims).replace(" ", "") == text.replace(" ", "")
    for claim in claims:
        assert claim.proposed_by == "rule:kept-whole"
        assert "kept whole" in claim.kind_reason


VOCABULARY = """The minister bridge said that was closed has and , . ; : “ ” " ' ( ) — who which where expressing by not
will He India Pakistan Rubio Mr. U.S. 3.5 % 🌉 ? ! - between according to condemned because after \u200b one\ttab"""
WORDS = st.sampled_from(VOCABULARY.split())


@settings(max_examples=60, deadline=None)
@given(words=st.lists(WORDS, max_size=60))
def test_any_words_are_split_soundly(nlp: Language, words: list[str]) -> None:
    """Whatever the words, anchors stand in the text, sentences are in order, and each is covered."""
    text = " ".join(words)
    assert_sound(split_article(text, whole(text), nlp), text)


@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=200))
def test_any_text_is_split_soundly(nlp: Language, text: str) -> None:
    """Whatever the characters, the same holds."""
    assert_sound(split_article(text, whole(text), nlp), text)


def test_the_same_text_gives_the_same_claims(split: SplitText) -> None:
    """Splitting has no chance in it."""
    text = "The company closed the plant and dismissed the workers, according to police."
    assert split(text) == split(text)


def whole(text: str) -> Structure:
    return Structure(paragraphs=(Span(start=0, end=len(text)),) if text.strip() else ())


def assert_sound(found: Splitting, text: str) -> None:
    assert len({claim.id for claim in found.claims}) == len(found.claims)
    for one, two in pairwise(found.sentences):
        assert one.end <= two.start
    anchors = [anchor for claim in found.claims for anchor in all_anchors(claim.anchors, claim)]
    assert all(anchor.stands_in(text) for anchor in anchors)
    for sentence in found.sentences:
        assert 0 <= sentence.start < sentence.end <= len(text)
        covered = any(sentence.span.overlaps(anchor) for claim in found.claims for anchor in claim.anchors)
        assert covered != bool(sentence.no_claim)


def all_anchors(anchors: tuple[Anchor, ...], claim: object) -> list[Anchor]:
    found = list(anchors)
    for link in getattr(claim, "attribution", ()):
        found += [
            *link.content,
            *([link.cue] if link.cue else []),
            *([link.source.anchor] if link.source.anchor else []),
        ]
    return found


@pytest.mark.parametrize("sentence", ["Yes, they did.", "So would she.", "It happened here.", "There was none."])
def test_what_only_other_sentences_can_tell_is_ambiguous(split: SplitText, sentence: str) -> None:
    """Without a noun, a name or a verb of its own a sentence is said to be ambiguous instead of guessed at."""
    found = split(f"The bridge fell. {sentence}")
    assert found.sentences[-1].no_claim is NoClaim.AMBIGUOUS
    assert [claim.text for claim in found.claims] == ["The bridge fell."]
