"""Claims and reviews of an older text in the present one."""

from __future__ import annotations

from dataclasses import replace

from claimkit.annotations.following import follow, follow_review
from claimkit.annotations.texts import Texts
from claimkit.model.raw import from_raw, to_raw
from claimkit.model.review import Review
from claimkit.model.spans import Anchor
from made import CLOSED, HURT, TEXT, anchor

LONGER = TEXT.replace("The bridge was closed", "It rained all night in the valley. The bridge was closed")
OTHER = TEXT.replace("12 people were hurt", "14 people were hurt")
GONE = TEXT.replace("The bridge was closed on Monday. ", "")


def test_a_claim_of_the_present_text_is_itself() -> None:
    assert follow(HURT, Texts(TEXT)).claim is HURT


def test_all_its_places_are_found_again() -> None:
    found = follow(HURT, Texts(TEXT, LONGER))
    assert found.lost == ()
    assert (found.claim.text_version, found.claim.changed_in) == (2, 1)
    (link,) = found.claim.attribution
    assert link.source.anchor is not None
    assert link.cue is not None
    for place in (*found.claim.anchors, link.source.anchor, link.cue, *link.content):
        assert place.stands_in(LONGER)
    assert [place.quote for place in found.claim.anchors] == ["12 people were hurt"]


def test_words_that_changed_are_found_and_marked() -> None:
    found = follow(HURT, Texts(TEXT, OTHER)).claim
    assert [place.quote for place in found.anchors] == ["14 people were hurt"]
    assert found.changed_in == 2


def test_from_the_first_text_straight_to_the_last() -> None:
    found = follow(CLOSED, Texts(TEXT, GONE, LONGER))
    assert found.lost == ()
    assert found.claim.anchors[0].stands_in(LONGER), "what was gone for a while is back"


def test_words_that_are_gone_are_named() -> None:
    (lost,) = follow(CLOSED, Texts(TEXT, GONE)).lost
    assert "The bridge was closed on Monday." in lost


def test_an_anchor_that_stood_nowhere_is_lost_and_no_crash() -> None:
    broken = replace(CLOSED, anchors=(Anchor(start=3, end=9, quote="Nobody"),))
    (lost,) = follow(broken, Texts(TEXT, LONGER)).lost
    assert "stood nowhere in the text" in lost
    assert follow(replace(CLOSED, text_version=7), Texts(TEXT, LONGER)).lost


REVIEW = {"claim": CLOSED.id, "disposition": "edited", "stage": "done", "when": "2025-05-10T08:00:00Z"}


def review(quote: str) -> Review:
    return from_raw(Review, REVIEW | {"text": "It was closed.", "anchors": [to_raw(anchor(quote))]})


def test_a_reviews_own_words_are_found_again() -> None:
    found, moved = follow_review(review("closed on Monday"), Texts(TEXT, LONGER))
    assert found.anchors[0].stands_in(LONGER)
    assert not moved


def test_a_reviews_words_that_are_gone_are_left_out_and_it_is_told() -> None:
    found, moved = follow_review(review("closed on Monday"), Texts(TEXT, GONE))
    assert (found.anchors, moved) == ((), True)


def test_a_review_without_places_of_its_own_needs_none() -> None:
    plain = from_raw(
        Review, {"claim": CLOSED.id, "disposition": "accepted", "stage": "done", "when": "2025-05-10T08:00:00Z"}
    )
    assert follow_review(plain, Texts(TEXT, GONE)) == (plain, False)
