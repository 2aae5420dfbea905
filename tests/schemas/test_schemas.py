"""The schemas themselves: valid, described, with examples that they accept; and what they refuse, in words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from claimkit import schemas
from claimkit.schemas import FileKind, violations
from claimkit.schemas.wording import WORDINGS

KINDS = list(FileKind)


def schema(kind: FileKind) -> dict[str, Any]:
    return json.loads(schemas.text(kind))  # type: ignore[no-any-return]


def nodes(node: object) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from nodes(value)
    elif isinstance(node, list):
        for value in node:
            yield from nodes(value)


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_valid_by_the_meta_schema(kind: FileKind) -> None:
    meta_schema = Draft202012Validator(Draft202012Validator.META_SCHEMA)
    assert [error.message for error in meta_schema.iter_errors(schema(kind))] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_names_itself_and_its_version(kind: FileKind) -> None:
    top = schema(kind)
    assert top["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert top["$id"] == f"https://claimkit.example/schemas/{schemas.VERSION}/{kind.file_name}"
    if kind is not FileKind.CONFIG:
        assert top["properties"]["schemaVersion"]["const"] == schemas.VERSION


@pytest.mark.parametrize("kind", KINDS)
def test_every_property_has_a_description_and_an_example_or_a_definition_that_has(kind: FileKind) -> None:
    for node in nodes(schema(kind)):
        for name, item in node.get("properties", {}).items():
            if isinstance(item, dict) and set(item) != {"const"}:
                assert item.get("description"), (kind, name)
                if "$ref" not in item and item.get("type") != "object":
                    assert item.get("examples"), (kind, name)


@pytest.mark.parametrize("kind", KINDS)
def test_no_object_takes_unknown_properties(kind: FileKind) -> None:
    for node in nodes(schema(kind)):
        if node.get("type") == "object" and "properties" in node:
            assert node["additionalProperties"] is False


@pytest.mark.parametrize("kind", KINDS)
def test_the_examples_are_valid(kind: FileKind) -> None:
    top = schema(kind)
    assert top["examples"]
    for example in top["examples"]:
        assert list(violations(kind, example)) == []
    for name, definition in top.get("$defs", {}).items():
        for example in definition.get("examples", []):
            assert list(violations(kind, example, name)) == [], name


def test_a_definition_that_stands_in_two_schemas_is_the_same_in_both() -> None:
    seen: dict[str, Any] = {}
    for kind in KINDS:
        for name, definition in schema(kind).get("$defs", {}).items():
            assert seen.setdefault(name, definition) == definition, name


def test_every_keyword_that_can_fail_has_its_wording() -> None:
    silent = {
        "$schema", "$id", "$ref", "$defs", "title", "description", "examples", "properties", "items",
        "propertyNames", "allOf", "if", "then", "else", "minContains",
    }  # fmt: skip
    keywords = set()
    for kind in KINDS:
        top = schema(kind)
        names = {name for node in nodes(top) for name in node.get("properties", {})} | set(top.get("$defs", {}))
        keywords |= {key for node in nodes(top) for key in node if key not in names}
    keywords -= {"en", "fr", "done", "skip", "CK401", "CK608"}  # keys of examples
    own = {"start", "end", "quote", "rank", "label", "id", "score", "reasons", "ledger", "decisions"}
    assert keywords - silent - own - set(WORDINGS) == set()


@pytest.mark.parametrize("kind", KINDS)
def test_no_pattern_names_a_class_about_which_readers_of_patterns_differ(kind: FileKind) -> None:
    """U+FEFF is a blank for ECMA 262 and none for Python, and U+0085 the other way round; digits and letters likewise."""
    patterns = [node["pattern"] for node in nodes(schema(kind)) if isinstance(node.get("pattern"), str)]
    assert [pattern for pattern in patterns if re.search(r"\\[sSwWdDbB]", pattern)] == []


@pytest.mark.parametrize("blank", ["\ufeff", "\u0085", "\u001c", "\u00a0", "\u3000", " "])
def test_no_address_has_a_blank_in_it(blank: str) -> None:
    evidence = {"url": f"https://example.org/a{blank}b", "title": "t", "stance": "supports"}
    assert list(violations(FileKind.REVIEW, evidence, "evidence"))


REVIEW = {"claim": "c1", "disposition": "accepted", "stage": "done", "when": "2025-05-10T08:00:00Z"}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"stage": "finished"}, "stage is \"finished\"; it must be one of draft, done"),
        ({"when": "yesterday"}, "when is \"yesterday\", which is not what it must be"),
        ({"when": "2025-05-10T08:00:00Z\n"}, "which is not what it must be"),
        ({"confidence": 1.5}, "confidence is 1.5; it must be at most 1"),
        ({"confidence": -1}, "confidence is -1; it must be at least 0"),
        ({"confidence": "high"}, "confidence is \"high\"; it must be of type number"),
        ({"verdikt": "true"}, "the file knows no 'verdikt'; it knows claim, disposition"),
        ({"disposition": "edited"}, "needs one of text, kind, anchors"),
        ({"text": "Other words."}, "must not have text or kind or anchors here"),
        ({"rationale": ""}, "rationale is too short"),
        ({"comment": "a\u0001b"}, "comment is \"a\\u0001b\", which is not what it must be"),
        ({"claim": "1c"}, "claim is \"1c\", which is not what it must be"),
        ({"evidence": [{"url": "https://e.org/?a[]=1", "title": "t", "stance": "supports"}]}, "[ and ] are written %5B and %5D"),
        ({"evidence": [{"url": "https://e.org/100%", "title": "t", "stance": "supports"}]}, "a % that begins no escape %25"),
        ({"evidence": [{"url": "javascript:alert(1)", "title": "t", "stance": "supports"}]}, "url is \"javascript:"),
        ({"evidence": [{"url": "https://example.org/", "title": "t"}]}, "evidence[0] has no 'stance'; add it"),
        ({"attribution": {"status": "confirmed", "chain": []}}, "attribution must not have chain here"),
    ],
)  # fmt: skip
def test_a_violation_says_what_is_wrong_and_what_to_do(change: dict[str, Any], words: str) -> None:
    messages = [violation.message for violation in violations(FileKind.REVIEW, REVIEW | change, "review")]
    assert any(words in message for message in messages), messages


def test_the_schemas_are_found_in_the_checkout_and_in_the_wheel() -> None:
    assert {path.name for path in schemas.folder().glob("*.schema.json")} == {kind.file_name for kind in KINDS}
