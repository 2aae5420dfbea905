"""--changed asks a real git what a branch touches; --watch checks again what somebody saves; migrate is all or nothing."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from claimkit.annotations import migration
from claimkit.annotations.workspace import Workspace
from claimkit.checks.changes import changed_since
from claimkit.cli import main
from claimkit.errors import ConflictError, DataError, WorkspaceError
from claimkit.schemas import FileKind
from claimkit.schemas.upgrades import STEPS
from disputes import DONE, review
from made import CLOSED, SLUG, TEXT, workspace

OTHER = "second"


def git(folder: Path, *arguments: str) -> None:
    identity = {
        "GIT_AUTHOR_NAME": "a",
        "GIT_AUTHOR_EMAIL": "a@e.org",
        "GIT_COMMITTER_NAME": "a",
        "GIT_COMMITTER_EMAIL": "a@e.org",
    }
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, env=os.environ | identity | alone)


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    """Two articles in a repository, one folder below its top, each with a finding."""
    root = tmp_path / "desk"
    root.mkdir()
    made = workspace(root)
    (tmp_path / "two.txt").write_text(TEXT)
    assert run(made, "split", str(tmp_path / "two.txt"), "--slug", OTHER).exit_code == 0
    for slug in (SLUG, OTHER):
        made.claims_path(slug).with_name("stray.txt").write_text("x")
    git(tmp_path, "init", "-q", "-b", "trunk")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "one")
    return made


def run(desk: Workspace, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(desk.root), *arguments])


def checked(desk: Workspace, *arguments: str) -> set[str]:
    """The articles that findings are on."""
    result = run(desk, "check", "--format", "json", "--changed", *arguments)
    assert result.exit_code in {0, 1}, result.stderr
    return {item["file"].split("/")[1] for item in json.loads(result.stdout)}


def test_only_what_was_touched_since_the_last_commit_is_checked(desk: Workspace) -> None:
    assert checked(desk) == set()
    review(desk, "ada", CLOSED.id, **DONE)
    assert checked(desk) == {SLUG}, "a new file counts"
    git(desk.root, "add", ".")
    assert checked(desk) == {SLUG}, "so does one that is to be committed"


def test_a_branch_is_held_against_where_it_parted(desk: Workspace) -> None:
    git(desk.root, "checkout", "-q", "-b", "work")
    review(desk, "ada", CLOSED.id, **DONE)
    git(desk.root, "add", ".")
    git(desk.root, "commit", "-q", "-m", "two")
    git(desk.root, "checkout", "-q", "trunk")
    desk.claims_path(OTHER).with_name("another.txt").write_text("x")
    git(desk.root, "add", ".")
    git(desk.root, "commit", "-q", "-m", "three")
    git(desk.root, "checkout", "-q", "work")
    assert checked(desk) == set()
    assert checked(desk, "trunk") == {SLUG}, "what trunk did since is not this branch's"


def test_a_text_an_export_and_a_capture_belong_to_their_article_and_the_configuration_to_all(desk: Workspace) -> None:
    for path in (desk.text_path(SLUG, 2), desk.export_path(SLUG) / "old.txt", desk.capture_path(SLUG, "page.html")):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
        assert checked(desk) == {SLUG}
        path.unlink()
    (desk.root.parent / "outside.txt").write_text("x")
    assert checked(desk) == set()
    (desk.root / "claimkit.toml").write_text((desk.root / "claimkit.toml").read_text() + "\n")
    assert checked(desk) == {SLUG, OTHER}


def test_an_article_that_is_gone_is_no_error(desk: Workspace) -> None:
    for path in desk.claims_path(OTHER).parent.iterdir():
        path.unlink()
    desk.claims_path(OTHER).parent.rmdir()
    assert checked(desk) == set()


def test_what_a_branch_leaves_behind_is_found_and_what_lay_there_before_is_not(desk: Workspace) -> None:
    assert run(desk, "export", OTHER, "--to", "tei").exit_code == 0
    for path in desk.claims_path(OTHER).parent.iterdir():
        path.unlink()
    desk.claims_path(OTHER).parent.rmdir()
    assert checked(desk) == {OTHER}, "its exports, of which there is no article any more"
    git(desk.root, "add", ".")
    git(desk.root, "commit", "-q", "-m", "two")
    assert checked(desk) == set()


@pytest.mark.parametrize("base", ["nowhere", "HEAD~99", ""])
def test_what_git_cannot_say_is_a_message(desk: Workspace, base: str) -> None:
    result = run(desk, "check", f"--changed={base}")
    assert (result.exit_code, "git cannot say what changed" in result.stderr) == (1, True)


def test_what_looks_like_an_option_of_git_is_none(desk: Workspace) -> None:
    assert run(desk, "check", "--changed=--output=x").exit_code == 2
    with pytest.raises(WorkspaceError, match="git cannot say what changed"):
        changed_since(desk, "--output=x")
    assert not (desk.root / "x").exists()


def test_without_a_repository_the_message_says_so(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["-C", str(workspace(tmp_path).root), "check", "--changed"])
    assert (result.exit_code, "not a git repository" in result.stderr) == (1, True)


def test_a_path_and_changed_exclude_each_other(desk: Workspace) -> None:
    assert run(desk, "check", SLUG, "--changed").exit_code == 2


def test_what_is_saved_is_checked_again_until_somebody_stops_it(desk: Workspace) -> None:
    pytest.importorskip("watchfiles")
    command = [sys.executable, "-m", "claimkit", "-C", str(desk.root), "check", "--watch"]
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process,
        ExitStack() as after,
    ):
        after.callback(process.kill)
        assert process.stderr
        assert process.stdout
        while "watching" not in process.stderr.readline():
            pass
        path = desk.claims_path(SLUG)
        time.sleep(1)
        path.write_text(path.read_text().replace('"fact"', '"fakt"', 1))
        line = ""
        while "CK201" not in line:
            line = process.stdout.readline()
            assert line, "it ended"
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert "Traceback" not in err
    assert OTHER not in out


def test_watch_only_looks(desk: Workspace) -> None:
    assert run(desk, "check", "--watch", "--fix").exit_code == 2


def old(desk: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """claims.json and a review of a version before the first, in which kinds were called sorts."""
    review(desk, "ada", CLOSED.id, **DONE)
    for path in (desk.claims_path(SLUG), desk.review_path(SLUG, "ada")):
        path.write_text(
            path.read_text().replace('"schemaVersion": 1', '"schemaVersion": 0').replace('"kind"', '"sort"')
        )

    def step(raw: Any) -> Any:
        return json.loads(json.dumps(raw).replace('"sort"', '"kind"'))

    for kind in (FileKind.CLAIMS, FileKind.REVIEW):
        monkeypatch.setitem(STEPS, (kind, 0), step)


def test_old_files_are_shown_and_then_written_all_at_once(desk: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    old(desk, monkeypatch)
    before = desk.claims_path(SLUG).read_bytes()
    result = run(desk, "migrate", "--dry-run")
    assert '-  "schemaVersion": 0,' in result.stdout
    assert "2 files would be written; nothing was" in result.stderr
    assert desk.claims_path(SLUG).read_bytes() == before
    assert "2 files are written" in run(desk, "migrate").stderr
    assert "every file has the present version" in run(desk, "migrate").stderr
    assert run(desk, "show", SLUG).exit_code == 0


def test_one_file_that_cannot_be_brought_there_holds_all_back(desk: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    old(desk, monkeypatch)
    path = desk.review_path(SLUG, "ada")
    path.write_text(path.read_text().replace('"stage": "done"', '"stage": "over"'))
    with pytest.raises(DataError, match="brought to version 1"):
        migration.migrations(desk)
    assert run(desk, "migrate").exit_code == 1
    assert '"schemaVersion": 0' in desk.claims_path(SLUG).read_text()


def test_where_one_cannot_be_written_those_that_were_are_put_back(
    desk: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    old(desk, monkeypatch)
    first, second = migration.migrations(desk)
    second.path.write_bytes(second.before + b" ")
    with pytest.raises(ConflictError):
        migration.migrate([first, second])
    assert first.path.read_bytes() == first.before
