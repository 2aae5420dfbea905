"""Reports of a check: each format as it is, by readers that others wrote, and with words that mean harm."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from junitparser import JUnitXml
from pytest_regressions.file_regression import FileRegressionFixture
from rich.cells import cell_len

from claimkit.checks.reports import FORMATS, renderer
from claimkit.checks.reports.excerpts import ROOM, excerpt
from claimkit.checks.reports.fingerprints import fingerprints
from claimkit.model.findings import Code, Finding, Severity
from oracles.reports import (
    JENKINS,
    MULTITOOL,
    annotations_in,
    junit_problems,
    junit_schema_problems,
    multitool_problems,
    sarif_problems,
)
from reported import FINDINGS, LINES, NAME, NASTY, found, report

ENDINGS = {"text": ".txt", "json": ".json", "github": ".txt", "gitlab": ".json", "junit": ".xml", "sarif": ".sarif"}
EMPTY = report(())
HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def written(name: str, *findings: Finding) -> str:
    """The report in a format, as its file would have it."""
    text = renderer(name)(report(findings) if findings else report())
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


@pytest.mark.parametrize("name", list(FORMATS))
def test_golden(name: str, file_regression: FileRegressionFixture) -> None:
    file_regression.check(written(name).encode(), extension=ENDINGS[name], binary=True)


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "json"])
def test_nothing_in_a_report_steers_a_terminal_or_turns_its_words_about(name: str) -> None:
    assert not HARMFUL.search(written(name))


@pytest.mark.parametrize("name", list(FORMATS))
def test_a_report_ends_with_a_line_end_or_is_empty(name: str) -> None:
    for text in (written(name), renderer(name)(EMPTY)):
        assert text == "" or (text.endswith("\n") and not text.endswith("\n\n"))


def carets(finding: Finding) -> tuple[str, str]:
    """The words above the carets, by cells, and the whole line that is shown."""
    line, marks = excerpt(report(), finding)
    start, end = marks.index("^"), len(marks)
    before = next(count for count in range(len(line) + 1) if cell_len(line[:count]) == start)
    after = next(count for count in range(len(line), -1, -1) if cell_len(line[:count]) <= end)
    return line[before:after], line


@pytest.mark.parametrize(
    ("finding", "marked"),
    [
        (found(2, 14, 19), '"tru"'),
        (found(3, 11, 15), "\u6a4b\u304c\u9589\u9396"),  # two cells each, behind a tab
        (found(3, 19, 21), "e\u0301"),  # two code points, one cell
        (found(5, 11, 14), "a\\u202eb"),  # as it is shown, not as it is
        (found(4, 313, 317), "here"),
        (found(2, 3, None), '"'),  # where the end is not known
    ],
)
def test_carets_stand_below_the_very_words(finding: Finding, marked: str) -> None:
    assert carets(finding)[0] == marked


@pytest.mark.parametrize("column", [1, 11, 100, 312, 600, 625])
def test_a_long_line_is_cut_on_both_sides_of_the_place(column: int) -> None:
    words, line = carets(found(4, column, column + 4))
    assert cell_len(line) <= ROOM + len("    4 | ")
    assert LINES["annotations/one/claims.json"][3][column - 1 : column + 3].startswith(words)
    assert ("…" in line) and not line.removeprefix("    4 | ").strip("…").count("…")


def test_a_place_wider_than_the_room_is_marked_as_far_as_it_is_shown() -> None:
    words, line = carets(found(4, 11, 620))
    assert words.startswith('"xxx')
    assert words.endswith("…")
    assert cell_len(line) <= ROOM + len("    4 | ")


def test_a_megabyte_on_one_line_is_looked_at_only_around_the_place() -> None:
    line = "\u0301" * 500_000 + "here" + "\u0301" * 500_000
    shown = list(excerpt(replace(report(), lines=lambda _: [line]), found(1, 500_001, 500_005)))
    assert len(shown[0]) < 1_000
    assert shown[1].count("^") == 4


@pytest.mark.parametrize("finding", [found(), found(9, 1, 2), found(1, 1, 2, file="gone.json")])
def test_nothing_is_shown_where_the_line_is_not_known_or_is_gone(finding: Finding) -> None:
    assert list(excerpt(report(), finding)) == []


def test_a_place_behind_the_end_of_its_line_has_a_caret_there() -> None:
    assert list(excerpt(report(), found(1, 2, 2))) == ["    1 | {", "      |  ^"]
    assert list(excerpt(report(), found(1, 99, 120))) == ["    1 | {", "      |  ^"]


# SARIF


def test_sarif_is_valid_by_its_schema_and_another_library_reads_the_same_from_it() -> None:
    assert sarif_problems(written("sarif")) == []
    assert sarif_problems(renderer("sarif")(EMPTY)) == []


def test_the_schema_refuses_a_column_that_counts_from_0() -> None:
    assert any("minimum" in problem for problem in sarif_problems(written("sarif", found(1, 0, 1))))


@pytest.mark.skipif(not MULTITOOL.exists(), reason="no SARIF Multitool; npm ci --prefix tests/editor")
def test_microsofts_tool_has_nothing_against_the_sarif_for_itself_or_for_github(tmp_path: Path) -> None:
    path = tmp_path / "claimkit.sarif"
    path.write_text(written("sarif"), "utf-8")
    assert multitool_problems(path) == []
    path.write_text(written("sarif").replace('"startLine": 2', '"startLine": 0'), "utf-8")
    assert multitool_problems(path)


def test_sarif_says_where_by_line_column_pointer_and_an_address_from_the_top() -> None:
    (run,) = json.loads(written("sarif"))["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    place = run["results"][1]["locations"][0]
    assert place["physicalLocation"]["region"] == {"startLine": 2, "startColumn": 14, "endLine": 2, "endColumn": 19}
    assert place["logicalLocations"] == [{"fullyQualifiedName": "/claims/0/verdict", "kind": "value"}]
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}
    uri = run["results"][10]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"[A-Za-z0-9._~%/-]+", uri)
    assert unquote(uri, errors="surrogateescape") == NAME


def test_sarif_has_a_rule_for_each_code_that_occurs_with_its_page() -> None:
    driver = json.loads(written("sarif"))["runs"][0]["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == sorted({finding.code for finding in FINDINGS})
    for result in json.loads(written("sarif"))["runs"][0]["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    (schema,) = (rule for rule in driver["rules"] if rule["id"] == Code.SCHEMA)
    assert schema["name"] == "Schema"
    assert schema["shortDescription"]["text"].startswith("The file is JSON, but not what its schema")
    assert "An editor that knows JSON Schema" in schema["help"]["markdown"]


def test_no_words_of_a_message_are_a_link_or_a_placeholder_of_sarif() -> None:
    text = json.loads(written("sarif"))["runs"][0]["results"][10]["message"]["text"]
    assert "\\[x\\](https://evil.example)" in text
    assert "{{0}}" in text


# fingerprints


def test_fingerprints_stay_when_lines_move_and_claims_come_before_but_not_when_the_fault_is_another() -> None:
    one = found(2, 14, 19, path=("claims", 0, "verdict"))
    moved = replace(one, line=40, column=3, end_line=40, end_column=8, path=("claims", 7, "verdict"))
    other = replace(one, message="it is something else")
    assert fingerprints(report((one,))) == fingerprints(report((moved,))) != fingerprints(report((other,)))


def test_fingerprints_tell_equal_findings_apart() -> None:
    assert len(set(fingerprints(report((found(2), found(3), found(4)))))) == 3


# JUnit


def test_junit_is_read_by_another_library_with_a_case_for_each_article_and_other_file() -> None:
    text = written("junit")
    assert junit_problems(text) == []
    assert junit_problems(renderer("junit")(EMPTY)) == []
    (suite,) = JUnitXml.fromstring(text.encode())
    cases = {case.name: case for case in suite}
    assert list(cases) == ["one", "sound", "two", "claimkit.toml", "exports/updates.atom"]
    assert cases["sound"].result == [] and cases["sound"].system_out is None
    assert cases["claimkit.toml"].result == [] and "warning CK624" in cases["claimkit.toml"].system_out
    (failure,) = cases["one"].result
    assert (failure.message, failure.type) == ("8 errors", "CK101 CK201 CK306 CK408")
    assert '    2 |   "verdict": "tru",\n      |              ^^^^^' in failure.text
    assert "error" not in re.findall(r": (error|warning|note) CK", cases["one"].system_out)


@pytest.mark.skipif(not JENKINS.exists(), reason="no XML Schema of Jenkins; npm ci --prefix tests/editor")
def test_junit_is_valid_by_the_xml_schema_of_jenkins_which_refuses_what_is_not() -> None:
    for text in (written("junit"), renderer("junit")(EMPTY)):
        assert junit_schema_problems(text) == []
    assert junit_schema_problems(written("junit").replace("classname=", "class="))


# GitHub


def test_github_reads_as_many_annotations_as_there_are_findings_and_the_words_in_them() -> None:
    read = annotations_in(written("github"))
    assert len(read) == len(FINDINGS)
    assert read[1] == {
        "command": "error",
        "file": "annotations/one/claims.json",
        "line": "2",
        "endLine": "2",
        "col": "14",
        "endColumn": "19",
        "title": "CK201 SCHEMA",
        "message": "it is 'tru', and must be one of true, false",
    }
    assert "col" not in read[7], "GitHub takes columns only of a place on one line"
    assert read[10]["file"] == NAME.replace("\udc80", "\\udc80").replace("\u202e", "\\u202e").replace("\n", "\\u000a")
    assert read[10]["message"].startswith(NASTY[: NASTY.index("\r")])


@pytest.mark.parametrize(
    ("errors", "warnings", "notes", "shown", "words"),
    [
        (10, 10, 10, (10, 10, 10), ""),
        (11, 0, 0, (10, 0, 1), "not shown: 1 error."),
        (12, 11, 0, (10, 10, 1), "not shown: 2 errors, 1 warning."),
        (0, 0, 11, (0, 0, 10), "not shown: 2 notes."),
        (30, 0, 10, (10, 0, 10), "not shown: 20 errors, 1 note."),
    ],
)
def test_github_gets_no_more_than_it_shows_and_the_last_notice_counts_the_rest(
    errors: int, warnings: int, notes: int, shown: tuple[int, ...], words: str
) -> None:
    counts = zip(Severity, (errors, warnings, notes), strict=True)
    read = annotations_in(written("github", *(found(2, severity=one) for one, count in counts for _ in range(count))))
    commands = [annotation["command"] for annotation in read]
    assert tuple(map(commands.count, ("error", "warning", "notice"))) == shown
    assert words in read[-1]["message"]
    assert (read[-1].get("title") == "claimkit") is bool(words)


# GitLab


def test_gitlab_gets_what_its_code_quality_report_must_have() -> None:
    issues = json.loads(written("gitlab"))
    assert len({issue["fingerprint"] for issue in issues}) == len(FINDINGS)
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert isinstance(issue["location"]["lines"]["begin"], int) and issue["location"]["lines"]["begin"] > 0
        assert not issue["location"]["path"].startswith(("/", "./"))


def test_the_forges_name_files_from_the_top_of_the_repository() -> None:
    below = report(FINDINGS[:1], folder="desks/one")
    file = "desks/one/annotations/one/claims.json"
    assert json.loads(renderer("gitlab")(below))[0]["location"]["path"] == file
    assert f"file={file}," in renderer("github")(below)
    assert f'"uri": "{file}"' in renderer("sarif")(below)
    assert renderer("text")(below).startswith("annotations/one/claims.json: error")
