"""Formats of installed packages: a name and one module, and a clear word where they are broken."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from made import SLUG, workspace

MODULE = """
from claimkit.export import Rendering
FILES = "{slug}.words.txt"
def render(dossier, config, claims=None):
    return Rendering(files={f"{dossier.slug}.words.txt": f"{len(dossier.text.split())} words\\n".encode()})
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    root = tmp_path / "desk"
    root.mkdir()
    workspace(root)
    return root


def installed(folder: Path, module: str, text: str = MODULE) -> Path:
    """A folder for the path, with a package in it as an installer leaves it."""
    site = folder / "site"
    info = site / "ours-1.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: ours\nVersion: 1\n")
    (info / "entry_points.txt").write_text(f"[claimkit.exports]\nwords = {module}\ntei = {module}\n")
    (site / "ours_words.py").write_text(text)
    return site


def run(site: Path, desk: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    code = f"import sys; sys.path.insert(0, {str(site)!r}); from claimkit.cli import main; main()"
    command = [sys.executable, "-c", code, "-C", str(desk), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_newsrooms_own_format_is_one_module(desk: Path, tmp_path: Path) -> None:
    site = installed(tmp_path, "ours_words")
    assert run(site, desk, "export", SLUG, "--to", "words").stdout == f"exports/{SLUG}/{SLUG}.words.txt\n"
    assert f"{SLUG}.words.txt" in run(site, desk, "export", SLUG).stdout, "it is one of all"
    assert run(site, desk, "check").stdout == ""
    (desk / "exports" / SLUG / f"{SLUG}.words.txt").write_text("2 words")
    assert "CK504: the export is not what the annotations give" in run(site, desk, "check").stdout


def test_no_package_takes_the_name_of_a_format_of_ours(desk: Path, tmp_path: Path) -> None:
    result = run(installed(tmp_path, "ours_words"), desk, "export", SLUG, "--to", "tei")
    assert result.stdout == f"exports/{SLUG}/{SLUG}.tei.xml\n"


@pytest.mark.parametrize(
    ("module", "text", "words"),
    [
        ("nowhere", MODULE, "the format 'words' cannot be used: nowhere: No module named 'nowhere'"),
        ("ours_words", "FILES = 'x'", "the format 'words' cannot be used: ours_words"),
    ],
)
def test_a_broken_format_is_named(desk: Path, tmp_path: Path, module: str, text: str, words: str) -> None:
    result = run(installed(tmp_path, module, text), desk, "export", SLUG, "--to", "words")
    assert (result.returncode, result.stdout) == (1, "")
    assert words in result.stderr
    assert "mend the package that adds it, or remove it" in result.stderr


def test_an_unknown_format_is_wrong_usage_and_the_known_ones_are_named(desk: Path, tmp_path: Path) -> None:
    result = run(installed(tmp_path, "ours_words"), desk, "export", SLUG, "--to", "pdf")
    assert result.returncode == 2
    assert "'pdf' is none of claimreview, tei, duke, datacommons, google-api, words" in result.stderr
