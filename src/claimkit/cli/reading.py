"""What a command is given to read: a file, or standard input as ``-``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimkit.model.raw import Raw


def bytes_of(name: str) -> bytes:
    """The bytes of a file, or of standard input; raises :class:`claimkit.errors.DataError` where there are too many."""
    from claimkit import storage
    from claimkit.errors import DataError

    if name != "-":
        return storage.read(Path(name))
    if sys.stdin is None:
        raise DataError("standard input is closed", place="-", remedy="name a file")
    data = sys.stdin.buffer.read(storage.MAX_BYTES + 1)
    if len(data) > storage.MAX_BYTES:
        raise DataError(f"it has over {storage.MAX_BYTES:,} bytes", place="-", remedy="divide it")
    return data


def input_lines() -> Iterator[bytes]:
    """The lines of standard input, each read when it is asked for, so that a batch takes no more memory than one.

    Raises :class:`claimkit.errors.DataError` for a line that is too long.
    """
    from claimkit import storage
    from claimkit.errors import DataError

    if sys.stdin is None:
        raise DataError("standard input is closed", place="-", remedy="redirect a file to it")
    number = 0
    while line := sys.stdin.buffer.readline(storage.MAX_BYTES + 1):
        number += 1
        if len(line) > storage.MAX_BYTES:
            raise DataError(f"it has over {storage.MAX_BYTES:,} bytes", place=f"line {number}", remedy="divide it")
        yield line


def json_lines(name: str) -> Iterator[tuple[str, Raw]]:
    """(place, object) for each line that is not blank; raises DataError with the line's number."""
    from claimkit.annotations import jsontext
    from claimkit.errors import DataError

    for number, line in enumerate(bytes_of(name).split(b"\n"), 1):
        place = f"{name}:{number}"
        if line.strip():
            entry = jsontext.parse(jsontext.decode(line, place), place)
            if not isinstance(entry, dict):
                raise DataError("it is no JSON object", place=place, remedy='write {"claim": "...", ...}')
            yield place, entry
