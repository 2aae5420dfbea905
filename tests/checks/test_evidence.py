"""Evidence against its captures: what is found, where, and how bad it is."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path
from typing import Any

import pytest

from captured import URL, WORDS, Archive, page
from claimkit.annotations.workspace import Workspace
from claimkit.checks.articles import check_article
from claimkit.checks.evidence import Tally, check_evidence
from claimkit.model.findings import Code, Finding, Severity
from claimkit.review.capturing import keep
from claimkit.review.recording import record
from claimkit.storage import sha256
from made import AT, CLOSED, HURT, SLUG, workspace

DAY = "2025-06-01"
QUOTE = "closed on Monday"
REVIEW = f"annotations/{SLUG}/reviews/first.json"


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    root = tmp_path / "desk"
    root.mkdir()
    return workspace(root)


def kept(desk: Workspace, data: bytes, name: str = "minutes.html") -> str:
    source = desk.root.parent / name
    source.write_bytes(data)
    return keep(desk, SLUG, source).name


def cite(desk: Workspace, claim: str = CLOSED.id, quote: str = QUOTE, stage: str = "done", **more: Any) -> None:
    """Record a review that rests on evidence with ``quote`` and what else is given of it."""
    evidence = {"url": URL, "title": "Minutes", "stance": "supports", "quote": quote} | more
    entry = {"claim": claim, "verdict": "true", "rationale": "They say so.", "stage": stage, "evidence": [evidence]}
    record(desk, SLUG, "first", [("", entry)], AT)


def found(desk: Workspace, day: str = DAY) -> list[Finding]:
    return check_evidence(desk, SLUG, day)[0]


def test_a_quote_that_stands_in_its_capture_is_verified_and_nothing_is_found(desk: Workspace) -> None:
    cite(desk, capture=kept(desk, page(f"<p>{WORDS}</p>")))
    cite(desk, HURT.id, quote="12 people")
    assert check_evidence(desk, SLUG, DAY) == ([], Tally(verified=1, without_capture=1))
    assert check_article(desk, SLUG)[1] == []


@pytest.mark.parametrize(("stage", "severity"), [("done", Severity.ERROR), ("draft", Severity.WARNING)])
def test_a_quote_that_does_not_stand_is_found_with_the_nearest_words(
    desk: Workspace, stage: str, severity: Severity
) -> None:
    cite(desk, quote="The bridge was shut on Monday", stage=stage, capture=kept(desk, page(f"<p>{WORDS}</p>")))
    (finding,) = found(desk)
    assert (finding.code, finding.severity) == (Code.QUOTE_NOT_IN_CAPTURE, severity)
    assert finding.pointer == "/reviews/0/evidence/0/quote"
    assert "nearest is “The bridge was closed on Monday,” (" in finding.message
    line = (desk.root / REVIEW).read_text().splitlines()[(finding.line or 0) - 1]
    assert line[(finding.column or 0) - 1 :].startswith('"The bridge was shut')
    assert finding in check_article(desk, SLUG)[1], "claimkit check finds it too"


def test_parts_in_another_order_and_words_that_nothing_is_like_are_told_apart(desk: Workspace) -> None:
    name = kept(desk, page(f"<p>{WORDS}</p>"))
    cite(desk, quote="council … bridge", capture=name)
    assert "“bridge” stands in the capture" in found(desk)[0].message
    cite(desk, HURT.id, quote="xylophones quiz zebras", capture=name)
    assert "nor anything like it" in found(desk)[1].message


def test_a_long_quote_is_cut_in_the_message(desk: Workspace) -> None:
    cite(desk, quote="zebras quiz " * 500, capture=kept(desk, page(f"<p>{WORDS}</p>")))
    assert len(found(desk)[0].message) < 400


def test_an_altered_capture_is_found_and_its_quote_still_looked_up(desk: Workspace) -> None:
    name = kept(desk, page(f"<p>{WORDS}</p>"))
    cite(desk, capture=name)
    desk.capture_path(SLUG, name).write_bytes(page("<p>Another.</p>"))
    codes = [(item.code, item.pointer.rsplit("/", 1)[1], item.severity) for item in found(desk)]
    assert codes == [
        (Code.CAPTURE_ALTERED, "sha256", Severity.ERROR),
        (Code.QUOTE_NOT_IN_CAPTURE, "quote", Severity.ERROR),
    ]


def test_a_quote_that_stands_in_an_altered_capture_is_not_verified(desk: Workspace) -> None:
    name = kept(desk, page(f"<p>{WORDS}</p>"))
    cite(desk, capture=name)
    desk.capture_path(SLUG, name).write_bytes(page(f"<p>{WORDS} And more.</p>"))
    findings, tally = check_evidence(desk, SLUG, DAY)
    assert [item.code for item in findings] == [Code.CAPTURE_ALTERED]
    assert (tally.verified, tally.unverified) == (0, 1)


def test_a_capture_without_a_digest_is_a_warning_that_gives_it(desk: Workspace) -> None:
    data = page(f"<p>{WORDS}</p>")
    cite(desk, capture="later.html")
    (finding,) = found(desk)
    assert (finding.code, finding.severity, finding.pointer) == (
        Code.CAPTURE_MISSING,
        Severity.ERROR,
        "/reviews/0/evidence/0/capture",
    )
    desk.captures_path(SLUG).mkdir()
    desk.capture_path(SLUG, "later.html").write_bytes(data)
    (finding,) = found(desk)
    assert (finding.code, finding.severity) == (Code.CAPTURE_ALTERED, Severity.WARNING)
    assert f"add sha256 {sha256(data)}" in finding.message


def test_a_capture_of_a_kind_that_is_not_read_is_a_note(desk: Workspace) -> None:
    cite(desk, capture=kept(desk, b"%PDF-1.7\n", "minutes.pdf"))
    findings, tally = check_evidence(desk, SLUG, DAY)
    assert [(item.code, item.severity) for item in findings] == [(Code.CAPTURE_MISSING, Severity.NOTE)]
    assert "is a PDF document, which is not read here" in findings[0].message
    assert tally == Tally(unverified=1)


def test_one_warc_file_holds_the_captures_of_several_pages(desk: Workspace) -> None:
    other = "https://example.net/list"
    archive = Archive(packed=True).add(page(f"<p>{WORDS}</p>")).add(page("<p>12 people</p>"), other)
    name = kept(desk, archive.data, "crawl.warc.gz")
    cite(desk, capture=name)
    cite(desk, HURT.id, quote="12 people", url=other, capture=name)
    assert check_evidence(desk, SLUG, DAY) == ([], Tally(verified=2))
    cite(desk, HURT.id, quote="12 people", url="https://example.net/gone", capture=name)
    assert "it has no answer from https://example.net/gone; it has" in found(desk)[0].message


def nothing_there(path: Path, _outside: Path) -> None:
    path.parent.mkdir(parents=True)


def folder(path: Path, _outside: Path) -> None:
    path.mkdir(parents=True)


def pipe(path: Path, _outside: Path) -> None:
    path.parent.mkdir(parents=True)
    os.mkfifo(path)


def link_out(path: Path, outside: Path) -> None:
    path.parent.mkdir(parents=True)
    path.symlink_to(outside)


def folder_link_out(path: Path, outside: Path) -> None:
    path.parent.symlink_to(outside.parent)


def link_to_itself(path: Path, _outside: Path) -> None:
    path.parent.mkdir(parents=True)
    path.symlink_to(path)


def cut_off(path: Path, _outside: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(gzip.compress(page(WORDS))[:-20])


def larger_than_any(path: Path, _outside: Path) -> None:
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        file.truncate(100_000_001)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (nothing_there, "there is no such file"),
        (folder, "it is a folder"),
        (pipe, "it is no regular file"),
        (link_out, "it leads out of the workspace"),
        (folder_link_out, "it leads out of the workspace"),
        (link_to_itself, "it cannot be read (Too many levels of symbolic links)"),
        (cut_off, "it is cut off"),
        (larger_than_any, "it has 100,000,001 bytes"),
    ],
)
def test_what_cannot_be_read_is_a_finding_and_nobody_waits(desk: Workspace, make: Any, words: str) -> None:
    outside = desk.root.parent / "page.html"
    outside.write_bytes(page(f"<p>{WORDS}</p>"))
    cite(desk, capture="page.html", sha256=sha256(outside.read_bytes()))
    make(desk.captures_path(SLUG) / "page.html", outside)
    finding = next(item for item in found(desk) if item.code is Code.CAPTURE_MISSING)
    assert words in finding.message
    assert finding.severity is Severity.ERROR
    assert any(item.code in {Code.CAPTURE_MISSING, Code.UNREADABLE} for item in check_article(desk, SLUG)[1])


@pytest.mark.parametrize(
    "name",
    ["/etc/passwd", "../reviews/first.json", "a/../../b", "a\\b", "a\nb", ".hidden", "a//b", "", "a/", "x" * 201],
)
def test_a_name_that_leads_elsewhere_breaks_the_schema(desk: Workspace, name: str) -> None:
    cite(desk, capture="page.html")
    path = desk.root / REVIEW
    raw = json.loads(path.read_text())
    raw["reviews"][0]["evidence"][0]["capture"] = name
    path.write_text(json.dumps(raw))
    assert {item.code for item in found(desk)} == {Code.SCHEMA}


def test_captures_may_lie_in_folders_of_their_own(desk: Workspace) -> None:
    path = desk.capture_path(SLUG, "2025/May/page one.html")
    path.parent.mkdir(parents=True)
    path.write_bytes(page(f"<p>{WORDS}</p>"))
    cite(desk, capture="2025/May/page one.html")
    assert check_evidence(desk, SLUG, DAY) == ([], Tally(verified=1))


def test_a_review_is_past_its_date_on_the_day_after(desk: Workspace) -> None:
    entry = {"claim": CLOSED.id, "reviewBy": "2025-06-01", "comment": "The works go on."}
    record(desk, SLUG, "first", [("", entry)], AT)
    assert check_evidence(desk, SLUG, "2025-06-01") == ([], Tally())
    (finding,), tally = check_evidence(desk, SLUG, "2025-06-02")
    assert (finding.code, finding.severity, finding.pointer) == (
        Code.PAST_REVIEW_DATE,
        Severity.WARNING,
        "/reviews/0/reviewBy",
    )
    assert tally == Tally(overdue=1)
    assert Code.PAST_REVIEW_DATE not in {item.code for item in check_article(desk, SLUG)[1]}, "check reads no clock"


def test_a_capture_that_no_evidence_names_is_a_note_of_check(desk: Workspace) -> None:
    cite(desk, capture=kept(desk, page(f"<p>{WORDS}</p>")))
    kept(desk, page("<p>Other.</p>"), "other.html")
    (desk.captures_path(SLUG) / ".gitkeep").touch()
    (finding,) = check_article(desk, SLUG)[1]
    assert (finding.code, finding.severity) == (Code.WRONG_PLACE, Severity.NOTE)
    assert finding.file.endswith("-other.html")
    (desk.root / REVIEW).write_text("{")
    assert [item.file for item in check_article(desk, SLUG)[1]] == [REVIEW], "which are named is not known now"


def test_an_article_that_cannot_be_read_is_a_finding(desk: Workspace) -> None:
    desk.claims_path(SLUG).unlink()
    assert [item.code for item in found(desk)] == [Code.UNREADABLE]
