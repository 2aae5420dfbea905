"""What a check found, for people, for programs and for the forges. Cheap to import: a format is loaded when asked for.

A format is a module with ``render(report)``, the text of it. It reads no clock and nothing but the report.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from claimkit.model.findings import Finding

FORMATS = {
    "text": "claimkit.checks.reports.text",
    "json": "claimkit.checks.reports.raw",
    "github": "claimkit.checks.reports.github",
    "gitlab": "claimkit.checks.reports.gitlab",
    "junit": "claimkit.checks.reports.junit",
    "sarif": "claimkit.checks.reports.sarif",
}
"""The formats by name, and the module of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The findings in order, which articles were checked, and how to get at the lines of a file that they name.

    ``lines`` gives a file's lines without their ends, by its name from the top of the workspace; none where it cannot
    be read. ``folder`` is where the workspace lies in its repository, empty where it is its top or in none: forges
    name files from there.
    """

    findings: tuple[Finding, ...]
    articles: tuple[str, ...]
    lines: Callable[[str], Sequence[str]]
    folder: str = ""

    def from_top(self, finding: Finding) -> str:
        """The finding's file, as a forge names it: from the top of the repository."""
        return f"{self.folder}/{finding.file}" if self.folder else finding.file


class Render(Protocol):
    """What each format's module has."""

    def __call__(self, report: Report) -> str:
        """The report in the format, with a line end if there is anything in it."""


def renderer(name: str) -> Render:
    """The ``render`` of a format, its module loaded."""
    return cast("Render", import_module(FORMATS[name]).render)
