"""claimkit update: a new text beside the old one, and what becomes of claims, reviews, publications and exports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimkit import storage
from claimkit.annotations.workspace import Workspace
from claimkit.cli import main
from claimkit.model.findings import Code
from made import AT, CONFIG

SLUG = "bridge"
OLD = """The bridge over the Tarn was closed on Monday. The mayor, Ada Stone, said that 12 people were hurt in the storm.

Engineers found three cracks in the western pillar. The council will vote on repairs in June. Lorries may not use the road.
"""
NEW = OLD.replace("12 people", "14 people").replace("Engineers found three cracks in the western pillar. ", "")
REVIEW = [
    "--as", "ada", "--at", AT, "--verdict", "true", "--rationale", "Minutes.", "--done",
    "--evidence", "https://example.net/", "--title", "Minutes", "--stance", "supports",
]  # fmt: skip
LATER = "2025-06-01T08:00:00Z"


@pytest.fixture(scope="module")
def split(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the old text split, its claims reviewed and published; made once."""
    root = tmp_path_factory.mktemp("update")
    (root / "claimkit.toml").write_text(CONFIG)
    (root / "bridge.txt").write_text(OLD)
    run(root, "split", str(root / "bridge.txt"), "--url", "https://example.com/1", "--publisher", "Gazette")
    for name in ("closed", "hurt", "cracks"):
        run(root, "annotate", SLUG, named(root, name), *REVIEW)
    run(root, "publish", SLUG, "--all", "--as", "ada", "--at", AT)
    (root / "new.txt").write_text(NEW)
    return root


