"""What is wrong with an article's files, found by code, file, line and column."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimkit.annotations.documents import save
from claimkit.annotations.dossiers import open_dossier
from claimkit.annotations.jsontext import canonical
from claimkit.annotations.workspace import Workspace
from claimkit.checks.articles import check_article
from claimkit.errors import DataError
from claimkit.model.claim import KEPT_WHOLE, TOO_LONG
from claimkit.model.decision import DecisionsFile
from claimkit.model.findings import Code, Finding, Severity
from claimkit.model.raw import from_raw
from claimkit.review.recording import record
from made import AT, CLOSED, HURT, SLUG, TEXT, workspace

Raw = dict[str, Any]
REVIEW = f"annotations/{SLUG}/reviews/first.json"
CLAIMS = f"annotations/{SLUG}/claims.json"
DECISIONS = f"annotations/{SLUG}/decisions.json"


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    made = workspace(tmp_path)
    done = {"verdict": "true", "rationale": "The minutes say so.", "stage": "done"}
    evidence = [{"url": "https://example.net/a", "title": "Minutes", "stance": "supports"}]
    record(made, SLUG, "first", [("", {"claim": CLOSED.id, "evidence": evidence, **done})], AT)
    raw = {
        "$schema": "../../schemas/decisions.schema.json",
        "schemaVersion": 1,
        "article": SLUG,
        "decisions": [
            {"claim": CLOSED.id, "verdict": "true", "review": "first", "how": "single", "who": "first", "when": AT}
        ],
        "ledger": [
            {
                "claim": CLOSED.id,
                "act": "published",
                "date": "2025-05-11",
                "who": "first",
                "verdict": "true",
                "url": "https://example.org/1",
            }
        ],
    }
    content = {key: value for key, value in raw.items() if key not in {"$schema", "schemaVersion"}}
    save(made, made.decisions_path(SLUG), from_raw(DecisionsFile, content), replaces=None)
    return made


def findings(desk: Workspace) -> list[Finding]:
    return check_article(desk, SLUG)[1]


def change(desk: Workspace, name: str, how: Callable[[Raw], None]) -> None:
    path = desk.root / name
    raw = json.loads(path.read_text())
    how(raw)
    path.write_bytes(canonical(raw))


def test_a_sound_article_has_no_findings(desk: Workspace) -> None:
    assert findings(desk) == []


def setter(*path: str | int, value: Any) -> Callable[[Raw], None]:
    def put(raw: Any) -> None:
        for part in path[:-1]:
            raw = raw[part]
        raw[path[-1]] = value

    return put


def kept_whole(raw: Any) -> None:
    raw["claims"][0] |= {"proposedBy": KEPT_WHOLE, "kindReason": TOO_LONG}


def twice(*path: str | int) -> Callable[[Raw], None]:
    def put(raw: Any) -> None:
        for part in path:
            raw = raw[part]
        raw.append(raw[0])

    return put


def without(*path: str | int) -> Callable[[Raw], None]:
    def take(raw: Any) -> None:
        for part in path[:-1]:
            raw = raw[part]
        del raw[path[-1]]

    return take


@pytest.mark.parametrize(
    ("name", "how", "code", "pointer", "words"),
    [
        (CLAIMS, twice("claims"), Code.DUPLICATE_ID, "/claims/3/id", "give one of them another id"),
        (CLAIMS, setter("claims", 0, "anchors", 0, "quote", value="A bridge"), Code.QUOTE_MOVED, "/claims/0/anchors/0", "it stands nowhere"),
        (CLAIMS, setter("claims", 0, "anchors", 0, "start", value=15), Code.QUOTE_MOVED, "/claims/0/anchors/0", "it stands at 14..46; mend the offsets"),
        (CLAIMS, setter("claims", 2, "attribution", 0, "cue", "end", value=9999), Code.QUOTE_MOVED, "/claims/2/attribution/0/cue", "mend the offsets"),
        (CLAIMS, setter("claims", 2, "attribution", 0, "content", 0, "start", value=0), Code.QUOTE_MOVED, "/claims/2/attribution/0/content/0", ""),
        (CLAIMS, setter("claims", 2, "attribution", 0, "source", "anchor", "start", value=0), Code.QUOTE_MOVED, "/claims/2/attribution/0/source/anchor", ""),
        (CLAIMS, setter("article", "sentences", 1, "end", value=9999), Code.SPAN_OUTSIDE, "/article/sentences/1", "past the text's end"),
        (CLAIMS, setter("article", "structure", "headings", 0, "end", value=0), Code.SPAN_OUTSIDE, "/article/structure/headings/0", "empty"),
        (CLAIMS, setter("article", "structure", "paragraphs", 0, "start", value=5), Code.SPAN_OUTSIDE, "/article/structure/paragraphs/0", "overlaps the one before"),
        (CLAIMS, setter("article", "slug", value="other"), Code.WRONG_PLACE, "/article/slug", "rename"),
        (CLAIMS, setter("article", "text", "file", value="seeds/other.txt"), Code.WRONG_PLACE, "/article/text/file", "must be seeds/bridge-closed.txt"),
        (CLAIMS, without("article", "sentences", 3, "noClaim"), Code.UNCOVERED_SENTENCE, "/article/sentences/3", "no claim and no reason"),
        (CLAIMS, without("claims", 0), Code.UNKNOWN_CLAIM, "/reviews/0/claim", "the review is an orphan"),
        (CLAIMS, setter("claims", 0, "kind", value="rumour"), Code.SCHEMA, "/claims/0/kind", "must be one of fact"),
        (CLAIMS, setter("article", "text", "length", value=7), Code.TEXT_ALTERED, "", "has 105 code points"),
        (CLAIMS, setter("splitter", "confidence", value=0.41), Code.UNSURE_PARSE, "/splitter/confidence", "look at every claim"),
        (CLAIMS, kept_whole, Code.KEPT_WHOLE, "/claims/0/text", "was kept whole"),
        (REVIEW, twice("reviews"), Code.DUPLICATE_REVIEW, "/reviews/1/claim", "join the two"),
        (REVIEW, setter("reviews", 0, "verdict", value="maybe"), Code.UNKNOWN_VERDICT, "/reviews/0/verdict", "it has true"),
        (REVIEW, without("reviews", 0, "evidence"), Code.NO_EVIDENCE, "/reviews/0/verdict", "rests on no evidence"),
        (REVIEW, without("reviews", 0, "rationale"), Code.NO_RATIONALE, "/reviews/0/verdict", "say in a sentence or two"),
        (REVIEW, setter("reviews", 0, "short", value="x" * 75), Code.LONG_SHORT, "/reviews/0/short", "75 characters"),
        (REVIEW, setter("article", value="other"), Code.WRONG_PLACE, "/article", "move it"),
        (REVIEW, setter("reviewer", "id", value="second"), Code.WRONG_PLACE, "/reviewer/id", "rename it"),
        (REVIEW, setter("reviews", 0, "claim", value="c9"), Code.UNKNOWN_CLAIM, "/reviews/0/claim", "move it to the right id"),
        (DECISIONS, setter("article", value="other"), Code.WRONG_PLACE, "/article", "rename one"),
        (DECISIONS, twice("decisions"), Code.DUPLICATE_REVIEW, "/decisions/1/claim", "keep one"),
        (DECISIONS, setter("decisions", 0, "verdict", value="maybe"), Code.UNKNOWN_VERDICT, "/decisions/0/verdict", "it has true"),
        (DECISIONS, setter("decisions", 0, "verdict", value="false"), Code.STALE_DECISION, "/decisions/0/verdict", "settle it with 'claimkit correct'"),
        (DECISIONS, setter("ledger", 0, "verdict", value="false"), Code.UNRECORDED_CORRECTION, "/decisions/0/verdict", "put the correction on record"),
        (DECISIONS, setter("decisions", 0, "review", value="nobody"), Code.UNKNOWN_REVIEW, "/decisions/0/review", "name a reviewer who has"),
        (DECISIONS, setter("decisions", 0, "claim", value="c9"), Code.UNKNOWN_CLAIM, "/decisions/0/claim", "orphan"),
        (DECISIONS, setter("ledger", 0, "claim", value="c9"), Code.UNKNOWN_CLAIM, "/ledger/0/claim", "bring the claim back"),
        (DECISIONS, setter("ledger", 0, "claim", value=HURT.id), Code.UNPUBLISHABLE, "/ledger/0", "nobody has reviewed it"),
        (DECISIONS, without("decisions", 0), Code.UNPUBLISHABLE, "/ledger/0", "no settled verdict"),
        (DECISIONS, without("ledger", 0, "url"), Code.SCHEMA, "/ledger/0", "has no 'url'; add it"),
    ],
)  # fmt: skip
def test_a_fault_is_found_at_its_place_with_what_to_do(
    desk: Workspace, name: str, how: Callable[[Raw], None], code: Code, pointer: str, words: str
) -> None:
    change(desk, name, how)
    found = {(item.code, item.pointer): item for item in findings(desk)}
    assert (code, pointer) in found, found
    finding = found[code, pointer]
    assert words in finding.message
    if code not in {Code.TEXT_ALTERED}:
        document = (desk.root / finding.file).read_text()
        assert finding.line is not None
        assert finding.column is not None
        line = document.splitlines()[finding.line - 1]
        value: Any = json.loads(document)
        for part in finding.path:
            value = value[part]
        assert line[finding.column - 1 :].startswith(json.dumps(value)[:1])


def test_an_altered_text_of_record_is_found_and_stops_every_command(desk: Workspace) -> None:
    desk.text_path(SLUG).write_text(TEXT.replace("Monday", "Sunday"))
    (finding,) = findings(desk)
    assert (finding.code, finding.file) == (Code.TEXT_ALTERED, f"seeds/{SLUG}.txt")
    with pytest.raises(DataError, match="is not what it was when it was split"):
        open_dossier(desk, SLUG)


def test_a_missing_text_of_record_is_a_finding(desk: Workspace) -> None:
    desk.text_path(SLUG).unlink()
    (finding,) = findings(desk)
    assert (finding.code, finding.file) == (Code.UNREADABLE, f"seeds/{SLUG}.txt")


def test_a_missing_text_hides_no_other_fault(desk: Workspace) -> None:
    desk.text_path(SLUG).unlink()
    (desk.root / REVIEW).write_text("{")
    assert {item.file for item in findings(desk)} == {f"seeds/{SLUG}.txt", REVIEW}


def test_all_faults_of_all_files_are_found_at_once(desk: Workspace) -> None:
    (desk.root / CLAIMS).write_text("{")
    (desk.root / REVIEW).write_text("[]")
    (desk.root / DECISIONS).write_bytes(b"\xff\xfe")
    assert [(item.file, item.code) for item in findings(desk)] == [
        (CLAIMS, Code.UNREADABLE),
        (DECISIONS, Code.UNREADABLE),
        (REVIEW, Code.SCHEMA),
    ]
    with pytest.raises(DataError, match="there are 2 more: 'claimkit check' lists them"):
        open_dossier(desk, SLUG)


def test_a_draft_without_evidence_is_only_a_note(desk: Workspace) -> None:
    change(desk, REVIEW, setter("reviews", 0, "stage", value="draft"))
    change(desk, REVIEW, without("reviews", 0, "evidence"))
    desk.decisions_path(SLUG).unlink()
    assert [(item.code, item.severity) for item in findings(desk)] == [(Code.NO_EVIDENCE, Severity.NOTE)]


def test_a_reviewer_who_contradicts_a_settled_verdict_is_named_unless_it_was_adjudicated(desk: Workspace) -> None:
    other = {"verdict": "unproven", "rationale": "I find nothing.", "stage": "done"}
    record(desk, SLUG, "second", [("", {"claim": CLOSED.id, **other})], AT)
    (finding,) = findings(desk)
    assert (finding.code, finding.severity, finding.pointer) == (Code.DISSENT, Severity.WARNING, "/decisions/0/verdict")
    assert "second came to another verdict" in finding.message
    change(desk, DECISIONS, setter("decisions", 0, "how", value="adjudicated"))
    change(desk, DECISIONS, setter("decisions", 0, "why", value="The minutes settle it."))
    assert findings(desk) == []


def test_files_that_no_command_reads_are_named(desk: Workspace) -> None:
    folder = desk.claims_path(SLUG).parent
    (folder / "reviews" / "second.JSON").write_text("{}")
    (folder / ".claims.json.abc.part").write_text("{")
    found = {(Path(item.file).name, item.severity) for item in findings(desk)}
    assert found == {("second.JSON", Severity.WARNING), (".claims.json.abc.part", Severity.NOTE)}


def test_lines_of_the_ledger_on_a_claim_follow_one_another(desk: Workspace) -> None:
    lines = json.loads((desk.root / DECISIONS).read_text())["ledger"]
    again = lines[0] | {"date": "2025-05-12"}
    before = lines[0] | {"act": "retracted", "date": "2020-01-01", "change": "It was not."}
    for extra, words in ((again, "was published already"), (before, "retracted before that; mend the date")):
        change(desk, DECISIONS, setter("ledger", value=[*lines, extra]))
        found = [finding for finding in findings(desk) if finding.code is Code.LEDGER_ORDER]
        assert [(finding.pointer, finding.severity) for finding in found] == [("/ledger/1/date", Severity.ERROR)]
        assert words in found[0].message
