"""Mending what has one right answer: the difference first, then the question, then the files."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from claimkit.annotations.workspace import Workspace


def mend(workspace: Workspace, slugs: Sequence[str], *, sure: bool) -> None:
    """Show on standard error what can be mended, and mend it once somebody says so, or said so with ``--yes``."""
    from claimkit.checks.fixing import fixes
    from claimkit.cli.terminal import say

    found = [fix for slug in slugs for fix in fixes(workspace, slug)]
    for fix in found:
        for line in fix.diff:
            say(line)
    if not found:
        say("nothing has one right answer only: there is nothing to mend here without you")
        return
    files = f"{len(found)} {'file' if len(found) == 1 else 'files'}"
    if not sure and not sys.stdin.isatty():
        say(f"{files} could be mended so; nothing is written without --yes")
        return
    if sure or click.confirm(f"Mend {files} so?", err=True):
        for fix in found:
            fix.write()
            say(f"{fix.name} is written")
