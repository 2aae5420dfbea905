"""The gate of claimkit.toml: checks, a person's decision, words that changed, and who is asked when."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from claimkit.annotations.dossiers import open_dossier
from claimkit.annotations.workspace import Workspace, parse_config
from claimkit.errors import WorkspaceError
from claimkit.model.config import Gate as Asked
from claimkit.model.findings import ON_CLAIMS, Code
from claimkit.review.recording import record
from claimkit.rules.about import claim_of
from claimkit.rules.claims import claim_findings
from claimkit.rules.gate import Gate, awaiting
from claimkit.rules.standing import named, unsettled
from disputes import DONE, LATER, decisions, disputed, docket, review, settle
from made import CLOSED, CONFIG, HURT, SLUG, claims_file, renewed, with_claims, workspace


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    made = workspace(tmp_path)
    review(made, "ada", **DONE)
    return made


def missing(desk: Workspace, claim: str = CLOSED.id, **asked: Any) -> str:
    """What the gate says of the claim, asked for so much."""
    dossier, config = open_dossier(desk, SLUG), replace(desk.config, gate=Asked(**asked))
    return "; ".join(Gate.of(dossier, config).missing(named(unsettled(dossier), claim)))


ADDED = {"add": {"text": "Ada Stone is the mayor of Rome.", "anchors": ["The mayor, Ada Stone"]}}


@pytest.mark.parametrize(
    ("code", "entry", "words"),
    [
        (
            Code.ADDED_WORDS,
            {"text": "The bridge was closed on Monday by 9."},
            "CK407 on the review of ada: the claim says",
        ),
        (
            Code.LOST_WORDS,
            {"text": "The bridge closed.", "anchors": ["12 people were hurt"]},
            "CK408 on the review of ada",
        ),
        (Code.LONG_SHORT, {"short": "x" * 80}, "CK501 on the review of ada: the short wording has 80"),
    ],
)
def test_a_finding_that_the_gate_asks_about_holds_its_claim_back(
    desk: Workspace, code: Code, entry: dict[str, Any], words: str
) -> None:
    review(desk, "ada", **entry)
    assert missing(desk) == ""
    assert words in missing(desk, checks=(code,))
    assert missing(desk, checks=tuple(set(ON_CLAIMS) - {code})) == ""


def test_a_finding_on_a_draft_holds_nothing_back_and_one_on_another_claim_neither(desk: Workspace) -> None:
    review(desk, "ben", short="x" * 80)
    record(desk, SLUG, "ada", [("", ADDED | DONE)], LATER)
    assert missing(desk, checks=ON_CLAIMS) == ""
    (added,) = (
        item.claim.id for item in unsettled(open_dossier(desk, SLUG)) if item.claim.text == ADDED["add"]["text"]
    )
    assert missing(desk, added, checks=ON_CLAIMS).startswith("CK407: the claim says what its anchors do not")


def test_a_finding_on_a_proposed_claim_holds_it_back(desk: Workspace) -> None:
    with_claims(desk, replace(CLOSED, text="The bridge was closed on Monday at 9."), *claims_file().claims[1:])
    assert missing(desk, checks=(Code.ADDED_WORDS,)).startswith("CK407: the claim says")


def test_findings_on_no_claim_are_about_none(desk: Workspace) -> None:
    dossier = open_dossier(desk, SLUG)
    document = replace(dossier.claims, item=replace(dossier.claims.item, claims=()))
    bare = replace(dossier, claims=document)
    assert {claim_of(bare, finding) for finding in claim_findings(bare)} == {""}


@pytest.mark.parametrize("code", ["CK999", "CK502", "CK401"])
def test_a_code_that_no_finding_on_a_claim_has_is_refused_with_those_that_are_known(code: str) -> None:
    with pytest.raises(WorkspaceError, match=f"has the code {code}.*checks can name CK303, .*CK501"):
        parse_config(f'{CONFIG}\n[gate]\nchecks = ["CK407", "{code}"]\n', "claimkit.toml")
    assert parse_config(f'{CONFIG}\n[gate]\nchecks = ["CK407"]\n', "claimkit.toml").gate.checks == ("CK407",)


def test_the_gate_can_ask_for_a_person_where_reviewers_agree_too(desk: Workspace) -> None:
    with (desk.root / "claimkit.toml").open("a") as file:
        file.write("[gate]\nadjudicated = true\n")
    desk = Workspace.find(desk.root)
    assert missing(desk, adjudicated=True) == "nobody has adjudicated it; settle it with 'claimkit adjudicate'"
    assert docket(desk).settle_by_rule() == ()
    assert docket(desk).awaiting() == (CLOSED.id,)
    settle(desk)
    assert (missing(desk, adjudicated=True), docket(desk).awaiting()) == ("", ())


def test_a_review_of_older_words_does_not_count(desk: Workspace) -> None:
    review(desk, "ben", **DONE)
    renewed(desk, replace(CLOSED, text_version=2, changed_in=2), *claims_file().claims[1:])
    standing = named(unsettled(open_dossier(desk, SLUG)), CLOSED.id)
    assert (standing.finished, [signed.reviewer.id for signed in standing.outdated]) == ((), ["ada", "ben"])
    assert (
        missing(desk) == "the article's words changed by version 2 and nobody finished a review since; review it again"
    )


def test_a_review_of_the_new_words_counts_alone(desk: Workspace) -> None:
    review(desk, "ben", **(DONE | {"verdict": "false"}))
    file = claims_file()
    renewed(desk, replace(CLOSED, changed_in=2, text_version=2), *file.claims[1:])
    path = desk.review_path(SLUG, "ben")
    path.write_text(path.read_text().replace('"when"', '"textVersion": 2,\n      "when"', 1))
    standing = named(unsettled(open_dossier(desk, SLUG)), CLOSED.id)
    assert standing.lead is not None
    assert (standing.lead.reviewer.id, standing.state, missing(desk)) == ("ben", "accepted", "")


def test_nobody_is_asked_before_enough_reviews_are_finished(tmp_path: Path) -> None:
    desk = disputed(tmp_path)
    config = replace(desk.config, gate=Asked(reviews=3))
    assert awaiting(open_dossier(desk, SLUG), config) == ()
    assert missing(desk, reviews=3) == "it has 2 finished reviews and needs 3"
    assert missing(desk, HURT.id, reviews=3) == "it has 2 finished reviews and needs 3"


def test_what_is_by_rule_is_no_persons_decision(tmp_path: Path) -> None:
    desk = disputed(tmp_path)
    docket(desk).settle_by_rule()
    assert decisions(desk)[HURT.id].verdict == "true"
    assert missing(desk, HURT.id, adjudicated=True).startswith("nobody has adjudicated it")
