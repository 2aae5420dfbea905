"""The README is true: its transcript is what the commands print, its table has every command, its links lead somewhere."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from claimkit.cli import main
from transcripts import transcripts

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
TRANSCRIPTS = transcripts(README)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the repository's workspace, and in it the shell."""
    for name in ("seeds", "annotations", "exports", "schemas"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "claimkit.toml", tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("here")
def test_the_transcript_is_what_the_commands_print() -> None:
    for step in (step for transcript in TRANSCRIPTS for step in transcript):
        assert step.printed(100) == step.expected, step.command


def test_there_is_a_transcript() -> None:
    assert sum(len(transcript) for transcript in TRANSCRIPTS) >= 3


def test_the_table_of_commands_has_every_command_and_no_other() -> None:
    assert re.findall(r"^\| `claimkit (\w+)` \|", README, re.MULTILINE) == list(main.commands)


@pytest.mark.parametrize(
    "page",
    ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", *(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md"))],
)
def test_links_to_files_lead_to_files(page: str) -> None:
    for link in re.findall(r"\]\(([^)#:]+)\)", (ROOT / page).read_text("utf-8")):
        assert (ROOT / page).parent.joinpath(link).exists(), link
