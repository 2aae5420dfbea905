"""What is printed: untrusted text made harmless, tables, progress, JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress

import click

from claimkit.model.printable import printable as printable  # noqa: PLC0414 - the commands take it from here

NARROW = 16
"""Characters of a narrow column of a table."""


LEAST = 60
"""Columns that a table takes at least."""


WIDEST = 100
"""Columns of running text at most."""


def say(message: str) -> None:
    """Talk: one line on standard error. What was done is done, whether or not anybody can be told."""
    with suppress(OSError):
        click.echo(printable(message), err=True)


def write_line(line: str) -> None:
    """A result line on standard output in UTF-8, whatever the locale says."""
    click.echo(line.encode("utf-8"))


def print_json(raw: object) -> None:
    """A result for a program, on standard output, in UTF-8 whatever the locale says."""
    lines = json.dumps(raw, ensure_ascii=False, indent=2).split("\n")
    write_line("\n".join(printable(line) for line in lines))


def print_table(
    columns: Sequence[str],
    rows: Sequence[Sequence[object]],
    *,
    right: Sequence[str] = (),
    narrow: Sequence[str] = (),
) -> None:
    """A table on standard output, as wide as the terminal; ``narrow`` columns leave the room to the others."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0))
    for column in columns:
        number = column in right
        table.add_column(
            column,
            justify="right" if number else "left",
            overflow="fold",
            no_wrap=number,
            max_width=NARROW if column in narrow else None,
        )
    for row in rows:
        table.add_row(*(Text(printable(str(cell))) for cell in row))
    width, height = _size()
    console = Console(file=sys.stdout, highlight=False, width=width, height=height)
    with console.capture() as drawn:
        console.print(table)
    click.echo("\n".join(line.rstrip() for line in drawn.get().splitlines()))


def width() -> int:
    """Columns for running text: those of the terminal, and no more than can be read with ease."""
    return min(_size()[0], WIDEST)


def _size() -> tuple[int, int]:
    """Columns and lines of the terminal; a size that is none, or too small for any table, is not believed."""
    import shutil

    columns, lines = shutil.get_terminal_size()
    return max(columns, LEAST), max(lines, 2)


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None] | None]:
    """A bar on standard error, only on a terminal: a function of (done, total), or None where nobody looks."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    width, height = _size()
    with Progress(console=Console(stderr=True, width=width, height=height), transient=True) as bar:
        task = bar.add_task(printable(label), total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
