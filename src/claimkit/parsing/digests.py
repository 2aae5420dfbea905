"""Files that are kept with a digest of each, so that a damaged one is found before it does harm."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from claimkit.errors import SplitError

DIGESTS = "digests.json"
"""The SHA-256 of each of the other files."""

_REMEDY = "install claimkit again, or put the folder back as it was"


def with_digests(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files and, as one more, their digests."""
    found = {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items()) if name != DIGESTS}
    return {**files, DIGESTS: (json.dumps(found, indent=1) + "\n").encode()}


def write(files: Mapping[str, bytes], folder: Path) -> None:
    """Write the files and their digests into that folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in with_digests(files).items():
        (folder / name).write_bytes(data)


def read(folder: Path, names: Iterable[str]) -> dict[str, bytes]:
    """The files of those names and their digests, not verified yet.

    Raises :class:`~claimkit.errors.SplitError` where one cannot be read.
    """
    files: dict[str, bytes] = {}
    for name in (*names, DIGESTS):
        try:
            files[name] = (folder / name).read_bytes()
        except OSError as error:
            raise damaged(folder / name, error.strerror or str(error)) from error
    return files


def verify(files: Mapping[str, bytes], names: Iterable[str], folder: Path) -> None:
    """Raise :class:`~claimkit.errors.SplitError` where a file is missing or is not what was shipped.

    ``folder`` is where the message says that the files lie.
    """
    try:
        digests = dict(json.loads(files[DIGESTS]))
    except (KeyError, TypeError, ValueError) as error:
        raise damaged(folder / DIGESTS, str(error)) from error
    for name in names:
        if name not in digests:
            raise damaged(folder / DIGESTS, f"it does not tell that of {name}")
        if hashlib.sha256(files.get(name, b"")).hexdigest() != digests[name]:
            raise damaged(folder / name, f"its SHA-256 is not {digests[name]}")


def damaged(path: Path, why: str) -> SplitError:
    """The error that names a file which cannot be used, and says what to do."""
    return SplitError(f"{path} is missing or damaged: {why}", remedy=_REMEDY)
