"""What only a check of everything finds: two articles at one address, and exports whose article is gone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimkit.annotations.workspace import Workspace
from claimkit.cli import main
from disputes import DONE, review
from made import CLOSED, HURT, SLUG, workspace

AT = ["--as", "desk", "--at", "2025-05-11T09:00:00Z"]
PAGE = f"https://example.org/fact-checks/{SLUG}"


def run(made: Workspace, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(made.root), *arguments])


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    """One claim of the article is published, exported and in the feeds."""
    made = workspace(tmp_path)
    for claim in (CLOSED, HURT):
        review(made, "ada", claim.id, **DONE)
    for command in (("publish", SLUG, "--claim", CLOSED.id, *AT), ("export", SLUG), ("feed",)):
        assert run(made, *command).exit_code == 0
    assert run(made, "check").stdout == ""
    return made


def copied(desk: Workspace) -> Path:
    """The ledger of a copy of the article, which is under the same addresses."""
    shutil.copy(desk.text_path(SLUG), desk.text_path("copy"))
    shutil.copytree(desk.claims_path(SLUG).parent, desk.claims_path("copy").parent)
    for path in desk.claims_path("copy").parent.rglob("*.json"):
        path.write_text(path.read_text().replace(SLUG, "copy").replace("fact-checks/copy", f"fact-checks/{SLUG}"))
    return desk.decisions_path("copy")


def test_two_articles_at_one_address_are_found_at_the_line_of_the_second(desk: Workspace) -> None:
    ledger = copied(desk)
    result = run(desk, "check")
    line = next(number for number, text in enumerate(ledger.read_text().splitlines(), 1) if '"url"' in text)
    assert f"annotations/copy/decisions.json:{line}:" in result.stdout
    words = f"error CK509: {SLUG} publishes at {PAGE}#{CLOSED.id} too, so readers take the two for one; give the one"
    assert (result.exit_code, result.stdout.count(words)) == (1, 1)
    assert "CK509" not in run(desk, "check", "copy").stdout, "an article alone says nothing of it"


def test_one_page_for_claims_of_one_id_gives_one_name_and_is_found(desk: Workspace) -> None:
    ledger = copied(desk)
    ledger.write_text(ledger.read_text().replace(f"#{CLOSED.id}", "#elsewhere"))
    assert "CK509" in run(desk, "check").stdout
    ledger.write_text(ledger.read_text().replace(PAGE, "https://example.org/fact-checks/copy"))
    assert run(desk, "check").stdout.count("CK509") == 0


def test_a_ledger_that_cannot_be_read_is_not_asked(desk: Workspace) -> None:
    ledger = copied(desk)
    for text, code in (
        ("{", "CK101"),
        ('{"ledger": [1, {"url": 2, "claim": "c"}, {"url": ""}]}', "CK201"),
        ("[]", "CK201"),
    ):
        ledger.write_text(text)
        result = run(desk, "check")
        assert (code in result.stdout, "CK509" in result.stdout) == (True, False)


@pytest.mark.parametrize("url", [f"{PAGE}#{CLOSED.id}", PAGE])
def test_publish_refuses_an_address_at_which_another_article_is_published(desk: Workspace, url: str) -> None:
    copied(desk).unlink()
    result = run(desk, "publish", "copy", "--claim", CLOSED.id, "--url", url, *AT)
    words = f"{CLOSED.id}: {SLUG} publishes at {url} already, and readers would take the two for one; publish it at"
    assert (result.exit_code, words in result.stderr) == (1, True), result.stderr
    assert not desk.decisions_path("copy").exists()
    assert run(desk, "publish", "copy", "--claim", CLOSED.id, *AT).exit_code == 0


def test_exports_of_an_article_that_is_gone_are_found_and_feeds_that_nothing_gives(desk: Workspace) -> None:
    shutil.rmtree(desk.claims_path(SLUG).parent)
    result = run(desk, "check")
    told = f"exports/{SLUG}: error CK504: its article is gone (there is no annotations/{SLUG}/claims.json), and its exports"
    assert f"{told} still lie here: claimreview, tei; bring the article back, or delete the folder" in result.stdout
    for name in ("feed.atom", "datafeed.jsonld"):
        words = "nothing is published any more, and the feed still tells of it; delete the file"
        assert f"exports/{name}: error CK504: {words}" in result.stdout
    assert "or delete exports/feed.atom, exports/datafeed.jsonld" in run(desk, "feed").stderr
    shutil.rmtree(desk.root / "exports")
    assert run(desk, "check").stdout == ""


def test_folders_of_the_desks_own_below_exports_are_passed_over(desk: Workspace) -> None:
    for name in ("assets", ".git", "old/claimreview"):
        (desk.root / "exports" / name).mkdir(parents=True)
        (desk.root / "exports" / name / "README.md").write_text("ours")
    (desk.root / "exports" / "linked").symlink_to(desk.export_path(SLUG))
    assert run(desk, "check").stdout == ""


def test_a_file_where_a_folder_of_exports_would_be_does_not_stop_a_check(desk: Workspace) -> None:
    (desk.export_path(SLUG) / "snippet").write_text("ours")
    assert run(desk, "check").stdout == ""
