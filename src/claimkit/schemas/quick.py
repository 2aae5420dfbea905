"""The quick yes: jsonschema-rs says of a file that is valid that it is, some hundred times as fast as jsonschema.

A no is never its own: whatever it refuses or cannot read goes on to jsonschema, which decides and explains. So all that
must hold is that it accepts nothing that jsonschema refuses; tests hold it to that, on the official test suite and on
thousands of broken files. Patterns are run by Rust's regex crate, which is linear in the text, and which reads what our
patterns are made of (classes, groups, counts, anchors at both ends) as ECMA 262 does.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator


def surely_valid(text: str, raw: object, definition: str = "") -> bool:
    """Whether ``raw`` is valid by the schema in ``text``, or by one of its definitions; False is *not known*."""
    try:
        return quick_validator(text, definition).is_valid(raw)
    except (ValueError, TypeError, OverflowError, RecursionError):  # no JSON (dates of TOML), or nested too deeply
        return False


@cache
def quick_validator(text: str, definition: str) -> Draft202012Validator:
    """The validator of the schema in ``text``; it fetches nothing."""
    from jsonschema_rs import Draft202012Validator, RegexOptions  # noqa: PLC0415 - 25 ms to import

    schema = part(text, definition)
    return Draft202012Validator(schema, validate_formats=False, offline=True, pattern_options=RegexOptions())


def part(text: str, definition: str) -> dict[str, Any]:
    """The schema in ``text``, or that of one of its definitions (a name in ``$defs``)."""
    schema: dict[str, Any] = json.loads(text)
    if not definition:
        return schema
    return {"$schema": schema["$schema"], "$defs": schema["$defs"], "$ref": f"#/$defs/{definition}"}
