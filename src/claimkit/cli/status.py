"""claimkit status."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from claimkit.cli.options import json_option
from claimkit.cli.session import Session, pass_session

if TYPE_CHECKING:
    from claimkit.annotations.dossiers import Dossier
    from claimkit.model.config import Config

COLUMNS = (
    "article",
    "claims",
    "proposed",
    "accepted",
    "reviewed",
    "decided",
    "published",
    "rejected",
    "disputed",
    "awaiting",
)
SHOWN = COLUMNS[:-3]
"""What fits on a line of 80 characters; --json has all."""


@click.command()
@json_option
@pass_session
@click.pass_context
def status(context: click.Context, session: Session, as_json: bool) -> None:
    """Show how far each article has got.

    Accepted counts claims that people accepted, edited or added; reviewed those with a finished review. Rejected and
    disputed ones are counted by --json; so are those that await adjudication, which are told below the table. An
    article that cannot be read is named on standard error, with exit code 1.

    Example: claimkit status --json
    """
    from claimkit.annotations.dossiers import open_dossier
    from claimkit.cli.terminal import print_json, print_table, say
    from claimkit.errors import ClaimkitError

    rows, broken = [], False
    for slug in session.workspace.slugs():
        try:
            rows.append(_row(open_dossier(session.workspace, slug), session.workspace.config))
        except ClaimkitError as error:
            say(f"{slug}: {error}")
            broken = True
    if as_json:
        print_json([dict(zip(COLUMNS, row, strict=True)) for row in rows])
    elif rows:
        print_table(SHOWN, [row[: len(SHOWN)] for row in rows], right=SHOWN[1:])
        for row in rows:
            if row[-1]:
                claims = "1 claim awaits" if row[-1] == 1 else f"{row[-1]} claims await"
                say(f"{row[0]}: {claims} adjudication. Next: claimkit adjudicate {row[0]}")
    elif not broken:
        say("There is no article yet. Split one: claimkit split ARTICLE")
    context.exit(1 if broken else 0)


def _row(dossier: Dossier, config: Config) -> tuple[str | int, ...]:
    from claimkit.rules.gate import awaiting
    from claimkit.rules.standing import State, standings

    claims = standings(dossier)
    states = [claim.state for claim in claims]
    return (
        dossier.slug,
        len(claims),
        states.count(State.PROPOSED),
        sum(states.count(state) for state in (State.ACCEPTED, State.EDITED, State.ADDED)),
        sum(bool(claim.finished) for claim in claims),
        sum(claim.decision is not None for claim in claims),
        sum(claim.publication is not None for claim in claims),
        states.count(State.REJECTED),
        states.count(State.DISPUTED),
        len(awaiting(dossier, config)),
    )
