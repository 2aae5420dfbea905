"""--fix mends what has one right answer, shows it first, and touches nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from claimkit import storage
from claimkit.annotations.workspace import Workspace
from claimkit.checks.articles import check_article
from claimkit.checks.fixing import fixes
from claimkit.cli import main
from claimkit.errors import ConflictError
from claimkit.model.findings import Code
from disputes import DONE, review
from made import CLOSED, SLUG, workspace


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    made = workspace(tmp_path)
    review(made, "ada", CLOSED.id, **DONE)
    return made


def check(desk: Workspace, *arguments: str, keys: str | None = None) -> Result:
    return CliRunner().invoke(main, ["-C", str(desk.root), "check", *arguments], input=keys)


def moved(desk: Workspace, by: int = 3) -> Path:
    """claims.json with the first anchor's offsets moved, and one quote that stands nowhere."""
    path = desk.claims_path(SLUG)
    raw: Any = json.loads(path.read_text())
    anchor = raw["claims"][0]["anchors"][0]
    anchor |= {"start": anchor["start"] + by, "end": anchor["end"] + by}
    storage.write(path, (json.dumps(raw, ensure_ascii=False, indent=2) + "\n").encode(), replaces=storage.digest(path))
    return path


def codes(desk: Workspace) -> set[Code]:
    return {finding.code for finding in check_article(desk, SLUG)[1]}


def test_a_moved_quote_goes_back_to_where_it_stands_and_the_difference_is_shown(desk: Workspace) -> None:
    sound = desk.claims_path(SLUG).read_bytes()
    path = moved(desk)
    assert codes(desk) == {Code.QUOTE_MOVED}
    result = check(desk, "--fix")
    assert result.exit_code == 1
    assert f"+++ b/annotations/{SLUG}/claims.json" in result.stderr
    assert "1 file could be mended so; nothing is written without --yes" in result.stderr
    assert path.read_bytes() != sound
    result = check(desk, "--fix", "--yes")
    assert result.exit_code == 0
    assert path.read_bytes() == sound


def test_a_quote_that_stands_twice_or_nowhere_is_left_to_a_person(desk: Workspace) -> None:
    path = desk.claims_path(SLUG)
    raw: Any = json.loads(path.read_text())
    raw["claims"][0]["anchors"][0] |= {"start": 0, "end": 3, "quote": "the"}
    raw["claims"][1]["anchors"][0] |= {"quote": "nowhere at all"}
    path.write_text(json.dumps(raw, ensure_ascii=False, indent=2) + "\n")
    assert list(fixes(desk, SLUG)) == []
    assert "nothing to mend here without you" in check(desk, "--fix", "--yes").stderr


def test_a_file_in_another_form_is_a_note_and_written_in_ours(desk: Workspace) -> None:
    path = desk.review_path(SLUG, "ada")
    sound = path.read_bytes()
    raw: Any = json.loads(sound)
    path.write_text(json.dumps(dict(reversed(raw.items())), indent=4))
    assert codes(desk) == {Code.FORM}
    assert "note CK102" in check(desk).stdout
    check(desk, "--fix", "--yes")
    assert path.read_bytes() == sound


def test_a_damaged_file_is_left_as_it_is_and_the_others_are_mended(desk: Workspace) -> None:
    moved(desk)
    path = desk.review_path(SLUG, "ada")
    path.write_text("{")
    assert [fix.name for fix in fixes(desk, SLUG)] == [f"annotations/{SLUG}/claims.json"]


def test_an_altered_text_moves_nothing(desk: Workspace) -> None:
    desk.text_path(SLUG).write_text("Something else altogether.")
    assert list(fixes(desk, SLUG)) == []


def test_a_file_that_changes_meanwhile_is_not_overwritten(desk: Workspace) -> None:
    path = moved(desk)
    (fix,) = fixes(desk, SLUG)
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(ConflictError):
        fix.write()


def test_what_is_past_its_date_is_found_where_a_day_is_given(desk: Workspace) -> None:
    review(desk, "ada", CLOSED.id, reviewBy="2025-06-01")
    assert "CK507" not in check(desk).stdout
    assert "CK507" in check(desk, "--as-of", "2025-07-01").stdout
    assert check(desk, "--as-of", "July").exit_code == 2


def test_a_wrong_quote_at_its_right_place_is_not_moved(desk: Workspace) -> None:
    """Its context stands where it says: the words are wrong there, and not the place."""
    path = desk.claims_path(SLUG)
    raw: Any = json.loads(path.read_text())
    raw["claims"][0]["anchors"][0]["quote"] = "12 people were hurt"
    path.write_text(json.dumps(raw, ensure_ascii=False, indent=2) + "\n")
    assert list(fixes(desk, SLUG)) == []
