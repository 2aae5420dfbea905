"""Web Annotations against JSON-LD (PyLD), the terms of the Recommendation's context, and the model's own demands.

The terms and what they stand for are those of the Web Annotation Vocabulary (W3C, 2017), as far as we use them. The
context has no @vocab, so PyLD drops what it does not know without a word: what is dropped is a problem here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pyld import jsonld

ADDRESS = "http://www.w3.org/ns/anno.jsonld"
_OA, _AS, _DC, _FOAF, _XSD = (
    "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#",
    "http://purl.org/dc/terms/", "http://xmlns.com/foaf/0.1/", "http://www.w3.org/2001/XMLSchema#",
)  # fmt: skip

_CLASSES = {
    **dict.fromkeys(
        ("Annotation", "TextualBody", "SpecificResource", "TextQuoteSelector", "TextPositionSelector"), _OA
    ),
    **dict.fromkeys(("Person", "Organization"), _FOAF),
}
_MOTIVATIONS = (
    "assessing",
    "classifying",
    "commenting",
    "describing",
    "identifying",
    "linking",
    "moderating",
    "tagging",
)
_LINKS = {
    "body": f"{_OA}hasBody", "target": f"{_OA}hasTarget", "source": f"{_OA}hasSource", "selector": f"{_OA}hasSelector",
    "creator": f"{_DC}creator", "partOf": f"{_AS}partOf", "first": f"{_AS}first",
}  # fmt: skip
_TEXTS = {
    "format": "http://purl.org/dc/elements/1.1/format", "language": "http://purl.org/dc/elements/1.1/language",
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value", "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "exact": f"{_OA}exact", "prefix": f"{_OA}prefix", "suffix": f"{_OA}suffix", "name": f"{_FOAF}name",
}  # fmt: skip
_TYPED = {
    "created": (f"{_DC}created", "dateTime"), "modified": (f"{_DC}modified", "dateTime"),
    "start": (f"{_OA}start", "nonNegativeInteger"), "end": (f"{_OA}end", "nonNegativeInteger"),
    "total": (f"{_AS}totalItems", "nonNegativeInteger"), "startIndex": (f"{_AS}startIndex", "nonNegativeInteger"),
}  # fmt: skip

CONTEXT: dict[str, Any] = {
    "id": "@id",
    "type": "@type",
    "Software": f"{_AS}Application",
    "AnnotationCollection": f"{_AS}OrderedCollection",
    "AnnotationPage": f"{_AS}OrderedCollectionPage",
    "items": {"@type": "@id", "@id": f"{_AS}items", "@container": "@list"},
    "motivation": {"@type": "@vocab", "@id": f"{_OA}motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": f"{_OA}hasPurpose"},
    **{name: space + name for name, space in _CLASSES.items()},
    **{name: _OA + name for name in _MOTIVATIONS},
    **{name: {"@type": "@id", "@id": iri} for name, iri in _LINKS.items()},
    **_TEXTS,
    **{name: {"@type": _XSD + kind, "@id": iri} for name, (iri, kind) in _TYPED.items()},
}
"""The part of the Recommendation's context that we use; itself it is in no package of a registry that we know of."""

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
_NEEDED = {
    "Annotation": {"id", "target"},
    "TextualBody": {"value"},
    "SpecificResource": {"source"},
    "TextQuoteSelector": {"exact"},
    "TextPositionSelector": {"start", "end"},
    "Composite": {"items"},
    "AnnotationCollection": {"id", "label", "total", "first"},
    "AnnotationPage": {"id", "partOf", "items"},
}
_COMMON = {"id", "type", "created", "modified", "creator"}
_ALLOWED = {
    "Annotation": {"motivation", "body", "target"},
    "TextualBody": {"value", "format", "language", "purpose"},
    "SpecificResource": {"source", "selector", "purpose"},
    "TextQuoteSelector": {"exact", "prefix", "suffix"},
    "TextPositionSelector": {"start", "end"},
    "Composite": {"items"},
    "AnnotationCollection": {"@context", "label", "total", "first"},
    "AnnotationPage": {"partOf", "startIndex", "items"},
    "Person": {"name"},
    "Software": {"name"},
}


