"""The command line: one file a command, and this list of them."""

from __future__ import annotations

import click

from claimkit import __version__
from claimkit.cli.adjudicate import adjudicate
from claimkit.cli.adopt import adopt
from claimkit.cli.agreement import agreement
from claimkit.cli.annotate import annotate
from claimkit.cli.check import check
from claimkit.cli.evidence import evidence
from claimkit.cli.explain import explain
from claimkit.cli.export import export
from claimkit.cli.feed import feed
from claimkit.cli.group import Commands
from claimkit.cli.import_ import import_
from claimkit.cli.init import init
from claimkit.cli.ledger import correct, publish, retract
from claimkit.cli.log import log
from claimkit.cli.merge import merge
from claimkit.cli.migrate import migrate
from claimkit.cli.review import review
from claimkit.cli.session import Session
from claimkit.cli.show import show
from claimkit.cli.split import split
from claimkit.cli.status import status
from claimkit.cli.update import update


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="claimkit")
@click.option(
    "-C",
    "--workspace",
    metavar="FOLDER",
    default=".",
    envvar="CLAIMKIT_WORKSPACE",
    help="Work in the workspace that FOLDER lies in.  [default: here]",
)
@click.pass_context
def main(context: click.Context, workspace: str) -> None:
    """Split news articles into atomic claims, review them, check the files, export ClaimReview and TEI.

    The way of an article: split, show, review, adjudicate, check, publish, export.

    \b
    Exit codes: 0 fine, 1 findings or an error, 2 wrong usage.
    """
    context.obj = Session(workspace)


for command in (
    init,
    split,
    show,
    review,
    annotate,
    adopt,
    update,
    evidence,
    agreement,
    adjudicate,
    status,
    log,
    check,
    explain,
    publish,
    export,
    feed,
    import_,
    correct,
    retract,
    merge,
    migrate,
):
    main.add_command(command)
