"""ClaimReview objects against JSON-LD (PyLD), the schema.org vocabulary, and what neither of them sees."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from pyld import jsonld

from oracles.vocabulary import DATES, NUMBERS, PREFIX, TEXTS, Vocabulary, vocabulary

_DATE = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))?")


def claimreview_problems(obj: dict[str, Any], data: Path) -> list[str]:
    """What is wrong with one ClaimReview object."""
    return _jsonld_problems(obj, data) or [*_empty(obj, ""), *_shape(obj), *_names(obj)]


def tombstone_problems(obj: dict[str, Any], data: Path) -> list[str]:
    """What is wrong with the object in the place of a retracted ClaimReview."""
    return _jsonld_problems(obj, data) or [*_empty(obj, ""), *_tombstone(obj)]


def datafeed_problems(obj: dict[str, Any], data: Path) -> list[str]:
    """What is wrong with a DataFeed of ClaimReviews and tombstones, as JSON-LD and by the vocabulary, and with each."""
    found = _jsonld_problems(obj, data) or list(_empty(obj, ""))
    for item in obj.get("dataFeedElement", []):
        for review in item.get("item", []):
            found += [*_shape(review), *_names(review)] if review["@type"] == "ClaimReview" else _tombstone(review)
    return found


def _jsonld_problems(obj: dict[str, Any], data: Path) -> list[str]:
    if obj.get("@context") != "https://schema.org":
        return ["@context is not https://schema.org"]
    # PyLD would mend a relative address with a base of its own; against this one it stays visible.
    (expanded,) = jsonld.expand(obj, {"documentLoader": _loader(data), "base": "relative://x/"})
    return list(_terms(expanded, vocabulary(data), ""))


def _tombstone(obj: dict[str, Any]) -> Iterator[str]:
    """Consumers look for the type at any depth; a collector keeps what has a rating or a claim, whatever its type."""
    text = json.dumps(obj)
    for name in ("ClaimReview", "claimReviewed", "itemReviewed", "reviewRating"):
        if f'"{name}"' in text:
            yield f"it has {name}, and could be taken for a ClaimReview"
    wanted = {"@id", "url", "datePublished", "dateModified", "creativeWorkStatus", "correction", "author"}
    yield from (f"no {name}" for name in sorted(wanted - set(obj)))


def _loader(data: Path) -> Any:
    def load(url: str, _options: object) -> dict[str, Any]:
        assert url == "https://schema.org", f"nothing may be fetched: {url}"
        text = (data / "schemaorg" / "schemaorgcontext.jsonld").read_text(encoding="utf-8")
        return {"contextUrl": None, "documentUrl": url, "document": json.loads(text)}

    return load


def _terms(node: dict[str, Any], words: Vocabulary, path: str) -> Iterator[str]:
    """The context has @vocab, so that PyLD expands a misspelt term without a word: the term list finds it."""
    types = [str(kind).removeprefix(PREFIX) for kind in node.get("@type", [])]
    yield from (f"{path}: no type {kind}" for kind in types if kind not in words.parents)
    if not types:
        yield f"{path}: no type"
    above = {name for kind in types for name in words.ancestors(kind)}
    for iri, values in node.items():
        if iri.startswith("@"):
            continue
        name = iri.removeprefix(PREFIX)
        known = words.properties.get(name)
        if known is None or known.superseded:
            yield f"{path}: no property {name}"
            continue
        if not known.domain & above:
            yield f"{path}: {name} is no property of {types}"
        for value in values:
            yield from _value(value, known.range, words, f"{path}/{name}")


def _value(value: dict[str, Any], allowed: frozenset[str], words: Vocabulary, path: str) -> Iterator[str]:
    match value:
        case {"@value": bool() | None}:
            yield f"{path}: no literal of that kind"
        case {"@value": str() as text}:
            if not allowed & (TEXTS | DATES):
                yield f"{path}: a text where {sorted(allowed)} is wanted"
            elif not allowed & TEXTS and not _is_date(text):
                yield f"{path}: {text!r} is no date"
        case {"@value": _}:
            if not allowed & NUMBERS:
                yield f"{path}: a number where {sorted(allowed)} is wanted"
        case {"@id": str() as iri} if len(value) == 1:
            if not allowed & TEXTS or not re.match("https?://[^/]", iri):
                yield f"{path}: {iri!r} is no address, or none is wanted"
        case _:
            kinds = {name for kind in value.get("@type", []) for name in words.ancestors(kind.removeprefix(PREFIX))}
            if not allowed & kinds:
                yield f"{path}: {value.get('@type')} where {sorted(allowed)} is wanted"
            yield from _terms(value, words, path)


def _is_date(text: str) -> bool:
    try:
        return bool(_DATE.fullmatch(text) and datetime.fromisoformat(text))
    except ValueError:
        return False


def _empty(value: object, path: str) -> Iterator[str]:
    """JSON-LD drops null without a word, and consumers choke on it."""
    if value is None or value in ("", [], {}):
        yield f"{path}: empty"
    elif isinstance(value, str) and value != value.strip():
        if not path.endswith("/hasPart/text"):  # a verbatim quotation is as it is
            yield f"{path}: not trimmed"
    elif isinstance(value, list):
        yield from (problem for item in value for problem in _empty(item, path))
    elif isinstance(value, dict):
        yield from (problem for key, item in value.items() for problem in _empty(item, f"{path}/{key}"))


def _shape(obj: dict[str, Any]) -> Iterator[str]:
    """What Google, Bing and Duke demand; no validator catches a worst rating of 0."""
    wanted = {"@id", "url", "claimReviewed", "datePublished", "author", "itemReviewed", "reviewRating"}
    yield from (f"no {name}" for name in sorted(wanted - set(obj)))
    rating, claim = obj.get("reviewRating", {}), obj.get("itemReviewed", {})
    if not rating.get("alternateName"):
        yield "no reviewRating/alternateName"
    if claim.get("@type") != "Claim" or not claim.get("text") or not isinstance(claim.get("appearance"), list):
        yield "itemReviewed is no Claim with text and appearance"
    numbers = [rating.get(name) for name in ("worstRating", "ratingValue", "bestRating")]
    if numbers != [None] * 3:
        whole = all(type(number) is int for number in numbers)
        if not whole or not 1 <= numbers[0] <= numbers[1] <= numbers[2] or numbers[0] == numbers[2]:
            yield f"the rating's numbers are {numbers}"


def _names(obj: dict[str, Any]) -> Iterator[str]:
    names = [str(obj.get("@id")), str(obj.get("itemReviewed", {}).get("@id"))]
    if len(set(names)) < 2 or any(name.count("#") != 1 for name in names):
        yield f"the names are not distinct, or have not one #: {names}"
    if any(name.partition("#")[0] != str(obj.get("url")).partition("#")[0] for name in names):
        yield f"the names are not below the page: {names}"
