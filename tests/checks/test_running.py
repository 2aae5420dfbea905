"""Several processes check, and nobody can tell but by the time: order, stops, kills, interrupts."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

import many
from claimkit.checks.running import MANY, Check, jobs_for
from claimkit.cli import main
from claimkit.errors import DataError

SLUGS = [str(number) for number in range(40)]

STOPPED = """
from many import slow
from claimkit.checks.running import Check
try:
    list(Check(work=slow).all([str(number) for number in range(400)], 2))
except KeyboardInterrupt:
    print("stopped", flush=True)
"""


def test_the_report_is_the_same_byte_for_byte_with_any_number_of_processes(tmp_path: Path) -> None:
    many.several(tmp_path, 20)
    reports = {
        CliRunner().invoke(main, ["-C", str(tmp_path), "check", "--json", "--jobs", jobs]).stdout
        for jobs in ("1", "2", "3")
    }
    assert len(reports) == 1
    assert "CK402" in reports.pop()


def test_the_articles_are_shared_out_and_come_back_in_order() -> None:
    answers = list(Check(work=many.found).all(SLUGS, 2))
    assert [slug for slug, _ in answers] == SLUGS
    assert all(findings[0].file == slug for slug, findings in answers)
    assert str(os.getpid()) not in {findings[0].message for _, findings in answers}


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_of_claimkits_own_names_the_article_and_is_no_traceback(jobs: int) -> None:
    with pytest.raises(DataError, match=r"annotations/31: it could not be checked \(KeyError: '31'\); .*please report"):
        list(Check(work=many.failing).all(SLUGS, jobs))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_stop_keeps_its_place_and_its_remedy(jobs: int) -> None:
    with pytest.raises(DataError) as caught:
        list(Check(work=many.refusing).all(SLUGS, jobs))
    assert str(caught.value) == "0:3: it is no article; look at it"


def test_a_process_that_is_killed_is_told_as_a_message() -> None:
    with pytest.raises(DataError, match="a process of the check was killed"):
        list(Check(work=many.dying).all(SLUGS, 2))


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_no_process_outlives_the_one_that_was_stopped(end: signal.Signals, tmp_path: Path) -> None:
    """Ctrl-C goes to all processes of the terminal; a kill only to the first."""
    environment = os.environ | {"SIGNS": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)}
    pipe = subprocess.PIPE
    started = subprocess.Popen(
        [sys.executable, "-c", STOPPED], env=environment, stdout=pipe, stderr=pipe, start_new_session=True
    )
    until(lambda: len(list(tmp_path.iterdir())) == 2)
    (os.killpg if end is signal.SIGINT else os.kill)(started.pid, end)
    output, errors = started.communicate(timeout=60)
    if end is signal.SIGINT:
        assert (output, errors, started.returncode) == (b"stopped\n", b"", 0)
    until(lambda: not any(Path("/proc", path.name).exists() for path in tmp_path.iterdir()))


def until(done: Callable[[], bool]) -> None:
    """Wait for it, a minute at most."""
    for _ in range(600):
        if done():
            return
        time.sleep(0.1)
    raise AssertionError("a minute passed, and it was not so")


def test_there_are_as_many_processes_as_wanted_and_one_for_few_articles() -> None:
    assert jobs_for(10, None) == 1
    assert jobs_for(10, 3) == 3
    assert jobs_for(MANY, 1) == 1
    assert jobs_for(MANY, None) == len(os.sched_getaffinity(0))
