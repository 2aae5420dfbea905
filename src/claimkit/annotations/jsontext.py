"""Strict JSON in, canonical JSON out."""

from __future__ import annotations

import json
import math
import re
from typing import Any, NoReturn

import orjson

from claimkit.annotations.positions import line_and_column, values
from claimkit.errors import DataError

_CANONICAL = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE

# What orjson writes in other letters than Python: small and large numbers at the end of a line (a string ends with its
# quotation mark there), and null, which may have been NaN.
_OTHERWISE = re.compile(rb"(?:[0-9]e[-+]?[0-9]+|0\.0000[0-9]*|null),?\n")

MAX_VALUES = 3_000_000
"""Values of a file, of which ours have a million for twenty thousand claims; each takes memory and time."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")

# The line with which git begins a conflict. No JSON text has a line that begins so: strings hold no line feeds.
_CONFLICT = re.compile(r"^<{7}(?= |\r?$)", re.MULTILINE)


class _NotStrictError(ValueError):
    """json.loads met something that strict reading refuses."""


def decode(data: bytes, place: str) -> str:
    """``data`` as UTF-8 without a byte order mark; raises :class:`DataError` with line and column."""
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        raise DataError(
            "it begins with a byte order mark", place=place, line=1, column=1, remedy="save it as plain UTF-8"
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line, column = line_and_column(before, len(before))
        wrong = f"byte 0x{data[error.start]:02x} is not UTF-8"
        raise DataError(wrong, place=place, line=line, column=column, remedy="save it as UTF-8") from None


def parse(text: str, place: str) -> Any:
    """The value of a JSON text; raises :class:`DataError` with line and column.

    Beyond RFC 8259, which leaves them open, duplicate keys, numbers that are not finite and lone surrogates are errors.
    """
    if text.count(",") + text.count("[") + text.count("{") > MAX_VALUES:
        raise DataError(f"it has over {MAX_VALUES:,} values", place=place, remedy="no file of ours has; divide it")
    if (value := _as_written(text)) is not None:
        return value
    try:
        value = json.loads(
            text, object_pairs_hook=_unique, parse_constant=_refuse, parse_float=_finite, parse_int=_integer
        )
        if "\\u" in text:
            _refuse_lone_surrogates(value)
    except json.JSONDecodeError as error:
        _refuse_conflict(text, place)
        raise DataError(
            f"it is not JSON: {error.msg}", place=place, line=error.lineno, column=error.colno, remedy="mend it there"
        ) from None
    except RecursionError:
        raise DataError("it is nested too deeply", place=place, remedy="no file of ours nests so; replace it") from None
    except _NotStrictError:
        return _explain(text, place)
    return value


def canonical(raw: object) -> bytes:
    """``raw`` as we write it: two spaces, keys in the order given, UTF-8 unescaped, a final line feed."""
    try:
        data = orjson.dumps(raw, option=_CANONICAL | orjson.OPT_PASSTHROUGH_DATACLASS | orjson.OPT_PASSTHROUGH_DATETIME)
        if not _OTHERWISE.search(data):
            return data
    except TypeError:  # what orjson does not write at all, such as an integer of more than 64 bits
        pass
    return (json.dumps(raw, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode("utf-8")


def _as_written(text: str) -> Any:
    """The value of a text that is, letter by letter, what is written for its value; None is *not known*.

    All that strict reading refuses is then not in it: a key that stood twice would be gone, NaN would be null, a number
    too large or too exact for orjson would be another, and a lone surrogate orjson does not read.
    """
    try:
        value = orjson.loads(text)
        return value if orjson.dumps(value, option=_CANONICAL) == text.encode() else None
    except (ValueError, TypeError, RecursionError):
        return None


def _refuse_conflict(text: str, place: str) -> None:
    if marker := _CONFLICT.search(text):
        line, column = line_and_column(text, marker.start())
        remedy = "merge it by 'claimkit merge', see docs/git.md, or keep one of the two versions by hand"
        raise DataError("git left a conflict here", place=place, line=line, column=column, remedy=remedy)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) < len(pairs):
        raise _NotStrictError
    return result


def _refuse(_token: str) -> NoReturn:
    raise _NotStrictError


def _finite(token: str) -> float:
    number = float(token)
    if not math.isfinite(number):
        raise _NotStrictError
    return number


def _integer(token: str) -> int:
    try:
        return int(token)
    except ValueError:  # longer than sys.get_int_max_str_digits()
        raise _NotStrictError from None


def _refuse_lone_surrogates(value: object) -> None:
    stack = [value]
    while stack:
        match stack.pop():
            case str() as item if _LONE_SURROGATE.search(item):
                raise _NotStrictError
            case list() as items:
                stack.extend(items)
            case dict() as items:
                stack.extend(items)
                stack.extend(items.values())


def _explain(text: str, place: str) -> NoReturn:
    """Find what strict reading refused, in the order of the text, and say where it is."""
    seen: set[tuple[str | int, ...]] = set()
    for value in values(text):
        reason = _reason(value.token, value.path, seen)
        seen.add(value.path)
        if reason:
            line, column = line_and_column(text, value.offset)
            raise DataError(reason[0], place=place, line=line, column=column, remedy=reason[1])
    raise AssertionError("strict reading refused a text in which nothing is wrong")


def _reason(token: str, path: tuple[str | int, ...], seen: set[tuple[str | int, ...]]) -> tuple[str, str] | None:
    if path in seen:
        return f"the key {path[-1]!r} stands twice in one object", "keep one of the two"
    key = path[-1] if path else ""
    if _LONE_SURROGATE.search(str(key)) or (token.startswith('"') and _LONE_SURROGATE.search(json.loads(token))):
        return "a lone surrogate is no character", "write the whole character"
    if token in {"NaN", "Infinity", "-Infinity"}:
        return f"{token} is no JSON number", "write a number or leave it out"
    if token[0] in "-0123456789" and _too_large(token):
        return "the number is too large", "write the number that was meant"
    return None


def _too_large(token: str) -> bool:
    try:
        return not math.isfinite(float(token)) or len(token) > len("-") + 4300
    except ValueError:
        return True
