"""One broken file for each row of the tables of broken exports, made of a sound one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

from broken import claimreview, pages, tei, webannotation
from conformance.files import File
from oracles.names import Kind, Name

_OBJECTS = {
    Kind.CLAIMREVIEW: claimreview.BROKEN,
    Kind.TOMBSTONE: claimreview.TOMBSTONE,
    Kind.DUKE: claimreview.DUKE,
    Kind.GOOGLE_API: claimreview.GOOGLE_API,
    Kind.DATAFEED: claimreview.DATAFEED,
    Kind.WEBANNOTATION: webannotation.BROKEN,
}
_TEXTS = {Kind.HTML: pages.PAGE, Kind.ATOM: pages.ATOM, Kind.TEI: tei.SHAPES | tei.FOREIGN | tei.DIGEST | tei.READING}
_RULES = tei.RULES | tei.SEEN_ELSEWHERE
_Made = Iterator[tuple[str, File, bytes, dict[Name, str]]]
"""The name of a row, the sound file, what is made of it, and who must refuse that."""


def broken(folder: Path, sound: Sequence[File]) -> list[File]:
    """The files, written to a folder; ``sound`` are those that are exported."""
    chosen = dict.fromkeys(Kind, "corrected") | {Kind.TEI: "versioned"}
    first = {
        kind: next(one for one in sound if (one.kind, one.sound.name) == (kind, name)) for kind, name in chosen.items()
    }
    made = (*_objects(first), *_texts(first), *_documents(first[Kind.TEI]))
    return [_written(folder, number, *item) for number, item in enumerate(made)]


def _written(folder: Path, number: int, name: str, of: File, data: bytes, refused_by: dict[Name, str]) -> File:
    path = folder / of.kind / f"{number}-{re.sub('[^a-zA-Z0-9]+', '-', name)}{of.path.suffix}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return File(path=path, kind=of.kind, sound=of.sound, refused_by=refused_by)


def _objects(first: dict[Kind, File]) -> _Made:
    for kind, table in _OBJECTS.items():
        for name, (change, refused_by) in table.items():
            item = first[kind].object
            change(item["first"]["items"][0] if kind is Kind.WEBANNOTATION else item)
            yield name, first[kind], json.dumps(item).encode(), refused_by


def _texts(first: dict[Kind, File]) -> _Made:
    for kind, table in _TEXTS.items():
        for name, (old, new, refused_by) in table.items():
            text = first[kind].text
            assert old in text, f"{kind}, {name}: there is no {old!r}"
            yield name, first[kind], text.replace(old, new, 1).encode(), refused_by


def _documents(sound: File) -> _Made:
    for rule, alter in _RULES.items():
        root = etree.fromstring(sound.text.encode())
        alter(root)
        yield f"rule {rule}", sound, etree.tostring(root), {Name.RULES_OURS: f"{rule}:"}
