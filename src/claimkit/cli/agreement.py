"""claimkit agreement."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimkit.cli.options import choice, json_option, slugs_argument
from claimkit.cli.session import Session, pass_session
from claimkit.model.vocabulary import Over

if TYPE_CHECKING:
    from claimkit.annotations.dossiers import Dossier
    from claimkit.annotations.workspace import Workspace


def _svg(_context: click.Context, _parameter: click.Parameter, value: Path | None) -> Path | None:
    if value is not None and value.suffix != ".svg":
        raise click.BadParameter(f"{str(value)!r} does not end in .svg, and the plot is one; name it like plot.svg")
    return value


@click.command()
@slugs_argument
@click.option(
    "--over",
    type=choice(Over),
    default=str(Over.VERDICT),
    show_default=True,
    help="The verdict, who says it, or which claims were kept, cut and added.",
)
@json_option
@click.option(
    "--plot", type=click.Path(path_type=Path), metavar="FILE.svg", callback=_svg, help="Draw what is taken for what."
)
@click.option("--force", is_flag=True, help="Overwrite the file of the plot.")
@click.option("--seed", type=click.IntRange(min=0), metavar="N", help="Seed of the resampling.  [default: a fixed one]")
@pass_session
@click.pass_context
def agreement(
    context: click.Context,
    session: Session,
    slugs: tuple[str, ...],
    over: str,
    as_json: bool,
    plot: Path | None,
    force: bool,
    seed: int | None,
) -> None:
    """Show how far reviewers agree.

    SLUG is an article; without one, all are compared, together and each. Cohen's and Fleiss' kappa and Krippendorff's
    alpha come with 95 % intervals, and with the claims that reviewers differ on. Which fields count stands in
    claimkit.toml; comments never do. docs/agreement.md says what each figure means. An article that cannot be read is
    named on standard error, with exit code 1.

    Example: claimkit agreement bridge-closed --over claims
    """
    from claimkit.cli.agreement_view import show_agreement
    from claimkit.cli.terminal import print_json
    from claimkit.review.agreement import report
    from claimkit.review.agreement.asjson import as_raw
    from claimkit.review.agreement.bootstrap import SEED

    dossiers, broken = _opened(session.workspace, slugs)
    config = session.workspace.config
    found = report.agreement(dossiers, config, Over(over), seed=SEED if seed is None else seed)
    if plot is not None:
        from claimkit.review.agreement.plot import plot_of

        _write(plot, plot_of(found, config), force=force)
    if as_json:
        print_json(as_raw(found))
    else:
        show_agreement(found)
    context.exit(1 if broken else 0)


def _opened(workspace: Workspace, slugs: tuple[str, ...]) -> tuple[list[Dossier], bool]:
    """The articles asked for; of all of them those that can be read, and whether there are others."""
    from claimkit.annotations.dossiers import open_dossier
    from claimkit.cli.terminal import say
    from claimkit.errors import ClaimkitError

    if slugs:
        return [open_dossier(workspace, slug) for slug in dict.fromkeys(slugs)], False
    dossiers, broken = [], False
    for slug in workspace.slugs():
        try:
            dossiers.append(open_dossier(workspace, slug))
        except ClaimkitError as error:
            say(f"{slug} is left out: {error}")
            broken = True
    return dossiers, broken


def _write(path: Path, data: bytes, *, force: bool) -> None:
    """Write the plot. What stands there already is overwritten only where that is asked for, or nothing changes."""
    from os.path import lexists

    from claimkit import storage
    from claimkit.cli.terminal import say

    old = storage.read(path) if lexists(path) else None
    if old not in (None, data) and not force:
        raise click.ClickException(f"{path} is there already; give --force to overwrite it, or another name")
    storage.write(path, data, replaces=None if old is None else storage.sha256(old))
    say(f"{path} is written")
