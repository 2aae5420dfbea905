"""claimkit merge: what git runs where two branches changed one file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from claimkit.review.merging.sequences import Places


@click.command()
@click.argument("base", type=click.Path(path_type=Path))
@click.argument("ours", type=click.Path(path_type=Path))
@click.argument("theirs", type=click.Path(path_type=Path))
@click.option("--path", "name", metavar="NAME", help="What the file is called in the repository.")
@click.pass_context
def merge(context: click.Context, base: Path, ours: Path, theirs: Path, name: str | None) -> None:
    """Merge three versions of an annotation file, for git.

    BASE is the common version, OURS and THEIRS are what two branches made of it; the result is written to OURS. Each
    conflict is named on standard error, with exit code 1; the file is whole all the same, and nothing in it is lost.
    A version that is no annotation file is named, and OURS is left as it is. docs/git.md tells how to set it up:

    \b
    git config merge.claimkit.driver "claimkit merge %O %A %B --path %P"

    \b
    Example: claimkit merge base.json ours.json theirs.json
    """
    from claimkit import storage
    from claimkit.cli.terminal import say
    from claimkit.review.merging.files import Versions, merge

    name = name or str(ours)
    versions = Versions(base=storage.read(base), ours=storage.read(ours), theirs=storage.read(theirs))
    merged = merge(versions, name, _places(Path(name)))
    if merged.data != versions.ours:
        storage.write(ours, merged.data, replaces=storage.sha256(versions.ours))
    for conflict in merged.conflicts:
        say(f"{name}: {conflict}")
    if merged.conflicts:
        say(f"{name}: look at the above, mend the file where it should be otherwise, then 'git add' it")
    context.exit(1 if merged.conflicts else 0)


def _places(path: Path) -> Places:
    """Where the article's claims stand, if its claims.json can be read beside the file."""
    from claimkit import storage
    from claimkit.annotations import jsontext
    from claimkit.errors import ClaimkitError
    from claimkit.review.merging.sequences import places_of

    folder = path.parent.parent if path.parent.name == "reviews" else path.parent
    file = folder / "claims.json"
    try:
        raw = jsontext.parse(jsontext.decode(storage.read(file), str(file)), str(file))
        return places_of(raw["claims"])
    except (ClaimkitError, LookupError, TypeError):  # it may be in the middle of a merge itself
        return {}
