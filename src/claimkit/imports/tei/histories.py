"""What a review was before, out of its changes."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from lxml import etree

from claimkit.imports.tei.anchors import as_written
from claimkit.imports.tei.appearances import appearance_of
from claimkit.imports.tei.links import link_of
from claimkit.imports.tei.nodes import categories, dated, each
from claimkit.imports.tei.origins import origin_of
from claimkit.imports.tei.registers import Registers
from claimkit.model.raw import Raw, camel, to_raw
from claimkit.model.review import AttributionReview, Evidence, Former
from claimkit.model.vocabulary import AttributionStatus

Cited = Callable[[etree._Element, Registers], Evidence]


def history_of(change: etree._Element, registers: Registers, cited: Cited) -> Former:
    """A former state: the properties that gave way, in their order, and what they were."""
    changed: list[str] = []
    was: Raw = {}
    for note in each(change, "note"):
        name = camel(str(note.get("type")).replace("-", "_"))
        changed.append(name)
        if note.get("subtype") != "absent":
            was[name] = _value(name, note, registers, cited)
    return Former(when=dated(change), changed=tuple(changed), was=was)


def _value(name: str, note: etree._Element, registers: Registers, cited: Cited) -> Any:
    if name == "attribution":
        chain = tuple(link_of(item, registers) for item in each(note, "note", "link"))
        return to_raw(AttributionReview(status=AttributionStatus(categories(note)["attribution"]), chain=chain))
    if name == "evidence":
        return [to_raw(cited(ref, registers)) for ref in each(note, "ref", "evidence")]
    return _VALUES.get(name, _words)(note)


def _words(note: etree._Element) -> str:
    return note.text or ""


_VALUES: dict[str, Callable[[etree._Element], Any]] = {
    "confidence": lambda note: json.loads(note.text or "0"),
    "textVersion": lambda note: json.loads(note.text or "0"),
    "anchors": lambda note: [to_raw(anchor) for anchor in as_written(note, "anchor")],
    "replacedBy": lambda note: [_words(ref) for ref in each(note, "ref")],
    "firstAppearance": lambda note: to_raw(appearance_of(note)),
    "ignored": lambda note: [{"code": item.get("n", ""), "reason": _words(item)} for item in each(note, "note")],
    "origin": lambda note: to_raw(origin_of(note)),
}
"""How a property that is more than its words is read, and needs nothing but its note."""
