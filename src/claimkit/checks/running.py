"""A check of many articles: what is on record first, the rest by several processes, the findings in the usual order."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess

from claimkit.checks.caching import Cache
from claimkit.errors import ClaimkitError, DataError
from claimkit.model.findings import Finding

MANY = 40
"""Articles from which on it is worth its while to start processes, or to keep answers: they take about a second."""

CHUNK = 8
"""Articles that a process is given at a time."""

Work = Callable[[str], list[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """How one article is checked (``work`` takes its slug), and where answers are kept."""

    work: Work
    cache: Cache | None = None

    def __call__(self, slug: str) -> list[Finding]:
        """The findings on an article, found anew; raises :class:`ClaimkitError` where claimkit itself fails."""
        state = self.cache.state(slug) if self.cache else None
        try:
            findings = self.work(slug)
        except (ClaimkitError, OSError):
            raise
        except Exception as error:
            raise DataError(
                f"it could not be checked ({type(error).__name__}: {error})",
                place=f"annotations/{slug}",
                remedy="that is a fault of claimkit's: please report it, with the file",
            ) from error
        if self.cache and state is not None:
            self.cache.keep(slug, state, findings)
        return findings

    def all(self, slugs: Sequence[str], jobs: int) -> Iterator[tuple[str, list[Finding]]]:
        """Each article with its findings: those on record, then the others, both in the order given."""
        new = []
        for slug in slugs:
            if self.cache and (findings := self.cache.look(slug)) is not None:
                yield slug, findings
            else:
                new.append(slug)
        if min(jobs, len(new)) > 1:
            yield from self._by_processes(new, min(jobs, -(-len(new) // CHUNK)))
        else:
            yield from ((slug, self(slug)) for slug in new)

    def _by_processes(self, slugs: Sequence[str], jobs: int) -> Iterator[tuple[str, list[Finding]]]:
        # Started anew, not forked: the same on every system, and no thread or lock of ours is copied.
        pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_begin, initargs=(self,))
        try:
            with _without_interrupts():
                found = pool.map(_check, slugs, chunksize=CHUNK)
            yield from zip(slugs, found, strict=True)
        except BrokenProcessPool:
            raise DataError(
                "a process of the check was killed or could not start", remedy="see to the memory, or give --jobs 1"
            ) from None
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def jobs_for(articles: int, wanted: int | None) -> int:
    """How many processes check: as many as wanted, else one, and with many articles as many as there are cores."""
    if wanted is not None or articles < MANY:
        return wanted or 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Processes that are started here never see Ctrl-C: whoever started them does, and ends them."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_checks: list[Check] = []


def _begin(check: Check) -> None:
    """Make a process ready; it ends when whoever started it does, killed or not."""
    _checks.append(check)
    if parent := parent_process():
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _check(slug: str) -> list[Finding]:
    return _checks[-1](slug)
