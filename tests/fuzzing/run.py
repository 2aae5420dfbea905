"""A reader fuzzed by atheris: python tests/fuzzing/run.py NAME SECONDS. ``make fuzz`` runs all of them.

The corpus grows in build/fuzz/NAME/corpus; what breaks a reader goes to build/fuzz/NAME/finds, one input for each place
that raises. Move it to tests/fuzzing/kept/NAME once it is understood: pytest runs all that is there.
"""

from __future__ import annotations

import sys
import traceback
from collections import Counter
from hashlib import sha256
from pathlib import Path
from time import monotonic

import atheris

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT)]

with atheris.instrument_imports(include=["claimkit", "tomllib", "json", "markdown_it", "warcio", "trafilatura"]):
    from fuzzing.targets import TARGETS, refused, seeds

SLOW = 10.0
"""Seconds that one input of at most MOST bytes may take."""

MOST = 30_000


class Fuzzing:
    """One target, with what it found so far."""

    def __init__(self, name: str) -> None:
        self.target = TARGETS[name]
        self.folder = ROOT / "build" / "fuzz" / name
        self.finds: Counter[str] = Counter()
        self.done: Counter[str] = Counter()
        self.reported = 0.0
        for made in ("corpus", "finds"):
            (self.folder / made).mkdir(parents=True, exist_ok=True)
        for data in seeds(name):
            (self.folder / "corpus" / sha256(data).hexdigest()[:16]).write_bytes(data[:MOST])

    def one(self, data: bytes) -> None:
        """Run one input; what breaks is noted, and the run goes on."""
        begun = monotonic()
        try:
            self.done["refused" if refused(self.target, data) else "taken"] += 1
        except Exception as error:
            frame = traceback.extract_tb(error.__traceback__)[-1]
            self._note(f"{type(error).__name__}-{Path(frame.filename).stem}-{frame.lineno}", data)
        now = monotonic()
        if now - begun > SLOW:
            self._note("slow", data)
        if now - self.reported > 5:  # atheris ends the process itself, so that nothing runs at the end
            self.reported = now
            (self.folder / "report").write_text(f"{self.folder.name}: {dict(self.done)}, finds: {dict(self.finds)}\n")

    def _note(self, name: str, data: bytes) -> None:
        self.finds[name] += 1
        if self.finds[name] == 1:
            (self.folder / "finds" / name).write_bytes(data)
            sys.stderr.write(f"\nfound: {name}\n{traceback.format_exc()[-1500:]}\n")


if __name__ == "__main__":
    fuzzing = Fuzzing(sys.argv[1])
    atheris.Setup(
        [
            sys.argv[0], str(fuzzing.folder / "corpus"), f"-max_total_time={sys.argv[2]}", f"-max_len={MOST}", "-seed=1",
            "-timeout=60", "-rss_limit_mb=6000", f"-artifact_prefix={fuzzing.folder}/finds/", "-verbosity=0", "-print_final_stats=1",
        ],
        fuzzing.one,
    )  # fmt: skip
    atheris.Fuzz()
