"""claimkit check."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimkit.cli.findings import Wanted, format_option, put, report_of
from claimkit.cli.session import Session, pass_session

if TYPE_CHECKING:
    from claimkit.annotations.workspace import Workspace
    from claimkit.model.findings import Finding


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@format_option
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@pass_session
@click.pass_context
def check(
    context: click.Context, session: Session, paths: tuple[Path, ...], wanted: tuple[Wanted, ...], as_json: bool
) -> None:
    """Check annotation files and exports.

    PATH is a file, a folder or an article's slug; without one, everything is checked. A finding names its file, line
    and column, and says what to do; docs/findings.md has a page on each code. Errors give exit code 1; warnings and
    notes do not. The report goes to standard output, or to the file that --format names.

    Example: claimkit check annotations/bridge-closed
    """
    from claimkit.checks.selection import selected
    from claimkit.cli.terminal import progress, say
    from claimkit.model.findings import Severity, worst

    workspace = session.workspace
    slugs = selected(workspace, paths)
    findings = []
    with progress("articles") as shown:
        for done, slug in enumerate(slugs):
            if shown:
                shown(done, len(slugs))
            findings += _findings(workspace, slug)
    if not paths and worst(findings) is not Severity.ERROR:
        findings += _feeds(workspace)
    wanted = wanted or (Wanted("json" if as_json else "text"),)
    put(report_of(workspace, findings, slugs), wanted)
    if Wanted("json") not in wanted:
        say(f"{len(slugs)} {'article' if len(slugs) == 1 else 'articles'} checked, {_count(findings)}")
    context.exit(1 if worst(findings) is Severity.ERROR else 0)


def _findings(workspace: Workspace, slug: str) -> list[Finding]:
    """What is wrong with the article's files, with what is published of it and, once all is right, with its exports."""
    from claimkit.checks.articles import check_article
    from claimkit.checks.freshness import stale_exports
    from claimkit.checks.placing import in_order, placed
    from claimkit.errors import ClaimkitError
    from claimkit.export import exported, exporter
    from claimkit.export.claimreview.findings import profile_findings
    from claimkit.model.findings import Code, Finding, Severity, worst

    dossier, findings = check_article(workspace, slug)
    if dossier is not None:
        findings += placed(workspace, dossier, profile_findings(dossier, workspace.config))
    if dossier is not None and worst(findings) is not Severity.ERROR:
        for name, present in exported(workspace.export_path(slug), slug).items():
            try:
                rendered = exporter(name)(dossier, workspace.config)
            except ClaimkitError as error:
                message = f"{name} cannot be exported: {error.message}"
                findings.append(Finding(code=Code.STALE_EXPORT, message=message, file=f"exports/{slug}"))
                continue
            findings += stale_exports(workspace, slug, rendered.files, present)
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
        return [stale_feed(workspace, path) for path in found.values()]


def _count(findings: list[Finding]) -> str:
    from claimkit.model.findings import Severity

    if not findings:
        return "nothing found"
    counts = [(severity, sum(finding.severity is severity for finding in findings)) for severity in Severity]
    return ", ".join(f"{count} {severity}{'' if count == 1 else 's'}" for severity, count in counts if count)
