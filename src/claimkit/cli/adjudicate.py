"""claimkit adjudicate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from claimkit.cli.options import as_option, at_option, clock, slug_argument
from claimkit.cli.session import Session, pass_session

if TYPE_CHECKING:
    from claimkit.model.decision import Decision
    from claimkit.review.hearing.docket import Docket

RULING = ("verdict", "review", "why", "rationale")
"""The options that decide on a claim."""


@click.command()
@slug_argument
@click.option("--claim", metavar="ID", help="Decide on this claim, without prompts.")
@click.option("--verdict", metavar="ID", default="", help="The verdict.")
@click.option("--reject", is_flag=True, help="The claim is rejected.")
@click.option(
    "--review",
    metavar="REVIEWER",
    default="",
    help="Whose wording stands.  [default: the first with that verdict, else the first]",
)
@click.option("--why", metavar="TEXT", default="", help="The reason, for the desk and the overruled.")
@click.option(
    "--rationale",
    metavar="TEXT",
    default="",
    help="The reason for the reader.  [default: that of the review, where it has the verdict]",
)
@click.option("--by-rule", is_flag=True, help="Only settle what needs nobody: reviewers agree and the gate is passed.")
@click.option("--blind", is_flag=True, help="Show the reviewers as A, B, ... instead of their names.")
@at_option
@as_option
@pass_session
@click.pass_context
def adjudicate(
    context: click.Context,
    session: Session,
    /,
    slug: str,
    claim: str | None,
    at: str,
    reviewer: str | None,
    **options: Any,
) -> None:
    """Settle claims on which reviewers differ.

    What needs nobody is settled by rule. Then each claim that reviewers differ on, or that the gate of claimkit.toml
    asks a person about, is shown with its sides and their evidence, and settled by a key and a reason. Each decision is
    saved at once in decisions.json, with the one that it replaces; nothing is published.

    Example: claimkit adjudicate bridge-closed --claim c1f3 --verdict false --why "The minutes say so." --as chief
    """
    from claimkit.cli.console import converse
    from claimkit.cli.terminal import say
    from claimkit.review.adjudication import Ruling
    from claimkit.review.hearing.dialogue import Hearing
    from claimkit.review.hearing.docket import Docket

    _check(claim is not None, **options)
    docket = Docket(workspace=session.workspace, slug=slug, who=session.reviewer(reviewer), now=clock(context, at))
    if claim is not None:
        ruling = Ruling(**{name: options[name] or "" for name in RULING})
        decision = docket.settle(claim, ruling)
        say(f"{decision.claim} is {decision.verdict or 'rejected'}. Next: claimkit {_next(docket, decision)}")
    elif options["by_rule"]:
        settled = docket.settle_by_rule()
        say(f"{len(settled)} settled by rule{': ' if settled else ''}{', '.join(settled)}")
        say(f"{len(docket.awaiting())} await adjudication")
    else:
        converse(Hearing(docket=docket, blind=options["blind"]).talk())


def _next(docket: Docket, decision: Decision) -> str:
    """What to do about a claim that was settled: what is published is changed on record only."""
    from claimkit.rules.standing import named, standings

    if named(standings(docket.read()), decision.claim).publication is None:
        return f"publish {docket.slug}"
    return f"{'correct' if decision.verdict else 'retract'} {docket.slug} {decision.claim}"


def _check(named: bool, *, reject: bool, by_rule: bool, blind: bool, **ruling: str) -> None:
    """Refuse options that do not go together, as wrong usage."""
    if named and (by_rule or blind):
        raise click.UsageError("--by-rule and --blind do not go with --claim.")
    if by_rule and blind:
        raise click.UsageError("Either --by-rule or --blind.")
    if not named and (reject or any(ruling.values())):
        raise click.UsageError("--verdict, --reject, --review, --why and --rationale decide on a --claim; name it.")
    if named and reject == bool(ruling["verdict"]):
        raise click.UsageError("Give either --verdict or --reject.")
    if named and not ruling["why"].strip():
        raise click.UsageError("Give the reason with --why.")
