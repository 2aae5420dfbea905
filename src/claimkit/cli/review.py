"""claimkit review."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from claimkit.cli.options import as_option, choice, clock_option, json_option, moment, slugs_argument
from claimkit.cli.session import Session, pass_session
from claimkit.cli.terminal import printable
from claimkit.model.vocabulary import Order

if TYPE_CHECKING:
    from claimkit.review.sitting.walk import Ended


@click.command()
@slugs_argument
@click.option(
    "--sort",
    "order",
    type=choice(Order),
    default=str(Order.WORTH),
    show_default=True,
    help="Those first that are most worth checking, or as the article has them.",
)
@click.option("--overruled", is_flag=True, help="Show where you were overruled, by whom and why; review nothing.")
@json_option
@clock_option
@as_option
@pass_session
def review(
    session: Session,
    slugs: tuple[str, ...],
    order: str,
    overruled: bool,
    as_json: bool,
    at: str | None,
    reviewer: str | None,
) -> None:
    """Walk through the claims that you have not finished.

    One key an act, and no Enter: a digit is a verdict, 'a' accepts the wording, 'd' is done, '?' names them all. Each
    act is saved at once; quit when you like, the next sitting goes on where this one ended. Nobody else's reviews are
    read or shown. Without SLUG, all articles are gone through. Keys may come through a pipe, as characters. Which keys
    do what can be set under [review.keys] in claimkit.toml. Exit code 1 where something could not be done or saved.

    Example: claimkit review bridge-closed --as ada
    """
    from claimkit.cli.console import converse
    from claimkit.review.sitting.walk import sit

    if as_json and not overruled:
        raise click.UsageError("--json goes with --overruled.")
    who = session.reviewer(reviewer)
    workspace = session.workspace
    if overruled:
        _overruled(session, slugs, who, as_json)
        return
    chosen = slugs or tuple(workspace.slugs())
    if not chosen:
        raise click.ClickException("There is no article yet. Split one: claimkit split ARTICLE")
    ended = converse(sit(workspace, chosen, who, order=Order(order), now=lambda: moment(at)))
    _farewell(ended, slugs, who)
    click.get_current_context().exit(1 if ended.failed else 0)


def _farewell(ended: Ended, slugs: tuple[str, ...], who: str) -> None:
    from claimkit.cli.terminal import say

    times = "Once" if ended.failed == 1 else f"{ended.failed} times"
    failed = f"{times} something was not done, see above; all else is saved."
    say(f"{ended.finished} finished in this sitting, {ended.left} left. {failed if ended.failed else 'All is saved.'}")
    if ended.left:
        say(f"Go on with: claimkit review {' '.join([*slugs, '--as', who])}")


def _overruled(session: Session, slugs: tuple[str, ...], who: str, as_json: bool) -> None:
    from claimkit.cli.terminal import print_json, say, write_line
    from claimkit.model.raw import to_raw
    from claimkit.review.overruled import overruled

    found = list(overruled(session.workspace, who, slugs or None))
    if as_json:
        print_json([to_raw(item) for item in found])
        return
    for item in found:
        write_line(printable(f"{item.slug} {item.claim}  {' '.join(item.text.split())}"))
        said = f"you said {item.own or 'nothing'}, settled is {item.settled}"
        write_line(printable(f"  {said}, by {item.who}, {item.when}"))
        write_line(printable(f"  why: {' '.join(item.why.split())}"))
    if not found:
        say("You were overruled nowhere.")
