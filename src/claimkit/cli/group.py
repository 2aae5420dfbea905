"""The one place where a stop becomes a message."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from claimkit.cli.terminal import printable
from claimkit.errors import ClaimkitError


class Commands(click.Group):
    """A group whose commands' stops are shown as one line on standard error, with exit code 1."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run; characters that the terminal's encoding lacks are shown escaped instead of stopping the command."""
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="backslashreplace")
        try:
            return super().main(*args, **kwargs)
        except BrokenPipeError:
            raise
        except OSError as error:  # what was to be shown could not be
            sys.exit(f"Error: {error.strerror}")

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; its stops become messages."""
        try:
            return super().invoke(ctx)
        except ClaimkitError as error:
            raise click.ClickException(printable(str(error))) from error
        except BrokenPipeError:
            raise
        except UnicodeEncodeError as error:
            raise click.ClickException("An option's text is not UTF-8; write it anew.") from error
        except OSError as error:
            place = f"{os.fsdecode(error.filename)}: " if error.filename else ""
            raise click.ClickException(printable(f"{place}{error.strerror or error}")) from error

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which an article meets them."""
        return list(self.commands)
