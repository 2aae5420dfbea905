"""claimkit check."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimkit.cli.checking import checked
from claimkit.cli.findings import Wanted, format_option, put, refuse_places, report_of
from claimkit.cli.fixing import mend
from claimkit.cli.options import day
from claimkit.cli.session import Session, pass_session

if TYPE_CHECKING:
    from claimkit.annotations.workspace import Workspace
    from claimkit.model.findings import Finding


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@format_option
@click.option("--baseline", metavar="FILE", help="Pass over what is noted there.  [default: as claimkit.toml says]")
@click.option("--write-baseline", "noted", metavar="FILE", help="Note all that is found there, and fail at nothing.")
@click.option(
    "--changed",
    "base",
    metavar="[BASE]",
    is_flag=False,
    flag_value="HEAD",
    help="Only what git says has changed, and what depends on it, since BASE and this branch parted.  [default: HEAD]",
)
@click.option("--watch", is_flag=True, help="Check again what is saved, until Ctrl-C.")
@click.option("--fix", is_flag=True, help="Mend what has one right answer; the difference is shown first.")
@click.option("--yes", "sure", is_flag=True, help="Do not ask before --fix writes.")
@click.option("--as-of", metavar="DATE", callback=day, help="Find what is past its review date by then, too.")
@click.option(
    "--jobs", type=click.IntRange(min=1), metavar="N", help="Processes.  [default: the cores, if articles are many]"
)
@click.option(
    "--cache",
    "place",
    envvar="CLAIMKIT_CACHE",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where answers are kept for the next check.  [default: ~/.cache/claimkit, if articles are many]",
)
@click.option("--no-cache", "fresh", is_flag=True, help="Check everything anew, and keep nothing.")
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@pass_session
@click.pass_context
def check(
    context: click.Context,
    session: Session,
    /,
    paths: tuple[Path, ...],
    wanted: tuple[Wanted, ...],
    as_json: bool,
    **given: Any,
) -> None:
    """Check annotation files and exports.

    PATH is a file, a folder or an article's slug; without one, everything is checked. A finding names its file, line
    and column, and says what to do; docs/findings.md has a page on each code. Errors give exit code 1; warnings and
    notes do not. The report goes to standard output, or to the file that --format names.

    --fix writes files in canonical form, and moves the offsets of a quote that stands once elsewhere in its text. It
    asks first; a program says --yes.

    Example: claimkit check annotations/bridge-closed
    """
    from claimkit.checks.baseline import Baseline, write
    from claimkit.checks.changes import changed_since, dependent
    from claimkit.checks.selection import selected
    from claimkit.cli.terminal import say
    from claimkit.model.findings import Severity, worst

    workspace = session.workspace
    wanted = wanted or (Wanted("json" if as_json else "text"),)
    refuse_places(workspace, wanted)
    if paths and given["base"] is not None:
        raise click.UsageError("Either PATH or --changed.")
    if given["watch"] and (given["noted"] or given["fix"]):
        raise click.UsageError("--watch only looks; leave out --fix and --write-baseline.")
    slugs, whole = selected(workspace, paths), not paths
    if given["base"] is not None:
        changed = changed_since(workspace, given["base"])
        slugs, whole = dependent(workspace, changed), bool(changed)
    if given["fix"]:
        mend(workspace, slugs, sure=given["sure"])
    found = checked(workspace, slugs, given, whole=whole)
    if noted := given["noted"]:
        write(workspace, noted, Baseline.of(found))
        say(f"{noted} is written, with {len(found)} findings")
        return
    found = _reported(workspace, slugs, found, wanted, given["baseline"], whole=not paths and given["base"] is None)
    if given["watch"]:
        _watch(session, wanted, given)
    context.exit(1 if worst(found) is Severity.ERROR else 0)


def _reported(
    workspace: Workspace,
    slugs: list[str],
    findings: list[Finding],
    wanted: Sequence[Wanted],
    baseline: str | None,
    *,
    whole: bool,
) -> list[Finding]:
    """Report the findings that the baseline does not know, and return them."""
    from claimkit.checks.baseline import read
    from claimkit.cli.terminal import say

    if name := baseline if baseline is not None else workspace.config.check.baseline:
        findings, gone = read(workspace, name).passed(findings)
        if gone and whole:
            say(f"{name}: {gone} of the findings noted there are gone; write it again")
    put(report_of(workspace, findings, slugs), wanted)
    if Wanted("json") not in wanted:
        say(f"{len(slugs)} {'article' if len(slugs) == 1 else 'articles'} checked, {_count(findings)}")
    return findings


def _watch(session: Session, wanted: Sequence[Wanted], given: dict[str, Any]) -> None:
    """Check again what is saved, until somebody stops it."""
    from claimkit.annotations.workspace import Workspace
    from claimkit.checks.changes import dependent
    from claimkit.checks.watching import saved
    from claimkit.cli.terminal import say
    from claimkit.errors import ClaimkitError

    say("watching; Ctrl-C ends it")
    for paths in saved(session.workspace):
        try:
            workspace = Workspace.find(session.folder)
            if slugs := dependent(workspace, paths):
                found = checked(workspace, slugs, given, whole=False)
                _reported(workspace, slugs, found, wanted, given["baseline"], whole=False)
        except ClaimkitError as error:  # half a file is saved, as often as not
            say(str(error))


def _count(findings: list[Finding]) -> str:
    from claimkit.model.findings import Severity

    if not findings:
        return "nothing found"
    counts = [(severity, sum(finding.severity is severity for finding in findings)) for severity in Severity]
    return ", ".join(f"{count} {severity}{'' if count == 1 else 's'}" for severity, count in counts if count)
