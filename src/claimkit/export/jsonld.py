"""JSON-LD: objects without anything empty, and their way into a page."""

from __future__ import annotations

from typing import Any, TypeAlias

import orjson

from claimkit.errors import RefusalError

Node: TypeAlias = dict[str, Any]

# Of six encodings the only one that kept hostile payloads exact in five HTML parsers.
_ESCAPES = str.maketrans({character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"})


def node(kind: str, /, **properties: Any) -> Node:
    """An object of a type with the properties that are not empty, texts trimmed."""
    return {"@type": kind} | trimmed(**properties)


def trimmed(**properties: Any) -> Node:
    """The same of texts without blanks at their ends: consumers of ClaimReview compare them letter by letter."""
    for name, value in properties.items():
        if type(value) is str:  # an id of a vocabulary is a text too, and has no blanks
            properties[name] = value.strip()
    return filled(**properties)


def filled(**properties: Any) -> Node:
    """The properties that are not empty, in the order given. Consumers choke on null, "" and []."""
    return {name: value for name, value in properties.items() if value or isinstance(value, int | float)}


def written(item: Node) -> bytes:
    """``item`` as the bytes of a file whose text can also stand in an HTML script element.

    It can neither end that element nor be altered by it. Raises :class:`RefusalError` on a lone surrogate, which is no
    character, and on a whole number of more than 64 bits. Numbers that are not finite are not to be in it: no
    annotation file may have them.
    """
    return _encoded(item, orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def line(item: Node) -> bytes:
    """``item`` on one line without its end, with the same escapes, raising the same."""
    return _encoded(item, 0)


def _encoded(item: Node, options: int) -> bytes:
    try:
        data = orjson.dumps(item, option=options)
    except orjson.JSONEncodeError as error:
        raise RefusalError(f"it cannot be written as JSON: {error}") from None
    return data.decode("utf-8").translate(_ESCAPES).encode("utf-8")
