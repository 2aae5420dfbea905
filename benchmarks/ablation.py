"""What each ability of the splitter is worth: the change of the scores when it alone is switched off.

    make ablation
    python -m benchmarks.ablation asides qualities

Each text is parsed once; the parses are kept. PropSegmEnt and text similarity (the mean of pyrxsum, realsumm,
factcheckgpt and carb) are fine claims, PolNeAR coarse ones. A negative figure is what the ability gives. The sets and
their scorers are in the folder that CLAIMKIT_BENCH names.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

from spacy.attrs import SENT_START

from benchmarks.abilities import UnknownNameError, abilities, switched_off
from benchmarks.scoring import SETS, f1, score, texts
from claimkit.articles.plain import structure
from claimkit.model.vocabulary import Granularity
from claimkit.splitting.benchmark import record
from claimkit.splitting.pipeline import load_pipeline

COLUMNS = ("PropSegmEnt F1@.8", "PolNeAR joint F1", "PolNeAR detected", "similarity F1@.7")


class Remembering:
    """A pipeline that parses each text, with the boundaries that were set in it, once."""

    def __init__(self, nlp: Any) -> None:
        self._nlp, self._known = nlp, dict[tuple[str, bytes], Any]()
        self.make_doc = nlp.make_doc

    def __call__(self, doc: Any) -> Any:
        """The parsed text."""
        key = (doc.text, doc.to_array([SENT_START]).tobytes())
        if key not in self._known:
            self._known[key] = self._nlp(doc)
        return self._known[key]


def main(chosen: list[str]) -> None:
    """Print the scores of the whole, and the change without each ability."""
    known = abilities()
    if strangers := [name for name in chosen if name not in known]:
        sys.exit(f"no such ability: {', '.join(strangers)}; there are: {', '.join(known)}")
    nlp = Remembering(load_pipeline())
    given = {name: texts(name) for name in SETS}
    print(f"| without | {' | '.join(COLUMNS)} |\n|---{'|---' * len(COLUMNS)}|")
    whole = measured(given, nlp)
    print(f"| nothing | {' | '.join(f'{value:.1f}' for value in whole)} |", flush=True)
    missing = []
    for name in chosen or known:
        try:
            with switched_off(known[name]):
                found = measured(given, nlp)
        except UnknownNameError as error:
            missing.append(f"{name}: the splitter has no {error}; mend benchmarks/abilities.py")
            continue
        changes = [f"{one - two:+.1f}" for one, two in zip(found, whole, strict=True)]
        print(f"| {name} | {' | '.join(changes)} |", flush=True)
    if missing:
        sys.exit("\n".join(missing))


def measured(given: dict[str, list[tuple[str, str]]], nlp: Any) -> tuple[float, ...]:
    """The figures of :data:`COLUMNS`."""
    cells = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, rows in given.items():
            granularity = Granularity.COARSE if name == "polnear" else Granularity.FINE
            done = [record(place, text, structure(text), nlp, granularity) for place, text in rows]
            cells[name] = score(name, done, Path(folder))
    similar = [f1(row, "P/R/F1@.7") for name, row in cells.items() if name not in {"propseg", "polnear"}]
    polnear = cells["polnear"]
    return (
        f1(cells["propseg"], "F1@.8"),
        f1(polnear, "joint F1"),
        f1(polnear, "det.3 P/R/F1"),
        statistics.mean(similar),
    )


if __name__ == "__main__":
    main(sys.argv[1:])
