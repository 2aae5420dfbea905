"""Pages from the command line: by name, or because claimkit.toml names their format."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimkit.cli import main

ROOT = Path(__file__).parents[3]
SEED = "us-reaffirms-support-for-india"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """The workspace that this repository is, without its exports."""
    for name in ("seeds", "annotations"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "claimkit.toml", tmp_path)
    return tmp_path


def run(desk: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(desk), *arguments])


def test_pages_are_written_when_they_are_asked_for(desk: Path) -> None:
    result = run(desk, "export", SEED, "--to", "html", "--to", "snippet", "--to", "report")
    assert result.exit_code == 0
    written = result.stdout.splitlines()
    assert written[0] == f"exports/{SEED}/html/index.html"
    assert f"exports/{SEED}/snippet/claimkit.css" in written
    assert written[-1] == f"exports/{SEED}/{SEED}.report.html"
    assert run(desk, "check").exit_code == 0


def test_without_a_format_those_of_the_configuration_are_exported(desk: Path) -> None:
    assert {Path(line).suffix for line in run(desk, "export", SEED).stdout.splitlines()} == {".jsonld", ".xml"}
    with (desk / "claimkit.toml").open("a") as file:
        file.write('\n[export]\nformats = ["report"]\n')
    assert run(desk, "export", SEED).stdout == f"exports/{SEED}/{SEED}.report.html\n"


def test_a_format_of_the_configuration_that_there_is_not_is_named(desk: Path) -> None:
    with (desk / "claimkit.toml").open("a") as file:
        file.write('\n[export]\nformats = ["pdf"]\n')
    result = run(desk, "export", SEED)
    assert result.exit_code == 1
    assert "there is no format 'pdf'; choose one of claimreview, tei," in result.stderr


def test_check_finds_a_page_that_a_changed_template_would_give_anew(desk: Path) -> None:
    run(desk, "export", SEED, "--to", "html")
    with (desk / "claimkit.toml").open("a") as file:
        file.write('\n[html]\ntemplates = "looks"\n')
    (desk / "looks").mkdir()
    assert run(desk, "check").exit_code == 0
    (desk / "looks" / "claim.html").write_text("<!doctype html><title>x</title>")
    assert "CK504" in run(desk, "check").stdout
    (desk / "looks" / "claim.html").write_text("{{ page.nobody }}")
    result = run(desk, "check")
    assert "html cannot be exported: the template claim.html, line 1 cannot be rendered" in result.stdout
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    "own",
    [
        "snippet/README.md",
        "snippet/about.html",
        "snippet/sub/x.html",
        "html/about.html",
        "html/c404.html/x",
        "html/x.css",
    ],
)
def test_what_others_put_beside_the_pages_is_left_and_not_found(desk: Path, own: str) -> None:
    run(desk, "export", SEED, "--to", "html", "--to", "snippet")
    path = desk / "exports" / SEED / own
    path.parent.mkdir(exist_ok=True)
    path.write_text("mine")
    assert run(desk, "check").stdout == ""
    result = run(desk, "export", SEED, "--to", "html", "--to", "snippet")
    assert (result.exit_code, "is removed" in result.stderr) == (0, False)
    assert path.read_text() == "mine"


def test_a_page_of_a_claim_that_is_not_published_is_found_and_removed(desk: Path) -> None:
    run(desk, "export", SEED, "--to", "snippet")
    published = {path.stem for path in (desk / "exports" / SEED / "snippet").iterdir()}
    claims = json.loads((desk / "annotations" / SEED / "claims.json").read_text("utf-8"))["claims"]
    other = next(claim["id"] for claim in claims if claim["id"] not in published)
    page = desk / "exports" / SEED / "snippet" / f"{other}.html"
    page.write_text("<p>Not yet.</p>")
    assert "the annotations no longer give this export" in run(desk, "check").stdout
    assert f"{other}.html is removed" in run(desk, "export", SEED, "--to", "snippet").stderr
    assert not page.exists()


def test_a_folder_where_an_export_belongs_is_named_with_what_to_do(desk: Path) -> None:
    (desk / "exports" / SEED / "html" / "index.html").mkdir(parents=True)
    result = run(desk, "export", SEED, "--to", "html")
    words = (
        f"exports/{SEED}/html/index.html: a folder stands where an export belongs; nothing of this format is written"
    )
    assert (result.exit_code, f"{words}; move the folder, or delete it" in result.stderr) == (1, True)
