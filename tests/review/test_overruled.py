"""Who was overruled learns where, by whom and why, and nothing of what others say."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimkit.annotations.workspace import Workspace
from claimkit.review.overruled import Overruled, overruled
from disputes import LATER, disputed, docket, settle
from made import CLOSED, SAID, SLUG


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    return disputed(tmp_path)


def test_who_was_overruled_is_told_the_verdict_the_reason_by_whom_and_when(desk: Workspace) -> None:
    settle(desk)
    (found,) = overruled(desk, "ben")
    assert found == Overruled(
        slug=SLUG,
        claim=CLOSED.id,
        text="The old bridge was closed on Monday.",
        own="false",
        settled="true",
        why="The minutes settle it.",
        who="chief",
        when=LATER,
    )
    assert list(overruled(desk, "ada")) == []


@pytest.mark.parametrize(
    ("verdict", "who", "own", "settled"), [("", "ada", "true", "rejected"), ("true", "ben", "rejected", "true")]
)
def test_to_reject_and_to_keep_is_to_differ(desk: Workspace, verdict: str, who: str, own: str, settled: str) -> None:
    settle(desk, SAID.id, verdict=verdict)
    assert [(item.own, item.settled) for item in overruled(desk, who)] == [(own, settled)]
    assert list(overruled(desk, "ada" if who == "ben" else "ben")) == []


def test_who_worded_it_otherwise_is_told_though_the_verdict_is_theirs(desk: Workspace) -> None:
    settle(desk, verdict="false", review="ada", rationale="It was open.")
    assert [(item.own, item.settled) for item in overruled(desk, "ben")] == [("false", "false")]


def test_what_is_settled_by_rule_overrules_nobody(desk: Workspace) -> None:
    docket(desk).settle_by_rule()
    assert list(overruled(desk, "ada")) == []


def test_no_other_reviewers_file_is_read(desk: Workspace) -> None:
    settle(desk)
    desk.review_path(SLUG, "ada").write_text("{")
    assert len(list(overruled(desk, "ben", [SLUG]))) == 1
    assert list(overruled(desk, "nobody")) == []
