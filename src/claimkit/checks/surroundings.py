"""What the findings on every article depend on, beside its own files."""

from __future__ import annotations

import os
import re
import sys
from collections import defaultdict
from pathlib import Path

import claimkit
from claimkit import schemas, storage
from claimkit.annotations.workspace import CONFIG

_TEXT = re.compile(r"([a-z0-9-]+)(?:\.[0-9]+)?\.txt")


def surroundings(root: Path) -> tuple[str, ...]:
    """The configuration's file, the schemas, claimkit's own files, the installed packages, Python.

    Of claimkit's files size and time count, so that a change is noticed between two versions as well; of packages, the
    names with versions. Raises :class:`DataError` where the configuration cannot be read.
    """
    return (
        storage.sha256(storage.read(root / CONFIG)),
        *(schemas.text(kind) for kind in schemas.FileKind),
        claimkit.__version__,
        *_own_files(),
        *_packages(),
        sys.version,
    )


def _own_files() -> list[str]:
    found = []
    for folder, _, names in os.walk(Path(claimkit.__file__).parent):
        for name in names:
            if not name.endswith(".pyc"):
                status = Path(folder, name).stat()
                found.append(f"{folder}/{name} {status.st_size} {status.st_mtime_ns}")
    return sorted(found)


def _packages() -> list[str]:
    """Each package by the folder in which its version stands: ``jsonschema-4.26.0.dist-info``."""
    folders = [name or "." for name in sys.path if Path(name).is_dir()]
    return sorted(entry.name for folder in folders for entry in os.scandir(folder) if entry.name.endswith(".dist-info"))


def texts_below(folder: Path) -> dict[str, tuple[str, ...]]:
    """The names of all versions of an article's text by its slug; empty where there is no such folder."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for entry in os.scandir(folder) if folder.is_dir() else ():
        if match := _TEXT.fullmatch(entry.name):
            found[match[1]].append(entry.name)
    return {slug: tuple(sorted(names)) for slug, names in found.items()}
