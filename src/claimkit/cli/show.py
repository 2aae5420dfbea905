"""claimkit show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from claimkit.cli.options import json_option, slug_argument
from claimkit.cli.session import Session, pass_session

if TYPE_CHECKING:
    from claimkit.annotations.dossiers import Dossier
    from claimkit.model.raw import Raw
    from claimkit.rules.standing import Standing


@click.command()
@slug_argument
@click.option("--claim", "name", metavar="ID", help="Show one claim whole; the first letters of its id are enough.")
@json_option
@pass_session
def show(session: Session, slug: str, name: str | None, as_json: bool) -> None:
    """Show an article's claims as they stand.

    A verdict in brackets is a reviewer's and not settled yet.

    Example: claimkit show bridge-closed --claim c1f3
    """
    from claimkit.annotations.dossiers import open_dossier
    from claimkit.cli.terminal import print_json, print_table
    from claimkit.rules.standing import named, standings

    dossier = open_dossier(session.workspace, slug)
    shown = standings(dossier) if name is None else (named(standings(dossier), name),)
    if as_json:
        print_json([_raw(standing) for standing in shown])
    elif name is None:
        rows = [_row(item) for item in shown]
        print_table(("id", "claim", "said by", "state", "verdict"), rows, narrow=("said by",))
    else:
        click.echo("\n".join(_lines(dossier, shown[0])))


def _raw(standing: Standing) -> Raw:
    from claimkit.model.raw import to_raw

    return to_raw(standing)


def _row(standing: Standing) -> tuple[str, ...]:
    claim, verdict = standing.claim, standing.verdict or _rated(standing)
    return (claim.id, " ".join(claim.text.split()), _speakers(standing), standing.state, verdict)


def _speakers(standing: Standing) -> str:
    """The chain outermost first: who said that who said it."""
    return " > ".join(link.source.name for link in standing.claim.attribution)


def _rated(standing: Standing) -> str:
    """An unsettled verdict, marked as such."""
    return f"({standing.lead.review.verdict})" if standing.lead and standing.lead.review.verdict else ""


def _lines(dossier: Dossier, standing: Standing) -> list[str]:
    from claimkit.cli.claim_view import claim_view
    from claimkit.cli.terminal import printable

    return [printable(line) for line in claim_view(dossier, standing)]
