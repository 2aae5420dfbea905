"""claimkit publish, correct and retract: what is put on record in decisions.json."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from claimkit.cli.options import as_option, at_option, slug_argument
from claimkit.cli.session import Session, pass_session

if TYPE_CHECKING:
    from claimkit.annotations.dossiers import Dossier
    from claimkit.model.decision import DecisionsFile


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
    from claimkit.review import ledger
    from claimkit.review.taken import refuse_taken
    from claimkit.rules.standing import named, standings

    if everything == bool(names):
        raise click.UsageError("Give either --claim ID or --all.")
    who, dossier = _opened(session, slug, reviewer)
    config = session.workspace.config
    if everything:
        chosen = ledger.publishable(dossier, config)
    else:
        chosen = tuple(named(standings(dossier), name) for name in names)
    ids = tuple(standing.claim.id for standing in chosen)
    if not ids:
        raise click.ClickException(f"No unpublished claim of {slug} passes the gate; see 'claimkit show {slug}'.")
    file = ledger.publish(dossier, config, ids, who=who, at=at, url=url)
    refuse_taken(session.workspace, dossier.slug, file, ids)
    _ask_readers(session, dossier, file, ids)
    _save(session, dossier, file)
    _done(f"{len(ids)} published: {', '.join(ids)}", slug)


@click.command()
@slug_argument
@click.argument("claim")
@click.option("--change", metavar="TEXT", required=True, help="What changed, for the reader.")
@click.option("--anyway", is_flag=True, help="Though nothing on record has changed.")
@at_option
@as_option
@pass_session
def correct(
    session: Session, /, slug: str, claim: str, change: str, anyway: bool, at: str, reviewer: str | None
) -> None:
    """Put on record that a published claim is corrected.

    Its verdict is settled anew, as its finished reviews now are; the ledger keeps the former one.

    Example: claimkit correct bridge-closed c1f3 --change "The council reversed its vote." --as desk
    """
    from claimkit.review import ledger

    who, dossier = _opened(session, slug, reviewer)
    _refuse_blank(change)
    full = _full(dossier, claim)
    config = session.workspace.config
    _save(session, dossier, ledger.correct(dossier, config, full, who=who, at=at, change=change, anyway=anyway))
    _done(f"{full} is corrected", slug)


@click.command()
@slug_argument
@click.argument("claim")
@click.option("--change", metavar="TEXT", required=True, help="Why it is retracted, for the reader.")
@at_option
@as_option
@pass_session
def retract(session: Session, slug: str, claim: str, change: str, at: str, reviewer: str | None) -> None:
    """Put on record that a published claim is retracted.

    Its export is no ClaimReview any more and says why; the ledger keeps that it was published.

    Example: claimkit retract bridge-closed c1f3 --change "We checked the wrong bridge." --as desk
    """
    from claimkit.review import ledger

    who, dossier = _opened(session, slug, reviewer)
    _refuse_blank(change)
    full = _full(dossier, claim)
    _save(session, dossier, ledger.retract(dossier, full, who=who, at=at, change=change))
    _done(f"{full} is retracted", slug)


def _opened(session: Session, slug: str, reviewer: str | None) -> tuple[str, Dossier]:
    from claimkit.annotations.dossiers import open_dossier

    return session.reviewer(reviewer), open_dossier(session.workspace, slug)


def _refuse_blank(change: str) -> None:
    if not change.strip():
        raise click.UsageError("--change says nothing; the reader is to be told what changed, and why.")


def _full(dossier: Dossier, claim: str) -> str:
    from claimkit.rules.standing import named, standings

    return named(standings(dossier), claim).claim.id


def _ask_readers(session: Session, dossier: Dossier, file: DecisionsFile, ids: tuple[str, ...]) -> None:
    """Refuse to put on record what the profiles of claimkit.toml would then not export: a ledger forgets nothing."""
    from dataclasses import replace

    from claimkit.annotations.documents import Document
    from claimkit.errors import RefusalError
    from claimkit.export.claimreview import on_pages

    path = session.workspace.decisions_path(dossier.slug)
    before = dossier.decisions or Document(item=file, path=path, digest="", text="")
    then = on_pages(replace(dossier, decisions=replace(before, item=file)), session.workspace.config)
    wrong = [f"{item.claim}: {reason}" for item in then.refused if item.claim in ids for reason in item.reasons]
    if wrong:
        raise RefusalError("; ".join(wrong), remedy="mend that first, or choose other profiles under [claimreview]")


def _save(session: Session, dossier: Dossier, file: DecisionsFile) -> None:
    from claimkit.annotations.documents import save

    replaces = dossier.decisions.digest if dossier.decisions else None
    save(session.workspace, session.workspace.decisions_path(dossier.slug), file, replaces=replaces)


def _done(what: str, slug: str) -> None:
    from claimkit.cli.terminal import say

    say(f"{what}. Next: claimkit export {slug}")
