"""What needs nobody is settled by rule; a person decides the rest, and no decision is lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from claimkit.annotations.dossiers import open_dossier
from claimkit.annotations.workspace import Workspace
from claimkit.checks.articles import check_article
from claimkit.errors import RefusalError, ReviewError
from claimkit.model.findings import Code
from claimkit.model.vocabulary import How
from claimkit.review.ledger import correct, publish, publishable
from claimkit.rules.gate import Gate
from claimkit.rules.standing import Standing, State, named, standings
from disputes import DONE, LAST, LATER, decisions, disputed, docket, review, settle
from made import AT, CLOSED, HURT, SAID, SLUG


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    return disputed(tmp_path)


def standing(desk: Workspace, claim: str = CLOSED.id) -> Standing:
    return named(standings(open_dossier(desk, SLUG)), claim)


def codes(desk: Workspace) -> set[Code]:
    """All codes but that of a verdict which its evidence contradicts: here verdicts change, and evidence does not."""
    return {finding.code for finding in check_article(desk, SLUG)[1]} - {Code.CONTRADICTED}


def test_by_rule_only_those_are_settled_whose_reviews_agree_and_the_rest_awaits(desk: Workspace) -> None:
    assert docket(desk).settle_by_rule() == (HURT.id,)
    assert docket(desk).settle_by_rule() == ()
    assert decisions(desk)[HURT.id].how is How.UNANIMOUS
    assert docket(desk).awaiting() == (CLOSED.id, SAID.id)


def test_a_side_that_is_right_gives_wording_verdict_and_rationale(desk: Workspace) -> None:
    settle(desk, verdict="false")
    found = standing(desk)
    assert (found.claim.text, found.verdict, found.rationale) == (
        "The old bridge was closed on Monday.",
        "false",
        "It was open.",
    )
    assert Gate.of(open_dossier(desk, SLUG), desk.config).missing(found) == ()


def test_a_third_verdict_has_a_rationale_of_its_own_and_the_wording_of_a_side(desk: Workspace) -> None:
    with pytest.raises(ReviewError, match="ada has no rationale for the verdict 'half-true'"):
        settle(desk, verdict="half-true")
    settle(desk, verdict="half-true", rationale="Half of it.", review="ben")
    assert (standing(desk).claim.text, standing(desk).rationale) == (
        "The old bridge was closed on Monday.",
        "Half of it.",
    )
    settle(desk, verdict="half-true", rationale="Half of it.")
    assert standing(desk).claim.text == CLOSED.text, "by default the first side's"


def test_a_rejected_claim_has_no_verdict_and_is_not_published(desk: Workspace) -> None:
    assert settle(desk, SAID.id, verdict="").review == "ben"
    assert (standing(desk, SAID.id).state, standing(desk, SAID.id).verdict) == (State.REJECTED, "")
    assert codes(desk) == set()
    assert publishable(open_dossier(desk, SLUG), desk.config) == (standing(desk, HURT.id),)


@pytest.mark.parametrize(
    ("claim", "given", "words"),
    [
        (HURT.id, {}, "its finished reviews agree"),
        (CLOSED.id, {"why": " "}, "has its reason"),
        (CLOSED.id, {"verdict": "maybe"}, "the scale has no verdict 'maybe'; it has true"),
        (CLOSED.id, {"review": "zoe"}, "'zoe' finished no review of it; name one of ada, ben"),
        (SAID.id, {"review": "ben"}, "'ben' rejected it"),
        (CLOSED.id, {"at": "2025-05-10"}, "give a later --at"),
        ("c9", {}, "no claim has the id"),
    ],
)
def test_a_ruling_that_cannot_be_is_refused(desk: Workspace, claim: str, given: dict[str, Any], words: str) -> None:
    with pytest.raises(ReviewError, match=words):
        settle(desk, claim, **given)
    assert not desk.decisions_path(SLUG).exists()


def test_a_decision_made_anew_keeps_those_before(desk: Workspace) -> None:
    first = settle(desk)
    second = settle(desk, verdict="false", at=LAST)
    assert second.replaces == first
    assert decisions(desk)[CLOSED.id] == second


def test_a_correction_keeps_the_decision_before(desk: Workspace) -> None:
    dossier = open_dossier(desk, SLUG)
    published = publish(dossier, desk.config, (HURT.id,), who="chief", at=LATER)
    docket(desk)._save(dossier, published)
    for who in ("ada", "ben"):
        review(desk, who, HURT.id, LAST, verdict="half-true")
    file = correct(open_dossier(desk, SLUG), desk.config, HURT.id, who="chief", at=LAST, change="Ten were.")
    (decision,) = file.decisions
    assert (decision.verdict, decision.replaces) == ("half-true", published.decisions[0])


def test_publishing_leaves_a_decision_by_rule_as_it_is(desk: Workspace) -> None:
    docket(desk).settle_by_rule()
    before = decisions(desk)[HURT.id]
    assert publish(open_dossier(desk, SLUG), desk.config, (HURT.id,), who="x", at=LAST).decisions == (before,)


def test_a_decision_by_rule_that_is_not_published_follows_its_reviews(desk: Workspace) -> None:
    docket(desk).settle_by_rule()
    for who in ("ada", "ben"):
        review(desk, who, HURT.id, LATER, verdict="half-true")
    assert Code.STALE_DECISION in codes(desk)
    assert docket(desk, LAST).settle_by_rule() == (HURT.id,)
    assert (decisions(desk)[HURT.id].verdict, codes(desk)) == ("half-true", set())


def test_what_a_reviewer_changes_after_the_decision_calls_for_a_new_one(desk: Workspace) -> None:
    settle(desk)
    assert CLOSED.id not in docket(desk).awaiting()
    review(desk, "ben", at=LAST, verdict="half-true")
    assert codes(desk) == {Code.STALE_DECISION}
    assert CLOSED.id in docket(desk).awaiting()
    with pytest.raises(RefusalError, match="what ben says changed since it was adjudicated"):
        publish(open_dossier(desk, SLUG), desk.config, (CLOSED.id,), who="x", at=LAST)
    settle(desk, at=LAST)
    assert codes(desk) == set()


@pytest.mark.parametrize(
    ("who", "entry", "old"),
    [
        ("ben", {"verdict": "true", "text": None, "disposition": "accepted"}, False),
        ("ben", {"rationale": "In other words."}, False),
        ("ben", {"disposition": "rejected", "verdict": None}, True),
        ("ada", {"text": "The new bridge was closed on Monday."}, True),
        ("ada", {"stage": "draft"}, True),
        ("zoe", DONE, False),
        ("zoe", DONE | {"verdict": "unproven"}, True),
        ("zoe", {"verdict": "unproven"}, False),
    ],
    ids=["came round", "said why", "rejects", "other wording", "lead reopened", "agrees", "new", "draft"],
)
def test_only_what_says_something_else_makes_a_decision_old(
    desk: Workspace, who: str, entry: dict[str, Any], old: bool
) -> None:
    settle(desk)
    review(desk, who, at=LAST, **entry)
    assert (CLOSED.id in docket(desk).awaiting()) == old
    assert (Code.STALE_DECISION in codes(desk)) == old


def test_a_lead_that_comes_round_to_the_third_verdict_leaves_it_settled(desk: Workspace) -> None:
    settle(desk, verdict="half-true", rationale="Half of it.")
    review(desk, "ada", at=LAST, verdict="half-true")
    assert codes(desk) == set()


def test_times_are_compared_across_zones(desk: Workspace) -> None:
    settle(desk, at="2025-05-11T08:00:00+05:30")
    review(desk, "ben", at="2025-05-11T03:00:00Z", verdict="half-true")
    assert codes(desk) == {Code.STALE_DECISION}


def test_a_moment_that_is_none_is_no_crash(desk: Workspace) -> None:
    settle(desk, at="2025-05-31T08:00:00Z")
    path = desk.decisions_path(SLUG)
    path.write_text(path.read_text().replace("2025-05-31", "2025-02-30"))
    assert codes(desk) == {Code.STALE_DECISION}


def test_a_review_that_makes_nothing_of_the_claim_does_not_lead(desk: Workspace) -> None:
    review(desk, "zoe", comment="Seen.")
    settle(desk)
    path = desk.decisions_path(SLUG)
    path.write_text(path.read_text().replace('"review": "ada"', '"review": "zoe"'))
    assert Code.UNKNOWN_REVIEW in codes(desk)


def test_a_decision_taken_back_leaves_the_one_before(desk: Workspace) -> None:
    first = settle(desk)
    seen = standing(desk)
    second = settle(desk, verdict="false", at=LAST)
    docket(desk).take_back(second, seen)
    assert decisions(desk)[CLOSED.id] == first
    assert AT < LATER < LAST
