"""The line that a finding is on, and carets below the place."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from claimkit.checks.reports import Report
from claimkit.model.findings import Finding
from claimkit.model.printable import printable

ROOM = 90
"""Cells of a terminal that a line takes at most; of a longer one, what is around the place is shown."""
MARKED = 50
"""Cells that the place itself takes at most in a longer line."""
BEFORE = 25
"""Cells before the place that are shown at least in a longer line."""
_ENOUGH = 4 * ROOM
"""Characters looked at: as many as fill the room even where most take no cell."""
_TAB = " " * 4
_CUT = "…"


def excerpt(report: Report, finding: Finding) -> Iterator[str]:
    """The finding's line with its number, then carets; nothing where the line is not known or is not there.

    Carets stand below the place as a terminal shows it: wide characters take two cells, combining ones none, a tab
    four, and what would steer a terminal is shown escaped. A place of several lines is marked to the end of its first.
    """
    lines = report.lines(finding.file) if finding.line else ()
    if not finding.line or finding.line > len(lines):
        return
    line = lines[finding.line - 1].removesuffix("\r")
    before, marked, after = _parts(line, *_span(finding, len(line)))
    yield f"{finding.line:5} | {before}{marked}{after}".rstrip()
    if finding.column:
        yield f"      | {' ' * cell_len(before)}{'^' * max(1, cell_len(marked))}"


def _span(finding: Finding, length: int) -> tuple[int, int]:
    """Where the place begins and ends in its line, in code points from 0."""
    start = min((finding.column or 1) - 1, length)
    if finding.end_line and finding.end_line > (finding.line or 0):
        return start, length
    end = finding.end_column - 1 if finding.end_column else start + 1
    return start, max(start, min(end, length))


def _parts(line: str, start: int, end: int) -> tuple[str, str, str]:
    """What is shown before the place, of it and behind it, cut to the room."""
    before, marked, after = (
        _shown(line[:start][-_ENOUGH:]),
        _shown(line[start:end][:_ENOUGH]),
        _shown(line[end:][:_ENOUGH]),
    )
    if cell_len(before) + cell_len(marked) + cell_len(after) <= ROOM:
        return before, marked, after
    marked = _first(marked, max(MARKED, ROOM - cell_len(before) - cell_len(after)))
    before = _last(before, max(BEFORE, ROOM - cell_len(marked) - cell_len(after)))
    return before, marked, _first(after, ROOM - cell_len(before) - cell_len(marked))


def _shown(text: str) -> str:
    return printable(text).replace("\t", _TAB)


def _first(text: str, room: int) -> str:
    """As much of the beginning as there is room for."""
    if cell_len(text) <= room:
        return text
    while cell_len(text) > room - 1:
        text = text[:-1]
    return text + _CUT


def _last(text: str, room: int) -> str:
    """As much of the end as there is room for."""
    if cell_len(text) <= room:
        return text
    while cell_len(text) > room - 1:
        text = text[1:]
    return _CUT + text
