"""The story of a claim, from split to correction, as events and as lines."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimkit.annotations.documents import Document
from claimkit.annotations.dossiers import Dossier, open_dossier
from claimkit.annotations.workspace import Workspace
from claimkit.cli import main
from claimkit.cli.log_view import log_view
from claimkit.errors import ReviewError
from claimkit.model.decision import Decision, DecisionsFile
from claimkit.model.vocabulary import How
from claimkit.review.story import Happening, story
from made import CLOSED, HURT, SAID, SLUG, workspace

PAGE = ["--evidence", "https://example.net/a", "--title", "Minutes", "--stance", "supports", "--quote", "It is closed"]


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    return workspace(tmp_path)


def run(desk: Workspace, *arguments: str) -> str:
    """What a command prints."""
    result = CliRunner().invoke(main, ["-C", str(desk.root), *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def act(desk: Workspace, claim: str, day: int, *options: str, who: str = "ada") -> None:
    run(desk, "annotate", SLUG, claim, "--as", who, "--at", f"2025-05-{day}T08:00:00Z", *options)


@pytest.fixture
def told(desk: Workspace) -> Workspace:
    """A claim that went all the way: reviewed, published, found wrong, corrected, retracted."""
    done = ["--rationale", "So.", "--done", *PAGE]
    act(desk, CLOSED.id, 10, "--verdict", "true", "--text", "The bridge was closed.", *done)
    run(desk, "publish", SLUG, "--claim", CLOSED.id, "--as", "desk", "--at", "2025-05-11")
    act(desk, CLOSED.id, 12, "--verdict", "false", "--clear", "evidence")
    act(desk, CLOSED.id, 12, "--evidence", "https://example.net/b", "--title", "Photo", "--stance", "refutes")
    run(desk, "correct", SLUG, CLOSED.id, "--change", "It was open.", "--as", "desk", "--at", "2025-05-12T09:00:00Z")
    run(desk, "retract", SLUG, CLOSED.id, "--change", "Which bridge?", "--as", "desk", "--at", "2025-05-13")
    return desk


def test_the_story_of_a_claim_is_told_from_split_to_retraction(told: Workspace) -> None:
    assert run(told, "log", SLUG, "--claim", "c1") == (
        "no date               rule:main-clause  c1111111  proposed\n"
        "    text: The bridge was closed on Monday.\n"
        "    kind: fact\n"
        "2025-05-10T08:00:00Z  ada               c1111111  reviewed: edited, true, done\n"
        "    text: The bridge was closed.\n"
        "    rationale: So.\n"
        "    evidence supports: Minutes https://example.net/a “It is closed”\n"
        "2025-05-11T00:00:00Z  desk              c1111111  settled as true\n"
        "    rests on: ada\n"
        "    how: single\n"
        "2025-05-11            desk              c1111111  published as true\n"
        "    url: https://example.org/fact-checks/bridge-closed#c1111111\n"
        "2025-05-12T08:00:00Z  ada               c1111111  changed verdict, evidence\n"
        "    verdict: true → false\n"
        "    evidence taken away: Minutes https://example.net/a “It is closed”\n"
        "2025-05-12T08:00:00Z  ada               c1111111  changed evidence\n"
        "    evidence refutes: Photo https://example.net/b\n"
        "2025-05-12T09:00:00Z  desk              c1111111  settled as false, no longer true\n"
        "    rests on: ada\n"
        "    how: single\n"
        "2025-05-12            desk              c1111111  corrected as true → false\n"
        "    change: It was open.\n"
        "2025-05-13            desk              c1111111  retracted\n"
        "    change: Which bridge?\n"
    )


def test_programs_read_the_events_with_the_values_before_and_after(told: Workspace) -> None:
    events = json.loads(run(told, "log", SLUG, "--json"))
    assert {event["happening"] for event in events} == set(Happening) - {Happening.TEXT, Happening.ADDED}
    assert [event["claim"] for event in events if event["happening"] == "proposed"] == [CLOSED.id, SAID.id, HURT.id]
    changed = next(event for event in events if event["happening"] == "changed")
    assert changed["changes"][0] == {"name": "verdict", "before": "true", "after": "false"}
    assert changed["who"] == "ada"


def test_split_merged_and_added_claims_say_what_they_come_from(desk: Workspace) -> None:
    act(desk, HURT.id, 10, "--split", "People were hurt.", "--split", "There were 12.")
    act(desk, CLOSED.id, 11, "--merge", SAID.id, "--text", "The mayor closed it.", who="ben")
    lines = run(desk, "log", SLUG)
    assert "c3333333  split into c" in lines
    assert "added, split from c3333333" in lines
    assert "added, merged from c1111111, c2222222" in lines
    assert lines.count("merged into c") == 2


def test_a_decision_is_told_with_those_that_it_replaced(desk: Workspace) -> None:
    first = Decision(
        claim=CLOSED.id, verdict="true", review="ada", how=How.SINGLE, who="desk", when="2025-05-11T08:00:00Z"
    )
    last = Decision(
        claim=CLOSED.id,
        review="ada",
        how=How.ADJUDICATED,
        who="zoe",
        when="2025-05-12T08:00:00Z",
        why="It is no claim.",
        replaces=replace(first, when="2025-05-11T23:00:00-05:00", verdict="false", replaces=first),
    )
    events = [event for event in story(_with(open_dossier(desk, SLUG), last)) if event.happening is Happening.SETTLED]
    assert [event.changes[0].after for event in events] == ["true", "false", None]
    assert [event.changes[0].before for event in events] == [None, "true", "false"]
    assert [change.name for change in events[-1].changes] == ["verdict", "review", "how", "why"]


def test_a_new_text_of_the_article_is_part_of_every_claims_story(desk: Workspace) -> None:
    dossier = open_dossier(desk, SLUG)
    file = dossier.claims.item
    text = replace(file.article.text, file="seeds/new.txt", since="2025-05-09T08:00:00Z", who="zoe", length=9)
    article = replace(file.article, text=text, earlier=(file.article.text,))
    item = replace(file, article=article, claims=(replace(CLOSED, changed_in=2), SAID, HURT))
    events = story(replace(dossier, claims=replace(dossier.claims, item=item)), HURT.id)
    assert [event.happening for event in events] == [Happening.PROPOSED, Happening.TEXT]
    assert (events[1].who, events[1].when) == ("zoe", "2025-05-09T08:00:00Z")
    assert [change.after for change in events[1].changes] == [2, "seeds/new.txt", 9, [CLOSED.id]]
    assert list(log_view(events))[3:] == [
        "2025-05-09T08:00:00Z  zoe                    the article has a new text, version 2",
        "    file was: seeds/bridge-closed.txt",
        "    file is: seeds/new.txt",
        "    length: 105 → 9",
        "    claims changed: c1111111",
    ]


def test_a_corrected_attribution_and_changed_words_are_told_in_words(desk: Workspace) -> None:
    act(
        desk,
        HURT.id,
        10,
        "--source",
        "Ada Stone",
        "--comment",
        "Who?",
        "--text",
        "A.",
        "--words",
        "12 people were hurt",
    )
    act(desk, HURT.id, 11, "--confirm-attribution", "--text", "B.", "--clear", "comment", "--words", "12 people")
    lines = run(desk, "log", SLUG, "--claim", "c3").splitlines()
    assert "    attribution: corrected to Ada Stone" in lines
    assert "    anchors: “12 people were hurt”" in lines
    assert lines[lines.index("    text was: A.") : lines.index("    text was: A.") + 2] == [
        "    text was: A.",
        "    text is: B.",
    ]
    assert "    attribution is: confirmed" in lines
    assert "    comment is: nothing" in lines


def test_an_unknown_claim_is_named(desk: Workspace) -> None:
    with pytest.raises(ReviewError, match="no claim has the id 'c9'"):
        story(open_dossier(desk, SLUG), "c9")


def test_text_of_others_cannot_steer_the_terminal(desk: Workspace) -> None:
    act(desk, HURT.id, 10, "--comment", "a\nb\u202ec")
    assert "    comment: a b\\u202ec\n" in run(desk, "log", SLUG)


def _with(dossier: Dossier, decision: Decision) -> Dossier:
    """The dossier with this decision on record."""
    file = DecisionsFile(article=SLUG, decisions=(decision,))
    return replace(dossier, decisions=Document(item=file, path=Path("decisions.json"), digest="", text=""))
