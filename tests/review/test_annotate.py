"""One reviewer's entries: what they change, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claimkit.annotations.documents import load, save
from claimkit.annotations.dossiers import open_dossier
from claimkit.annotations.workspace import Workspace
from claimkit.errors import ClaimkitError, DataError, ReviewError
from claimkit.model.review import ReviewFile
from claimkit.model.vocabulary import AttributionStatus, Disposition, SourceType, Stage
from claimkit.review import recording
from claimkit.review.recording import record
from claimkit.rules.standing import named, standings
from made import AT, CLOSED, HURT, SLUG, TEXT, workspace

LATER = "2025-05-11T08:00:00Z"


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    return workspace(tmp_path)


def put(desk: Workspace, *entries: dict[str, Any], who: str = "first", at: str = AT) -> ReviewFile:
    record(desk, SLUG, who, [(f"line {number}", entry) for number, entry in enumerate(entries, 1)], at)
    return load(desk, desk.review_path(SLUG, who), ReviewFile).item


EVIDENCE = {"url": "https://example.net/a", "title": "Minutes", "stance": "supports"}


def test_a_first_entry_makes_the_file_and_accepts_the_wording_as_a_draft(desk: Workspace) -> None:
    file = put(desk, {"claim": CLOSED.id, "verdict": "true"})
    (review,) = file.reviews
    assert (file.article, file.reviewer.id) == (SLUG, "first")
    assert (review.disposition, review.verdict, review.stage, review.when) == ("accepted", "true", "draft", AT)


def test_what_is_not_named_stays_and_null_takes_away(desk: Workspace) -> None:
    put(desk, {"claim": CLOSED.id, "verdict": "true", "confidence": 0.5, "rationale": "So.", "stage": "done"})
    (review,) = put(desk, {"claim": CLOSED.id, "confidence": None, "comment": "Hm."}, at=LATER).reviews
    assert (review.verdict, review.confidence, review.rationale, review.comment) == ("true", None, "So.", "Hm.")
    assert (review.stage, review.when) == (Stage.DONE, LATER)


def test_evidence_is_added_and_replaces_what_has_the_same_address_and_quote(desk: Workspace) -> None:
    put(desk, {"claim": CLOSED.id, "evidence": [EVIDENCE]})
    other = EVIDENCE | {"url": "https://example.net/b", "stance": "context"}
    (review,) = put(desk, {"claim": CLOSED.id, "evidence": [other, EVIDENCE | {"stance": "refutes"}]}).reviews
    assert [(item.url[-1], item.stance) for item in review.evidence] == [("a", "refutes"), ("b", "context")]


def test_better_words_make_the_claim_edited_and_accepting_again_drops_them(desk: Workspace) -> None:
    (review,) = put(desk, {"claim": CLOSED.id, "text": "The old bridge was closed on Monday."}).reviews
    assert (review.disposition, review.text) == (Disposition.EDITED, "The old bridge was closed on Monday.")
    (review,) = put(desk, {"claim": CLOSED.id, "disposition": "accepted"}).reviews
    assert (review.disposition, review.text) == (Disposition.ACCEPTED, "")


def test_an_edited_claim_may_rest_on_other_words_of_the_article(desk: Workspace) -> None:
    (review,) = put(desk, {"claim": CLOSED.id, "anchors": ["closed on Monday", "The bridge"]}).reviews
    assert review.disposition is Disposition.EDITED
    assert [anchor.quote for anchor in review.anchors] == ["closed on Monday", "The bridge"]
    standing = named(standings(open_dossier(desk, SLUG)), CLOSED.id)
    assert standing.claim.anchors == review.anchors
    assert standing.proposed.anchors == CLOSED.anchors


def test_the_first_letters_of_an_id_are_enough_when_only_one_begins_so(desk: Workspace) -> None:
    assert put(desk, {"claim": "c1"}).reviews[0].claim == CLOSED.id
    with pytest.raises(ReviewError, match=r"line 1: 'c' begins 3 ids .*give more of it"):
        put(desk, {"claim": "c"})


def test_a_claim_is_added_by_the_words_that_bear_it_and_reviewed_at_once(desk: Workspace) -> None:
    entry = {"add": {"text": "Ada Stone is the mayor.", "anchors": ["The mayor, Ada Stone"]}, "verdict": "true"}
    file = put(desk, entry)
    (claim,) = file.added
    assert claim.anchors[0].stands_in(TEXT)
    assert claim.proposed_by == "reviewer:first"
    assert file.reviews[0].claim == claim.id
    assert put(desk, entry).added == (claim,), "the same claim is not added twice"


def test_an_attribution_is_corrected_by_the_words_of_the_sentence(desk: Workspace) -> None:
    link = {
        "source": {"name": "Ada Stone", "type": "person", "role": "mayor", "anchor": "Ada Stone"},
        "cue": "said",
        "content": ["12 people were hurt"],
        "mode": "indirect",
    }
    (review,) = put(desk, {"claim": HURT.id, "attribution": {"status": "corrected", "chain": [link]}}).reviews
    assert review.attribution is not None
    assert review.attribution.status is AttributionStatus.CORRECTED
    (corrected,) = review.attribution.chain
    assert corrected.source.type is SourceType.PERSON
    assert corrected.source.anchor is not None
    assert corrected.source.anchor.stands_in(TEXT)
    assert [anchor.quote for anchor in corrected.content] == ["12 people were hurt"]


def test_reviews_stand_in_the_order_of_the_text(desk: Workspace) -> None:
    file = put(desk, {"claim": HURT.id}, {"claim": CLOSED.id})
    assert [review.claim for review in file.reviews] == [CLOSED.id, HURT.id]


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ({}, "either names a claim or adds one"),
        ({"claim": "c1", "add": {}}, "either names a claim or adds one"),
        ({"claim": "c9"}, "no claim has the id 'c9'"),
        ({"claim": "c1", "verdict": "maybe"}, "the scale has no verdict 'maybe'; it has true, mostly-true"),
        ({"claim": "c1", "verdikt": "true"}, "knows no 'verdikt'"),
        ({"claim": "c1", "confidence": 2}, "confidence is 2; it must be at most 1"),
        ({"claim": "c1", "evidence": "https://example.net/"}, "evidence is"),
        ({"claim": "c1", "evidence": ["https://example.net/"]}, "must be of type object"),
        ({"claim": "c1", "evidence": [EVIDENCE | {"url": "ftp://x"}]}, 'url is "ftp://x"'),
        ({"claim": "c1", "attribution": {"status": "corrected", "chain": "Ada"}}, "an attribution is a list of links"),
        ({"claim": "c1", "attribution": "confirmed"}, "attribution is"),
        ({"add": "Ada Stone is the mayor."}, '"add" must be an object'),
        ({"add": {"text": "x"}}, "an added claim has no anchors"),
        ({"add": {"text": "x", "anchors": ["Bob Stone"]}}, "'Bob Stone' does not stand in the article"),
        ({"add": {"text": "x", "anchors": ["T"]}}, "'T' stands at 2 places"),
        ({"add": {"text": "x", "anchors": [" "]}}, "an empty quote"),
        ({"add": {"text": "x", "anchors": [{"start": 5, "end": 5000}]}}, "5..5000 is no place in the article"),
        ({"add": {"text": "x", "anchors": [{"start": 0, "end": 6, "quote": "Bridge!"}]}}, "that is 'Bridge'"),
        ({"add": {"text": "x", "anchors": [7]}}, "7 names no place"),
        ({"claim": "c1", "anchors": ["Bob Stone"]}, "'Bob Stone' does not stand in the article"),
        ({"claim": "c1", "anchors": []}, "anchors is too short"),
        (
            {"claim": "c1", "disposition": "accepted", "anchors": ["The bridge"]},
            "must not have text or kind or anchors",
        ),
        ({"add": {"text": "", "anchors": ["The mayor"]}}, "text is too short"),
    ],
)
def test_a_bad_entry_is_refused_by_its_line_and_nothing_is_written(
    desk: Workspace, entry: dict[str, Any], words: str
) -> None:
    with pytest.raises(ReviewError) as caught:
        put(desk, {"claim": HURT.id}, entry)
    assert str(caught.value).startswith("line 2: ")
    assert words in str(caught.value)
    assert not desk.review_path(SLUG, "first").exists()


def test_a_reviewer_reads_and_writes_no_other_reviewers_file(desk: Workspace) -> None:
    put(desk, {"claim": CLOSED.id}, who="first")
    desk.review_path(SLUG, "second").write_text("{broken")
    put(desk, {"claim": CLOSED.id, "verdict": "false"}, who="first")
    assert desk.review_path(SLUG, "second").read_text() == "{broken"


def test_a_reviewers_damaged_file_is_never_overwritten(desk: Workspace) -> None:
    path = desk.review_path(SLUG, "first")
    path.parent.mkdir()
    path.write_text("{broken")
    with pytest.raises(ClaimkitError, match=r"reviews/first.json:1:2: it is not JSON"):
        put(desk, {"claim": CLOSED.id})
    assert path.read_text() == "{broken"


def test_work_saved_by_another_process_in_between_is_kept(desk: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """The entries are worked into what stands there now, not into what was read first."""
    put(desk, {"claim": CLOSED.id})
    path = desk.review_path(SLUG, "first")
    before = path.read_bytes()
    put(desk, {"claim": HURT.id, "comment": "From another window."})
    after = path.read_bytes()
    path.write_bytes(before)

    def late(*arguments: Any, **options: Any) -> None:
        if path.read_bytes() == before:
            path.write_bytes(after)
        save(*arguments, **options)

    monkeypatch.setattr(recording, "save", late)
    file = put(desk, {"claim": HURT.id, "verdict": "true"})
    review = next(review for review in file.reviews if review.claim == HURT.id)
    assert (review.comment, review.verdict) == ("From another window.", "true")


def test_a_file_that_another_program_broke_in_between_is_not_overwritten(desk: Workspace) -> None:
    put(desk, {"claim": CLOSED.id})
    path = desk.review_path(SLUG, "first")
    theirs = json.dumps({"theirs": True}).encode()

    def slow() -> Iterator[tuple[str, dict[str, Any]]]:
        path.write_bytes(theirs)  # while these entries were still being typed
        yield "", {"claim": HURT.id}

    with pytest.raises(DataError):
        record(desk, SLUG, "first", slow(), AT)
    assert path.read_bytes() == theirs
