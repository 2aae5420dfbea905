"""A kill at each write, a disk that fails at each operation, two processes at once: nothing is lost without a word."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimkit.annotations.documents import load
from claimkit.errors import ConflictError
from claimkit.model.review import ReviewFile
from claimkit.review import recording
from crashing import scenarios
from made import AT, CLOSED, SLUG, workspace

TESTS = Path(__file__).parent
WRITES = {"init": 6, "split": 2, "update": 2, "export": 4, "feed": 2, "import": 3, "import-tei": 4}
"""Files that a command writes, where it is more than one."""


def program(*arguments: str) -> subprocess.Popen[bytes]:
    """A Python of its own that finds the tests' modules."""
    path = os.pathsep.join(filter(None, [str(TESTS), os.environ.get("PYTHONPATH", "")]))
    environment = os.environ | {"PYTHONPATH": path, "CLAIMKIT_REVIEWER": ""}
    return subprocess.Popen(
        [sys.executable, *arguments], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


@pytest.mark.parametrize("scenario", sorted(scenarios("")))
def test_a_command_may_die_at_every_file_operation_and_so_may_the_disk(tmp_path: Path, scenario: str) -> None:
    """Each file is then the old or the new one, check finds nothing new, and running it again makes all whole."""
    with program(str(TESTS / "crashing.py"), str(tmp_path), scenario) as process:
        out, told = process.communicate()
    assert process.returncode == 0, told.decode()
    report = json.loads(out)
    assert report["problems"] == []
    assert report["points"]["kill"] >= 8 * WRITES.get(scenario, 1), "a write has at least these operations"
    assert report["points"]["error"] > report["points"]["kill"]


RACE = """
import sys
from claimkit.cli import main
root, slug, claim, name = sys.argv[1:]
for number in range(25):
    page = f"https://example.net/{name}/{number}"
    options = ["--as", "ada", "--at", "2025-05-10T08:00:00Z", "--evidence", page, "--title", "T", "--stance", "context"]
    main(["-C", root, "annotate", slug, claim, *options], standalone_mode=False)
"""


def test_two_processes_that_annotate_one_claim_at_once_lose_nothing(tmp_path: Path) -> None:
    desk = workspace(tmp_path)
    both = [program("-c", RACE, str(tmp_path), SLUG, CLOSED.id, name) for name in "ab"]
    told = [process.communicate()[1].decode() for process in both]
    assert [process.returncode for process in both] == [0, 0], told
    (review,) = load(desk, desk.review_path(SLUG, "ada"), ReviewFile).item.reviews
    found = {evidence.url for evidence in review.evidence}
    assert found == {f"https://example.net/{name}/{number}" for name in "ab" for number in range(25)}
    assert not list(tmp_path.rglob("*.part"))


def test_a_file_that_changes_at_every_try_is_a_conflict_in_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = workspace(tmp_path)
    tries = []

    def meddled(*_arguments: object, **_options: object) -> None:
        tries.append(1)
        raise ConflictError("it changed")

    monkeypatch.setattr(recording, "save", meddled)
    with pytest.raises(ConflictError):
        recording.record(desk, SLUG, "ada", iter([("", {"claim": CLOSED.id, "comment": "x"})]), AT)
    assert len(tries) == recording.TRIES
