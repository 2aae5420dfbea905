"""Feeds: what feedparser and the vocabulary find in them, of an article and of a whole workspace."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import feedparser
import pytest
from click.testing import CliRunner, Result
from lxml import etree
from pytest_regressions.file_regression import FileRegressionFixture

from claimkit.annotations.dossiers import Dossier
from claimkit.annotations.workspace import Workspace
from claimkit.cli import main
from claimkit.errors import RefusalError
from claimkit.export import exporter
from disputes import DONE, review
from made import CLOSED, HURT, SLUG, workspace
from oracles import claimreview_problems, datafeed_problems, tombstone_problems
from pahalgam import BACKED, CONFIG, DECISIONS, FIRST, KILLED, PAGE, VIOLATED, dossier

HOSTILE = ["</content><entry>", "<script>alert(1)</script>", "]]> & &amp; &lt;b&gt;", "\U0001f600 e\u0301 \u202e"]


def rendered(name: str, item: Dossier | None = None) -> bytes:
    ((_, data),) = exporter(name)(item or dossier(), CONFIG).files.items()
    return data


def read(data: bytes) -> Any:
    """What feedparser makes of a feed that is right, untouched by its sanitizer."""
    found = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    assert (found.bozo, found.version) == (False, "atom10"), found.get("bozo_exception")
    return found


@pytest.mark.parametrize(("name", "extension"), [("atom", ".atom"), ("datafeed", ".jsonld")])
def test_golden(name: str, extension: str, file_regression: FileRegressionFixture) -> None:
    file_regression.check(rendered(name), binary=True, extension=extension)


def test_feedparser_finds_the_newest_first_with_the_ledgers_dates() -> None:
    found = read(rendered("atom"))
    assert [(entry.id.rpartition("-")[2], entry.published[:10], entry.updated[:10]) for entry in found.entries] == [
        (BACKED.id, "2026-11-25", "2026-11-27"),
        (KILLED.id, "2026-11-25", "2026-11-26"),
        (VIOLATED.id, "2026-11-25", "2026-11-25"),
    ]
    assert found.feed.updated == "2026-11-27T00:00:00Z"


def test_an_entry_has_the_name_of_its_claimreview_and_leads_to_the_page() -> None:
    entry = read(rendered("atom")).entries[1]
    assert (entry.id, entry.link) == (f"{PAGE}#claimreview-{KILLED.id}", f"{PAGE}#{KILLED.id}")
    assert entry.title == "Mostly true: 26 civilians were killed in Pahalgam."
    assert "(True → Mostly true)" in entry.content[0].value


def test_a_retracted_entry_says_so_and_nothing_of_the_claim() -> None:
    entry = read(rendered("atom")).entries[0]
    assert (entry.title, entry.tags[0].term) == ("Retracted", "retracted")
    assert entry.content[0].value == "<p>2026-11-27: The source withdrew.</p>"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_it_is(text: str) -> None:
    claim = replace(VIOLATED, text=text)
    entry = read(rendered("atom", dossier(claims=(claim,)))).entries[0]
    shown = etree.HTML(entry.content[0].value)
    assert shown.xpath("string(//p[1])") == text
    assert [element.tag for element in shown.iter()] == ["html", "body", "p", "p"]
    element = json.loads(rendered("datafeed", dossier(claims=(claim,))))["dataFeedElement"][0]
    assert element["item"][0]["claimReviewed"] == text


@pytest.mark.parametrize("name", ["atom", "datafeed"])
def test_what_xml_cannot_hold_is_refused_claim_by_claim(name: str) -> None:
    rendering = exporter(name)(dossier(claims=(KILLED, replace(VIOLATED, text="a\x0bb"))), CONFIG)
    assert [item.claim for item in rendering.refused] == [VIOLATED.id]
    assert "U+000B" in rendering.refused[0].reasons[0]
    assert len(rendering.files) == 1


def test_a_publishers_name_that_xml_cannot_hold_is_refused() -> None:
    config = replace(CONFIG, publisher=replace(CONFIG.publisher, name="a\x00"))
    with pytest.raises(RefusalError, match=r"U\+0000"):
        exporter("atom")(dossier(), config)


@pytest.mark.parametrize("name", ["atom", "datafeed"])
def test_where_nothing_is_published_there_is_no_feed(name: str) -> None:
    assert exporter(name)(dossier(decisions=replace(DECISIONS, ledger=())), CONFIG).files == {}
    assert exporter(name)(dossier(claims=(), reviews=(replace(FIRST, added=()),)), CONFIG).files == {}


def test_the_vocabulary_knows_the_datafeed_and_every_review_in_it(data: Path) -> None:
    feed = json.loads(rendered("datafeed"))
    assert datafeed_problems(feed, data) == []
    broken = json.loads(rendered("datafeed"))
    broken["dataFeedElement"][0]["item"][0]["claimReveiwed"] = "x"
    assert any("claimReveiwed" in problem for problem in datafeed_problems(broken, data))
    for element in feed["dataFeedElement"]:
        (item,) = element["item"]
        problems = tombstone_problems if "dateDeleted" in element else claimreview_problems
        assert problems({"@context": "https://schema.org"} | item, data) == []
    assert feed["dateModified"] == max(element.get("dateModified", "") for element in feed["dataFeedElement"])


def test_the_oracles_refuse_a_broken_feed(data: Path) -> None:
    feed = json.loads(rendered("datafeed"))
    feed["dataFeedElement"][0]["dateDelted"] = "2026-11-27"
    assert any("no property dateDelted" in problem for problem in datafeed_problems(feed, data))
    assert feedparser.parse(rendered("atom").replace(b"</title>", b"", 1)).bozo


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    """A workspace with two published claims."""
    root = tmp_path / "desk"
    root.mkdir()
    made = workspace(root)
    for claim in (CLOSED, HURT):
        review(made, "ada", claim.id, **DONE)
    return made


def run(made: Workspace, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(made.root), *arguments])


def published(made: Workspace) -> None:
    for claim, day in ((CLOSED, "2025-05-10"), (HURT, "2025-05-11")):
        assert (
            run(made, "publish", SLUG, "--claim", claim.id, "--as", "desk", "--at", f"{day}T09:00:00Z").exit_code == 0
        )


def test_the_feeds_of_a_workspace_have_every_published_claim_and_atom_the_last_ones(desk: Workspace) -> None:
    published(desk)
    result = run(desk, "feed", "--last", "1")
    assert (result.exit_code, result.stdout) == (0, "exports/feed.atom\nexports/datafeed.jsonld\n")
    feed = json.loads((desk.root / "exports" / "datafeed.jsonld").read_text())
    assert [element["dateCreated"] for element in feed["dataFeedElement"]] == ["2025-05-10", "2025-05-11"]
    (entry,) = read((desk.root / "exports" / "feed.atom").read_bytes()).entries
    assert entry.id.endswith(HURT.id)
    assert run(desk, "check").exit_code == 0


def test_the_feeds_are_the_same_when_they_are_written_again(desk: Workspace) -> None:
    published(desk)
    run(desk, "feed")
    before = [(desk.root / "exports" / name).read_bytes() for name in ("feed.atom", "datafeed.jsonld")]
    assert run(desk, "feed").exit_code == 0
    assert before == [(desk.root / "exports" / name).read_bytes() for name in ("feed.atom", "datafeed.jsonld")]


def test_check_finds_a_feed_that_is_not_what_the_annotations_give(desk: Workspace) -> None:
    published(desk)
    run(desk, "feed", "--last", "1")
    assert run(desk, "check").stdout == ""
    run(desk, "retract", SLUG, HURT.id, "--change", "Wrong.", "--as", "desk", "--at", "2025-05-20T09:00:00Z")
    result = run(desk, "check")
    assert result.exit_code == 1
    for name in ("feed.atom", "datafeed.jsonld"):
        assert f"exports/{name}: error CK504: the feed is not what the annotations give; run 'claimkit feed'" in (
            result.stdout
        )
    assert run(desk, "check", SLUG).exit_code == 0, "an article alone says nothing of them"
    run(desk, "feed", "--last", "1")
    assert run(desk, "check").exit_code == 0


def test_where_nothing_is_published_no_feed_is_written(desk: Workspace) -> None:
    result = run(desk, "feed")
    assert result.exit_code == 1
    assert "nothing is published yet; publish a claim with 'claimkit publish'" in result.stderr
    assert not list((desk.root / "exports").glob("*"))


def test_a_published_claim_that_fails_the_gate_is_in_no_feed_and_named(desk: Workspace) -> None:
    published(desk)
    review(desk, "ada", HURT.id, **(DONE | {"verdict": "false"}), at="2025-05-13T08:00:00Z")
    result = run(desk, "feed")
    assert result.exit_code == 1
    assert f"{SLUG}: {HURT.id} is refused: its settled verdict is no longer what the review says" in result.stderr
    assert HURT.id not in (desk.root / "exports" / "feed.atom").read_text()


def test_one_claim_that_two_articles_publish_at_one_address_has_one_entry(desk: Workspace) -> None:
    folder, page = desk.root / "annotations", f"https://example.org/fact-checks/{SLUG}"
    shutil.copytree(folder / SLUG, folder / "copy")
    shutil.copy(desk.root / "seeds" / f"{SLUG}.txt", desk.root / "seeds" / "copy.txt")
    for path in (folder / "copy").rglob("*.json"):
        path.write_text(path.read_text().replace(SLUG, "copy"))
    review(desk, "ada", CLOSED.id, **(DONE | {"verdict": "false"}), at="2025-05-09T08:00:00Z")
    published(desk)
    options = ["--claim", CLOSED.id, "--as", "desk", "--at", "2025-05-10T09:00:00Z", "--url"]
    assert run(desk, "publish", "copy", *options, f"{page}/copy").exit_code == 0
    ledger = desk.decisions_path("copy")
    ledger.write_text(ledger.read_text().replace(f"{page}/copy", page))  # publish refuses it
    result = run(desk, "feed")
    told = f"copy: {CLOSED.id} is refused: {SLUG} publishes the same claim at {page}; publish one of them at an address"
    assert (result.exit_code, told in result.stderr) == (1, True), result.stderr
    entries = read((desk.root / "exports" / "feed.atom").read_bytes()).entries
    assert [entry.id for entry in entries] == [f"{page}#claimreview-{claim.id}" for claim in (HURT, CLOSED)]


def test_what_is_corrected_on_the_day_of_its_publication_is_new_to_a_reader(desk: Workspace) -> None:
    published(desk)
    run(desk, "feed")
    (before,) = (
        item.updated
        for item in read((desk.root / "exports" / "feed.atom").read_bytes()).entries
        if item.id.endswith(HURT.id)
    )
    run(desk, "retract", SLUG, HURT.id, "--change", "Wrong.", "--as", "desk", "--at", "2025-05-11T10:00:00Z")
    run(desk, "feed")
    (after,) = (
        item.updated
        for item in read((desk.root / "exports" / "feed.atom").read_bytes()).entries
        if item.id.endswith(HURT.id)
    )
    assert (before, after) == ("2025-05-11T00:00:00Z", "2025-05-11T00:00:01Z")
