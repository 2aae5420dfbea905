"""Broken Web Annotations: what is done to the first annotation of a collection."""

from __future__ import annotations

from broken.claimreview import Row
from oracles.names import Name

SAFE, ANNOTATION = Name.SAFE, Name.ANNOTATION
OTHER = "https://example.org/#annotation-us-reaffirms-support-for-india-claim-c71e5"

BROKEN: dict[str, Row] = {
    "misspelt term": (
        lambda item: item.update(motivaton="assessing"),
        {ANNOTATION: "motivaton of a Annotation", SAFE: "motivaton"},
    ),
    "misspelt type": (lambda item: item.update(type="Anotation"), {ANNOTATION: "no type Anotation", SAFE: "Anotation"}),
    "unknown motivation": (
        lambda item: item.update(motivation="judging"),
        {ANNOTATION: "judging is no motivation", SAFE: "judging"},
    ),
    "relative address": (lambda item: item.update(id="x"), {ANNOTATION: "no address", SAFE: "Relative"}),
    "no target": (lambda item: item.pop("target"), {ANNOTATION: "without target"}),
    "several targets": (
        lambda item: item.update(target=["https://e.org/1", "https://e.org/2"]),
        {ANNOTATION: "each of them separately"},
    ),
    "target that is not there": (
        lambda item: item.update(target="https://example.org/#annotation-x"),
        {ANNOTATION: "which is not there"},
    ),
    "time in another zone": (
        lambda item: item.update(created="2026-11-24T09:00:00+05:30"),
        {ANNOTATION: "no time in UTC"},
    ),
    "empty body": (lambda item: item.update(body=[]), {ANNOTATION: "empty"}),
    "two with one name": (lambda item: item.update(id=OTHER), {ANNOTATION: "names"}),
    "stretch of nothing": (
        lambda item: item["target"]["selector"][2].update(end=0),
        {ANNOTATION: "no stretch"},
    ),
    "quotation without words": (
        lambda item: item["target"]["selector"][1]["items"][0].pop("exact"),
        {ANNOTATION: "without exact"},
    ),
}
