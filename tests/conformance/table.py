"""The answers as a table, and after it what is wrong and what could not run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conformance.hearing import Hearing

HEAD = ("oracle", "version", "looked at", "files", "problems", "refused")
NOT_HAD = (
    "RFC 4287's RELAX NG and the W3C Feed Validator: in no package of PyPI, npm or Debian 12",
    "the W3C's JSON Schemas for Web Annotation, and its context: likewise; the context is worded after the Recommendation",
)
"""Oracles that nobody can install from a registry."""


def table(hearings: Sequence[Hearing]) -> Iterator[str]:
    """The lines of the table, of those that ran."""
    rows = [HEAD, *(_row(one) for one in hearings if not one.missing)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]
    yield from (lines[0], "─" * max(map(len, lines)), *lines[1:])


def remarks(hearings: Sequence[Hearing]) -> Iterator[str]:
    """What is wrong, then what could not run and why."""
    for one in hearings:
        yield from (f"problem: {one.oracle}: {problem}" for problem in one.problems)
        yield from (f"not refused: {one.oracle}: {taken}" for taken in one.taken)
        if one.fails and not (one.problems or one.taken):
            yield f"problem: {one.oracle}: it was shown {one.looked_at} files and {one.broken} broken ones"
    yield from (f"not run: {one.oracle}: {one.missing}" for one in hearings if one.missing)
    yield from (f"not to be had: {one}" for one in NOT_HAD)


def _row(one: Hearing) -> tuple[str, ...]:
    refused = f"{one.broken - len(one.taken)} of {one.broken}"
    return (one.oracle, one.version, ", ".join(one.kinds), str(one.looked_at), str(len(one.problems)), refused)
