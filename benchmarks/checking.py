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
import time
from collections.abc import Sequence
from pathlib import Path

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


def main() -> None:
    """Print the times and ratios, the peaks of memory, the cache's figures."""
    files, many = (int(os.environ.get(name, usual)) for name, usual in (("FILES", "10000"), ("MANY", "100000")))
    made = desks.workspace(files)
    _compare(made)
    for count in PEAKS:
        peak = _timed(_check(desks.workspace(count), "--no-cache", "--jobs", "1"))[1]
        print(f"check --jobs 1, {count:6,} files: peak {peak:4.0f} MB", flush=True)
    _cached(made, RUNS)
    if many:
        _cached(desks.workspace(many, all_files=True), 1)


def _compare(made: Workspace) -> None:
    claims, reviews = desks.annotation_files(made)
    size = sum(path.stat().st_size for path in (*claims, *reviews)) / 1e6
    print(f"{len(claims) + len(reviews):,} files, {size:.0f} MB, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    rows: dict[str, list[float]] = {}
    for _ in range(RUNS):
        peer = sum(
            _timed(_peer(made, kind, paths))[0]
            for kind, paths in ((FileKind.CLAIMS, claims), (FileKind.REVIEW, reviews))
        )
        layer = _timed([sys.executable, "-c", _SCHEMA_LAYER, str(made.root / "annotations")])[0]
        one = _timed(_check(made, "--no-cache", "--jobs", "1"))[0]
        all_cores = _timed(_check(made, "--no-cache"))[0]
        for name, seconds in (
            ("check-jsonschema", peer), ("schema layer", layer), ("check, one process", one), ("check", all_cores),
        ):  # fmt: skip
            rows.setdefault(name, []).append(seconds)
            rows.setdefault(f"{name} ratio", []).append(peer / seconds)
    for name in ("check-jsonschema", "schema layer", "check, one process", "check"):
        ratios = rows[f"{name} ratio"]
        print(f"{name:20} {statistics.median(rows[name]):7.1f} s   ", end="")
        print(f"{statistics.median(ratios):5.1f} times as fast ({min(ratios):.1f} to {max(ratios):.1f})")
    print(f"load {os.getloadavg()[0]:.1f}", flush=True)


def _cached(made: Workspace, runs: int) -> None:
    """The first check that keeps answers, and then unchanged ones."""
    every = sum(1 for top in ("annotations", "seeds") for path in (made.root / top).rglob("*") if path.is_file())
    with tempfile.TemporaryDirectory() as folder:
        first, _ = _timed(_check(made, "--cache", folder))
        again = [_timed(_check(made, "--cache", folder)) for _ in range(max(runs, 3))]
    seconds, peak = statistics.median(row[0] for row in again), max(row[1] for row in again)
    print(f"{every:,} files: first check {first:.1f} s, unchanged {seconds:.1f} s, peak {peak:.0f} MB", end="")
    print(f", load {os.getloadavg()[0]:.1f}", flush=True)


def _check(made: Workspace, *options: str) -> list[str]:
    return [sys.executable, "-m", "claimkit", "-C", str(made.root), "check", *options]


def _peer(made: Workspace, kind: FileKind, paths: Sequence[Path]) -> list[str]:
    schema = str(made.root / "schemas" / kind.file_name)
    names = [str(path.relative_to(Path.cwd())) for path in paths]
    return [sys.executable, "-m", "check_jsonschema", "--schemafile", schema, *names]


def _timed(command: list[str]) -> tuple[float, float]:
    """Seconds from start to end, and the peak of memory in MB of the process or of one that it started."""
    done = subprocess.run([sys.executable, "-c", _WATCHED, *command], capture_output=True, text=True, check=True)  # noqa: S603 - our own command
    seconds, peak = done.stdout.split()
    return float(seconds), int(peak) / 1024


# A process counts as its own peak what the one that started it had in memory then: so a small one starts it.
_WATCHED = """
import resource, subprocess, sys, time
start = time.perf_counter()
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


if __name__ == "__main__":
    main()
