"""The lines of a ``.ann`` file: each begins with an id, whose first letter says what it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NoReturn

from claimkit.errors import DataError
from claimkit.imports.spans.notes import Notes
from claimkit.imports.spans.statements import Related

_ID = re.compile(r"([A-Za-z]+|#[A-Za-z]*)[0-9]\S*|\*", re.ASCII)
_SPAN = re.compile(r"(?P<label>\S+) (?P<places>[0-9]{1,12} [0-9]{1,12}(;[0-9]{1,12} [0-9]{1,12})*) *", re.ASCII)
_STARTS = re.compile(r"(([A-Za-z]+|#[A-Za-z]*)[0-9]\S*|\*)\t", re.ASCII)
_LONG = re.compile(r"T[0-9]+\t\S+ (?P<start>[0-9]{1,12}) (?P<end>[0-9]{1,12})\t", re.ASCII)
_MAX_PIECES = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """``T``: a label on one or more pieces of the text, and their words, joined by blanks; None where not given."""

    id: str
    label: str
    pieces: tuple[tuple[int, int], ...]
    words: str | None
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """``A``, and in old files ``M``: a name, and a value where it has one."""

    target: str
    name: str
    value: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """``#``: what an annotator wrote."""

    target: str
    text: str
    where: str


@dataclass(slots=True, kw_only=True)
class Lines:
    """What the lines say, each kind in the order of the file."""

    spans: list[Span] = field(default_factory=list)
    attributes: list[Attribute] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    relations: list[Related] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One line: its id, what stands up to the next tab, and the rest, None where there is no second tab."""

    id: str
    data: str
    rest: str | None
    number: int
    place: str

    @property
    def where(self) -> str:
        return f"line {self.number}"

    def refuse(self, what: str) -> NoReturn:
        raise DataError(what, place=self.place, line=self.number, column=1, remedy="mend or remove the line")


def read_lines(text: str, place: str, notes: Notes) -> Lines:
    """All lines; what is of no use here is noted. Raises :class:`DataError` with the line that is not brat's."""
    found, seen, triggers = Lines(), set(), {}
    for number, raw in enumerate(_joined(text), start=1):
        if not raw.strip():
            continue
        line = _line(raw, number, place)
        if line.id in seen and line.id != "*":
            line.refuse(f"the id {line.id} stands twice")
        seen.add(line.id)
        if line.id.startswith("E"):
            triggers[line.id] = line.data.split(" ")[0].partition(":")[2]
        reader = _READERS.get(line.id[0])
        if reader is None:
            notes.add(f"{_OTHERS.get(line.id[0], 'lines of an unknown kind')} are not taken over", line.where)
        else:
            reader(line, found)
    found.relations = [_with_triggers(relation, triggers) for relation in found.relations]
    return found


def _joined(text: str) -> Iterator[str]:
    """The lines; that of a span over a line break goes on in the next, which some tools (n2c2's) write as it is.

    An empty line stands for each that went into the one before, so that the numbers hold.
    """
    waiting: list[str] = []
    room = 0
    for raw in text.split("\n"):
        line = raw.removesuffix("\r")
        if room > 0 and line.strip() and _STARTS.match(line) is None:
            waiting.append(line)
            room -= len(line) + 1
            continue
        yield from _flushed(waiting)
        waiting, room = [line], _room(line)
    yield from _flushed(waiting)


def _room(line: str) -> int:
    """How many characters of a span's words its first line lacks."""
    match = _LONG.match(line)
    return int(match["end"]) - int(match["start"]) - (len(line) - match.end()) if match else 0


def _flushed(lines: list[str]) -> Iterator[str]:
    if lines:
        yield "\n".join(lines)
        yield from [""] * (len(lines) - 1)


def _line(raw: str, number: int, place: str) -> _Line:
    name, tab, rest = raw.partition("\t")
    data, second, tail = rest.partition("\t")
    line = _Line(id=name, data=data, rest=tail if second else None, number=number, place=place)
    if not tab or not _ID.fullmatch(name):
        line.refuse("it does not begin with an id and a tab")
    return line


def _span(line: _Line, found: Lines) -> None:
    match = _SPAN.fullmatch(line.data)
    if match is None:
        line.refuse("after the id there must be a label and offsets, as in 'Claim 0 5' or 'Claim 0 5;16 23'")
    pieces = tuple(tuple(map(int, piece.split(" "))) for piece in match["places"].split(";"))
    if len(pieces) > _MAX_PIECES:
        line.refuse(f"a span of more than {_MAX_PIECES} pieces is none")
    pairs = tuple((start, end) for start, end in pieces)
    if any(start > end for start, end in pairs):
        line.refuse("a span ends before it begins")
    found.spans.append(Span(id=line.id, label=match["label"], pieces=pairs, words=line.rest, line=line.number))


def _attribute(line: _Line, found: Lines) -> None:
    name, _, rest = line.data.strip().partition(" ")
    target, _, value = rest.partition(" ")
    if not target:
        line.refuse("after the id there must be an attribute's name and the id that has it")
    found.attributes.append(Attribute(target=target, name=name, value=value.strip(), where=line.where))


def _note(line: _Line, found: Lines) -> None:
    _, _, target = line.data.strip().partition(" ")
    if not target:
        line.refuse("after the id there must be a note's kind and the id that it is on")
    found.notes.append(Note(target=target, text=line.rest or "", where=line.where))


def _relation(line: _Line, found: Lines) -> None:
    """A relation, or an event, whose trigger is one of its ends: ``R1 Said Arg1:T1 Arg2:T2``, ``E1 Say:T3 Who:T1``."""
    words = line.data.split()
    if not words:
        line.refuse("after the id there must be a relation's or an event's kind and its arguments")
    kind, _, trigger = words[0].partition(":")
    ends = [trigger, *(word.rpartition(":")[2] for word in words[1:])]
    found.relations.append(Related(kind=kind, ends=tuple(filter(None, ends)), where=line.where))


def _with_triggers(relation: Related, triggers: dict[str, str]) -> Related:
    """A relation to an event is one to the words that tell of it."""
    ends = tuple(triggers.get(end, end) for end in relation.ends)
    return Related(kind=relation.kind, ends=ends, where=relation.where)


_READERS: dict[str, Callable[[_Line, Lines], None]] = {
    "T": _span,
    "A": _attribute,
    "M": _attribute,
    "#": _note,
    "R": _relation,
    "E": _relation,
    "*": _relation,
}
_OTHERS = {"N": "normalizations (N), which say what a span is in a database,"}
