"""The README is true: its transcript is what the commands print, its table has every command, its links lead somewhere."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimkit.cli import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
TRANSCRIPTS = re.findall(r"^```console\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the repository's workspace, and in it the shell."""
    for name in ("seeds", "annotations", "exports", "schemas"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "claimkit.toml", tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def steps(transcript: str) -> list[tuple[str, str]]:
    """(command, what it prints) for each ``$`` line."""
    parts = re.split(r"^\$ ", transcript, flags=re.MULTILINE)[1:]
    return [(command.replace("\\\n", " "), output) for command, output in (split(part) for part in parts)]


def split(part: str) -> tuple[str, str]:
    """The command with its continued lines, and the rest."""
    match = re.match(r"((?:[^\n]*\\\n)*[^\n]*\n)(.*)", part, re.DOTALL)
    assert match
    return match[1].rstrip("\n"), match[2]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("transcript", TRANSCRIPTS)
def test_the_transcript_is_what_the_commands_print(transcript: str) -> None:
    runner = CliRunner(env={"COLUMNS": "100", "CLAIMKIT_REVIEWER": ""})
    for command, expected in steps(transcript):
        given, program, *arguments = piped(command)
        assert program == "claimkit"
        result = runner.invoke(main, arguments, input=given)
        assert result.exit_code == 0, result.output
        assert result.output == expected, command


def piped(command: str) -> list[str]:
    """Standard input, then the words of the command: ``echo TEXT | command`` gives it TEXT, others nothing."""
    words = shlex.split(command)
    return [words[1] + "\n", *words[3:]] if words[0] == "echo" else ["", *words]


def test_there_is_a_transcript() -> None:
    assert sum(len(steps(transcript)) for transcript in TRANSCRIPTS) >= 3


def test_the_table_of_commands_has_every_command_and_no_other() -> None:
    assert re.findall(r"^\| `claimkit (\w+)` \|", README, re.MULTILINE) == list(main.commands)


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/splitting.md", "docs/git.md"])
def test_links_to_files_lead_to_files(page: str) -> None:
    for link in re.findall(r"\]\(([^)#:]+)\)", (ROOT / page).read_text("utf-8")):
        assert (ROOT / page).parent.joinpath(link).exists(), link
