"""Real git, real branches, real merges: with the driver, and what people see without it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from claimkit.annotations.workspace import Workspace
from claimkit.cli import main
from claimkit.cli.init import ATTRIBUTES
from made import AT, CLOSED, HURT, SAID, SLUG, workspace

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not on this machine")

DRIVER = f'"{sys.executable}" -m claimkit merge %O %A %B --path %P'
REVIEW = f"annotations/{SLUG}/reviews/ada.json"


class Repository:
    """A workspace under git; nothing of the machine's own settings matters in it."""

    def __init__(self, root: Path, *, driver: bool) -> None:
        self.desk = workspace(root)
        self.root = root
        home = root.parent / "home"
        home.mkdir()
        self.environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "CLAIMKIT_REVIEWER"))
        } | {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C"}
        for who in ("AUTHOR", "COMMITTER"):
            self.environment |= {f"GIT_{who}_NAME": "Ada", f"GIT_{who}_EMAIL": "ada@example.org"}
        (root / ".gitattributes").write_text(ATTRIBUTES)
        self.git("init", "--quiet", "--initial-branch=main")
        if driver:
            self.git("config", "merge.claimkit.driver", DRIVER)

    def git(self, *arguments: str, code: int = 0) -> str:
        """What git says."""
        result = subprocess.run(
            ["git", *arguments], cwd=self.root, env=self.environment, capture_output=True, text=True, check=False
        )
        assert result.returncode == code, result.stdout + result.stderr
        return result.stdout + result.stderr

    def commit(self) -> None:
        """All that is there, committed."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "work")

    def annotate(self, claim: str, *options: str, day: int = 10, who: str = "ada") -> None:
        """One act of a reviewer."""
        at = f"2025-05-{day}T08:00:00Z"
        self.claimkit("annotate", SLUG, claim, "--as", who, "--at", at, *options)

    def claimkit(self, *arguments: str, code: int = 0) -> str:
        """What a command says."""
        result = CliRunner().invoke(main, ["-C", str(self.root), *arguments])
        assert result.exit_code == code, result.output
        return result.output

    def branched(self, ours: list[list[str]], theirs: list[list[str]]) -> None:
        """Two branches from here, with a command each line; main is checked out."""
        self.commit()
        self.git("checkout", "--quiet", "-b", "other")
        for command in theirs:
            self.claimkit(*command)
        self.commit()
        self.git("checkout", "--quiet", "main")
        for command in ours:
            self.claimkit(*command)
        self.commit()

    def reviews(self) -> dict[str, Any]:
        """Ada's reviews by claim."""
        return {review["claim"]: review for review in json.loads((self.root / REVIEW).read_text())["reviews"]}


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    (tmp_path / "desk").mkdir()
    return Repository(tmp_path / "desk", driver=True)


@pytest.fixture
def plain(tmp_path: Path) -> Repository:
    (tmp_path / "desk").mkdir()
    return Repository(tmp_path / "desk", driver=False)


def act(claim: str, *options: str, day: int = 11, who: str = "ada") -> list[str]:
    return ["annotate", SLUG, claim, "--as", who, "--at", f"2025-05-{day}T08:00:00Z", *options]


def test_two_reviewers_never_meet_in_one_file(plain: Repository) -> None:
    plain.branched([act(CLOSED.id, "--verdict", "true")], [act(CLOSED.id, "--verdict", "false", who="ben")])
    plain.git("merge", "--quiet", "other", "-m", "merge")
    assert len(plain.desk.review_paths(SLUG)) == 2


def test_one_reviewers_work_on_neighbouring_claims_is_merged(repository: Repository) -> None:
    repository.annotate(SAID.id, "--accept")
    repository.branched([act(CLOSED.id, "--verdict", "true")], [act(HURT.id, "--comment", "x"), act(SAID.id, "--done")])
    repository.git("merge", "--quiet", "other", "-m", "merge")
    assert list(repository.reviews()) == [CLOSED.id, SAID.id, HURT.id]
    assert repository.reviews()[SAID.id]["stage"] == "done"
    assert repository.git("status", "--short") == ""


def test_a_file_that_both_branches_made_is_merged(repository: Repository) -> None:
    repository.branched([act(CLOSED.id, "--verdict", "true")], [act(HURT.id, "--verdict", "false")])
    repository.git("merge", "--quiet", "other", "-m", "merge")
    assert list(repository.reviews()) == [CLOSED.id, HURT.id]


def test_a_conflict_is_named_and_the_file_is_whole(repository: Repository) -> None:
    repository.annotate(CLOSED.id, "--verdict", "true", "--rationale", "So.")
    repository.branched(
        [act(CLOSED.id, "--verdict", "false", day=12)],
        [act(CLOSED.id, "--verdict", "unproven"), act(HURT.id, "--accept")],
    )
    told = repository.git("merge", "other", "-m", "merge", code=1)
    assert f'{REVIEW}: {CLOSED.id}: verdict: ours is "false", theirs "unproven"; ours is later and stands' in told
    assert f"CONFLICT (content): Merge conflict in {REVIEW}" in told
    review = repository.reviews()[CLOSED.id]
    assert (review["verdict"], [former["was"]["verdict"] for former in review["history"]]) == (
        "false",
        ["true", "unproven"],
    )
    assert HURT.id in repository.reviews()
    assert "CK1" not in repository.claimkit("check")
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--no-edit")


def test_both_branches_publish_and_the_ledger_has_all_lines(repository: Repository) -> None:
    done = ["--verdict", "true", "--done", "--rationale", "So.", "--evidence", "https://e.net/", "--title", "T"]
    for claim in (CLOSED, SAID, HURT):
        repository.annotate(claim.id, *done, "--stance", "supports")
    publish = [["publish", SLUG, "--as", "ada", "--at", AT, "--claim", claim.id] for claim in (CLOSED, SAID, HURT)]
    repository.branched(publish[:2], publish[2:])
    repository.git("merge", "--quiet", "other", "-m", "merge")
    raw = json.loads(repository.desk.decisions_path(SLUG).read_text())
    assert sorted(line["claim"] for line in raw["ledger"]) == [CLOSED.id, SAID.id, HURT.id]
    assert [item["claim"] for item in raw["decisions"]] == [CLOSED.id, SAID.id, HURT.id]
    assert repository.claimkit("check") == "1 article checked, nothing found\n"


def test_a_rebase_loses_nothing_either(repository: Repository) -> None:
    repository.annotate(SAID.id, "--accept")
    repository.branched(
        [act(CLOSED.id, "--verdict", "true")], [act(SAID.id, "--comment", "x"), act(HURT.id, "--accept")]
    )
    repository.git("checkout", "--quiet", "other")
    repository.git("rebase", "--quiet", "main")
    assert list(repository.reviews()) == [CLOSED.id, SAID.id, HURT.id]


def test_a_side_that_is_no_json_is_named_and_ours_stays(repository: Repository) -> None:
    repository.annotate(CLOSED.id, "--accept")
    repository.branched([act(CLOSED.id, "--verdict", "true")], [])
    before = (repository.root / REVIEW).read_bytes()
    repository.git("checkout", "--quiet", "other")
    (repository.root / REVIEW).write_text("{")
    repository.commit()
    repository.git("checkout", "--quiet", "main")
    told = repository.git("merge", "other", "-m", "merge", code=1)
    assert f"{REVIEW} (theirs):1:2: it is not JSON" in told
    assert (repository.root / REVIEW).read_bytes() == before


def test_without_the_driver_check_says_what_git_left_and_the_driver_mends_it(plain: Repository) -> None:
    plain.annotate(SAID.id, "--accept")
    plain.branched([act(CLOSED.id, "--verdict", "true")], [act(CLOSED.id, "--verdict", "false", day=12)])
    plain.git("merge", "other", "-m", "merge", code=1)
    line = (plain.root / REVIEW).read_text().split("\n").index("<<<<<<< HEAD") + 1
    said = plain.claimkit("check", code=1)
    assert said.startswith(f"{REVIEW}:{line}:1: error CK101: git left a conflict here; merge it by 'claimkit merge'")
    assert "git left a conflict here" in plain.claimkit("show", SLUG, code=1)
    plain.git("config", "merge.claimkit.driver", DRIVER)
    plain.git("checkout", "--merge", "--", REVIEW)
    assert plain.reviews()[CLOSED.id]["verdict"] == "false"
    assert "CK1" not in plain.claimkit("check")


def test_the_attributes_that_init_writes_are_this_repositorys_own_and_name_the_driver(repository: Repository) -> None:
    root = Path(__file__).parents[3]
    assert (root / ".gitattributes").read_text() == ATTRIBUTES
    files = [REVIEW, f"annotations/{SLUG}/decisions.json", f"annotations/{SLUG}/claims.json"]
    told = repository.git("check-attr", "merge", "--", *files, "claimkit.toml")
    assert told.count("merge: claimkit") == 3


def test_init_leaves_attributes_that_are_there_and_says_what_they_lack(tmp_path: Path) -> None:
    (tmp_path / ".gitattributes").write_text("* text=auto\n")
    result = CliRunner().invoke(main, ["init", str(tmp_path), "--publisher", "Desk", "--url", "https://example.org/"])
    assert result.exit_code == 0
    assert "add to it: annotations/**/*.json merge=claimkit" in result.stderr
    assert (tmp_path / ".gitattributes").read_text() == "* text=auto\n"


def test_merge_writes_to_ours_and_says_what_is_to_do(tmp_path: Path) -> None:
    desk: Workspace = workspace(tmp_path)
    run = CliRunner()
    path, names = desk.review_path(SLUG, "ada"), [str(tmp_path / name) for name in ("base", "ours", "theirs")]
    for name, verdict in zip(names, ("true", "false", "unproven"), strict=True):
        assert run.invoke(main, ["-C", str(tmp_path), *act(CLOSED.id, "--verdict", verdict)]).exit_code == 0
        shutil.copy(path, name)
    result = run.invoke(main, ["merge", *names])
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"{names[1]}: look at the above" in result.stderr
    assert run.invoke(main, ["merge", names[0], names[1], names[1]]).exit_code == 0
    assert run.invoke(main, ["merge", *names[:2]]).exit_code == 2
