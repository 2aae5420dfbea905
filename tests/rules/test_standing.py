"""How a claim stands once everybody's work is put together, and what the gate asks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from claimkit.annotations.documents import load, save
from claimkit.annotations.dossiers import open_dossier
from claimkit.annotations.workspace import Workspace
from claimkit.errors import RefusalError, ReviewError
from claimkit.model.decision import Decision, DecisionsFile
from claimkit.model.vocabulary import How
from claimkit.review.ledger import publish, publishable
from claimkit.review.recording import record
from claimkit.rules.gate import Gate
from claimkit.rules.standing import Standing, State, named, standings
from made import AT, CLOSED, HURT, SLUG, workspace

EVIDENCE: list[dict[str, Any]] = [{"url": "https://example.net/a", "title": "Minutes", "stance": "supports"}]
DONE: dict[str, Any] = {"verdict": "true", "rationale": "The minutes say so.", "stage": "done", "evidence": EVIDENCE}


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    return workspace(tmp_path)


def review(desk: Workspace, who: str = "first", **entry: Any) -> None:
    record(desk, SLUG, who, [("", {"claim": CLOSED.id} | entry)], AT)


def closed(desk: Workspace) -> Standing:
    return named(standings(open_dossier(desk, SLUG)), CLOSED.id)


def missing(desk: Workspace) -> tuple[str, ...]:
    return Gate.of(open_dossier(desk, SLUG), desk.config).missing(closed(desk))


def put_on_record(desk: Workspace, *claims: str, url: str = "") -> DecisionsFile:
    dossier = open_dossier(desk, SLUG)
    file = publish(dossier, desk.config, claims, who="first", at=AT, url=url)
    replaces = dossier.decisions.digest if dossier.decisions else None
    save(desk, desk.decisions_path(SLUG), file, replaces=replaces)
    return load(desk, desk.decisions_path(SLUG), DecisionsFile).item


def test_a_claim_that_nobody_has_looked_at_is_proposed_and_may_not_be_published(desk: Workspace) -> None:
    assert closed(desk).state is State.PROPOSED
    assert missing(desk) == ("nobody has reviewed it; review it with 'claimkit review'",)


@pytest.mark.parametrize(
    ("entry", "state"),
    [
        ({}, State.ACCEPTED),
        ({"text": "The old bridge was closed on Monday."}, State.EDITED),
        ({"disposition": "rejected"}, State.REJECTED),
    ],
)
def test_one_review_sets_the_state(desk: Workspace, entry: dict[str, Any], state: State) -> None:
    review(desk, **entry)
    assert closed(desk).state is state


def test_an_edit_changes_the_wording_in_force_and_keeps_the_proposed_one(desk: Workspace) -> None:
    review(desk, text="The old bridge was closed on Monday.", kind="other", short="Old bridge closed")
    standing = closed(desk)
    assert (standing.claim.text, standing.claim.kind, standing.claim.short) == (
        "The old bridge was closed on Monday.",
        "other",
        "Old bridge closed",
    )
    assert standing.proposed == CLOSED
    assert standing.claim.anchors == CLOSED.anchors


def test_a_corrected_attribution_is_in_force_even_when_it_is_the_writers_own_voice(desk: Workspace) -> None:
    record(desk, SLUG, "first", [("", {"claim": HURT.id, "attribution": {"status": "corrected"}})], AT)
    assert named(standings(open_dossier(desk, SLUG)), HURT.id).claim.attribution == ()


def test_reviewers_who_differ_make_a_dispute_that_the_gate_stops(desk: Workspace) -> None:
    review(desk, **DONE)
    review(desk, "second", **(DONE | {"verdict": "false"}))
    standing = closed(desk)
    assert (standing.state, standing.lead) == (State.DISPUTED, None)
    assert missing(desk) == ("reviewers differ on it; settle it with 'claimkit adjudicate'",)


@pytest.mark.parametrize(
    "other",
    [
        {"text": "The bridge was closed on Sunday."},
        {"kind": "other"},
        {"anchors": ["The bridge"]},
        {
            "attribution": {
                "status": "corrected",
                "chain": [{"source": {"name": "B", "type": "person"}, "mode": "direct"}],
            }
        },
    ],
    ids=str,
)
def test_agreeing_in_the_verdict_alone_is_not_agreeing(desk: Workspace, other: dict[str, Any]) -> None:
    review(desk, **(DONE | {"attribution": {"status": "confirmed"}}))
    review(desk, "second", **(DONE | other))
    assert closed(desk).state is State.DISPUTED


def test_the_one_who_looked_at_the_attribution_leads(desk: Workspace) -> None:
    chain = [{"source": {"name": "Ada Stone", "type": "person"}, "mode": "indirect"}]
    review(desk, **DONE)
    review(desk, "second", **(DONE | {"attribution": {"status": "corrected", "chain": chain}}))
    assert [link.source.name for link in closed(desk).claim.attribution] == ["Ada Stone"]


def test_an_adjudicated_claim_is_published_as_it_was_adjudicated(desk: Workspace) -> None:
    review(desk, **DONE)
    review(desk, "second", **(DONE | {"verdict": "false"}))
    decision = Decision(
        claim=CLOSED.id, verdict="false", review="second", how=How.ADJUDICATED, who="chief", when=AT, why="Seen it."
    )
    save(desk, desk.decisions_path(SLUG), DecisionsFile(article=SLUG, decisions=(decision,)), replaces=None)
    assert [item.claim.id for item in publishable(open_dossier(desk, SLUG), desk.config)] == [CLOSED.id]
    file = put_on_record(desk, CLOSED.id)
    assert file.decisions == (decision,)
    assert file.ledger[0].verdict == "false"


def test_a_draft_does_not_count_against_a_finished_review(desk: Workspace) -> None:
    review(desk, **DONE)
    review(desk, "second", verdict="false")
    assert closed(desk).state is State.ACCEPTED
    assert missing(desk) == ()


def test_the_same_claim_added_by_two_reviewers_is_one_claim(desk: Workspace) -> None:
    for who in ("first", "second"):
        entry = {"add": {"text": "Ada Stone is the mayor.", "anchors": ["The mayor, Ada Stone"]}}
        record(desk, SLUG, who, [("", entry)], AT)
    added = [item for item in standings(open_dossier(desk, SLUG)) if item.state is State.ADDED]
    assert [len(item.reviews) for item in added] == [2]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"stage": "draft"}, "it has 0 finished reviews and needs 1"),
        ({"verdict": None}, "it has no verdict of the scale"),
        ({"rationale": None}, "it has no rationale for the reader"),
        ({"evidence": None}, "it has 0 pieces of evidence"),
        ({"evidence": [EVIDENCE[0] | {"stance": "context"}]}, "it has 0 pieces of evidence"),
    ],
)
def test_the_gate_says_what_is_missing(desk: Workspace, change: dict[str, Any], words: str) -> None:
    review(desk, **(DONE | change))
    assert any(words in reason for reason in missing(desk))


def test_a_verdict_off_the_scale_needs_no_evidence_for_or_against(desk: Workspace) -> None:
    review(desk, **(DONE | {"verdict": "unproven", "evidence": None}))
    assert missing(desk) == ()


def test_publishing_settles_by_rule_and_enters_the_ledger(desk: Workspace) -> None:
    review(desk, **DONE)
    review(desk, "second", **DONE)
    file = put_on_record(desk, CLOSED.id)
    assert (file.decisions[0].how, file.decisions[0].verdict, file.decisions[0].review) == (
        How.UNANIMOUS,
        "true",
        "first",
    )
    assert file.ledger[0].url == f"https://example.org/fact-checks/{SLUG}#{CLOSED.id}"
    assert file.ledger[0].date == "2025-05-10"
    assert closed(desk).publication == file.ledger[0]
    assert publishable(open_dossier(desk, SLUG), desk.config) == ()


def test_a_claim_is_published_once(desk: Workspace) -> None:
    review(desk, **DONE)
    assert put_on_record(desk, CLOSED.id, url="https://example.org/x").ledger[0].url == "https://example.org/x"
    with pytest.raises(RefusalError, match="it was published on 2025-05-10"):
        put_on_record(desk, CLOSED.id)


def test_when_one_claim_is_refused_none_is_published(desk: Workspace) -> None:
    review(desk, **DONE)
    with pytest.raises(RefusalError, match=f"{HURT.id}: nobody has reviewed it"):
        put_on_record(desk, CLOSED.id, HURT.id)
    with pytest.raises(RefusalError, match="there is no such claim"):
        put_on_record(desk, "c9")
    assert not desk.decisions_path(SLUG).exists()


def test_an_id_that_no_claim_has_is_named(desk: Workspace) -> None:
    with pytest.raises(ReviewError, match="no claim has the id 'x'"):
        named(standings(open_dossier(desk, SLUG)), "x")