def webannotation_problems(collection: dict[str, Any]) -> list[str]:
    """What is wrong with a collection that has its only page, with all its annotations, in it."""
    context = collection.get("@context")
    if not isinstance(context, list) or context[0] != ADDRESS:
        return [f"@context does not begin with {ADDRESS}"]
    problems = list(_nodes(collection, ""))
    if problems:
        return problems
    (expanded,) = jsonld.expand(collection, {"documentLoader": _loaded, "base": "relative://x/"})
    return [*_lost(collection, expanded), *_relative(expanded), *_pointers(collection)]


def _loaded(address: str, _options: object) -> dict[str, Any]:
    assert address == ADDRESS, f"nothing may be fetched: {address}"
    return {"contextUrl": None, "documentUrl": address, "document": {"@context": CONTEXT}}


def _nodes(item: Any, path: str) -> Iterator[str]:
    """Each object: its class, what the class must have and may have, and the form of its values."""
    if isinstance(item, list):
        yield from (problem for number, one in enumerate(item) for problem in _nodes(one, f"{path}/{number}"))
    if item in (None, "", [], {}):
        yield f"{path}: empty"
    if not isinstance(item, dict) or path == "/@context":
        return
    kind = item.get("type")
    if kind not in _ALLOWED:
        yield f"{path}: no type {kind}"
        return
    yield from (f"{path}: a {kind} without {name}" for name in sorted(_NEEDED.get(kind, set()) - set(item)))
    yield from (f"{path}: {name} of a {kind}" for name in item if name not in _ALLOWED[kind] | _COMMON)
    for name in ("motivation", "purpose"):
        if name in item and item[name] not in _MOTIVATIONS:
            yield f"{path}: {item[name]} is no motivation"
    for name in ("created", "modified"):
        if name in item and not _MOMENT.fullmatch(str(item[name])):
            yield f"{path}: {name} {item[name]!r} is no time in UTC"
    if kind == "TextPositionSelector" and not 0 <= item["start"] < item["end"]:
        yield f"{path}: {item['start']}..{item['end']} is no stretch"
    for name, value in item.items():
        if name != "@context":
            yield from _nodes(value, f"{path}/{name}")


def _lost(collection: dict[str, Any], expanded: dict[str, Any]) -> Iterator[str]:
    """Whether PyLD kept each value."""
    before, after = _count(collection), _count(expanded)
    if before != after:
        yield f"of {before} values {after} mean anything"


def _count(item: Any) -> int:
    if isinstance(item, list):
        return sum(map(_count, item))
    if isinstance(item, dict) and not set(item) <= {"@value", "@type", "@language"} and set(item) != {"@id"}:
        return sum(_count(value) for key, value in item.items() if key != "@context")
    return 1


def _relative(item: Any) -> Iterator[str]:
    if isinstance(item, str) and item.startswith("relative://"):
        yield f"{item} is no address"
    elif isinstance(item, list | dict):
        yield from (
            problem for one in (item.values() if isinstance(item, dict) else item) for problem in _relative(one)
        )


def _pointers(collection: dict[str, Any]) -> Iterator[str]:
    """Names are unique, what targets an annotation targets one that is there, and the total is the number."""
    items = collection["first"]["items"]
    names = [item["id"] for item in items]
    if len(names) != len(set(names)) or collection["total"] != len(names):
        yield f"{collection['total']} annotations with {len(set(names))} names"
    for item in items:
        target = item["target"]
        if isinstance(target, list):
            yield f"{item['id']} has several targets: each of them separately"
        elif isinstance(target, str) and "#annotation-" in target and target not in names:
            yield f"{item['id']} targets {target}, which is not there"
