"""Evidence at the command line: keep a page, cite it, check it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from captured import URL, WORDS, page
from claimkit.annotations.workspace import Workspace
from claimkit.cli import main
from claimkit.storage import sha256
from made import AT, CLOSED, SLUG, workspace

PAGE = page(f"<p>{WORDS}</p>")
NAME = f"{sha256(PAGE)[:16]}-Minutes-of-May-9.html"


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    root = tmp_path / "desk"
    root.mkdir()
    (tmp_path / "Minutes of May (9).html").write_bytes(PAGE)
    return workspace(root)


def run(desk: Workspace, *arguments: str | Path, code: int = 0) -> Result:
    result = CliRunner().invoke(main, ["-C", str(desk.root), *map(str, arguments)])
    assert result.exit_code == code, result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def cite(desk: Workspace, quote: str, *more: str) -> Result:
    options = ["--evidence", URL, "--title", "Minutes", "--stance", "supports", "--quote", quote]
    review = ["--as", "first", "--at", AT, "--done", "--verdict", "true", "--rationale", "They say so."]
    return run(desk, "annotate", SLUG, CLOSED.id, *review, *options, *more)


def test_a_page_is_kept_cited_and_checked(desk: Workspace) -> None:
    source = desk.root.parent / "Minutes of May (9).html"
    result = run(desk, "evidence", "capture", SLUG, source)
    assert result.stdout == f"{NAME} {sha256(PAGE)}\n"
    assert f"--capture {NAME}" in result.stderr
    assert (desk.captures_path(SLUG) / NAME).read_bytes() == PAGE
    cite(desk, "closed on Monday", "--capture", NAME, "--review-by", "2025-06-01")
    (review,) = json.loads(desk.review_path(SLUG, "first").read_text())["reviews"]
    assert (review["evidence"][0]["capture"], review["evidence"][0]["sha256"]) == (NAME, sha256(PAGE))
    result = run(desk, "evidence", "check", "--as-of", "2025-06-01")
    assert result.stdout == ""
    assert result.stderr == "1 quote verified in captures, 0 not, 0 without a capture; 0 reviews past their date\n"
    shown = run(desk, "show", SLUG, "--claim", CLOSED.id).stdout
    assert "    review by  2025-06-01\n" in shown
    assert f"captured as {NAME}\n" in shown
    assert run(desk, "check").stdout == ""


def test_findings_are_printed_as_check_prints_them_and_errors_give_exit_code_1(desk: Workspace) -> None:
    run(desk, "evidence", "capture", SLUG, desk.root.parent / "Minutes of May (9).html")
    cite(desk, "closed on Tuesday", "--capture", NAME, "--review-by", "2025-06-01")
    result = run(desk, "evidence", "check", SLUG, "--as-of", "2026-01-01", code=1)
    first, _, carets, second, *_ = result.stdout.splitlines()
    assert first.startswith(f"annotations/{SLUG}/reviews/first.json:23:20: error CK310: “closed on Tuesday”"), first
    assert carets.endswith("^" * len('"closed on Tuesday"'))
    assert f"{SLUG}/reviews/first.json:26:19: warning CK507: " in second, second
    assert result.stderr == "0 quotes verified in captures, 1 not, 0 without a capture; 1 review past its date\n"
    raw = json.loads(run(desk, "evidence", "check", "--at", "2026-01-01T08:00:00Z", "--json", code=1).stdout)
    assert [finding["code"] for finding in raw.pop("findings")] == ["CK310", "CK507"]
    assert raw == {"verified": 0, "unverified": 1, "withoutCapture": 0, "overdue": 1}
    assert "CK507" not in run(desk, "check", code=1).stdout


def test_the_same_bytes_are_kept_once_and_nothing_is_overwritten(desk: Workspace) -> None:
    again = desk.root.parent / "again.htm"
    again.write_bytes(PAGE)
    run(desk, "evidence", "capture", SLUG, desk.root.parent / "Minutes of May (9).html")
    raw = json.loads(run(desk, "evidence", "capture", SLUG, again, "--json").stdout)
    assert raw == {"name": NAME, "sha256": sha256(PAGE), "wasThere": True}
    (desk.captures_path(SLUG) / NAME).write_bytes(b"altered")
    result = run(desk, "evidence", "capture", SLUG, desk.root.parent / "Minutes of May (9).html", code=1)
    assert "is not what its name says: it was altered; move it away, and capture the page again" in result.stderr
    assert (desk.captures_path(SLUG) / NAME).read_bytes() == b"altered"


@pytest.mark.parametrize(
    ("name", "end"),
    [
        ("Übersicht – 1.WARC.gz", "-Ubersicht-1.WARC.gz"),
        ("..html", "-html"),
        ("\u4f60.txt", "-txt"),
        ("?", "-page"),
        ("a" * 90 + ".html", "a.html"),
    ],
)
def test_names_are_cleaned(desk: Workspace, name: str, end: str) -> None:
    (desk.root.parent / name).write_bytes(PAGE)
    assert run(desk, "evidence", "capture", SLUG, desk.root.parent / name).stdout.split()[0].endswith(end)


@pytest.mark.parametrize(
    ("slug", "file", "words"),
    [
        ("other", "Minutes of May (9).html", "no article has the slug 'other'"),
        (SLUG, "nothing.html", "there is no such file"),
        (SLUG, "desk", "it is a folder"),
        (SLUG, "empty.html", "it is empty"),
    ],
)
def test_what_cannot_be_kept_is_refused(desk: Workspace, slug: str, file: str, words: str) -> None:
    (desk.root.parent / "empty.html").touch()
    assert words in run(desk, "evidence", "capture", slug, desk.root.parent / file, code=1).stderr
    assert not desk.captures_path(SLUG).exists()


def test_a_digest_that_is_given_stays_and_a_capture_to_come_has_none(desk: Workspace) -> None:
    cite(desk, "closed", "--capture", "later.html")
    cite(desk, "Monday", "--capture", "later.html", "--sha256", "0" * 64)
    (review,) = json.loads(desk.review_path(SLUG, "first").read_text())["reviews"]
    assert [item.get("sha256", "") for item in review["evidence"]] == ["", "0" * 64]


def test_json_lines_get_digests_too_and_nonsense_is_refused(desk: Workspace) -> None:
    run(desk, "evidence", "capture", SLUG, desk.root.parent / "Minutes of May (9).html")
    lines = desk.root.parent / "lines.jsonl"
    page_cited = {"url": URL, "title": "Minutes", "stance": "supports", "capture": NAME}
    lines.write_text(json.dumps({"claim": CLOSED.id, "evidence": [page_cited], "reviewBy": "2025-06-01"}))
    run(desk, "annotate", SLUG, "--from", lines, "--as", "first", "--at", AT)
    (review,) = json.loads(desk.review_path(SLUG, "first").read_text())["reviews"]
    assert review["evidence"][0]["sha256"] == sha256(PAGE)
    for wrong in (
        [page_cited | {"capture": "../../x"}],
        [page_cited | {"capture": 1}],
        ["x"],
        "x",
        [page_cited | {"capture": None}],
    ):
        lines.write_text(json.dumps({"claim": CLOSED.id, "evidence": wrong}))
        assert "Error: " in run(desk, "annotate", SLUG, "--from", lines, "--as", "first", code=1).stderr


def test_a_review_date_can_be_taken_away_and_must_be_a_full_date(desk: Workspace) -> None:
    review = ["annotate", SLUG, CLOSED.id, "--as", "first", "--at", AT]
    run(desk, *review, "--review-by", "2025-06-01")
    assert "reviewBy is" in run(desk, *review, "--review-by", "2025-06", code=1).stderr
    run(desk, *review, "--clear", "reviewBy")
    (kept,) = json.loads(desk.review_path(SLUG, "first").read_text())["reviews"]
    assert "reviewBy" not in kept


def test_an_unknown_article_and_a_wrong_day_are_refused(desk: Workspace) -> None:
    assert "no such file, folder or article" in run(desk, "evidence", "check", "other", code=1).stderr
    assert "is no date or time" in run(desk, "evidence", "check", "--as-of", "soon", code=2).stderr


@pytest.mark.parametrize("command", ["capture", "check"])
def test_each_command_below_has_an_example(command: str) -> None:
    assert f"Example: claimkit evidence {command}" in CliRunner().invoke(main, ["evidence", command, "--help"]).stdout
