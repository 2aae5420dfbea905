"""What a review was before, out of its changes."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from lxml import etree

from claimkit.imports.tei.anchors import as_written
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
    match name:
        case "confidence" | "textVersion":
            return json.loads(note.text or "0")
        case "anchors":
            return [to_raw(anchor) for anchor in as_written(note, "anchor")]
        case "replacedBy":
            return [ref.text or "" for ref in each(note, "ref")]
        case _ if note.text:
            return note.text
        case _:
            return _nested(name, note, registers, cited)


def _nested(name: str, note: etree._Element, registers: Registers, cited: Cited) -> Any:
    """A property that is an object or a list of objects; a text that is empty is neither."""
    match name:
        case "attribution":
            chain = tuple(link_of(item, registers) for item in each(note, "note", "link"))
            status = AttributionStatus(categories(note)["attribution"])
            return to_raw(AttributionReview(status=status, chain=chain))
        case "origin":
            return to_raw(origin_of(note))
        case "evidence":
            return [to_raw(cited(ref, registers)) for ref in each(note, "ref", "evidence")]
        case _:
            return ""
