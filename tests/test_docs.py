"""The pages for people are true: their transcripts are what the commands print (``--regen-all`` writes them anew).

A block after ``<!-- file: NAME -->`` is a file that the transcripts find.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimkit.cli import main
from transcripts import rewritten, transcripts

ROOT = Path(__file__).parents[1]
PAGES = ["desk.md", "imports.md", "reviewing.md"]
COLUMNS = 80
_FILE = re.compile(r"^<!-- file: (\S+) -->\n^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new workspace, and in it the shell."""
    given = ["init", str(tmp_path), "--publisher", "Example desk", "--url", "https://example.org/"]
    assert CliRunner().invoke(main, given).exit_code == 0
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("page", PAGES)
def test_the_transcripts_are_what_the_commands_print(page: str, request: pytest.FixtureRequest) -> None:
    path = ROOT / "docs" / page
    text = path.read_text("utf-8")
    assert transcripts(text)
    for name, content in _FILE.findall(text):
        Path(name).write_text(content, "utf-8")
    now = rewritten(text, COLUMNS)
    if request.config.getoption("regen_all"):
        path.write_text(now, "utf-8")
    assert now.splitlines() == text.splitlines()
