"""Where annotations stand in a file: alone, in arrays, lines, collections, pages, graphs, answers of Hypothesis."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from claimkit.imports.spans.notes import Notes
from claimkit.imports.spans.values import Value
from claimkit.imports.webannotation.annotations import Annotation, annotation_of
from claimkit.imports.webannotation.hypothesis import is_row, row_of
from claimkit.imports.webannotation.selectors import kind_of

_OURS = re.compile(r"#annotation-(?P<slug>[a-z0-9-]+)-collection")
_HELD = ("first", "items", "rows", "annotations", "@graph")


@dataclass(slots=True, kw_only=True)
class Found:
    """The annotations in the order of the file, with what the collection is called; ``slug`` where it is claimkit's."""

    annotations: list[Annotation] = field(default_factory=list)
    label: str = ""
    slug: str = ""


def found_in(values: Sequence[Value], notes: Notes) -> Found:
    """All annotations; raises :class:`~claimkit.errors.DataError` for an object that is none and holds none."""
    found, waiting = Found(), list(reversed(values))
    while waiting:
        value = waiting.pop()
        if value.is_a(list):
            waiting += reversed(list(value.each()))
        elif is_row(value):
            found.annotations += row_of(value, notes)
        elif kind_of(value) == "Annotation" or (not kind_of(value) and value.has("target")):
            found.annotations.append(annotation_of(value, notes))
        else:
            waiting += reversed(_held(value, found, notes))
    return found


def _held(value: Value, found: Found, notes: Notes) -> list[Value]:
    held = [item for key in _HELD if value.has(key) for item in value.get(key).listed()]
    empty = any(isinstance(value.raw.get(key), list) for key in _HELD)
    if not held and not empty:
        value.refuse("it is no annotation, and holds none", remedy="import Web Annotations, or what Hypothesis exports")
    if ours := _OURS.search(value.get("id", "@id").text()):
        found.slug = ours["slug"]
    label = value.get("label")
    if kind_of(value) == "AnnotationCollection" and label.is_a(str):
        found.label = found.label or label.words()
    if value.has("next"):
        notes.add("further pages of the collection stand elsewhere, and are not read", value.where)
    here = [item for item in held if not item.is_a(str)]
    if len(here) < len(held):
        notes.add("pages and annotations that are only named stand elsewhere, and are not read", value.where)
    return here
