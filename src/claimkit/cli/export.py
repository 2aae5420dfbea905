"""claimkit export."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from claimkit.cli.options import slug_argument
from claimkit.cli.session import Session, pass_session
from claimkit.export import FORMATS, formats

if TYPE_CHECKING:
    from claimkit.annotations.dossiers import Dossier
    from claimkit.annotations.workspace import Workspace
    from claimkit.export import Rendering


class Name(click.ParamType[str]):
    """The name of a format; those that installed packages add are only looked for when one is named."""

    name = "format"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name, if there is such a format."""
        if value in FORMATS or value in formats():
            return str(value)
        return self.fail(f"{value!r} is none of {', '.join(formats())}", param, ctx)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The formats that begin so."""
        return [CompletionItem(name) for name in formats() if name.startswith(incomplete)]


@click.command()
@slug_argument
@click.option(
    "--to",
    "chosen",
    type=Name(),
    metavar=f"[{'|'.join(FORMATS)}]",
    multiple=True,
    help="May be repeated; formats of installed packages too.  [default: as claimkit.toml says, else claimreview, tei]",
)
@click.option("--claim", "names", metavar="ID", multiple=True, help="Export only this claim; may be repeated.")
@click.option("--skip-refused", is_flag=True, help="Export the rest where something is refused.")
@pass_session
@click.pass_context
def export(
    context: click.Context,
    session: Session,
    slug: str,
    chosen: tuple[str, ...],
    names: tuple[str, ...],
    skip_refused: bool,
) -> None:
    """Export an article's reviewed claims to exports/.

    claimreview gives one schema.org ClaimReview for each published claim, and for a retracted one an object that says
    so; tei gives the article with all claims and reviews as TEI XML; html gives pages for readers, of the article and
    of each published claim; snippet gives the same for a CMS; report gives a page for the desk, not to be published;
    duke, datafeed and google-api give ClaimReview to those who take files of their own shape. All but the first two are
    written where they or claimkit.toml name them.

    The paths written go to standard output; what was left out or refused, and why, to standard error. A published claim
    that does not pass the gate, or breaks what a profile of claimkit.toml requires, is refused, and the exit code is 1.
    Of a format that refuses something no file is touched; with --skip-refused the rest is written, and files that the
    annotations no longer give are removed. Asking for what is not there to export gives 1, too.

    Example: claimkit export bridge-closed --to claimreview
    """
    from claimkit.annotations.dossiers import open_dossier
    from claimkit.cli.terminal import say
    from claimkit.export import default_formats, exporter
    from claimkit.rules.standing import named, standings

    if names and chosen != ("claimreview",):
        raise click.UsageError("--claim goes with --to claimreview; the others have the whole article.")
    workspace = session.workspace
    dossier = open_dossier(workspace, slug)
    every = standings(dossier)
    claims = frozenset(named(every, name).claim.id for name in names) or None
    failed = False
    for name in chosen or default_formats(workspace.config):
        rendering = exporter(name)(dossier, workspace.config, claims)
        failed |= bool(rendering.refused or (claims and rendering.left_out) or (chosen and not rendering.files))
        held = bool(rendering.refused) and not skip_refused
        for path in () if held else _written(workspace, slug, rendering):
            click.echo(path)
        if claims is None and not held:
            _remove_stale(workspace, dossier, name, rendering)
        _report(name, rendering)
        if held:
            say(f"{name}: nothing is written; mend that, or export the rest with --skip-refused")
    context.exit(1 if failed else 0)


def _written(workspace: Workspace, slug: str, rendering: Rendering) -> list[str]:
    """The paths of the files that the rendering gives, once they are on disk."""
    from claimkit import storage
    from claimkit.errors import RefusalError

    folder = workspace.export_path(slug)
    paths = [storage.inside(workspace.root, folder / name) for name in rendering.files]
    if taken := next((path for path in paths if path.is_dir()), None):
        what = "a folder stands where an export belongs; nothing of this format is written"
        raise RefusalError(what, place=workspace.relative(taken), remedy="move the folder, or delete it")
    for path, data in zip(paths, rendering.files.values(), strict=True):
        old = storage.sha256(storage.read(path)) if path.exists() else None
        storage.write(path, data, replaces=old)
    return [workspace.relative(Path(path)) for path in paths]


def _remove_stale(workspace: Workspace, dossier: Dossier, name: str, rendering: Rendering) -> None:
    """Remove this format's files that the annotations no longer give: what may not be published must not lie about."""
    from claimkit import storage
    from claimkit.cli.terminal import say
    from claimkit.export import exported

    folder = workspace.export_path(dossier.slug)
    for stale in exported(folder, dossier.slug, dossier.known).get(name, []):
        if stale not in rendering.files:
            path = storage.inside(workspace.root, folder / stale)
            path.unlink()
            say(f"{workspace.relative(path)} is removed: the annotations no longer give it")


def _report(name: str, rendering: Rendering) -> None:
    from claimkit.cli.terminal import say

    for word, items in (("refused", rendering.refused), ("left out", rendering.left_out)):
        by_reason: dict[str, list[str]] = {}
        for item in items:
            by_reason.setdefault("; ".join(item.reasons), []).append(item.claim)
        for reason, claims in by_reason.items():
            say(f"{name}: {', '.join(claims)} {'is' if len(claims) == 1 else 'are'} {word}: {reason}")
