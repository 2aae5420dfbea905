"""Where a dialogue meets a person: lines out, keys in, on a terminal or through a pipe.

Nothing is painted: no colour, no cursor is moved, so that it works over any line and with a screen reader. Through a
pipe the keys are the characters of standard input, blanks and line ends between them passed over.
"""

from __future__ import annotations

import codecs
import os
import sys
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Protocol, TypeVar

import click

from claimkit.cli.terminal import printable, width

if TYPE_CHECKING:
    from claimkit.review.dialogue import AskKey, AskLine, Dialogue

T = TypeVar("T")

GAP = "  "

ESCAPE = 0.5
"""Seconds within which the rest of a key that sends several characters comes, over a slow line too."""

END = ("", "\x03", "\x04")
"""What a terminal gives for nothing more: the end of the file, Ctrl-C, Ctrl-D."""


class Keys(Protocol):
    """Where answers come from. Both raise ``EOFError`` when nothing more comes."""

    def key(self, ask: AskKey) -> str:
        """One character."""

    def line(self, ask: AskLine) -> str:
        """A line without its end."""


def converse(dialogue: Dialogue[T]) -> T:
    """Run a dialogue with whoever sits at standard input; what it returns."""
    from claimkit.review.dialogue import AskKey, AskLine, EndOfInputError, GivenUpError

    keys: Keys = Terminal() if sys.stdin is not None and sys.stdin.isatty() else Piped()
    try:
        step = next(dialogue)
        while True:
            answer = ""
            try:
                if isinstance(step, AskKey):
                    answer = keys.key(step)
                elif isinstance(step, AskLine):
                    if step.again and isinstance(keys, Piped):
                        step = dialogue.throw(GivenUpError())
                        continue
                    answer = keys.line(step)
                else:
                    _show(step.lines)
            except (EOFError, KeyboardInterrupt):
                click.echo()
                given_up = isinstance(step, AskLine) and isinstance(keys, Terminal)
                step = dialogue.throw(GivenUpError() if given_up else EndOfInputError())
                continue
            step = dialogue.send(answer)
    except StopIteration as end:
        result: T = end.value
        return result


class Terminal:
    """Keys hit one by one on a terminal, lines edited with the terminal's own means."""

    def key(self, ask: AskKey) -> str:
        """The character of the key; of a key that sends several (an arrow), the empty string's place is a blank."""
        click.echo(f"{printable(ask.prompt)} ", nl=False)
        hit = _hit()
        if hit in END:
            raise EOFError
        click.echo(printable(f"{hit} {ask.names.get(hit, '')}".rstrip()))
        return hit

    def line(self, ask: AskLine) -> str:
        """The line, with ``preset`` in it to begin with."""
        click.echo(printable(ask.prompt))  # on a line of its own: a long line that is edited may scroll it away
        with _preset(ask.preset):
            while True:
                with suppress(UnicodeDecodeError):
                    answer = input("> ")
                    if not _broken(answer):
                        return answer
                click.echo("That is not UTF-8; type it anew.")


class Piped:
    """Keys and lines from standard input, each told as it is read, so that the output can be followed."""

    def __init__(self) -> None:
        from claimkit.annotations.jsontext import decode
        from claimkit.cli.reading import bytes_of

        self._given = decode(bytes_of("-"), "-")
        self._place = 0

    def key(self, ask: AskKey) -> str:
        """The next character that is no blank."""
        while self._given[self._place : self._place + 1].isspace():
            self._place += 1
        hit = self._given[self._place : self._place + 1]
        if not hit:
            raise EOFError
        self._place += 1
        click.echo(printable(f"{ask.prompt} {hit} {ask.names.get(hit, '')}".rstrip()))
        return hit

    def line(self, ask: AskLine) -> str:
        """Up to the end of the line; an empty line leaves what is preset."""
        if self._place >= len(self._given):
            raise EOFError
        end = self._given.find("\n", self._place)
        end = len(self._given) if end < 0 else end
        answer = self._given[self._place : end].strip() or ask.preset
        self._place = end + 1
        click.echo(printable(ask.prompt))
        click.echo(printable(f"> {answer}".rstrip()))
        return answer


def _show(lines: tuple[str, ...]) -> None:
    for line in lines:
        for folded in _folded(printable(line)):
            click.echo(folded)


def _folded(line: str) -> list[str]:
    """The line in lines as wide as the terminal, the later ones under what stands behind its label."""
    head = len(line) - len(line.lstrip())
    gap = line.find(GAP, head)
    indent = len(line) - len(line[gap:].lstrip()) if 0 < gap < 24 else head + 2
    return textwrap.wrap(
        line, width(), subsequent_indent=" " * indent, break_on_hyphens=False, drop_whitespace=True, tabsize=4
    ) or [""]


def _hit() -> str:
    """One key of the terminal. Keys that send a sequence (arrows and the like) come as one blank."""
    import select
    import termios
    import tty

    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    try:
        tty.setcbreak(descriptor, termios.TCSANOW)
        decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        hit = ""
        while not hit:
            if not (data := os.read(descriptor, 1)):
                return ""
            hit = decoder.decode(data)
        if hit == "\x1b":
            while select.select([descriptor], [], [], ESCAPE)[0] and os.read(descriptor, 1):
                hit = " "
        return hit
    finally:
        termios.tcsetattr(descriptor, termios.TCSANOW, before)


@contextmanager
def _preset(text: str) -> Iterator[None]:
    """With a line that begins as ``text``, where the terminal's line editor can do that."""
    try:
        import readline
    except ImportError:
        yield
        return
    hook: Callable[[], None] | None = (lambda: readline.insert_text(text)) if text else None
    readline.set_startup_hook(hook)
    try:
        yield
    finally:
        readline.set_startup_hook(None)


def _broken(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)
