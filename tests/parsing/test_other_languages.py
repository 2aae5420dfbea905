"""What the parser hardly understands is said when it is split, and again by every check."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from claimkit.cli import main
from made import CONFIG, workspace


@pytest.mark.usefixtures("parser")
def test_a_text_in_another_language_is_split_with_a_warning(tmp_path: Path, weights: Path) -> None:
    """Split all the same, and each command says how sure it is."""
    desk = workspace(tmp_path)
    (desk.root / "claimkit.toml").write_text(f'{CONFIG}[split]\npipeline = "{weights}"\n', encoding="utf-8")
    german = "Der Minister sagte am Dienstag, dass die Regierung im nächsten Jahr die Steuern erhöhen werde."
    line = ["-C", str(desk.root), "split", "-", "--slug", "steuern", "--language", "de"]
    result = CliRunner().invoke(main, line, input=german.encode())
    assert result.exit_code == 0, result.output
    assert "the parser is unsure of this text" in result.stderr
    checked = CliRunner().invoke(main, ["-C", str(desk.root), "check", "steuern"])
    assert checked.exit_code == 0
    assert "CK406" in checked.stdout
    assert "look at every claim" in checked.stdout
