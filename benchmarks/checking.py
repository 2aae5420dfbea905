"""``claimkit check`` beside check-jsonschema, on the same files in one run; memory over articles; the cache.

    make bench-check [FILES=10000] [MANY=100000]

The files are made by ``benchmarks/desks.py``, once. All are whole processes with warm file caches, start-up included.
check-jsonschema runs once for the claim files and once for the review files; its time is the sum. Ours are
the schema layer alone (every file read, parsed strictly and validated, on one core, in a process of its own) and
``claimkit check`` as a whole, which does so and all else.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks import desks
from claimkit.annotations.workspace import Workspace
from claimkit.schemas import FileKind

RUNS = 3
PEAKS = (1_000, 5_000, 10_000)

_SCHEMA_LAYER = """
import sys
from pathlib import Path
from claimkit import storage
from claimkit.annotations.jsontext import decode, parse
from claimkit.schemas import FileKind, violations
root, wrong = Path(sys.argv[1]), 0
for kind, pattern in ((FileKind.CLAIMS, "*/claims.json"), (FileKind.REVIEW, "*/reviews/*.json")):
    for path in sorted(root.glob(pattern)):
        wrong += len(list(violations(kind, parse(decode(storage.read(path), ""), ""))))
sys.exit(bool(wrong))
"""


class Run(NamedTuple):
    """Seconds from start to end, seconds of all processors, and the peak in MB of the largest process."""

    wall: float
    cpu: float
    peak: float

    def __add__(self, other: Run) -> Run:  # type: ignore[override]
        """One after the other."""
        return Run(self.wall + other.wall, self.cpu + other.cpu, max(self.peak, other.peak))


def main() -> None:
    """Print the times and ratios, the peaks of memory, the cache's figures."""
    files, many = (int(os.environ.get(name, usual)) for name, usual in (("FILES", "10000"), ("MANY", "100000")))
    made = desks.workspace(files)
    _compare(made)
    for count in PEAKS:
        peak = _run(_check(desks.workspace(count), "--no-cache", "--jobs", "1")).peak
        print(f"check --jobs 1, {count:6,} files: peak {peak:4.0f} MB", flush=True)
    _cached(made)
    _cached(desks.workspace(many, all_files=True))


def _compare(made: Workspace) -> None:
    claims, reviews = desks.annotation_files(made)
    size = sum(path.stat().st_size for path in (*claims, *reviews)) / 1e6
    print(f"{len(claims) + len(reviews):,} files, {size:.0f} MB, {os.cpu_count()} cores")
    commands = {
        "check-jsonschema": [_peer(made, FileKind.CLAIMS, claims), _peer(made, FileKind.REVIEW, reviews)],
        "schema layer": [[sys.executable, "-c", _SCHEMA_LAYER, str(made.root / "annotations")]],
        "check --jobs 1": [_check(made, "--no-cache", "--jobs", "1")],
        "check": [_check(made, "--no-cache")],
    }
    rows: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(RUNS):
        print(f"run {number + 1}, load {os.getloadavg()[0]:.1f}")
        for name, several in commands.items():
            rows[name].append(sum(map(_run, several), Run(0, 0, 0)))
            print(f"  {name:16} {rows[name][-1].wall:7.1f} s, of processors {rows[name][-1].cpu:7.1f} s", flush=True)
    for name in commands:
        wall, cpu = (
            sorted(
                getattr(peer, kind) / getattr(ours, kind)
                for peer, ours in zip(rows["check-jsonschema"], rows[name], strict=True)
            )
            for kind in ("wall", "cpu")
        )
        print(f"{name:16} times as fast: {statistics.median(wall):5.1f} ({wall[0]:.1f} to {wall[-1]:.1f})", end="")
        print(f", by processor time {statistics.median(cpu):5.1f} ({cpu[0]:.1f} to {cpu[-1]:.1f})", flush=True)


def _cached(made: Workspace) -> None:
    """The first check that keeps answers, and then unchanged ones."""
    every = sum(1 for top in ("annotations", "seeds") for path in (made.root / top).rglob("*") if path.is_file())
    with tempfile.TemporaryDirectory() as folder:
        first = _run(_check(made, "--cache", folder))
        again = [_run(_check(made, "--cache", folder)) for _ in range(RUNS)]
    wall, cpu = (statistics.median(getattr(run, kind) for run in again) for kind in ("wall", "cpu"))
    print(f"{every:,} files: first check {first.wall:.1f} s (processors {first.cpu:.1f} s), ", end="")
    print(f"unchanged {wall:.1f} s ({cpu:.1f} s), peak {max(run.peak for run in again):.0f} MB", end="")
    print(f", load {os.getloadavg()[0]:.1f}", flush=True)


def _check(made: Workspace, *options: str) -> list[str]:
    return [sys.executable, "-m", "claimkit", "-C", str(made.root), "check", *options]


def _peer(made: Workspace, kind: FileKind, paths: Sequence[Path]) -> list[str]:
    schema = str(made.root / "schemas" / kind.file_name)
    names = [str(path.relative_to(Path.cwd())) for path in paths]
    return [sys.executable, "-m", "check_jsonschema", "--schemafile", schema, *names]


def _run(command: list[str]) -> Run:
    watched = [sys.executable, "-c", _WATCHED, *command]
    done = subprocess.run(watched, capture_output=True, text=True, check=True)  # noqa: S603 - our own command
    wall, cpu, peak = map(float, done.stdout.split())
    return Run(wall, cpu, peak / 1024)


# A process counts as its own peak what the one that started it had in memory then: so a small one starts it.
_WATCHED = """
import resource, subprocess, sys, time
start = time.perf_counter()
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


if __name__ == "__main__":
    main()
