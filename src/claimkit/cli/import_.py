"""claimkit import."""

from __future__ import annotations

import click

from claimkit.cli.session import Session, pass_session
from claimkit.imports import FORMATS


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--from", "name", type=click.Choice(list(FORMATS)), help="What the files are.  [default: by their names]")
@pass_session
def import_(session: Session, files: tuple[str, ...], name: str | None) -> None:
    """Give back the workspace files that exports were made from.

    A TEI file gives the article's texts, its claims, all reviews and the decisions, byte for byte as they were, less
    what docs/tei.md names as left out. It is checked first: its form, its pointers, and its text by the digest that
    it states. Nothing that stands in the workspace with other content is overwritten; the paths written go to standard
    output.

    Example: claimkit import bridge-closed.tei.xml
    """
    from claimkit.cli.reading import bytes_of
    from claimkit.imports import format_of, importer
    from claimkit.imports.files import put

    for file in files:
        read = importer(name or format_of(file))
        for path in put(session.workspace, read(bytes_of(file), file)):
            click.echo(session.workspace.relative(path))
