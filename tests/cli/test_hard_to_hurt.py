"""What a hostile tester found, so that it is not found again: no traceback, no lost work, nothing forged."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimkit import storage
from claimkit.annotations.workspace import Workspace
from claimkit.cli import main
from made import AT, CLOSED, CONFIG, SLUG, workspace

REVIEW = [
    "--as", "ada", "--at", AT, "--verdict", "true", "--rationale", "Minutes.", "--done",
    "--evidence", "https://example.net/", "--title", "Minutes", "--stance", "supports",
]  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    root = tmp_path / "desk"
    root.mkdir()
    return workspace(root)


def run(desk: Workspace, *arguments: str, stdin: bytes | None = None) -> Result:
    """A command's result; whatever is wrong, no exception but the exit may come out of it."""
    result = CliRunner().invoke(main, ["-C", str(desk.root), *arguments], input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code in {0, 1, 2}
    return result


def process(desk: Workspace, *arguments: str, **options: object) -> subprocess.Popen[bytes]:
    """A real process that runs a command."""
    command = [sys.executable, "-m", "claimkit", "-C", str(desk.root), *arguments]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options
    return subprocess.Popen(command, **pipes)  # type: ignore[call-overload, no-any-return]


RACE = """
import sys
from pathlib import Path
from claimkit import storage
path, name = Path(sys.argv[1]), sys.argv[2].encode()
done = 0
while done < 60:
    old = path.read_bytes()
    try:
        storage.write(path, old + name, replaces=storage.sha256(old))
        done += 1
    except storage.ConflictError:
        pass
"""


def test_two_processes_that_write_one_file_lose_nothing_without_a_word(tmp_path: Path) -> None:
    path = tmp_path / "file"
    storage.write(path, b"", replaces=None)
    both = [subprocess.Popen([sys.executable, "-c", RACE, str(path), name]) for name in "ab"]
    assert [one.wait() for one in both] == [0, 0]
    assert sorted(path.read_bytes().decode()) == ["a"] * 60 + ["b"] * 60


def test_reviews_that_cannot_be_looked_into_do_not_count_as_none(desk: Workspace) -> None:
    run(desk, "annotate", SLUG, "c1", *REVIEW)
    run(desk, "publish", SLUG, "--all", "--as", "ada", "--at", AT)
    run(desk, "export", SLUG)
    folder = desk.review_path(SLUG, "ada").parent
    folder.rename(folder.with_name("away"))
    folder.write_text("a file in place of the folder")
    claims = desk.claims_path(SLUG).read_bytes()
    for command in (["split", str(desk.text_path(SLUG))], ["export", SLUG], ["show", SLUG], ["status"], ["check"]):
        result = run(desk, *command)
        assert result.exit_code == 1
        assert "cannot be looked into" in result.output
    assert desk.claims_path(SLUG).read_bytes() == claims
    assert list(desk.export_path(SLUG).rglob("*.jsonld"))


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://[", "is no absolute http or https address"),
        ("https:///x", "is no absolute http or https address"),
        ("https://example.net/x", "outside of the publisher's domain"),
        ("https://example.org:99999/", "is no absolute http or https address"),
    ],
)
def test_a_page_that_export_would_refuse_is_not_published(desk: Workspace, url: str, words: str) -> None:
    run(desk, "annotate", SLUG, "c1", *REVIEW)
    result = run(desk, "publish", SLUG, "--claim", "c1", "--as", "ada", "--at", AT, "--url", url)
    assert (result.exit_code, words in result.stderr) == (1, True)
    assert not desk.decisions_path(SLUG).exists()


@pytest.mark.parametrize("url", ["http://[", "https:///", "https://u:p@example.net/", "https://example.net/#a#b"])
def test_an_address_that_is_none_is_no_evidence(desk: Workspace, url: str) -> None:
    result = run(desk, "annotate", SLUG, "c1", "--as", "ada", "--evidence", url, "--title", "T", "--stance", "context")
    assert (result.exit_code, "url is" in result.stderr) == (1, True)


