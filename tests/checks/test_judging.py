"""What a desk does about findings: other severities, a baseline."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimkit.annotations.workspace import Workspace, parse_config
from claimkit.cli import main
from claimkit.errors import WorkspaceError
from disputes import DONE, review
from made import CLOSED, HURT, workspace

BASELINE = "claimkit-baseline.json"


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    """A finished review that says two things."""
    made = workspace(tmp_path)
    review(made, "ada", CLOSED.id, **(DONE | {"rationale": "False: it was open."}))
    return made


def check(desk: Workspace, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(desk.root), "check", *arguments])


def configured(desk: Workspace, toml: str) -> None:
    path = desk.root / "claimkit.toml"
    path.write_text(path.read_text() + toml)


def test_a_code_is_as_grave_as_the_desk_says_or_off(desk: Workspace) -> None:
    assert "warning CK411" in check(desk).stdout
    configured(desk, '[check.severity]\nCK411 = "error"\n')
    result = check(desk)
    assert (result.exit_code, "error CK411" in result.stdout) == (1, True)
    (desk.root / "claimkit.toml").write_text((desk.root / "claimkit.toml").read_text().replace('"error"', '"off"'))
    assert check(desk).stdout == ""


@pytest.mark.parametrize(
    ("severity", "words"),
    [
        ('CK999 = "off"', "no finding has the code CK999"),
        ('CK303 = "note"', "CK303 cannot be made less grave"),
        ('CK411 = "fatal"', "must be one of off, note, warning, error"),
        ('abc = "off"', "abc"),
    ],
)
def test_a_severity_that_cannot_be_is_refused(severity: str, words: str) -> None:
    with pytest.raises(WorkspaceError, match=words):
        parse_config(
            f'[publisher]\nname = "x"\nurl = "https://e.org/"\n[check.severity]\n{severity}\n', "claimkit.toml"
        )


def test_a_baseline_passes_over_what_was_there_and_nothing_new(desk: Workspace) -> None:
    configured(desk, '[check.severity]\nCK411 = "error"\n')
    assert check(desk, "--write-baseline", BASELINE).exit_code == 0
    assert [item["code"] for item in json.loads((desk.root / BASELINE).read_text())["findings"]] == ["CK411"]
    assert check(desk, "--baseline", BASELINE).stdout == ""
    review(desk, "ada", HURT.id, **(DONE | {"rationale": "False: nobody was."}))
    result = check(desk, "--baseline", BASELINE)
    assert (result.exit_code, result.stdout.count("CK411")) == (1, 1)


def test_what_is_gone_from_a_baseline_is_told(desk: Workspace) -> None:
    check(desk, "--write-baseline", BASELINE)
    configured(desk, f'[check]\nbaseline = "{BASELINE}"\n')
    assert check(desk).stdout == ""
    review(desk, "ada", CLOSED.id, rationale="The minutes say so.")
    assert f"{BASELINE}: 1 of the findings noted there are gone; write it again" in check(desk).stderr


@pytest.mark.parametrize(
    ("text", "words"),
    [("{", "is not JSON"), ('{"findings": []}', "has no"), ('{"findings": [], "findings": []}', "stands twice")],
)
def test_a_damaged_baseline_is_a_message(desk: Workspace, text: str, words: str) -> None:
    (desk.root / BASELINE).write_text(text)
    result = check(desk, "--baseline", BASELINE)
    assert (result.exit_code, BASELINE in result.stderr, words in result.stderr) == (1, True, True)


def test_a_baseline_outside_of_the_workspace_is_refused(desk: Workspace) -> None:
    assert check(desk, "--write-baseline", "../outside.json").exit_code == 1
    assert check(desk, "--baseline", "missing.json").exit_code == 1


def test_what_was_a_note_or_another_claims_is_new_to_a_baseline(desk: Workspace) -> None:
    review(desk, "ada", HURT.id, **(DONE | {"rationale": "False: nobody was.", "stage": "draft"}))
    check(desk, "--write-baseline", BASELINE)
    assert check(desk, "--baseline", BASELINE).stdout == ""
    review(desk, "ada", HURT.id, stage="done")
    assert "warning CK411" in check(desk, "--baseline", BASELINE).stdout


def test_neither_a_baseline_nor_a_report_is_written_over_work(desk: Workspace) -> None:
    path = desk.review_path("bridge-closed", "ada")
    before = path.read_bytes()
    name = str(path.relative_to(desk.root))
    assert "it is no baseline" in check(desk, "--write-baseline", name).stderr
    for place in (path, desk.root / "seeds" / "x.json", desk.root / "claimkit.toml"):
        result = check(desk, "--format", f"json={place}")
        assert (result.exit_code, "lies where the workspace's own files do" in result.stderr) == (2, True)
    assert path.read_bytes() == before


def test_a_day_that_is_none_is_refused(desk: Workspace) -> None:
    assert check(desk, "--as-of", "2026-02-30").exit_code == 2
