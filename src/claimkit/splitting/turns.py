"""Speakers that a layout names: *WALLACE:* before what they say, *― Ana Lopez* behind it."""

from __future__ import annotations

import re
from functools import lru_cache

from claimkit.model.attribution import Link, Source
from claimkit.model.spans import Anchor
from claimkit.model.vocabulary import Mode, SourceType

_LABELS = frozenset(
    {"ADVERTISEMENT", "ANALYSIS", "BREAKING", "CAUTION", "CORRECTION", "EDITOR", "EXCLUSIVE", "FILE", "LIVE", "NOTE"}
    | {"MYTH", "FALSE", "TRUE", "CLAIM", "FACT", "FACTS", "VERDICT", "RULING", "FIRE", "POINT", "SCORE", "SUMMARY"}
    | {"BACKGROUND", "HAPPENED", "RATING", "CONCLUSION", "CONTEXT", "QUESTION", "TOPLINE", "WHY", "WHAT", "HOW"}
    | {
        "OPINION",
        "PHOTO",
        "PHOTOS",
        "READ",
        "RELATED",
        "MORE",
        "SOURCE",
        "SPOILER",
        "UPDATE",
        "UPDATED",
        "VIDEO",
        "WARNING",
        "WATCH",
    }
)
"""Capitals before a colon that are no speaker."""

MIN_TURNS = 2
"""Turns that a talk has at least: one name before a colon is a place, *MUMBAI:*, or a label."""

_ACRONYM = 4
"""Letters up to which capitals alone are an organization: *NASA*."""

_TURN = re.compile(r"[\"“]?(?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3})(?P<cue>:)[ \t]+(?=\S)")
_NAME = r"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|of|de|van|von|al|bin)){0,4}"
_SIGNATURE = re.compile(
    rf"(?<=[\"”])[ \t]*(?P<cue>[―—–]|--?)[ \t]*(?P<name>{_NAME})(?:, [^.\n]{{1,60}})?[ \t\u00a0]*$", re.MULTILINE
)


def without_turns(text: str) -> str:
    """A block with blanks where its layout names a speaker, of the same length."""
    turn = _turn(text, 0)
    if turn:
        text = " " * turn.end() + text[turn.end() :]
    return _SIGNATURE.sub(lambda match: " " * len(match[0]), text)


def turn_of(text: str, start: int, end: int) -> Link | None:
    """Who speaks in the paragraph whose first sentence starts at ``start``, by the name and colon before it."""
    line = text.rfind("\n", 0, start) + 1
    turn = _turn(text, line)
    spoken = turn is not None and turn.end() <= start and _count(text) >= MIN_TURNS
    return _link(turn, text, start, end) if turn and spoken else None


@lru_cache(maxsize=2)
def _count(text: str) -> int:
    """How many paragraphs begin with a name in capitals and a colon."""
    return sum(_turn(text, match.end()) is not None for match in re.finditer(r"^", text, re.MULTILINE))


def signature_of(text: str, start: int, end: int) -> Link | None:
    """Who signs the quotation ``text[start:end]``."""
    signed = _SIGNATURE.match(text, end)
    return _link(signed, text, start, end) if signed else None


def _turn(text: str, place: int) -> re.Match[str] | None:
    found = _TURN.match(text, place)
    return found if found and not _LABELS.intersection(found["name"].split()) else None


def _link(found: re.Match[str], text: str, start: int, end: int) -> Link:
    name = Anchor.at(text, found.start("name"), found.end("name"))
    acronym = found["name"].isupper() and " " not in found["name"] and len(found["name"]) <= _ACRONYM
    written = found["name"].title() if found["name"].isupper() and not acronym else found["name"]
    kind = SourceType.ORGANIZATION if acronym else SourceType.PERSON
    return Link(
        source=Source(name=written, type=kind, anchor=name),
        cue=Anchor.at(text, found.start("cue"), found.end("cue")),
        content=(Anchor.at(text, start, end),),
        mode=Mode.DIRECT,
    )