def test_a_review_file_of_another_is_not_written_into(desk: Workspace) -> None:
    run(desk, "annotate", SLUG, "c1", *REVIEW)
    path = desk.review_path(SLUG, "ada")
    path.write_text(path.read_text().replace('"id": "ada"', '"id": "zoe"'))
    before = path.read_bytes()
    result = run(desk, "annotate", SLUG, "c2", "--as", "ada", "--comment", "x")
    assert "it is zoe's on bridge-closed, and lies where ada's" in result.stderr
    assert path.read_bytes() == before


def test_who_adds_a_claim_cannot_be_forged(desk: Workspace) -> None:
    entry = {"add": {"text": "Hurt.", "anchors": ["people were hurt"], "proposedBy": "reviewer:ada"}}
    run(desk, "annotate", SLUG, "--from", "-", "--as", "mallory", stdin=json.dumps(entry).encode())
    added = json.loads(desk.review_path(SLUG, "mallory").read_text())["added"]
    assert added[0]["proposedBy"] == "reviewer:mallory"


@pytest.mark.parametrize("text", ["{", "[]", '{"a": 1}', "\ufeff{}", '{"a":' * 980 + "1" + "}" * 980])
def test_a_finding_about_a_whole_file_is_json_too(desk: Workspace, text: str) -> None:
    desk.claims_path(SLUG).write_text(text, encoding="utf-8")
    found = json.loads(run(desk, "check", "--json").stdout)
    assert found[0]["file"] == f"annotations/{SLUG}/claims.json"


@pytest.mark.parametrize(
    "options",
    [
        ["--confidence", "nan"],
        ["--comment", "x", "--at", "0001-01-01T00:00:00+14:00"],
        ["--comment", "x", "--at", "9999-12-31T23:59:59-14:00"],
        ["--comment", "\udcff"],
        ["--add", "\udcff", "--words", "The mayor"],
    ],
)
def test_values_that_are_none_are_refused(desk: Workspace, options: list[str]) -> None:
    claim = [] if "--add" in options else ["c1"]
    assert run(desk, "annotate", SLUG, *claim, "--as", "ada", *options).exit_code in {1, 2}
    assert not desk.review_path(SLUG, "ada").exists()


@pytest.mark.parametrize(
    "entry",
    [
        {"claim": "c1", "disposition": 7},
        {"claim": "c1", "evidence": [{"url": []}]},
        {"claim": "c1", "evidence": [{"url": {}, "quote": [1]}]},
        {"claim": ["c1"]},
        {"claim": "c1", "comment": [[[[]]]]},
    ],
)
def test_entries_of_wrong_types_are_refused(desk: Workspace, entry: object) -> None:
    assert run(desk, "annotate", SLUG, "--from", "-", "--as", "ada", stdin=json.dumps(entry).encode()).exit_code == 1


@pytest.mark.parametrize(
    "line", ["logo = 2020-01-01", f"x = {'9' * 5000}", f"x = {'[' * 2000}", f"x = {'{a=' * 2000}"], ids=str
)
def test_an_odd_configuration_is_refused(desk: Workspace, line: str) -> None:
    (desk.root / "claimkit.toml").write_text(CONFIG.replace("[pages]", f"{line}\n[pages]"))
    result = run(desk, "status")
    assert (result.exit_code, "claimkit.toml" in result.stderr) == (1, True)


def test_links_that_lead_in_circles_are_findings(desk: Workspace) -> None:
    path = desk.review_path(SLUG, "x")
    path.parent.mkdir()
    path.symlink_to(path.name)
    assert "cannot be read" in run(desk, "check").stdout
    assert run(desk, "show", SLUG).exit_code == 1


def test_closed_streams_and_odd_terminals_are_no_tracebacks(desk: Workspace) -> None:
    for arguments, redirect in (
        ("split - --slug x", "<&-"),
        (f"annotate {SLUG} --from - --as a", "<&-"),
        ("split --jsonl", "<&-"),
        ("--help", ">/dev/full"),
        (f"show {SLUG}", ">/dev/full"),
        (f"annotate {SLUG} c1 --as a --comment x", "2>/dev/full"),
    ):
        line = f"{sys.executable} -m claimkit -C {desk.root} {arguments} {redirect}"
        result = subprocess.run(["sh", "-c", line], capture_output=True, check=False)
        assert result.returncode in {0, 1}
        assert b"Traceback" not in result.stdout + result.stderr
    for size in ("²", "0", "1", "abc"):
        shown = process(desk, "show", SLUG, env=os.environ | {"COLUMNS": size, "LINES": size})
        out, error = shown.communicate()
        assert b"Traceback" not in error
        assert b"c1111111" in out


