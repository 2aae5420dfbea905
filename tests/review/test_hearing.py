"""The talk of adjudication: what is shown, what keys do, and that nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimkit.annotations.documents import save
from claimkit.annotations.workspace import Workspace
from claimkit.model.decision import DecisionsFile
from claimkit.review.dialogue import Say, rehearsed
from claimkit.review.hearing.dialogue import Hearing
from disputes import LATER, decisions, disputed, docket, review
from made import CLOSED, HURT, SAID, SLUG


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    return disputed(tmp_path)


def talk(desk: Workspace, *answers: str, blind: bool = False) -> str:
    """All that is said in a sitting with these answers."""
    steps, _ = rehearsed(Hearing(docket=docket(desk), blind=blind).talk(), iter(answers))
    return "\n".join(line for step in steps if isinstance(step, Say) for line in step.lines)


def test_what_needs_nobody_is_settled_first_and_each_side_is_shown_with_its_evidence(desk: Workspace) -> None:
    shown = talk(desk, "q")
    for words in (
        f"1 settled by rule, since nobody differs: {HURT.id}", "1 of 2", ">>The bridge was closed on Monday.<<",
        "1  ada: true, accepted", "2  ben: false, edited", "wording    The old bridge was closed on Monday.",
        "rationale  It was open.", "supports   Minutes", "“the bridge is closed”",
        f"0 adjudicated and saved, 2 left. Next: claimkit adjudicate {SLUG}",
    ):  # fmt: skip
        assert words in shown


def test_a_key_and_a_reason_settle_a_claim_and_the_next_is_shown(desk: Workspace) -> None:
    shown = talk(desk, "2", "Seen it.", "x", "Nobody said so.", "q")
    assert f"Saved: {CLOSED.id} is false." in shown
    assert f"Saved: {SAID.id} is rejected." in shown
    assert f"2 adjudicated and saved, 0 left. Next: claimkit publish {SLUG}" in shown
    assert (decisions(desk)[CLOSED.id].review, decisions(desk)[CLOSED.id].why) == ("ben", "Seen it.")
    assert decisions(desk)[SAID.id].verdict == ""
    assert "Nothing in bridge-closed awaits adjudication." in talk(desk)


def test_another_verdict_asks_for_its_number_its_wording_and_its_rationale(desk: Workspace) -> None:
    shown = talk(desk, "v", "3", "2", "Half of it.", "Both have a point.", "q")
    assert " 3  half-true: Half true. Right and wrong in like parts." in shown
    found = decisions(desk)[CLOSED.id]
    assert (found.verdict, found.review, found.rationale) == ("half-true", "ben", "Half of it.")


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (("1", ""), "A decision has its reason"),
        (("v", "0"), "'0' is no number of the scale"),
        (("v", "9" * 5000), "is no number of the scale"),
        (("v", "3", "7"), "'7' is none of these"),
        (("v", "3", "", ""), "A verdict has its rationale"),
        (("9",), "'9' does nothing here"),
        (("u",), "There is nothing to undo"),
        (("?",), "u  take your last decision back"),
        (("i",), "state        disputed"),
        (("s", "s", "u"), "There is nothing to undo"),
        (("s", "b"), "1 of 2"),
    ],
)
def test_what_is_left_open_decides_nothing(desk: Workspace, answers: tuple[str, ...], words: str) -> None:
    assert words in talk(desk, *answers)
    assert set(decisions(desk)) == {HURT.id}


def test_the_last_act_is_undone_and_the_claim_shown_again(desk: Workspace) -> None:
    shown = talk(desk, "1", "Seen it.", "u", "q")
    assert f"Undone: {CLOSED.id} is open again." in shown
    assert set(decisions(desk)) == {HURT.id}
    assert "0 adjudicated and saved, 2 left" in shown


def test_a_claim_settled_in_this_sitting_can_be_settled_anew(desk: Workspace) -> None:
    talk(desk, "1", "Seen it.", "b", "2", "No, the other.", "q")
    found = decisions(desk)[CLOSED.id]
    assert found.replaces is not None
    assert (found.verdict, found.replaces.verdict) == ("false", "true")


def test_the_end_of_input_loses_nothing_that_was_decided(desk: Workspace) -> None:
    assert "1 adjudicated and saved, 1 left" in talk(desk, "1", "Seen it.", "2")
    assert set(decisions(desk)) == {CLOSED.id, HURT.id}


def test_blind_shows_letters_and_no_name(desk: Workspace) -> None:
    review(desk, "zoe", at=LATER, verdict="true", comment="A draft.")
    shown = talk(desk, "i", "1", "Seen it.", "b", "q", blind=True)
    assert "1  A: true" in shown
    assert "2  B: false" in shown
    assert "review       C: accepted, true, draft" in shown
    assert not any(name in shown for name in ("ada", "ben", "zoe"))
    assert decisions(desk)[CLOSED.id].review == "ada"


def sitting(desk: Workspace, meanwhile: object, *answers: str) -> str:
    """A sitting in which something happens before the answers are given."""
    dialogue = Hearing(docket=docket(desk)).talk()
    lines: list[str] = []
    step = next(dialogue)
    while isinstance(step, Say):
        lines += step.lines
        step = dialogue.send("")
    assert callable(meanwhile)
    meanwhile()
    for answer in answers:
        step = dialogue.send(answer)
        while isinstance(step, Say):
            lines += step.lines
            step = dialogue.send("")
    return "\n".join(lines)


def test_a_claim_that_was_reviewed_meanwhile_is_shown_again_and_nothing_is_decided(desk: Workspace) -> None:
    shown = sitting(desk, lambda: review(desk, "ben", at=LATER, verdict="half-true"), "1", "Seen it.")
    assert "Nothing is decided: somebody reviewed it or decided on it in the meantime; look at it again" in shown
    assert "2  ben: half-true" in shown
    assert set(decisions(desk)) == {HURT.id}


def test_what_another_adjudicator_decides_meanwhile_on_another_claim_stays(desk: Workspace) -> None:
    def other() -> None:
        talk(desk, "s", "1", "By another.", "q")

    sitting(desk, other, "1", "Seen it.")
    assert {claim: item.why for claim, item in decisions(desk).items() if item.why} == {
        CLOSED.id: "Seen it.",
        SAID.id: "By another.",
    }


def test_what_was_changed_by_another_is_not_undone(desk: Workspace) -> None:
    hearing = Hearing(docket=docket(desk))
    dialogue = hearing.talk()
    step = next(dialogue)
    lines: list[str] = []
    answers = iter(["1", "Seen it.", "u", "q"])
    try:
        while True:
            if isinstance(step, Say):
                lines += step.lines
                step = dialogue.send("")
                continue
            answer = next(answers)
            if answer == "u":
                path = desk.decisions_path(SLUG)
                digest = hearing.docket.read().decisions
                assert digest is not None
                save(desk, path, DecisionsFile(article=SLUG), replaces=digest.digest)
            step = dialogue.send(answer)
    except StopIteration:
        pass
    assert any(line.startswith("Nothing is undone") for line in lines)
