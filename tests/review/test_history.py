"""A review knows what it was before; split and merged claims keep theirs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimkit.annotations.documents import load
from claimkit.annotations.dossiers import open_dossier
from claimkit.annotations.workspace import Workspace
from claimkit.errors import ReviewError
from claimkit.model.history import states
from claimkit.model.raw import Raw, from_raw, to_raw
from claimkit.model.review import Review, ReviewFile
from claimkit.model.vocabulary import Disposition, Stage
from claimkit.review.history import PROPERTIES, succeeded
from claimkit.review.recording import record
from claimkit.rules.standing import State, standings
from made import AT, CLOSED, HURT, SAID, SLUG, workspace

LATER = "2025-05-11T08:00:00Z"
LATEST = "2025-05-12T08:00:00Z"


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    return workspace(tmp_path)


def put(desk: Workspace, entry: dict[str, Any], at: str = AT) -> ReviewFile:
    record(desk, SLUG, "first", [("", entry)], at)
    return load(desk, desk.review_path(SLUG, "first"), ReviewFile).item


def test_a_changed_verdict_leaves_the_former_one_with_its_date(desk: Workspace) -> None:
    put(desk, {"claim": CLOSED.id, "verdict": "true"})
    (review,) = put(desk, {"claim": CLOSED.id, "verdict": "false", "comment": "No."}, LATER).reviews
    (former,) = review.history
    assert (former.when, former.changed, former.was) == (AT, ("verdict", "comment"), {"verdict": "true"})


def test_filling_in_a_draft_takes_nothing_back_and_finishing_it_is_on_record(desk: Workspace) -> None:
    put(desk, {"claim": CLOSED.id, "verdict": "true"})
    (review,) = put(desk, {"claim": CLOSED.id, "rationale": "So."}, LATER).reviews
    assert (review.history, review.when) == ((), LATER)
    (review,) = put(desk, {"claim": CLOSED.id, "stage": "done"}, LATEST).reviews
    assert [former.was for former in review.history] == [{"stage": "draft"}]


def test_what_changes_nothing_leaves_the_review_and_its_date(desk: Workspace) -> None:
    before = put(desk, {"claim": CLOSED.id, "verdict": "true", "stage": "done"})
    assert put(desk, {"claim": CLOSED.id, "verdict": "true", "stage": "done"}, LATER) == before


def test_a_comment_alone_accepts_nothing(desk: Workspace) -> None:
    (review,) = put(desk, {"claim": CLOSED.id, "comment": "Which bridge?"}).reviews
    assert review.disposition is Disposition.OPEN
    assert standings(open_dossier(desk, SLUG))[0].state is State.PROPOSED
    (review,) = put(desk, {"claim": CLOSED.id, "verdict": "true"}).reviews
    assert review.disposition is Disposition.ACCEPTED


@pytest.mark.parametrize("entry", [{"history": []}, {"textVersion": 3}])
def test_nobody_writes_history(desk: Workspace, entry: dict[str, Any]) -> None:
    with pytest.raises(ReviewError, match="is recorded, not given"):
        put(desk, {"claim": CLOSED.id, **entry})


FIELDS = st.fixed_dictionaries(
    {"disposition": st.just("accepted"), "stage": st.sampled_from(["draft", "done"])},
    optional={
        "verdict": st.sampled_from("ab"),
        "rationale": st.sampled_from("xy"),
        "confidence": st.sampled_from([0, 1]),
    },
)


@given(st.lists(FIELDS, min_size=1, max_size=6))
def test_every_state_can_be_read_back(every: list[dict[str, Any]]) -> None:
    """Except those that a draft was only filled in from: the state then has all of it."""
    review: Review | None = None
    told: list[Raw] = []
    for number, fields in enumerate(every):
        new = from_raw(Review, {"claim": "c1", "when": f"2025-05-1{number}T08:00:00Z", **fields})
        after = succeeded(review, new)
        if after is review:
            continue
        filled = review is not None and len(after.history) == len(review.history)
        told = [*(told[:-1] if filled else told), to_raw(new)]
        review = after
    assert review is not None
    assert [to_raw(state) for state in states(review)] == told
    assert set(PROPERTIES) >= {name for former in review.history for name in former.changed}


def test_a_split_claim_is_rejected_with_its_review_and_the_parts_say_where_they_come_from(desk: Workspace) -> None:
    put(desk, {"claim": HURT.id, "verdict": "true", "comment": "Two things."})
    parts = [{"text": "People were hurt."}, {"text": "12 people were.", "anchors": ["12 people"]}]
    file = put(desk, {"claim": HURT.id, "split": parts}, LATER)
    one, two = sorted(file.added, key=lambda claim: len(claim.text), reverse=True)
    assert (one.derived_from, two.derived_from) == ((HURT.id,), (HURT.id,))
    assert (one.anchors, two.anchors[0].quote) == (HURT.anchors, "12 people")
    assert one.attribution == HURT.attribution, "who says it stays"
    old = next(review for review in file.reviews if review.claim == HURT.id)
    assert (old.disposition, old.replaced_by) == (Disposition.REJECTED, (one.id, two.id))
    assert (old.verdict, old.comment) == ("true", "Two things.")
    assert old.history[-1].was == {"disposition": "accepted"}
    states = {item.claim.id: item.state for item in standings(open_dossier(desk, SLUG))}
    assert (states[HURT.id], states[one.id], states[two.id]) == (State.REJECTED, State.ADDED, State.ADDED)


def test_merged_claims_are_rejected_and_their_words_joined(desk: Workspace) -> None:
    file = put(desk, {"claim": SAID.id, "merge": [HURT.id], "text": "Ada Stone said 12 people were hurt."})
    (joined,) = file.added
    assert joined.derived_from == (SAID.id, HURT.id)
    assert [anchor.quote for anchor in joined.anchors] == [SAID.anchors[0].quote], "overlapping words are named once"
    dropped = [review for review in file.reviews if review.disposition is Disposition.REJECTED]
    assert {review.claim for review in dropped} == {SAID.id, HURT.id}
    assert all(review.replaced_by == (joined.id,) for review in dropped)


def test_taking_a_claim_back_drops_what_replaced_it(desk: Workspace) -> None:
    put(desk, {"claim": HURT.id, "split": [{"text": "A."}, {"text": "B."}]})
    file = put(desk, {"claim": HURT.id, "disposition": "accepted"}, LATER)
    old = next(review for review in file.reviews if review.claim == HURT.id)
    assert (old.replaced_by, old.stage) == ((), Stage.DRAFT)


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ({"claim": HURT.id, "split": [{"text": "A."}]}, "a list of two or more"),
        ({"claim": HURT.id, "split": "A. B."}, "a list of two or more"),
        ({"claim": HURT.id, "split": [{"text": "A."}, {"text": "A."}]}, "the same claim again"),
        ({"claim": HURT.id, "split": [{"text": "A."}, {"text": ""}]}, "text is too short"),
        ({"claim": HURT.id, "split": [{"text": "A."}, {"text": "B."}], "verdict": "true"}, "'verdict' cannot be"),
        ({"claim": HURT.id, "merge": [SAID.id]}, "merged into one wording"),
        ({"claim": HURT.id, "merge": [HURT.id], "text": "A."}, "merged with itself"),
        ({"claim": HURT.id, "merge": [], "text": "A."}, "a list of ids"),
        ({"claim": HURT.id, "merge": ["c9"], "text": "A."}, "no claim has the id 'c9'"),
        ({"claim": HURT.id, "merge": [SAID.id], "split": [], "text": "A."}, "adds, splits or merges"),
        ({"merge": [SAID.id], "text": "A."}, "no claim has the id ''"),
    ],
)
def test_a_reshaping_that_cannot_be_is_refused_and_nothing_is_written(
    desk: Workspace, entry: dict[str, Any], words: str
) -> None:
    with pytest.raises(ReviewError, match=words):
        put(desk, entry)
    assert not desk.review_path(SLUG, "first").exists()
