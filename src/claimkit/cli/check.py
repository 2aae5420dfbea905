"""claimkit check."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimkit.cli.findings import Wanted, format_option, put, refuse_places, report_of
from claimkit.cli.fixing import mend
from claimkit.cli.options import day
from claimkit.cli.session import Session, pass_session

if TYPE_CHECKING:
    from claimkit.annotations.workspace import Workspace
    from claimkit.checks.caching import Cache
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
    slugs = selected(workspace, paths)
    if given["base"] is not None:
        slugs = dependent(workspace, changed_since(workspace, given["base"]))
    if given["fix"]:
        mend(workspace, slugs, sure=given["sure"])
    found = _checked(workspace, slugs, given, feeds=not paths)
    if noted := given["noted"]:
        write(workspace, noted, Baseline.of(found))
        say(f"{noted} is written, with {len(found)} findings")
        return
    found = _reported(workspace, slugs, found, wanted, given["baseline"], whole=not paths and given["base"] is None)
    if given["watch"]:
        _watch(session, wanted, given)
    context.exit(1 if worst(found) is Severity.ERROR else 0)


def _checked(workspace: Workspace, slugs: list[str], given: dict[str, Any], *, feeds: bool) -> list[Finding]:
    """All that is found on these articles, as grave as the desk sees it."""
    from functools import partial

    from claimkit.checks.addresses import taken_addresses
    from claimkit.checks.judging import judged
    from claimkit.checks.running import Check, jobs_for
    from claimkit.cli.terminal import progress
    from claimkit.export.left_behind import left_behind
    from claimkit.model.findings import Severity, worst

    as_of = given["as_of"] or ""
    check_one = Check(work=partial(_findings, workspace, as_of=as_of), cache=_cache(workspace, len(slugs), given))
    found: dict[str, list[Finding]] = {}
    with progress("articles") as shown:
        for slug, of_article in check_one.all(slugs, jobs_for(len(slugs), given["jobs"])):
            found[slug] = of_article
            if shown:
                shown(len(found), len(slugs))
    findings = [finding for slug in slugs for finding in found[slug]]
    sound = worst(findings) is not Severity.ERROR
    if feeds:
        findings += [*taken_addresses(workspace), *left_behind(workspace)]
    if feeds and sound:
        findings += _feeds(workspace)
    return list(judged(findings, workspace.config.check))


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
                found = _checked(workspace, slugs, given, feeds=False)
                _reported(workspace, slugs, found, wanted, given["baseline"], whole=False)
        except ClaimkitError as error:  # half a file is saved, as often as not
            say(str(error))


def _cache(workspace: Workspace, articles: int, given: dict[str, Any]) -> Cache | None:
    """Where answers are kept: as given, else in the user's folder for such things, where it is worth its while."""
    import os

    from claimkit.checks.caching import Cache
    from claimkit.checks.running import MANY

    if given["fresh"] or (given["place"] is None and articles < MANY):
        return None
    usual = Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache") / "claimkit"
    try:
        return Cache.of(workspace, (given["place"] or usual.expanduser()).absolute(), given["as_of"] or "")
    except RuntimeError:  # nobody's home
        return None


def _findings(workspace: Workspace, slug: str, as_of: str) -> list[Finding]:
    """What is wrong with the article's files, with what is published of it and, once all is right, with its exports."""
    from claimkit.checks.articles import check_article
    from claimkit.checks.freshness import stale_exports
    from claimkit.checks.placing import in_order, placed
    from claimkit.errors import ClaimkitError
    from claimkit.export import exported, exporter
    from claimkit.export.claimreview.findings import profile_findings
    from claimkit.model.findings import Code, Finding, Severity, worst

    dossier, findings = check_article(workspace, slug, as_of)
    if dossier is not None:
        findings += placed(workspace, dossier, profile_findings(dossier, workspace.config))
    if dossier is not None and worst(findings) is not Severity.ERROR:
        for name, present in exported(workspace.export_path(slug), slug, dossier.known).items():
            try:
                rendered = exporter(name)(dossier, workspace.config)
            except ClaimkitError as error:
                message = f"{name} cannot be exported: {error.message}"
                findings.append(Finding(code=Code.STALE_EXPORT, message=message, file=f"exports/{slug}"))
                continue
            findings += stale_exports(workspace, slug, name, rendered.files, present)
    return in_order(findings)


def _feeds(workspace: Workspace) -> list[Finding]:
    """Whether the feeds of the whole workspace, where there are any, are what the annotations give."""
    from claimkit.checks.freshness import stale_feed, stale_feeds
    from claimkit.errors import RefusalError
    from claimkit.export.feeds.workspace import Feeds, present

    found = present(workspace)
    if not found:
        return []
    try:
        return stale_feeds(workspace, Feeds.of(found, workspace).files(), found)
    except RefusalError:  # nothing is published any more
        return [stale_feed(workspace, path, nothing=True) for path in found.values()]


def _count(findings: list[Finding]) -> str:
    from claimkit.model.findings import Severity

    if not findings:
        return "nothing found"
    counts = [(severity, sum(finding.severity is severity for finding in findings)) for severity in Severity]
    return ", ".join(f"{count} {severity}{'' if count == 1 else 's'}" for severity, count in counts if count)
