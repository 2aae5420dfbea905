"""How long ``claimkit --help`` takes, against a one-file Click program: the ratio, pair by pair, in one run.

    make bench

Both are whole processes, run in turn so that a change in the machine's pace touches both. The goal is a median ratio of
at most 1.5.
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

RUNS = 40
FLOOR = [sys.executable, str(Path(__file__).parent / "one_file_click.py"), "--help"]
OURS = [sys.executable, "-m", "claimkit", "--help"]


def seconds(command: list[str]) -> float:
    """The wall time of one run."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own two commands
    return time.perf_counter() - start


def main() -> None:
    """Print the medians and the ratio."""
    for command in (FLOOR, OURS):
        seconds(command)
    pairs = [(seconds(FLOOR), seconds(OURS)) for _ in range(RUNS)]
    ratios = sorted(ours / floor for floor, ours in pairs)
    floor, ours = (statistics.median(column) * 1000 for column in zip(*pairs, strict=True))
    print(f"one-file Click program  {floor:6.1f} ms")
    print(f"claimkit --help         {ours:6.1f} ms")
    ratio = statistics.median(ratios)
    print(f"ratio                   {ratio:6.2f} (min {ratios[0]:.2f}, max {ratios[-1]:.2f}); goal 1.5")


if __name__ == "__main__":
    main()
