"""claimkit adjudicate, from outside: with options, by rule, and through a pipe."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimkit.annotations.workspace import Workspace
from claimkit.cli import main
from disputes import LATER, decisions, disputed
from made import CLOSED, HURT, SAID, SLUG

AS = ("--as", "chief", "--at", LATER)


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    return disputed(tmp_path)


def run(desk: Workspace, *arguments: str, stdin: str = "", code: int = 0) -> Result:
    result = CliRunner().invoke(main, ["-C", str(desk.root), *arguments], input=stdin)
    assert result.exit_code == code, result.output
    return result


def test_a_disputed_claim_goes_all_the_way(desk: Workspace) -> None:
    assert f"{SLUG}: 2 claims await adjudication. Next: claimkit adjudicate {SLUG}" in run(desk, "status").stderr
    refused = run(desk, "publish", SLUG, "--claim", CLOSED.id, *AS, code=1)
    assert "reviewers differ on it; settle it with 'claimkit adjudicate'" in refused.stderr
    options = ("--claim", "c1", "--verdict", "half-true", "--why", "Both.", "--rationale", "Half of it.")
    assert f"{CLOSED.id} is half-true" in run(desk, "adjudicate", SLUG, *options, *AS).stderr
    run(desk, "adjudicate", SLUG, "--claim", SAID.id, "--reject", "--why", "Nobody claims that.", *AS)
    run(desk, "publish", SLUG, "--all", *AS)
    run(desk, "export", SLUG)
    found = json.loads((desk.export_path(SLUG) / "claimreview" / f"{CLOSED.id}.jsonld").read_text())
    assert (found["reviewRating"]["ratingValue"], found["reviewBody"]) == (3, "Half of it.")
    (line,) = (line for line in run(desk, "check").stdout.splitlines() if line.startswith("annotations"))
    assert "reviews/ben.json" in line
    assert "warning CK411" in line, "the review that was overruled is not what is published"
    whole = run(desk, "show", SLUG, "--claim", "c1").stdout
    for words in ("settled      half-true (adjudicated, by chief", "why        Both.", "rationale  Half of it."):
        assert words in whole
    assert "settled      rejected (adjudicated" in run(desk, "show", SLUG, "--claim", SAID.id).stdout
    (row,) = json.loads(run(desk, "status", "--json").stdout)
    assert (row["decided"], row["rejected"], row["awaiting"]) == (3, 1, 0)


def test_by_rule_settles_what_needs_nobody_and_says_how_many_are_left(desk: Workspace) -> None:
    result = run(desk, "adjudicate", SLUG, "--by-rule", *AS)
    assert result.stderr == f"1 settled by rule: {HURT.id}\n2 await adjudication\n"
    assert run(desk, "adjudicate", SLUG, "--by-rule", *AS).stderr.startswith("0 settled by rule\n")


@pytest.mark.parametrize(
    "options",
    [
        ("--claim", "c1"),
        ("--claim", "c1", "--verdict", "true", "--reject", "--why", "x"),
        ("--claim", "c1", "--verdict", "true"),
        ("--claim", "c1", "--verdict", "true", "--why", " "),
        ("--claim", "c1", "--reject", "--why", "x", "--by-rule"),
        ("--verdict", "true"),
        ("--why", "x"),
        ("--by-rule", "--blind"),
    ],
    ids=" ".join,
)
def test_options_that_do_not_go_together_are_wrong_usage(desk: Workspace, options: tuple[str, ...]) -> None:
    run(desk, "adjudicate", SLUG, *options, *AS, code=2)
    assert not desk.decisions_path(SLUG).exists()


def test_a_reason_that_could_steer_a_terminal_is_refused_whole(desk: Workspace) -> None:
    options = ("--claim", "c1", "--verdict", "true", "--why", "\x1b[2J")
    assert "why" in run(desk, "adjudicate", SLUG, *options, *AS, code=1).stderr
    assert not desk.decisions_path(SLUG).exists()


def test_the_talk_runs_through_a_pipe_in_80_columns_without_colour(desk: Workspace) -> None:
    result = run(desk, "adjudicate", SLUG, *AS, stdin="?i2Seen it.\nb1The other.\nsq")
    assert "\x1b" not in result.output
    assert max(map(len, result.stdout.splitlines())) <= 80
    found = decisions(desk)[CLOSED.id]
    assert found.replaces is not None
    assert (found.why, found.replaces.why) == ("The other.", "Seen it.")


def test_a_kill_loses_nothing_that_was_decided(desk: Workspace) -> None:
    ours, theirs = os.openpty()
    line = [sys.executable, "-m", "claimkit", "-C", str(desk.root), "adjudicate", SLUG, "--as", "chief"]
    process = subprocess.Popen(line, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    shown = b""
    for until, answer in ((b"?:", b"1"), (b"desk:", b"Seen it.\n"), (b"2 of 2", b"")):
        while until not in shown:
            shown += os.read(ours, 10_000)
        shown = b""
        os.write(ours, answer)
    process.send_signal(signal.SIGKILL)
    process.wait()
    os.close(ours)
    assert decisions(desk)[CLOSED.id].why == "Seen it."
