"""How findings are reported: the formats that the command line offers, to standard output or to files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from claimkit.checks.reports import FORMATS
from claimkit.cli.terminal import printable

if TYPE_CHECKING:
    from claimkit.annotations.workspace import Workspace
    from claimkit.checks.reports import Report
    from claimkit.model.findings import Finding


class Wanted(NamedTuple):
    """A format, and the file that it goes to; none is standard output."""

    name: str
    file: Path | None = None


class ReportParam(click.ParamType[Wanted]):
    """``NAME`` or ``NAME=FILE``."""

    name = "format"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Wanted:
        """The format and the file."""
        if isinstance(value, Wanted):
            return value
        name, given, file = str(value).partition("=")
        if name not in FORMATS:
            self.fail(f"{name!r} is none of {', '.join(FORMATS)}", param, ctx)
        if given and not file:
            self.fail(f"{value!r} names no file; write {name}=FILE", param, ctx)
        return Wanted(name, Path(file) if given else None)


format_option = click.option(
    "--format",
    "wanted",
    type=ReportParam(),
    multiple=True,
    metavar=f"[{'|'.join(FORMATS)}][=FILE]",
    help="How to report; several at once, to files.  [default: text]",
)


def report_of(workspace: Workspace, findings: Sequence[Finding], articles: Sequence[str]) -> Report:
    """The findings with the lines of the files that they name, and with where the workspace lies in its repository."""
    from functools import lru_cache

    from claimkit import storage
    from claimkit.checks.reports import Report
    from claimkit.errors import ClaimkitError

    @lru_cache(maxsize=8)
    def lines(name: str) -> list[str]:
        try:
            return storage.read(storage.inside(workspace.root, workspace.root / name)).decode("utf-8").split("\n")
        except (ClaimkitError, UnicodeDecodeError):
            return []

    return Report(
        findings=tuple(findings), articles=tuple(articles), lines=lines, folder=_from_top_of_repository(workspace.root)
    )


def _from_top_of_repository(root: Path) -> str:
    """The folder's name from the top of the git repository that it lies in; empty where it is its top or in none."""
    whole = root.resolve()
    top = next((folder for folder in (whole, *whole.parents) if (folder / ".git").exists()), whole)
    return "" if top == whole else whole.relative_to(top).as_posix()


KEPT = ("annotations", "seeds", "schemas", "claimkit.toml")
"""Where work lies, from the top of the workspace: no report is written there."""


def refuse_places(workspace: Workspace, wanted: Sequence[Wanted]) -> None:
    """Refuse, before anything is checked, to write a report over somebody's work."""
    root = workspace.root.resolve()
    for _, file in wanted:
        place = file.resolve() if file is not None else None
        if place and place.is_relative_to(root) and place.relative_to(root).parts[:1] in {(name,) for name in KEPT}:
            raise click.UsageError(f"{file} lies where the workspace's own files do; name another place for a report.")


def put(report: Report, wanted: Sequence[Wanted]) -> None:
    """Write the report in each format; two to standard output are wrong usage."""
    from claimkit import storage
    from claimkit.checks.reports import renderer

    if sum(file is None for _, file in wanted) > 1:
        raise click.UsageError("Only one --format goes to standard output; give the others a file: NAME=FILE.")
    for name, file in wanted:
        text = renderer(name)(report)
        if file is not None:
            storage.write(file, _bytes(text), replaces=storage.digest(file) if file.exists() else None)
        else:
            lines = text.split("\n")
            click.echo(_bytes("\n".join(map(printable, lines))), nl=False)


def _bytes(text: str) -> bytes:
    """UTF-8; half a character (of a file name that is no UTF-8) as an escape, which in JSON is the very character."""
    return text.encode("utf-8", "backslashreplace")
