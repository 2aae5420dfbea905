"""claimkit log."""

from __future__ import annotations

import click

from claimkit.cli.options import json_option, slug_argument
from claimkit.cli.session import Session, pass_session


@click.command()
@slug_argument
@click.option(
    "--claim", "name", default="", metavar="ID", help="Only this one; the first letters of its id are enough."
)
@json_option
@pass_session
def log(session: Session, slug: str, name: str, as_json: bool) -> None:
    """Tell the story of an article's claims, oldest first.

    How each claim was proposed, what every reviewer made of it and changed from what to what, how it was split or
    merged, settled, published, corrected, retracted, and when the article's text changed. Proposals have no date; what
    has only a day comes after what has a time on that day. It is for the desk: it shows everybody's work, so a reviewer
    who is to work blind does not read it.

    Example: claimkit log bridge-closed --claim c1f3
    """
    from claimkit.annotations.dossiers import open_dossier
    from claimkit.cli.log_view import log_view
    from claimkit.cli.terminal import print_json, printable
    from claimkit.model.raw import to_raw
    from claimkit.review.story import story

    events = story(open_dossier(session.workspace, slug), name)
    if as_json:
        print_json([to_raw(event) for event in events])
        return
    for line in log_view(events):
        click.echo(printable(line))
