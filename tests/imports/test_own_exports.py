"""Our own ClaimReviews come back: each on the words of its claim, or as a new article; in files and in pages."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimkit.annotations.dossiers import open_dossier
from claimkit.annotations.workspace import Workspace
from claimkit.cli import main
from claimkit.export.dates import full
from claimkit.model.review import ReviewFile
from claimkit.rules.standing import standings
from made import CONFIG

ROOT = Path(__file__).parents[2]
SLUG = "us-reaffirms-support-for-india"
FILES = sorted((ROOT / "exports" / SLUG / "claimreview").glob("*.jsonld"))


@pytest.fixture
def copy(tmp_path: Path) -> Workspace:
    """The repository's own workspace."""
    for name in ("annotations", "seeds", "schemas"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "claimkit.toml", tmp_path)
    return Workspace.find(tmp_path)


def run(desk: Workspace, *arguments: object, code: int = 0) -> Result:
    result = CliRunner().invoke(main, ["-C", str(desk.root), *map(str, arguments)])
    assert result.exit_code == code, result.output
    return result


def imported(desk: Workspace, slug: str) -> ReviewFile:
    found = (document.item for document in open_dossier(desk, slug).reviews)
    return next(file for file in found if file.reviewer.id == "claimkit-example-desk")


def test_into_the_article_each_comes_back_to_its_claim_with_wording_verdict_and_evidence(copy: Workspace) -> None:
    before = {item.claim.id: item for item in standings(open_dossier(copy, SLUG))}
    result = run(copy, "import", *FILES, "--from", "claimreview", "--article", SLUG)
    assert result.stderr == ""
    file = imported(copy, SLUG)
    assert {review.claim for review in file.reviews} == {path.stem for path in FILES}
    for review in file.reviews:
        item = before[review.claim]
        assert (review.text or item.proposed.text) == item.claim.text
        assert (review.anchors or item.proposed.anchors) == item.claim.anchors
        assert (review.verdict, review.rationale) == (item.verdict, item.rationale)
        assert (review.short or item.proposed.short) in (item.claim.short, "")
        stances = {(one.url, one.stance, full(one.published)) for one in item.evidence}
        assert {(one.url, one.stance, one.published) for one in review.evidence} == stances
        assert review.origin
        assert review.origin.id.endswith(f"#claimreview-{review.claim}")
        assert item.publication
        assert review.origin.url == item.publication.url
    assert run(copy, "check", SLUG).output == "1 article checked, nothing found\n"
    assert run(copy, "import", *FILES, "--from", "claimreview", "--article", SLUG).stdout == ""


def test_in_another_workspace_they_are_an_article_whose_claims_bear_the_same_words(tmp_path: Path) -> None:
    (tmp_path / "claimkit.toml").write_text(CONFIG)
    desk = Workspace.find(tmp_path)
    run(desk, "import", *FILES, "--from", "claimreview", "--slug", "talks")
    item = open_dossier(desk, "talks")
    assert len(item.claims.item.claims) == len(FILES)
    quotes = [tuple(anchor.quote for anchor in claim.anchors) for claim in item.claims.item.claims]
    nodes = [json.loads(path.read_text()) for path in FILES]
    parts = [node["itemReviewed"]["appearance"][0]["hasPart"] for node in nodes]
    assert sorted(quotes) == sorted(tuple(part["text"] for part in every) for every in parts)
    assert item.claims.item.article.metadata.publisher == "Daily Digest 360"
    assert run(desk, "check", "talks").output == "1 article checked, nothing found\n"


@pytest.mark.parametrize(("format", "pattern"), [("html", "html/index.html"), ("datafeed", "datafeed.jsonld"), ("duke", "duke/*.json"), ("snippet", "snippet/*.html")])  # fmt: skip
def test_our_pages_feeds_and_snippets_say_the_same(copy: Workspace, format: str, pattern: str) -> None:
    run(copy, "export", SLUG, "--to", format)
    files = sorted((copy.root / "exports" / SLUG).glob(pattern))
    run(copy, "import", *files, "--from", "claimreview", "--article", SLUG)
    assert {review.claim for review in imported(copy, SLUG).reviews} == {path.stem for path in FILES}
