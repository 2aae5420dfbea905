"""Validators that others wrote find nothing in our pages, and find what is broken on purpose."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import arabic
import hostile
import pahalgam
from browser import needs_chromium
from claimkit.export import exporter
from oracles.node import NODE_MODULES
from oracles.pages import AXE, VNU, axe_problems, nu_problems

DOSSIERS = {
    "corrected": (pahalgam.dossier(), pahalgam.CONFIG),
    "arabic": (arabic.arabic(), arabic.CONFIG),
    "hostile": (hostile.hostile(), hostile.verdicts()),
}
HOW = "'make oracles' installs them, or name their folder in CLAIMKIT_NODE_MODULES"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The pages of every dossier."""
    folder = tmp_path_factory.mktemp("pages")
    found = []
    for name, (dossier, config) in DOSSIERS.items():
        for form in ("html", "report"):
            for file, data in exporter(form)(dossier, config).files.items():
                found.append(folder / f"{name}-{Path(file).name}")
                found[-1].write_bytes(data)
    return found


@pytest.mark.skipif(not VNU.exists() or not shutil.which("java"), reason=f"no Nu Html Checker in {NODE_MODULES}: {HOW}")
def test_the_nu_html_checker_finds_nothing(pages: list[Path]) -> None:
    assert nu_problems(pages) == []
    broken = pages[0].with_name("broken.html")
    broken.write_text(pages[0].read_text("utf-8").replace("<h1", "<h1 wrong", 1), "utf-8")
    assert "wrong" in "".join(nu_problems([broken]))


@needs_chromium
@pytest.mark.skipif(not AXE.exists(), reason=f"no axe-core in {NODE_MODULES}: {HOW}")
def test_axe_finds_nothing_in_light_and_in_dark(pages: list[Path]) -> None:
    for dark in (False, True):
        assert axe_problems(pages, dark=dark) == [[]] * len(pages)
    broken = pages[0].with_name("pale.html")
    broken.write_text(pages[0].read_text("utf-8").replace("--ck-muted: #575a63", "--ck-muted: #b7bac3"), "utf-8")
    assert "color-contrast" in str(axe_problems([broken]))
