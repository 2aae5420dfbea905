"""Pages from the command line: by name, or because claimkit.toml names their format."""

from __future__ import annotations

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
