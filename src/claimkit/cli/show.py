"""claimkit show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from claimkit.cli.options import choice, json_option, slug_argument
from claimkit.cli.session import Session, pass_session
from claimkit.model.vocabulary import NoClaim, Order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimkit.annotations.dossiers import Dossier
    from claimkit.model.raw import Raw
    from claimkit.rules.standing import Standing


@click.command()
@slug_argument
@click.option("--claim", "name", metavar="ID", help="Show one claim whole; the first letters of its id are enough.")
@click.option(
    "--sort",
    "order",
    type=choice(Order),
    default=str(Order.TEXT),
    show_default=True,
    help="As the article has them, or those first that are most worth checking.",
)
@click.option(
    "--explain",
    is_flag=True,
    help="Say of each claim which rule made it and why it is of its kind, and why a sentence has no claim.",
)
@json_option
@pass_session
def show(session: Session, slug: str, name: str | None, order: str, explain: bool, as_json: bool) -> None:
    """Show an article's claims as they stand.

    A verdict in brackets is a reviewer's and not settled yet. Worth is how much a claim is worth checking, from 0 to 1;
    --claim tells why.

    Example: claimkit show bridge-closed --claim c1f3
    """
    from claimkit.annotations.dossiers import open_dossier
    from claimkit.cli.terminal import print_json, print_table
    from claimkit.rules.standing import named, standings

    dossier = open_dossier(session.workspace, slug)
    shown = standings(dossier) if name is None else (named(standings(dossier), name),)
    if order == Order.WORTH:
        shown = tuple(sorted(shown, key=_worth, reverse=True))
    if as_json:
        print_json([_raw(standing) for standing in shown])
    elif explain:
        print_table(("id", "claim", "kind", "why"), [_explained(item) for item in shown])
        silent = [] if name else list(_silent(dossier))
        if silent:
            click.echo()
            print_table(("sentence without a claim", "why"), silent)
    elif name is None:
        rows = [_row(item) for item in shown]
        columns = ("id", "claim", "worth", "said by", "state", "verdict")
        print_table(columns, rows, narrow=("said by",), right=("worth",))
    else:
        click.echo("\n".join(_lines(dossier, shown[0])))


def _raw(standing: Standing) -> Raw:
    from claimkit.model.raw import to_raw

    return to_raw(standing)


def _row(standing: Standing) -> tuple[str, ...]:
    claim, verdict = standing.claim, standing.verdict or _rated(standing)
    verdict = "retracted" if standing.retraction else verdict
    worth = f"{claim.check_worthiness.score:.2f}" if claim.check_worthiness else ""
    return (claim.id, " ".join(claim.text.split()), worth, _speakers(standing), standing.state, verdict)


def _explained(standing: Standing) -> tuple[str, ...]:
    from claimkit.splitting.explanations import explanation

    claim = standing.claim
    why = "; ".join(filter(None, (explanation(claim.proposed_by), claim.kind_reason)))
    return (claim.id, " ".join(claim.text.split()), claim.kind, why)


def _silent(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """The sentences without a claim, headings left out, each with the reason."""
    for sentence in dossier.claims.item.article.sentences:
        if sentence.no_claim and sentence.no_claim != NoClaim.HEADING:
            yield " ".join(dossier.text[sentence.start : sentence.end].split()), sentence.no_claim


def _worth(standing: Standing) -> float:
    return standing.claim.check_worthiness.score if standing.claim.check_worthiness else 0.0


def _speakers(standing: Standing) -> str:
    """The chain outermost first: who said that who said it."""
    return " > ".join(link.source.name for link in standing.claim.voices)


def _rated(standing: Standing) -> str:
    """An unsettled verdict, marked as such."""
    return f"({standing.rating})" if standing.rating and standing.decision is None else ""


def _lines(dossier: Dossier, standing: Standing) -> list[str]:
    from claimkit.cli.terminal import printable
    from claimkit.review.claim_view import claim_view

    return [printable(line) for line in claim_view(dossier, standing)]
