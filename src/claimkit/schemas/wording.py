"""Schema violations in words that say what to do."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jsonschema import ValidationError

SHOWN = 60
"""Code points of an offending value that a message shows."""


def shown(value: object) -> str:
    """``value`` as JSON, cut short."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def explain(error: ValidationError) -> str:
    """What is wrong and what to do, in one sentence."""
    schema = error.schema if isinstance(error.schema, dict) else {}
    wording = WORDINGS.get(str(error.validator), _other)
    return f"{_name(error)} {wording(error.validator_value, error.instance, schema)}"


def _required(wanted: Any, value: Any, _schema: Any) -> str:
    missing = [name for name in wanted if name not in value]
    return f"has no {', '.join(map(repr, missing))}; add it"


def _unknown(_wanted: Any, value: Any, schema: Any) -> str:
    known = list(schema.get("properties", {}))
    extra = [name for name in value if name not in known]
    return f"knows no {', '.join(map(repr, extra))}; it knows {', '.join(known)}"


def _pattern(_wanted: Any, value: Any, schema: Any) -> str:
    meaning = str(schema.get("description", "")).rstrip(".")
    examples = schema.get("examples", [])
    remedy = f"; write it like {shown(examples[0])}" if examples else ""
    return f"is {shown(value)}, which is not what it must be ({meaning}){remedy}"


def _short(wanted: Any, _value: Any, _schema: Any) -> str:
    return f"is too short: it needs at least {wanted}; fill it in or leave it out"


def _any_of(wanted: Any, _value: Any, _schema: Any) -> str:
    return f"needs one of {', '.join(_required_names(wanted))}"


def _not(wanted: Any, _value: Any, _schema: Any) -> str:
    return f"must not have {' or '.join(_required_names([wanted, *wanted.get('anyOf', [])]))} here"


def _contains(wanted: Any, _value: Any, schema: Any) -> str:
    if "const" in wanted:
        return f"lacks {shown(wanted['const'])}; add it"
    return f"needs at least {schema.get('minContains', 1)} items that have {_required_names([schema['contains']])[0]!r}"


def _other(wanted: Any, _value: Any, _schema: Any) -> str:
    return f"breaks a rule of its schema: {shown(wanted)}"


WORDINGS: dict[str, Callable[[Any, Any, Any], str]] = {
    "required": _required,
    "additionalProperties": _unknown,
    "type": lambda wanted, value, _: f"is {shown(value)}; it must be of type {wanted}",
    "enum": lambda wanted, value, _: f"is {shown(value)}; it must be one of {', '.join(wanted)}",
    "const": lambda wanted, value, _: f"is {shown(value)}; it must be {shown(wanted)}",
    "pattern": _pattern,
    "minLength": _short,
    "minItems": _short,
    "minProperties": _short,
    "maxLength": lambda wanted, value, _: f"has {len(value)} characters; at most {wanted} are allowed",
    "minimum": lambda wanted, value, _: f"is {shown(value)}; it must be at least {wanted}",
    "maximum": lambda wanted, value, _: f"is {shown(value)}; it must be at most {wanted}",
    "uniqueItems": lambda _, __, ___: "names a thing twice; keep one",
    "anyOf": _any_of,
    "not": _not,
    "contains": _contains,
    "minContains": lambda wanted, _, schema: _contains(schema["contains"], None, schema),
}
"""Keyword of JSON Schema 2020-12 to its wording; each schema keyword of ours that can fail stands here (tested)."""


def _name(error: ValidationError) -> str:
    path = list(error.absolute_path)
    names = [part for part in path if isinstance(part, str)]
    index = f"[{path[-1]}]" if path and isinstance(path[-1], int) else ""
    return (names[-1] if names else "the file") + index


def _required_names(schemas: list[dict[str, Any]]) -> list[str]:
    return [name for schema in schemas for name in schema.get("required", [])]
