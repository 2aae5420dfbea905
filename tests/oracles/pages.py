"""What others say of a page: the Nu Html Checker (npm vnu-jar, Java 17), axe-core (npm) in Chromium."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import extruct

from browser import POLICY, literal, seen_with
from oracles.alarms import real
from oracles.names import Name
from oracles.node import NODE_MODULES

VNU = NODE_MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
AXE = NODE_MODULES / "axe-core" / "axe.min.js"


def nu_problems(pages: Sequence[Path]) -> list[str]:
    """What the Nu Html Checker has against the pages and their styles, each line with the page's address."""
    command = ["java", "-jar", str(VNU), "--also-check-css", "--format", "gnu", "--exit-zero-always", *map(str, pages)]
    found = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stderr
    return real(Name.NU, found.strip().split("\n") if found.strip() else [])  # what it quotes may hold other line ends


def nu_problems_by_page(pages: Sequence[Path]) -> list[list[str]]:
    """The same for each page; all are checked in one process."""
    lines = nu_problems(pages)
    found = [[line for line in lines if f'"{page.resolve().as_uri().replace("///", "/")}"' in line] for page in pages]
    assert sum(map(len, found)) == len(lines), lines
    return found


def markup_problems(page: str, objects: Iterable[Any]) -> list[str]:
    """What extruct does not give back out of a page: each script is to be one of these objects, unaltered."""
    try:
        found = extruct.extract(page, syntaxes=["json-ld", "microdata"])
    except ValueError as error:
        return [f"a script is no JSON: {error}"]
    known, scripts = list(objects), len(re.findall("<script[^>]*application/ld", page))
    problems = [f"not exported: {str(item)[:200]}" for item in found["json-ld"] if item not in known]
    if len(found["json-ld"]) != scripts or found["microdata"]:
        problems.append(f"{len(found['json-ld'])} objects in {scripts} scripts, {len(found['microdata'])} as microdata")
    return problems


def axe_problems(pages: Sequence[Path], *, dark: bool = False) -> list[list[str]]:
    """What axe-core has against each page by WCAG 2.2 A and AA and good practice, as it looks in light or in dark.

    All are shown in one window, one after the other, without their policies against scripts.
    """
    texts = [re.sub(POLICY, "", page.read_text("utf-8")) for page in pages]
    with tempfile.TemporaryDirectory() as folder:
        frame = Path(folder) / "frame.html"
        frame.write_text('<!doctype html><html lang="en"><title>Pages</title><body></body></html>', "utf-8")
        given = f"const axeSource = {literal(AXE.read_text('utf-8'))}, pages = {literal(texts)};"
        problems: list[list[str]] = json.loads(seen_with(frame, given + _ASK_AXE, dark=dark))
    return problems


_ASK_AXE = """
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const told = (rule) => rule.nodes.map((node) => `${rule.id}: ${node.html}: ${node.failureSummary}`);
const shown = async (text) => {
  const frame = Object.assign(document.createElement("iframe"), { width: 1000, height: 1400, srcdoc: text, title: "Page" });
  const loaded = new Promise((done) => frame.addEventListener("load", done));
  document.body.append(frame);
  await loaded;
  const inside = frame.contentDocument;
  const script = Object.assign(inside.createElement("script"), { textContent: axeSource });
  inside.head.append(script);
  script.remove();
  const { violations } = await frame.contentWindow.axe.run(inside, { runOnly: tags });
  frame.remove();
  return violations.flatMap(told);
};
(async () => {
  const found = [];
  for (const text of pages) found.push(await shown(text));
  answer(JSON.stringify(found));
})();
"""
