"""Workspace files given back by what was made of them. Cheap to import: a format's module is loaded when asked for.

A format is a module with ``read(data, place)``: the bytes of one file in, an :class:`~claimkit.imports.files.Imported`
out. It reads no other file and no clock, and raises :class:`~claimkit.errors.DataError` for what it cannot trust.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from claimkit.errors import DataError

if TYPE_CHECKING:
    from claimkit.imports.files import Imported


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """Where a format is read, and how the names of its files end."""

    module: str
    suffixes: tuple[str, ...]


FORMATS = {"tei": Format(module="claimkit.imports.tei", suffixes=(".tei.xml", ".xml"))}
"""The formats by name, in the order in which a file's name is tried."""


class Read(Protocol):
    """What each format's module has."""

    def __call__(self, data: bytes, place: str) -> Imported:
        """What the file at ``place`` holds."""


def importer(name: str) -> Read:
    """The ``read`` of a format, its module loaded."""
    return cast("Read", import_module(FORMATS[name].module).read)


def format_of(file: str) -> str:
    """The name of the format that a file's name says; raises :class:`DataError` where it says none."""
    for name, form in FORMATS.items():
        if file.lower().endswith(form.suffixes):
            return name
    known = ", ".join(suffix for form in FORMATS.values() for suffix in form.suffixes)
    raise DataError("nothing says what it is", place=file, remedy=f"--from names the format, or a name in {known} does")
