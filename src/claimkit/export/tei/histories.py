"""What was before: the states that a review gave way to, and the decisions that another one took the place of."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from lxml import etree

from claimkit.export.dates import temporal
from claimkit.export.tei.appearances import add_appearance
from claimkit.export.tei.entries import states_of
from claimkit.export.tei.evidence import add_evidence_ref
from claimkit.export.tei.imported import add_import
from claimkit.export.tei.links import add_former_links
from claimkit.export.tei.places import Places, add_as_written
from claimkit.export.tei.xml import add, add_note
from claimkit.model.decision import Decision
from claimkit.model.raw import from_raw
from claimkit.model.review import Appearance, AttributionReview, Evidence, Former, Origin, Review
from claimkit.model.spans import Anchor


def add_history(parent: etree._Element, review: Review, who: str, places: Places) -> None:
    """Add a change for each former state of the review, oldest first: when, in which stage, and what gave way then."""
    for former, stage in zip(review.history, states_of(review), strict=True):
        change = add_change(parent, stage, former.when, who)
        for name in former.changed:
            _property(change, name, former, places)


def add_change(parent: etree._Element, status: str, when: str, who: str, **attributes: str) -> etree._Element:
    """Add a dated change. Where the calendar has no such day (a 31 February), the date stands in it as it is."""
    change = add(parent, "change", status=status, when=temporal(when), who=who, **attributes)
    if not temporal(when):
        add(change, "date", when)
    return change


def add_replaced(parent: etree._Element, decision: Decision, places: Places) -> None:
    """Add a change for each decision that this one took the place of, oldest first."""
    for former in reversed(list(_before(decision))):
        change = add_change(parent, "replaced", former.when, places.ids.to(("person", former.who)))
        for kind in ("verdict", "how", "review", "why", "rationale"):
            add_note(change, kind, getattr(former, kind))


def _before(decision: Decision) -> Iterator[Decision]:
    former = decision.replaces
    while former:
        yield former
        former = former.replaces


def _property(change: etree._Element, name: str, former: Former, places: Places) -> None:
    """What a property was; ``absent`` where the state had none. Kinds of note are JSON's names with hyphens."""
    kind = "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name)
    if name not in former.was:
        add(change, "note", type=kind, subtype="absent")
        return
    value: Any = former.was[name]
    note = add(change, "note", value if isinstance(value, str) else "", type=kind)
    match name:
        case "confidence" | "textVersion":
            note.text = json.dumps(value)
        case "anchors":
            add_as_written(note, "anchor", (from_raw(Anchor, item) for item in value))
        case "replacedBy":
            for item in value:
                add(note, "ref", item)
        case "attribution":
            attribution = from_raw(AttributionReview, value)
            note.set("ana", places.ids.to(("attribution", attribution.status)))
            add_former_links(note, attribution.chain, places)
        case "firstAppearance":
            add_appearance(note, from_raw(Appearance, value))
        case "ignored":
            for item in value:
                add(note, "note", item["reason"], n=item["code"])
        case "origin":
            add_import(note, from_raw(Origin, value))
        case "evidence":
            for item in value:
                add_evidence_ref(note, from_raw(Evidence, item), places.ids)
