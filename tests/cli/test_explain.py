"""claimkit explain: the page of a code on the terminal."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimkit.checks.explanations import explanations, page
from claimkit.checks.reports.sarif import LONGEST
from claimkit.cli import main
from claimkit.model.findings import Code

PAGE = (Path(__file__).parents[2] / "docs" / "findings.md").read_text("utf-8")


def run(*arguments: str, columns: int = 80, code: int = 0) -> Result:
    result = CliRunner(env={"COLUMNS": str(columns)}).invoke(main, ["explain", *arguments])
    assert result.exit_code == code, result.output
    return result


def words(text: str) -> list[str]:
    return text.split()


@pytest.mark.parametrize("code", list(Code))
def test_the_words_of_each_codes_section_are_printed_and_fit_the_terminal(code: Code) -> None:
    heading = f"## {code.value} {code.name}\n"
    section = PAGE[PAGE.index(heading) + 3 :].split("\n## ")[0]
    printed = run(code.value).stdout
    assert words(printed) == words(section)
    assert all(len(line) <= 80 for line in printed.splitlines())


@pytest.mark.parametrize("given", ["CK303", "ck303", "QUOTE_MOVED", "quote_moved"])
def test_a_code_is_given_as_it_is_printed_or_by_its_name(given: str) -> None:
    assert run(given).stdout.startswith("CK303 QUOTE_MOVED\nAn anchor's quote")


def test_without_a_code_all_are_listed_with_a_sentence() -> None:
    listed = run(columns=300).stdout
    for told in explanations().values():
        assert re.search(rf"^{told.code.value} +{told.code.name} +{re.escape(told.sentence)}$", listed, re.MULTILINE)


def test_each_first_sentence_is_one_and_short_enough_for_code_scanning() -> None:
    for told in explanations().values():
        assert told.sentence.endswith((".", "?")), told
        assert len(told.sentence) <= LONGEST, told


def test_json_has_the_sections_for_an_editor() -> None:
    (one,) = json.loads(run("CK304", "--json").stdout)
    assert (one["code"], one["name"]) == ("CK304", "DUPLICATE_ID")
    assert one["text"].startswith(one["sentence"])
    assert [told["code"] for told in json.loads(run("--json").stdout)] == list(Code)


@pytest.mark.parametrize(
    ("given", "nearest"),
    [("CK333", "Nearest: CK303"), ("CK6", "Nearest: CK601, CK602"), ("quote_move", "Nearest: CK303"), ("\x1b[31m", "code \\u001b[31m. All:")],
)  # fmt: skip
def test_a_code_that_is_none_is_wrong_usage_and_gets_the_nearest(given: str, nearest: str) -> None:
    assert nearest in run(given, code=2).stderr


def test_the_shell_completes_codes() -> None:
    environment = {"_CLAIMKIT_COMPLETE": "bash_complete", "COMP_WORDS": "claimkit explain ck50", "COMP_CWORD": "2"}
    result = CliRunner().invoke(main, env=environment, prog_name="claimkit")
    assert result.output.splitlines()[:2] == ["plain,CK501", "plain,CK502"]


def test_the_page_lies_where_the_package_looks() -> None:
    assert page().read_text("utf-8") == PAGE
