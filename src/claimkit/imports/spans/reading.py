"""Files of other tools: UTF-8 with or without a byte order mark; JSON as one value, or as one value a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePath

from claimkit.annotations.jsontext import decode, parse
from claimkit.errors import DataError
from claimkit.imports.spans.values import Value

_MARK = b"\xef\xbb\xbf"


def decoded(data: bytes, place: str) -> str:
    """The text of a file; a UTF-8 byte order mark, which tools on Windows write, is no part of it.

    Raises :class:`DataError` with line and column where it is no UTF-8.
    """
    return decode(data.removeprefix(_MARK), place)


def stem(place: str) -> str:
    """What a file is called, without its folder and its ending."""
    return PurePath(place).name.partition(".")[0] or place


def values(data: bytes, place: str) -> list[Value]:
    """The items of a JSON array, the one value of a JSON file, or those of a file with one a line.

    Raises :class:`DataError` where it is not JSON, or JSON that claimkit does not read: with duplicate keys, NaN, lone
    surrogates, or nested too deeply.
    """
    text = decoded(data, place)
    if _is_lines(text):
        return list(_lines(text, place))
    whole = Value(raw=parse(text, place), place=place)
    return list(whole.listed())


def _is_lines(text: str) -> bool:
    """Whether the first line is a whole object and others follow: an object over several lines is none by itself."""
    first, _, rest = text.lstrip().partition("\n")
    if not first.startswith("{") or not rest.strip():
        return False
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return False
    return True


def _lines(text: str, place: str) -> Iterator[Value]:
    for number, line in enumerate(text.split("\n"), start=1):  # U+2028 and its like may stand within a text
        if not line.strip():
            continue
        try:
            yield Value(raw=parse(line, place), place=place, path=f"line {number}")
        except DataError as error:
            raise DataError(error.what, place=place, line=number, column=error.column, remedy="mend it there") from None
