"""claimkit feed."""

from __future__ import annotations

import click

from claimkit.cli.session import Session, pass_session


@click.command()
@click.option("--last", type=click.IntRange(min=1), default=100, show_default=True, help="Entries in feed.atom.")
@pass_session
@click.pass_context
def feed(context: click.Context, session: Session, last: int) -> None:
    """Write the feeds of all published reviews to exports/.

    feed.atom has the reviews that were published, corrected or retracted last, for feed readers; datafeed.jsonld has
    them all as a schema.org DataFeed. Their dates are the ledger's. A published claim that does not pass the gate is
    in neither, nor is one that another article publishes at the same address; both are named, with exit code 1.

    Example: claimkit feed --last 50
    """
    from claimkit.cli.terminal import say
    from claimkit.export.feeds.workspace import Feeds

    feeds = Feeds(session.workspace, last)
    for path in feeds.write():
        click.echo(path)
    for slug, item in feeds.refused:
        say(f"{slug}: {item.claim} is refused: {'; '.join(item.reasons)}")
    context.exit(1 if feeds.refused else 0)
