"""A talk with a person as data: what is said and asked, step by step. Whoever runs it prints, and reads the keys.

A dialogue is a generator of steps. Each :class:`AskKey` is answered by one character, each :class:`AskLine` by a line
without its end, each :class:`Say` by nothing. When nothing more can be read, :class:`EndOfInputError` is thrown into
it, so that it can take leave; when a line is given up, :class:`GivenUpError`.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

T = TypeVar("T")

FEW = 12
"""As many keys as are all named when another one is hit; of more, only the one for help is."""

HELP = "help"
"""What the key for help is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """Lines to show. A line that is too long is folded; what follows its first two spaces in a row is indented."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskKey:
    """A question that one key answers, without Enter. ``names`` says what the keys do, to be told once one is hit."""

    prompt: str
    names: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskLine:
    """A question that a line of text answers; ``preset`` stands there already, to be changed.

    ``again``: the line before was refused. A person corrects it; what comes through a pipe knows nothing of that, and
    is no answer to it.
    """

    prompt: str
    preset: str = ""
    again: bool = False


class EndOfInputError(Exception):
    """Nothing more comes: the terminal is gone, the pipe is read to its end, or Ctrl-C or Ctrl-D was the key."""


class GivenUpError(Exception):
    """Somebody pressed Ctrl-C or Ctrl-D instead of finishing a line, or a pipe has no other line to offer."""


Step: TypeAlias = Say | AskKey | AskLine
Dialogue: TypeAlias = Generator[Step, str, T]


def said(*lines: str) -> Dialogue[None]:
    """Say these lines."""
    yield Say(lines=lines)


def key(prompt: str, names: dict[str, str]) -> Dialogue[str]:
    """The key hit, one of those in ``names``; another one is told to be none, and asked for anew."""
    while (answer := (yield AskKey(prompt=prompt, names=names))) not in names:
        known = [f"{name} {meaning}" for name, meaning in names.items() if len(names) <= FEW or meaning == HELP]
        hit = repr(answer) if answer.strip() else "That key"
        yield Say(lines=(f"  {hit} does nothing here; {', '.join(known)}",))
    return answer


def line(prompt: str, preset: str = "", *, again: bool = False) -> Dialogue[str]:
    """The line, without blanks around it; empty where nothing was given."""
    return (yield AskLine(prompt=prompt, preset=preset, again=again)).strip()


def rehearsed(dialogue: Dialogue[T], answers: Iterator[str]) -> tuple[list[Step], T]:
    """All steps of a dialogue with these answers, and what it returns; for tests, and for whoever drives it himself."""
    steps: list[Step] = []
    try:
        step = next(dialogue)
        while True:
            steps.append(step)
            if isinstance(step, Say):
                step = dialogue.send("")
                continue
            answer = next(answers, None)
            step = dialogue.throw(EndOfInputError()) if answer is None else dialogue.send(answer)
    except StopIteration as end:
        return steps, end.value
