"""Every rule that proposes claims is explained, and no explanation is of a rule that there is not."""

from __future__ import annotations

import re
from pathlib import Path

from click.testing import CliRunner

import claimkit.splitting
from claimkit.cli import main
from claimkit.model.claim import KEPT_WHOLE
from claimkit.splitting.explanations import EXPLANATIONS, explanation

SOURCES = Path(claimkit.splitting.__file__).parent
RULE = re.compile(r'(?:rule(?: =|=|:)|clause_of\([^"]*|_is\([^"]*|if top in qualities else) ?"?([a-z]+(?:-[a-z]+)*)"')


def test_each_rule_is_explained() -> None:
    """By the names that stand in the rules' own code."""
    code = "".join(path.read_text("utf-8") for path in SOURCES.glob("*.py") if path.name != "explanations.py")
    code += f'"{KEPT_WHOLE}"'
    assert not {name for name in EXPLANATIONS if f'"{name}"' not in code and f'"rule:{name}"' not in code}
    assert not set(RULE.findall(code)) - set(EXPLANATIONS)


def test_what_no_rule_made() -> None:
    """A reviewer or a model is named."""
    assert explanation("reviewer:ada") == "proposed by ada"
    assert explanation("rule:of-another-version") == "proposed by of-another-version"


def test_show_explains(tmp_path: Path) -> None:
    """One line a claim: the rule in words, and the kind with its reason."""
    run = CliRunner(env={"COLUMNS": "200"})
    desk = ["-C", str(tmp_path)]
    assert run.invoke(main, ["init", str(tmp_path), "--publisher", "X", "--url", "https://example.org/"]).exit_code == 0
    text = "The tunnel will open in 2028, the city said."
    assert run.invoke(main, [*desk, "split", "-", "--slug", "tunnel"], input=text).exit_code == 0
    shown = run.invoke(main, [*desk, "show", "tunnel", "--explain"]).output
    assert EXPLANATIONS["reported-content"] in shown
    assert "it speaks of the future: 'will'" in shown
