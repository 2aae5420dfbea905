"""claimkit publish."""

from __future__ import annotations

import click

from claimkit.cli.options import as_option, at_option, slug_argument
from claimkit.cli.session import Session, pass_session


@click.command()
@slug_argument
@click.option("--claim", "names", metavar="ID", multiple=True, help="Publish this claim; may be repeated.")
@click.option("--all", "everything", is_flag=True, help="Publish every claim that passes the gate.")
@click.option("--url", default="", metavar="URL", help="The page of the fact-check.  [default: from claimkit.toml]")
@at_option
@as_option
@pass_session
def publish(
    session: Session, slug: str, names: tuple[str, ...], everything: bool, url: str, at: str, reviewer: str | None
) -> None:
    """Put on record that claims are published.

    Each claim must pass the gate of claimkit.toml; its verdict is settled by rule where the finished reviews agree.
    What is on record is what 'claimkit export --to claimreview' exports.

    Example: claimkit publish bridge-closed --claim c1f3 --as desk --at 2025-05-11
    """
    from claimkit.annotations.documents import save
    from claimkit.annotations.dossiers import open_dossier
    from claimkit.cli.terminal import say
    from claimkit.review.publish import publish as published
    from claimkit.review.publish import publishable
    from claimkit.rules.standing import named, standings

    if everything == bool(names):
        raise click.UsageError("Give either --claim ID or --all.")
    workspace = session.workspace
    who = session.reviewer(reviewer)
    dossier = open_dossier(workspace, slug)
    every = standings(dossier)
    chosen = publishable(dossier, workspace.config) if everything else [named(every, name) for name in names]
    ids = tuple(standing.claim.id for standing in chosen)
    if not ids:
        raise click.ClickException(
            f"No claim of {slug} passes the gate and is unpublished; see 'claimkit show {slug}'."
        )
    file = published(dossier, workspace.config, ids, who=who, at=at, url=url)
    replaces = dossier.decisions.digest if dossier.decisions else None
    save(workspace, workspace.decisions_path(slug), file, replaces=replaces)
    say(f"{len(ids)} published: {', '.join(ids)}")
