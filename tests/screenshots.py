"""Pictures of the pages in a real browser, for a person to look at: ``make screenshots`` writes them to build/screenshots."""

from __future__ import annotations

import sys
from pathlib import Path

import arabic
import hostile
import pahalgam
from browser import CHROMIUM, printed, screenshot
from claimkit.annotations.dossiers import open_dossier
from claimkit.annotations.workspace import Workspace
from claimkit.export import exporter

ROOT = Path(__file__).parents[1]
LOOKS = (("light", 1000, False), ("dark", 1000, True), ("narrow", 360, False), ("narrow-dark", 360, True))
HEIGHT = 3000


def main(folder: Path) -> None:
    """Pictures of each dossier's pages in every look, and on paper."""
    if not CHROMIUM:
        sys.exit("there is no Chromium on the path; install one (Debian: apt-get install chromium)")
    workspace = Workspace.find(ROOT)
    dossiers = {slug: (open_dossier(workspace, slug), workspace.config) for slug in workspace.slugs()}
    dossiers |= {
        "corrected": (pahalgam.dossier(), pahalgam.CONFIG),
        "arabic": (arabic.arabic(), arabic.CONFIG),
        "hostile": (hostile.hostile(), hostile.verdicts()),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, (dossier, config) in dossiers.items():
        files = exporter("html")(dossier, config).files
        pages = dict(list(files.items())[:2]) | exporter("report")(dossier, config).files
        for (_, data), kind in zip(pages.items(), ("article", "claim", "report"), strict=True):
            page = folder / f"{name}-{kind}.html"
            page.write_bytes(data)
            for look, width, dark in LOOKS:
                screenshot(page, page.with_suffix(f".{look}.png"), width=width, height=HEIGHT, dark=dark)
            printed(page, page.with_suffix(".pdf"))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build" / "screenshots"))
