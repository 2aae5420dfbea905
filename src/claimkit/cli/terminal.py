"""What is printed: untrusted text made harmless, tables, progress, JSON."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import click

# Control characters but tab and line feed, and the bidi controls that can reorder what a terminal shows.
_HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


NARROW = 16
"""Characters of a narrow column of a table."""


def printable(text: str) -> str:
    """``text`` with characters that could steer a terminal shown as escapes."""
    return _HARMFUL.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def say(message: str) -> None:
    """Talk: one line on standard error."""
    click.echo(printable(message), err=True)


def write_line(line: str) -> None:
    """A result line on standard output in UTF-8, whatever the locale says."""
    click.echo(line.encode("utf-8"))


def print_json(raw: object) -> None:
    """A result for a program, on standard output."""
    click.echo(json.dumps(raw, ensure_ascii=False, indent=2))


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
    console = Console(file=sys.stdout, highlight=False)
    with console.capture() as drawn:
        console.print(table)
    click.echo("\n".join(line.rstrip() for line in drawn.get().splitlines()))


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None] | None]:
    """A bar on standard error, only on a terminal: a function of (done, total), or None where nobody looks."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(printable(label), total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
