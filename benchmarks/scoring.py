"""The development sets and their scorers, which are not part of this repository: the folder is CLAIMKIT_BENCH."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

BENCH = Path(os.environ.get("CLAIMKIT_BENCH", Path(__file__).parents[2] / "shared" / "bench"))

_SCORERS = {"propseg": "score_propseg.py", "polnear": "score_attribution.py"}
SETS = ("propseg", "polnear", "pyrxsum", "realsumm", "factcheckgpt", "carb")


def texts(name: str) -> list[tuple[str, str]]:
    """The ids and texts of a set; ends the program where the folder is not there."""
    place = BENCH / "data" / "dev" / f"{name}.input.jsonl"
    if not place.exists():
        sys.exit(f"the development sets are not in {BENCH}; name their folder in CLAIMKIT_BENCH")
    rows = map(json.loads, place.read_text(encoding="utf-8").splitlines())
    return [(str(row["id"]), row["text"]) for row in rows]


def score(name: str, rows: Iterable[Mapping[str, Any]], folder: Path) -> dict[str, str]:
    """The scorer's columns for these lines of the interface, by their headings; ``folder`` is for the lines."""
    output = folder / f"{name}.jsonl"
    output.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    scorer = BENCH / _SCORERS.get(name, "score_subclaims.py")
    command = [sys.executable, str(scorer), str(BENCH / "data" / "dev" / f"{name}.gold.jsonl"), str(output)]
    shown = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()  # noqa: S603
    heads, cells = (re.split(r"\s{2,}", line.strip()) for line in shown[:2])
    return dict(zip(heads, cells, strict=False))


def f1(cells: Mapping[str, str], column: str) -> float:
    """The F1 of a column, which may give P/R/F1."""
    return float(cells[column].rpartition("/")[2])
