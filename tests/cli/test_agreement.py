"""claimkit agreement: its screen, its JSON and its picture, and what it refuses."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import etree
from pytest_regressions.file_regression import FileRegressionFixture

from claimkit import storage
from claimkit.annotations.documents import save
from claimkit.annotations.workspace import Workspace
from claimkit.cli import main
from claimkit.model.review import AttributionReview, Review, Reviewer, ReviewFile
from claimkit.model.vocabulary import AttributionStatus, Disposition, Stage
from made import AT, HURT, SLUG, TEXT, claims_file, workspace

WORDS = {"T": "true", "m": "mostly-true", "h": "half-true", "F": "false", "u": "unproven", "r": ""}

ADA = "TTTmmhhFFuuTTmFr.T"
BEN = "TTmmmhmFFuFThmFTTr"
CLEO = "TmTmhh.FuuuTTm.rTT"


def put(desk: Workspace, slug: str, **files: str) -> None:
    """An article with a claim a letter, and a file a reviewer: the verdict, r for rejected, a full stop for nothing."""
    count = len(next(iter(files.values())))
    claims = tuple(replace(HURT, id=f"c{index:02}", text=f"{index} people were hurt.") for index in range(count))
    file = claims_file()
    record = replace(file.article.text, file=f"seeds/{slug}.txt")
    file = replace(file, article=replace(file.article, slug=slug, text=record), claims=claims)
    if slug != SLUG:
        storage.write(desk.text_path(slug), TEXT.encode(), replaces=None)
    path = desk.claims_path(slug)
    save(desk, path, file, replaces=storage.sha256(path.read_bytes()) if path.exists() else None)
    for who, letters in files.items():
        reviews = tuple(made(f"c{index:02}", letter, who) for index, letter in enumerate(letters) if letter != ".")
        item = ReviewFile(article=slug, reviewer=Reviewer(id=who), reviews=reviews)
        save(desk, desk.review_path(slug, who), item, replaces=None)


def made(claim: str, letter: str, who: str) -> Review:
    status = AttributionStatus.CORRECTED if letter == "u" and who == "ben" else AttributionStatus.CONFIRMED
    return Review(
        claim=claim,
        disposition=Disposition.REJECTED if letter == "r" else Disposition.ACCEPTED,
        verdict=WORDS[letter],
        attribution=AttributionReview(status=status),
        comment=f"{who} was here",
        stage=Stage.DONE,
        when=AT,
    )


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    root = tmp_path / "desk"
    root.mkdir()
    return workspace(root)


@pytest.fixture
def pair(desk: Workspace) -> Workspace:
    put(desk, SLUG, ada=ADA, ben=BEN)
    return desk


@pytest.fixture
def three(desk: Workspace) -> Workspace:
    put(desk, SLUG, ada=ADA, ben=BEN, cleo=CLEO)
    put(desk, "tunnel", ada="TTTT", ben="TTTT")
    return desk


def run(desk: Workspace, *arguments: str | Path, code: int = 0) -> Result:
    runner = CliRunner(env={"COLUMNS": "100"})
    result = runner.invoke(main, ["-C", str(desk.root), "agreement", *map(str, arguments)])
    assert result.exit_code == code, result.output
    return result


@pytest.mark.parametrize("over", ["verdict", "attribution", "claims"])
def test_the_screen(three: Workspace, over: str, file_regression: FileRegressionFixture) -> None:
    file_regression.check(run(three, "--over", over).stdout, encoding="utf-8")


def test_the_screen_of_two(pair: Workspace, file_regression: FileRegressionFixture) -> None:
    file_regression.check(run(pair, SLUG).stdout, encoding="utf-8")


def test_the_json(three: Workspace, file_regression: FileRegressionFixture) -> None:
    text = run(three, "--json").stdout
    assert text == run(three, "--json").stdout
    assert text != run(three, "--json", "--seed", "1").stdout
    assert "NaN" not in text
    file_regression.check(text, encoding="utf-8", extension=".json")


def test_the_picture(three: Workspace, tmp_path: Path, file_regression: FileRegressionFixture) -> None:
    path = tmp_path / "plot.svg"
    assert f"{path} is written" in run(three, "--plot", path).stderr
    file_regression.check(path.read_bytes(), binary=True, extension=".svg")


@pytest.mark.parametrize("over", ["verdict", "attribution", "claims"])
def test_the_picture_says_what_it_shows_and_loads_nothing(pair: Workspace, tmp_path: Path, over: str) -> None:
    path = tmp_path / "plot.svg"
    run(pair, "--over", over, "--plot", path)
    svg = etree.fromstring(path.read_bytes())
    names = {etree.QName(element).localname for element in svg.iter()}
    assert names == {"svg", "title", "desc", "rect", "text"}
    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == "title desc"
    assert not any(":" in value for element in svg.iter() for value in element.attrib.values())
    assert "Rows: ada; columns: ben." in str(svg.findtext("{*}desc"))


def test_a_picture_that_is_there_is_overwritten_only_by_force(pair: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "plot.svg"
    run(pair, "--plot", path)
    run(pair, "--plot", path)
    path.write_text("<svg/>")
    result = run(pair, "--plot", path, code=1)
    assert "is there already; give --force to overwrite it" in result.stderr
    assert (path.read_text(), result.stdout) == ("<svg/>", "")
    run(pair, "--plot", path, "--force")
    assert path.read_text() != "<svg/>"


def test_only_an_svg_is_plotted(pair: Workspace, tmp_path: Path) -> None:
    result = run(pair, "--plot", tmp_path / "claims.json", code=2)
    assert "does not end in .svg" in result.stderr
    assert not (tmp_path / "claims.json").exists()


def test_where_there_is_nothing_to_plot_the_reason_is_given(desk: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "plot.svg"
    put(desk, SLUG, ada="TF.")
    assert "there is nothing to plot: fewer than two reviewers" in run(desk, "--plot", path, code=1).stderr
    put(desk, "tunnel", ben="TF.")
    assert "no claim was rated by two reviewers" in run(desk, "--plot", path, code=1).stderr
    assert not path.exists()


def test_too_many_values_for_a_table_are_said_to_be(desk: Workspace, tmp_path: Path) -> None:
    config = desk.root / "claimkit.toml"
    config.write_text(config.read_text("utf-8") + '\n[agreement]\nclaims = ["kept", "text"]\n', encoding="utf-8")
    put(desk, SLUG, ada="T" * 30, ben="T" * 30)
    assert "No table of what is taken for what: more than 24 different values." in run(desk, "--over", "claims").stdout
    raw = json.loads(run(desk, "--over", "claims", "--json").stdout)
    assert (raw["confusions"], raw["confusionsReason"]) == (None, "more than 24 different values")
    path = tmp_path / "plot.svg"
    assert "more than 24 different values" in run(desk, "--over", "claims", "--plot", path, code=1).stderr


def test_a_single_reviewer_and_an_empty_workspace_are_told_what_is_missing(desk: Workspace) -> None:
    assert "undefined: fewer than two reviewers" in run(desk).stdout
    put(desk, SLUG, ada=ADA)
    assert "undefined: fewer than two reviewers" in run(desk, SLUG).stdout
    raw = json.loads(run(desk, "--json").stdout)
    reason = {"value": None, "claims": 0, "reason": "fewer than two reviewers", "interval": None}
    assert raw["overall"]["alphaNominal"] == reason


def test_an_article_that_cannot_be_read_is_left_out_and_named(three: Workspace) -> None:
    three.review_path("tunnel", "ben").write_text("{")
    result = run(three, code=1)
    assert "tunnel is left out: " in result.stderr
    assert "Krippendorff's alpha" in result.stdout
    assert run(three, "tunnel", code=1).stdout == ""


def test_an_unknown_article_is_named(desk: Workspace) -> None:
    assert "no article has the slug 'nowhere'" in run(desk, "nowhere", code=1).stderr
