"""claimkit review and adjudicate on a real (pseudo-)terminal: 80 columns, plain text, nothing lost whatever happens."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pexpect
import pytest

ROOT = Path(__file__).parents[2]
SEED = "us-reaffirms-support-for-india"
READY = r"help > ?$"
DAY = "2026-11-26T08:00:00Z"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """The repository's article, split and not reviewed."""
    for name in (f"seeds/{SEED}.txt", f"annotations/{SEED}/claims.json", "claimkit.toml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    shutil.copytree(ROOT / "schemas", tmp_path / "schemas")
    return tmp_path


def hears_hang_up() -> None:
    """A terminal's process does, even where the tests run under nohup."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


class Seat:
    """Somebody at a terminal with 80 columns."""

    def __init__(self, desk: Path, *arguments: str, term: str = "xterm") -> None:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("CLAIMKIT")}
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "claimkit", "-C", str(desk), *arguments],
            dimensions=(24, 80),
            encoding="utf-8",
            timeout=30,
            env=environment | {"TERM": term, "INPUTRC": "/dev/null", "LC_ALL": "C.UTF-8"},
            preexec_fn=hears_hang_up,
        )
        self.child.delaybeforesend = None
        self.seen = ""

    def wait(self, pattern: str = READY) -> str:
        """What came up to the pattern, which the terminal shows."""
        self.child.expect(pattern)
        self.seen += self.child.before + str(self.child.after)
        return str(self.child.before)

    def press(self, keys: str, pattern: str = READY) -> str:
        """Hit a key, or type a line with its Enter; what came then."""
        self.child.send(keys)
        return self.wait(pattern)

    def idle(self) -> None:
        """Wait until it waits: Python misses a Ctrl-C in the instant between showing a line and waiting for its keys."""
        time.sleep(0.5)
        stat = Path(f"/proc/{self.child.pid}/stat")  # Linux alone has it; elsewhere half a second must do
        while stat.exists() and stat.read_text().rpartition(")")[2].split()[0] != "S":
            time.sleep(0.1)

    def end(self) -> int:
        """Wait for the end; the exit code."""
        self.child.expect(pexpect.EOF)
        self.seen += self.child.before
        self.child.close()
        return int(self.child.exitstatus if self.child.exitstatus is not None else -1)


@pytest.fixture
def sit(desk: Path) -> Callable[..., Seat]:
    """A sitting that has begun."""

    def begun(who: str = "ada", *more: str, term: str = "xterm") -> Seat:
        seat = Seat(desk, "review", SEED, "--as", who, *more, term=term)
        seat.wait()
        return seat

    return begun


def work(desk: Path, who: str) -> dict[str, dict[str, Any]]:
    """The reviews by claim."""
    raw = json.loads((desk / "annotations" / SEED / "reviews" / f"{who}.json").read_text("utf-8"))
    return {review["claim"]: review for review in raw["reviews"]}


def claimkit(desk: Path, *arguments: str, code: int = 0) -> str:
    command = [sys.executable, "-m", "claimkit", "-C", str(desk), *arguments]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == code, result.stdout + result.stderr
    return result.stdout


def test_the_seed_is_reviewed_by_two_adjudicated_published_and_corrected(desk: Path, sit: Callable[..., Seat]) -> None:
    claims = json.loads((desk / "annotations" / SEED / "claims.json").read_text("utf-8"))["claims"]
    for who in ("ada", "ben"):
        seat = sit(who, "--sort", "text", "--at", DAY)
        for number in range(len(claims)):
            seat.press("7" if who == "ben" and number % 10 == 0 else "6")
            seat.press("t", r"Why, for the reader:\s+> ")
            seat.press(f"{who} found nothing that settles it.\r")
            last = number == len(claims) - 1
            seat.press("d", r"you have finished every claim" if last else READY)
        assert seat.end() == 0
        assert f"{len(claims)} finished in this sitting, 0 left. All is saved." in seat.seen
    assert {review["stage"] for review in work(desk, "ben").values()} == {"done"}

    seat = Seat(desk, "adjudicate", SEED, "--as", "ed", "--at", DAY)
    seat.wait(r"\?: ")
    for _ in range(len(claims) // 10):
        seat.press("1", r"Why, for the desk:\s+> ")
        seat.press("Ada looked further.\r", r"(\?|quit|q): ")
    seat.child.send("q")
    assert seat.end() == 0
    assert f"{len(claims) - len(claims) // 10} settled by rule" in seat.seen
    assert "ben" not in claimkit(desk, "review", "--overruled", "--as", "ada")
    assert "Ada looked further." in claimkit(desk, "review", SEED, "--overruled", "--as", "ben")

    claimkit(desk, "publish", SEED, "--all", "--as", "ed", "--at", DAY)
    name = claims[0]["id"]
    claimkit(desk, "annotate", SEED, name, "--as", "ada", "--at", DAY, "--verdict", "outdated")
    claimkit(desk, "annotate", SEED, name, "--as", "ben", "--at", DAY, "--verdict", "outdated")
    settle = ["adjudicate", SEED, "--claim", name, "--verdict", "outdated", "--why", "Both say so.", "--as", "ed"]
    claimkit(desk, *settle, "--at", DAY)
    claimkit(desk, "correct", SEED, name, "--change", "It was so once.", "--as", "ed", "--at", DAY)
    claimkit(desk, "export", SEED)
    assert claimkit(desk, "check") == ""
    story = claimkit(desk, "log", SEED, "--claim", name)
    assert "corrected as unproven → outdated" in story


def test_lines_of_text_in_80_columns_without_control_characters(sit: Callable[..., Seat]) -> None:
    seat = sit(term="dumb")
    seat.press("?")
    seat.press("i")
    seat.press("q", pexpect.EOF)
    text = seat.seen.replace("\r\n", "\n")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", text), "no colour, no movement of the cursor"
    assert max(len(line) for line in text.splitlines()) <= 80


def test_an_unknown_key_and_arrows_do_nothing(desk: Path, sit: Callable[..., Seat]) -> None:
    seat = sit()
    assert "does nothing here; ? help" in seat.press("é")
    assert "does nothing here; ? help" in seat.press("\x1b[A")
    seat.press("\x04", pexpect.EOF)
    assert not (desk / "annotations" / SEED / "reviews").exists()


def test_a_line_begins_with_what_is_there_and_can_be_given_up(desk: Path, sit: Callable[..., Seat]) -> None:
    seat = sit()
    seat.press("c", "not published:\r\n> ")
    seat.press("Größe “ok”\r")
    seat.press("e", "South Asia region.")
    seat.press(" Indeed.\r", "as before\\):\r\n> ")
    seat.press("\r")
    seat.press("c", "take it away\\):\r\n> ")
    seat.idle()
    assert "Left as it was." in seat.press("\x03")
    seat.press("\x03", pexpect.EOF)
    (review,) = work(desk, "ada").values()
    assert (review["comment"], review["disposition"]) == ("Größe “ok”", "edited")
    assert review["text"].endswith("South Asia region. Indeed.")


@pytest.mark.parametrize("how", [signal.SIGHUP, signal.SIGKILL, signal.SIGTERM])
def test_a_killed_terminal_loses_nothing_but_the_line_being_typed(
    desk: Path, sit: Callable[..., Seat], how: signal.Signals
) -> None:
    seat = sit()
    seat.press("6")
    first = next(iter(work(desk, "ada")))
    seat.press("t", "Why, for the reader:\r\n> ")
    seat.child.send("Half a sen")
    seat.child.kill(how)
    seat.child.expect(pexpect.EOF)
    again = sit()
    assert first in again.seen, "the next sitting begins with the claim that was being worked on"
    assert "you         accepted, unproven, draft" in again.seen
    again.press("q", pexpect.EOF)
    assert "rationale" not in work(desk, "ada")[first]


def test_two_sittings_of_one_reviewer_at_once_lose_nothing(desk: Path, sit: Callable[..., Seat]) -> None:
    one, two = sit("ada", "--sort", "text"), sit("ada", "--sort", "text")
    one.press("6")
    assert "you changed this review in another sitting meanwhile" in two.press("5")
    two.press("s")
    two.press("5")
    one.press("r")
    for seat in (one, two):
        seat.press("q", pexpect.EOF)
    done = list(work(desk, "ada").values())
    assert [(review["disposition"], review["verdict"]) for review in done] == [
        ("rejected", "unproven"),
        ("accepted", "false"),
    ]


def test_keys_through_a_pipe_do_the_same(desk: Path) -> None:
    command = [sys.executable, "-m", "claimkit", "-C", str(desk), "review", SEED, "--as", "ada", "--at", DAY]
    result = subprocess.run(command, input="6 tNothing found.\n d a", capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (
        0,
        f"1 finished in this sitting, 39 left. All is saved.\nGo on with: claimkit review {SEED} --as ada\n",
    )
    assert [review["stage"] for review in work(desk, "ada").values()].count("done") == 1
    broken = subprocess.run(command, input=b"a\xff", capture_output=True, check=False)
    assert broken.returncode == 1
    assert b"is not UTF-8" in broken.stderr