@pytest.fixture
def desk(split: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    root = tmp_path / "desk"
    for path in sorted(path for path in split.rglob("*") if path.is_file()):
        target = root / path.relative_to(split)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    return root


def run(root: Path, *arguments: str, code: int = 0) -> Result:
    result = CliRunner().invoke(main, ["-C", str(root), *arguments])
    assert result.exit_code == code, result.output
    return result


def claims(root: Path) -> list[dict[str, object]]:
    return json.loads((root / "annotations" / SLUG / "claims.json").read_text())["claims"]  # type: ignore[no-any-return]


def named(root: Path, word: str) -> str:
    """The id of the claim with that word whose kind is a fact."""
    return next(str(claim["id"]) for claim in claims(root) if word in str(claim["text"]) and claim["kind"] == "fact")


def update(root: Path, *more: str, code: int = 1) -> Result:
    return run(root, "update", SLUG, str(root / "new.txt"), "--as", "ed", "--at", LATER, *more, code=code)


def files(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def codes(root: Path) -> set[tuple[str, str]]:
    found = json.loads(CliRunner().invoke(main, ["-C", str(root), "check", "--json"]).stdout)
    return {(item["code"], item["severity"]) for item in found}


def test_a_dry_run_shows_the_words_and_the_claims_and_writes_nothing(desk: Path) -> None:
    before = files(desk)
    result = update(desk, "--dry-run")
    assert "said that [-12-] {+14+} people were hurt in the storm." in result.stdout
    assert "[-Engineers found three cracks in the western pillar.-]" in result.stdout
    assert f"look again  {named(desk, 'hurt')}  [-12-] {{+14+}} people were hurt in the storm" in result.stdout
    assert f"orphan      {named(desk, 'cracks')}" in result.stdout
    assert "its words are gone" in result.stdout
    assert "version 2: 1 of 3 claims that somebody touched stand as they did" in result.stdout
    assert "Nothing was written." in result.stderr
    assert files(desk) == before


def test_the_old_text_and_every_review_stay_byte_for_byte(desk: Path) -> None:
    before = files(desk)
    update(desk)
    after = files(desk)
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {f"seeds/{SLUG}.2.txt", f"annotations/{SLUG}/claims.json"}
    assert after[f"seeds/{SLUG}.2.txt"].decode() == NEW
    article = json.loads(after[f"annotations/{SLUG}/claims.json"])["article"]
    assert article["text"] == {
        "file": f"seeds/{SLUG}.2.txt", "sha256": storage.sha256(NEW.encode()), "length": len(NEW),
        "since": LATER, "who": "ed",
    }  # fmt: skip
    assert [text["file"] for text in article["earlier"]] == [f"seeds/{SLUG}.txt"]


def test_what_is_lost_or_changed_is_told_by_check_and_refused_by_export(desk: Path) -> None:
    result = update(desk)
    assert "is published, and its words are gone: retract it, or anchor it anew" in result.stderr
    assert {(Code.ORPHANED, "error"), (Code.ANOTHER_LOOK, "warning"), (Code.UNPUBLISHABLE, "error")} <= codes(desk)
    exported = run(desk, "export", SLUG, "--skip-refused", code=1)
    assert "has its words no longer" in exported.stderr
    assert "nobody finished a review since" in exported.stderr
    assert f"{named(desk, 'closed')}.jsonld" in exported.stdout
    assert f"tei: {named(desk, 'cracks')} is left out" in exported.stderr


def test_a_reviewer_who_looks_again_and_a_retraction_make_it_sound(desk: Path) -> None:
    update(desk)
    hurt, cracks = named(desk, "hurt"), named(desk, "cracks")
    run(desk, "annotate", SLUG, hurt, "--as", "ada", "--at", LATER, "--comment", "I shall look.")
    assert (Code.ANOTHER_LOOK, "warning") in codes(desk), "a comment is no look"
    run(desk, "annotate", SLUG, hurt, "--as", "ada", "--at", LATER, "--text", "14 people were hurt in the storm.")
    run(desk, "retract", SLUG, cracks, "--as", "ada", "--at", LATER, "--change", "The paper took it back.")
    assert not {item for item in codes(desk) if item[0] in {Code.ANOTHER_LOOK, Code.UNPUBLISHABLE}}
    assert (Code.ORPHANED, "warning") in codes(desk)
    run(desk, "export", SLUG)


def test_an_orphan_can_be_anchored_anew_by_its_reviewer(desk: Path) -> None:
    update(desk)
    cracks = named(desk, "cracks")
    words = "The council will vote on repairs"
    run(desk, "annotate", SLUG, cracks, "--as", "ada", "--at", LATER, "--words", words)
    assert Code.ORPHANED not in {code for code, _ in codes(desk)}
    run(desk, "export", SLUG, "--to", "tei")


def test_an_orphan_that_comes_back_is_found_again(desk: Path) -> None:
    update(desk)
    (desk / "third.txt").write_text(OLD.replace("in June", "in July"))
    run(desk, "update", SLUG, str(desk / "third.txt"), "--as", "ed", "--at", LATER)
    assert Code.ORPHANED not in {code for code, _ in codes(desk)}
    (cracks,) = [claim for claim in claims(desk) if claim["id"] == named(desk, "cracks")]
    assert cracks["textVersion"] == 3


def test_a_sitting_shows_what_changed_anew_and_not_what_is_lost(desk: Path) -> None:
    update(desk)
    result = CliRunner().invoke(main, ["-C", str(desk), "review", SLUG, "--as", "ada", "--at", LATER], input="q")
    assert "look again  the article's words changed since you finished it" in result.stdout
    assert "it was      12 people were hurt in the storm" in result.stdout
    assert "cracks" not in result.stdout


def test_claims_that_a_reviewer_makes_after_an_update_are_of_the_new_text(desk: Path) -> None:
    update(desk)
    name = named(desk, "closed")
    keys = f"f{name}\nxThe bridge was closed.\n\nIt was a Monday.\non Monday\n\nq"
    result = CliRunner().invoke(main, ["-C", str(desk), "review", SLUG, "--as", "ada", "--at", LATER], input=keys)
    assert result.exit_code == 0, result.output
    assert "The bridge was closed.\n" in result.stdout.rpartition("claim ")[2], "it goes to the first part"
    added = json.loads((desk / "annotations" / SLUG / "reviews" / "ada.json").read_text())["added"]
    assert [claim["textVersion"] for claim in added] == [2, 2]
    assert (Code.ORPHANED, "warning") not in codes(desk)


def test_the_same_text_again_is_no_update(desk: Path) -> None:
    (desk / "new.txt").write_text(OLD)
    assert "that is the text of record already" in update(desk).stderr


def test_splitting_again_after_an_update_keeps_everything(desk: Path) -> None:
    update(desk)
    before = (desk / "annotations" / SLUG / "claims.json").read_bytes()
    run(desk, "split", str(desk / "seeds" / f"{SLUG}.2.txt"))
    assert (desk / "annotations" / SLUG / "claims.json").read_bytes() == before
    result = run(desk, "split", str(desk / "seeds" / f"{SLUG}.txt"), code=1)
    assert "claimkit update" in result.stderr


def test_a_text_that_lies_there_and_is_not_on_record_is_not_overwritten(desk: Path) -> None:
    (desk / "seeds" / f"{SLUG}.2.txt").write_text("Something else.")
    assert "another text lies there" in update(desk).stderr
    assert (desk / "seeds" / f"{SLUG}.2.txt").read_text() == "Something else."


def test_an_earlier_text_that_was_altered_stops_every_command(desk: Path) -> None:
    update(desk)
    (desk / "seeds" / f"{SLUG}.txt").write_text(OLD + "x")
    assert (Code.TEXT_ALTERED, "error") in codes(desk)
    assert "not what it was" in run(desk, "show", SLUG, code=1).stderr


def test_what_is_no_article_is_refused(desk: Path) -> None:
    assert (
        "no article has the slug 'tower'"
        in run(desk, "update", "tower", str(desk / "new.txt"), "--as", "ed", code=1).stderr
    )
    (desk / "new.txt").write_text("")
    assert "empty" in update(desk).stderr
    assert Workspace.find(desk).text_path(SLUG, 2).exists() is False


def test_a_review_of_a_claim_that_another_branch_dropped_keeps_its_claim(desk: Path) -> None:
    """Git merges the two without a conflict: one branch has the review, the other the new text."""
    name = next(str(claim["id"]) for claim in claims(desk) if "Lorries" in str(claim["text"]))
    (desk / "new.txt").write_text(NEW.replace("Lorries may not use the road.", "Buses go round it."))
    reviewed = desk / "annotations" / SLUG / "reviews" / "ben.json"
    run(desk, "annotate", SLUG, name, "--as", "ben", "--at", AT, "--verdict", "unproven", "--comment", "Who says so?")
    review = reviewed.read_bytes()
    reviewed.unlink()
    update(desk)
    assert name not in {claim["id"] for claim in claims(desk)}
    reviewed.write_bytes(review)
    assert (Code.ORPHANED, "warning") in codes(desk), "it is named, not lost"
    assert Code.UNKNOWN_CLAIM not in {code for code, _ in codes(desk)}
    assert "Lorries may not use the road." in run(desk, "show", SLUG, "--claim", name).stdout
    assert "Who says so?" in run(desk, "log", SLUG, "--claim", name).stdout
    run(desk, "annotate", SLUG, name, "--as", "ben", "--at", LATER, "--words", "Buses go round it")
    assert (Code.ORPHANED, "warning") not in codes(desk)
    assert "Buses go round it" in run(desk, "show", SLUG, "--claim", name).stdout
