"""claimkit import."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from claimkit.cli.options import at_option
from claimkit.cli.session import Session, pass_session
from claimkit.imports import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimkit.imports.sources import Brought, Told
    from claimkit.imports.taking_in import Taken

ALIKE = 3
"""Remarks that say the same, one by one; the rest are counted."""


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--from", "name", type=click.Choice(list(FORMATS)), help="What the files are.  [default: by their names]")
@click.option(
    "--article", metavar="SLUG", help="The article of the workspace that they speak of.  [default: a new one]"
)
@click.option("--slug", help="The short name of the new article.  [default: from what the file calls it]")
@click.option("--as", "reviewer", metavar="ID", help="Whose reviews they are.  [default: as the file names them]")
@click.option("--label", "labels", multiple=True, metavar="LABEL", help="A label that marks claims; may be repeated.")
@at_option
@pass_session
@click.pass_context
def import_(
    context: click.Context, session: Session, /, files: tuple[str, ...], name: str | None, **given: Any
) -> None:
    """Take in what others made of articles, or give back what exports were made from.

    ClaimReviews (JSON-LD, or a page that carries them) and the files of annotation tools become claims on the words of
    an article, each with a draft of a review that says where it comes from. Files that name the same article are taken
    together. What is mended on the way is told; what has no place is told too, and the exit code is 1. No file that is
    there is changed: importing again writes nothing. See docs/imports.md.

    A TEI file gives the article's texts, its claims, all reviews and the decisions, byte for byte as they were, less
    what docs/tei.md names as left out.

    The paths written go to standard output.

    \b
    Example: claimkit import fact-check.html --from claimreview
             claimkit import bridge-closed.tei.xml
    """
    from claimkit.imports import format_of

    formats = {file: name or format_of(file) for file in files}
    whole = [file for file in files if FORMATS[formats[file]].whole]
    if whole:
        if any(given[option] for option in ("article", "slug", "reviewer", "labels")):
            raise click.UsageError(
                "--article, --slug, --as and --label are for others' work; TEI says all of it itself."
            )
        if len(whole) < len(files):
            raise click.UsageError("TEI gives files back, the others are taken in: import them one after the other.")
        _give_back(session, formats)
        return
    if given["article"] and given["slug"]:
        raise click.UsageError("Either --article, which is there, or --slug, for a new one.")
    context.exit(_take_in(session, formats, given))


def _give_back(session: Session, formats: dict[str, str]) -> None:
    from claimkit.cli.reading import bytes_of
    from claimkit.cli.terminal import say
    from claimkit.imports import importer
    from claimkit.imports.files import put

    for file, name in formats.items():
        paths = put(session.workspace, importer(name)(bytes_of(file), file))
        for path in paths:
            click.echo(session.workspace.relative(path))
        if not paths:
            say(f"{file}: nothing new: all that it gives is in the workspace already")


def _take_in(session: Session, formats: dict[str, str], given: dict[str, Any]) -> int:
    """Take the files in and tell what was written and what not; the exit code."""
    from claimkit.annotations.dossiers import refuse_unknown
    from claimkit.annotations.workspace import checked_reviewer, checked_slug
    from claimkit.imports.taking_in import Wanted, take_in

    wanted = Wanted(
        at=given["at"],
        article=given["article"] or "",
        slug=checked_slug(given["slug"]) if given["slug"] else "",
        reviewer=checked_reviewer(given["reviewer"]) if given["reviewer"] else "",
    )
    if wanted.article:
        refuse_unknown(session.workspace, wanted.article)
    brought = [one for file, name in formats.items() for one in _brought(file, name, given["labels"])]
    taken = take_in(session.workspace, brought, wanted)
    _tell(session, taken)
    return 1 if taken.refused else 0


def _brought(file: str, name: str, labels: tuple[str, ...]) -> list[Brought]:
    """What a file says, article by article."""
    from claimkit import storage
    from claimkit.cli.reading import bytes_of
    from claimkit.imports import foreign_reader
    from claimkit.imports.sources import Brought, Source

    if labels and not FORMATS[name].labels:
        raise click.UsageError(f"--label is for formats in which labels mark words; {name} has none.")
    data = bytes_of(file)
    source = Source(place=file, format=name, sha256=storage.sha256(data))
    options: dict[str, tuple[str, ...] | str] = {"labels": labels} if labels else {}
    if FORMATS[name].beside:
        options["text"] = _beside(file, FORMATS[name].beside)
    return [Brought(source=source, foreign=one) for one in foreign_reader(name)(data, file, **options)]


def _beside(file: str, ending: str) -> str:
    """The text of the file beside, which has the same name but for its ending."""
    from pathlib import Path

    from claimkit.annotations.jsontext import decode
    from claimkit.cli.reading import bytes_of
    from claimkit.errors import DataError

    if file == "-":
        raise DataError(f"the text is in a {ending} file beside it", place=file, remedy="name the file itself")
    name = str(Path(file).with_suffix(ending))
    return decode(bytes_of(name), name)


def _tell(session: Session, taken: Taken) -> None:
    from claimkit.cli.terminal import say

    for path in taken.paths:
        click.echo(session.workspace.relative(path))
    for line in _lines(taken.told):
        say(line)
    if not taken.paths and not taken.refused:
        say("nothing new: all that there is to take in is in the workspace already")
    for path in taken.made:
        name = session.workspace.relative(path)
        say(f"{name} has only the claims' own words; if you have the article, split it, and import into it (--article)")


def _lines(told: tuple[Told, ...]) -> Iterator[str]:
    """A line a remark; of those that say the same of many reviews the first ones, and how many more there are."""
    counts: dict[tuple[str, bool], int] = {}
    for one in told:
        remark = one.remark
        _, named, path = remark.where.rpartition(": ")
        kind = (f"{path}: {remark.message}" if named else remark.message, remark.refused)
        counts[kind] = counts.get(kind, 0) + 1
        if remark.refused or counts[kind] <= ALIKE:
            place = f"{one.place}: {remark.where}" if remark.where else one.place
            yield f"{place}: {remark.message}"
    for (message, refused), count in counts.items():
        if count > ALIKE and not refused:
            yield f"... and {count - ALIKE} more: {message}"
