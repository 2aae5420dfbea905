"""claimkit migrate."""

from __future__ import annotations

import click

from claimkit.cli.session import Session, pass_session


@click.command()
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@pass_session
def migrate(session: Session, dry_run: bool) -> None:
    """Bring old annotation files to the present version of their schemas.

    Every command reads old files as they are; this writes them anew, all of the workspace or, where one of them cannot
    be brought there, none. The difference is shown on standard output.

    Example: claimkit migrate --dry-run
    """
    from difflib import unified_diff

    from claimkit.annotations import migration
    from claimkit.cli.terminal import say, write_line

    found = migration.migrations(session.workspace)
    for item in found:
        old, new = (data.decode("utf-8").splitlines() for data in (item.before, item.after))
        for line in unified_diff(old, new, f"a/{item.name}", f"b/{item.name}", lineterm=""):
            write_line(line)
    if not found:
        say("every file has the present version")
    elif dry_run:
        say(f"{len(found)} {'file' if len(found) == 1 else 'files'} would be written; nothing was")
    else:
        migration.migrate(found)
        say(f"{len(found)} {'file is' if len(found) == 1 else 'files are'} written")
