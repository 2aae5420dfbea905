"""What others say of a page: the Nu Html Checker (npm vnu-jar, Java 17), axe-core (npm) in Chromium."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from browser import seen_with

NODE_MODULES = Path(os.environ.get("CLAIMKIT_NODE_MODULES", Path(__file__).parents[2] / "build" / "node_modules"))
"""Where ``npm install --prefix build vnu-jar axe-core`` puts them."""
VNU = NODE_MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
AXE = NODE_MODULES / "axe-core" / "axe.min.js"


def nu_problems(pages: Sequence[Path]) -> list[str]:
    """What the Nu Html Checker has against the pages and their styles.

    Of policies it is not asked: it knows no hashes, nor that JSON-LD is data that no policy keeps from anything.
    """
    command = ["java", "-jar", str(VNU), "--also-check-css", "--format", "gnu", "--exit-zero-always", *map(str, pages)]
    found = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    return [line for line in found.splitlines() if "Content Security Policy" not in line]


def axe_problems(page: Path, *, dark: bool = False) -> list[str]:
    """What axe-core has against a page by WCAG 2.2 A and AA and good practice, as it looks in light or in dark."""
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    run = (
        f"axe.run(document, {{runOnly: {json.dumps(tags)}}}).then(found => answer(JSON.stringify("
        "found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html}: ${node.failureSummary}`)))))"
    )
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "page.html"
        copy.write_bytes(page.read_bytes())
        problems: list[str] = json.loads(seen_with(copy, f"{AXE.read_text('utf-8')};{run}", dark=dark))
    return problems
