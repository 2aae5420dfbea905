"""claimkit evidence: what reviewers keep of the pages that they cite, and whether it still says so."""

from __future__ import annotations

from pathlib import Path

import click

from claimkit.cli.findings import Wanted, put, report_of
from claimkit.cli.options import as_of_option, json_option, slug_argument, slugs_argument
from claimkit.cli.session import Session, pass_session


@click.group()
def evidence() -> None:
    """Keep the pages that reviews cite, and verify quotes in them, offline.

    Example: claimkit evidence check bridge-closed
    """


@evidence.command()
@slug_argument
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@pass_session
def capture(session: Session, slug: str, file: Path, as_json: bool) -> None:
    """Keep a page that you saved from the browser: a WARC, MHTML, HTML or text file.

    It is copied to annotations/SLUG/captures/ under a name that begins with its digest; the same file is kept once,
    and nothing is ever overwritten. Name and digest are printed.

    Example: claimkit evidence capture bridge-closed ~/Downloads/minutes.html
    """
    from claimkit.cli.terminal import print_json, say, write_line
    from claimkit.review.capturing import keep

    kept = keep(session.workspace, slug, file)
    if as_json:
        print_json({"name": kept.name, "sha256": kept.sha256, "wasThere": kept.was_there})
    else:
        write_line(f"{kept.name} {kept.sha256}")
    say(
        f"{'was kept before' if kept.was_there else 'kept'}. Next: claimkit annotate {slug} CLAIM --evidence URL "
        f"--title TEXT --stance STANCE --quote TEXT --capture {kept.name}"
    )


@evidence.command()
@slugs_argument
@as_of_option
@json_option
@pass_session
@click.pass_context
def check(context: click.Context, session: Session, slugs: tuple[str, ...], as_of: str, as_json: bool) -> None:
    """Verify quotes in captures, and list what is past its review date.

    Each quote must stand in the file that its evidence names as capture, and that file must have the digest on record;
    nothing is fetched. Typography may differ; an ellipsis may stand for words left out. Without SLUG, all articles are
    checked. Errors give exit code 1.

    Example: claimkit evidence check bridge-closed --as-of 2025-12-01
    """
    from claimkit.checks.evidence import Tally, check_evidence
    from claimkit.checks.reports.raw import as_raw
    from claimkit.checks.selection import selected
    from claimkit.cli.terminal import print_json, say
    from claimkit.model.findings import Severity, worst
    from claimkit.model.raw import to_raw

    workspace = session.workspace
    findings, tally = [], Tally()
    for slug in selected(workspace, map(Path, slugs)):
        found, count = check_evidence(workspace, slug, as_of[:10])
        findings += found
        tally += count
    if as_json:
        counts = {"verified": 0, "unverified": 0, "withoutCapture": 0, "overdue": 0} | to_raw(tally)
        print_json({"findings": [as_raw(finding) for finding in findings], **counts})
    else:
        put(report_of(workspace, findings, slugs), [Wanted("text")])
        say(
            f"{_quotes(tally.verified)} verified in captures, {tally.unverified} not, {tally.without_capture} without "
            f"a capture; {tally.overdue} {'review past its' if tally.overdue == 1 else 'reviews past their'} date"
        )
    context.exit(1 if worst(findings) is Severity.ERROR else 0)


def _quotes(count: int) -> str:
    return f"{count} {'quote' if count == 1 else 'quotes'}"