def test_what_is_exported_can_stand_in_a_page(desk: Workspace) -> None:
    hostile = "</script><script>alert(1)</script><!-- & \u2028 x"
    run(desk, "annotate", SLUG, "c1", *REVIEW, "--text", hostile)
    run(desk, "publish", SLUG, "--all", "--as", "ada", "--at", AT)
    run(desk, "export", SLUG)
    text = (desk.export_path(SLUG) / "claimreview" / f"{CLOSED.id}.jsonld").read_text(encoding="utf-8")
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text)["itemReviewed"]["text"] == hostile


def test_nothing_steers_the_terminal_or_forges_a_line(desk: Workspace) -> None:
    forged = "The mayor spoke.\n  settled      true (unanimous)\x9b31m"
    run(desk, "annotate", SLUG, "c1", "--as", "ada", "--text", forged, "--comment", "\u202e")
    for arguments in (["show", SLUG], ["show", SLUG, "--claim", "c1"], ["show", SLUG, "--json"]):
        out = run(desk, *arguments).stdout
        assert not set("\x9b\u202e") & set(out)
        assert "\n  settled" not in out
    (desk.review_path(SLUG, "ada").parent / "a\n::error file=x::x.txt").touch()
    for line in run(desk, "check").stdout.splitlines():
        assert re.match(r"annotations/|[ \d]{5} \| ", line), line


def test_json_is_utf_8_whatever_the_locale_says(desk: Workspace) -> None:
    run(desk, "annotate", SLUG, "c1", "--as", "ada", "--comment", "😀")
    out, _ = process(desk, "show", SLUG, "--json", env=os.environ | {"PYTHONIOENCODING": "latin-1"}).communicate()
    assert "😀" in json.dumps(json.loads(out.decode("utf-8")), ensure_ascii=False)


def test_init_writes_nothing_out_of_its_folder_and_can_be_repeated_after_a_failure(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    inside.mkdir()
    outside.mkdir()
    (inside / "schemas").symlink_to(outside)
    command = ["init", str(inside), "--publisher", "Desk", "--url", "https://example.org/?a=1#x"]
    assert "leads out of the workspace" in CliRunner().invoke(main, command).stderr
    assert not list(outside.iterdir())
    (inside / "schemas").unlink()
    assert CliRunner().invoke(main, command).exit_code == 0
    assert Workspace.find(inside).config.pages.url == "https://example.org/fact-checks/{slug}#{claim}"


def test_hidden_and_odd_folders_do_not_stop_a_check(desk: Workspace) -> None:
    (desk.root / "annotations" / ".git").mkdir()
    assert run(desk, "check").exit_code == 0
    (desk.root / "annotations" / "Not A Slug").mkdir()
    result = run(desk, "check")
    assert (result.exit_code, "is no slug" in result.stdout, "2 articles checked" in result.stderr) == (1, True, True)


@pytest.mark.parametrize("command", ["feed", "migrate", "status"])
def test_a_folder_with_a_bad_name_is_named_where_it_stops_a_command(desk: Workspace, command: str) -> None:
    shutil.copytree(desk.claims_path(SLUG).parent, desk.root / "annotations" / "-x")
    result = run(desk, command)
    assert result.exit_code == 1
    assert "annotations/-x: '-x' is no slug; rename the folder (lower-case letters" in result.stderr


def test_a_relative_pipeline_is_relative_to_the_workspace(desk: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk.root / "pipe").mkdir()
    (desk.root / "claimkit.toml").write_text(CONFIG + '[split]\npipeline = "pipe"\n')
    monkeypatch.chdir("/")
    assert str(desk.root / "pipe") in run(desk, "split", str(desk.text_path(SLUG))).stderr
