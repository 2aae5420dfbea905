"""``make conformance``: writes build/conformance/, asks every oracle, prints what they say; 1 where something is wrong."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from conformance import documents, objects, pages
from conformance.breaking import broken
from conformance.files import ROOT, exported
from conformance.hearing import heard
from conformance.table import remarks, table

ORACLES = (*objects.ORACLES, *pages.ORACLES, *documents.ORACLES)


def main(folder: Path) -> int:
    """The exit code."""
    shutil.rmtree(folder, ignore_errors=True)
    sound = exported(folder / "exports")
    wrong = broken(folder / "broken", sound)
    print(f"{len(sound)} files are exported and {len(wrong)} broken, in {folder}")
    hearings = []
    for oracle in ORACLES:
        print(f"  {oracle.name} ...", file=sys.stderr)
        hearings.append(heard(oracle, sound, wrong))
    print("", *table(hearings), "", *remarks(hearings), sep="\n")
    return int(any(hearing.fails for hearing in hearings))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "conformance"))
