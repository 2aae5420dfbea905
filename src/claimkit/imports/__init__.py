"""Files of others, and our own exports, taken into a workspace. Cheap to import: a format's module is loaded on demand.

A format of whole workspaces is a module with ``read(data, place)``: the bytes of one file in, an
:class:`~claimkit.imports.files.Imported` out. A format of what others say of articles is a module with
``foreign(data, place)``, which gives :class:`~claimkit.imports.foreign.Foreign`; one that is told which labels are
claims takes ``labels`` too, one whose text is in a second file takes it as ``text``. They read no other file and no
clock, and raise :class:`~claimkit.errors.DataError` for what cannot be trusted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from claimkit.errors import DataError

if TYPE_CHECKING:
    from claimkit.imports.files import Imported
    from claimkit.imports.foreign import Foreign


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """Where a format is read, and how the names of its files end; none where the name says too little.

    ``whole``: it gives back workspace files. ``labels``: it asks which of its labels mark claims. ``beside`` is how the
    name of a second file ends that has the text, where the format has one; it is given as ``text``.
    """

    module: str
    suffixes: tuple[str, ...] = ()
    whole: bool = False
    labels: bool = False
    beside: str = ""


FORMATS = {
    "tei": Format(module="claimkit.imports.tei", suffixes=(".tei.xml", ".xml"), whole=True),
    "claimreview": Format(module="claimkit.imports.claimreview"),
    "webannotation": Format(module="claimkit.imports.webannotation", suffixes=(".annotations.jsonld",), labels=True),
    "brat": Format(module="claimkit.imports.brat", suffixes=(".ann",), labels=True, beside=".txt"),
    "doccano": Format(module="claimkit.imports.doccano", labels=True),
    "labelstudio": Format(module="claimkit.imports.labelstudio", labels=True),
    "averitec": Format(module="claimkit.imports.averitec"),
}
"""The formats by name, in the order in which a file's name is tried."""


class Read(Protocol):
    """What the module of a format of whole workspaces has."""

    def __call__(self, data: bytes, place: str) -> Imported:
        """What the file at ``place`` holds."""


class ReadForeign(Protocol):
    """What the module of a format of others' work has; the options are ``labels`` and ``text``, where it takes them."""

    def __call__(self, data: bytes, place: str, **options: tuple[str, ...] | str) -> Iterable[Foreign]:
        """What the file at ``place`` says, article by article."""


def importer(name: str) -> Read:
    """The ``read`` of a format of whole workspaces, its module loaded."""
    return cast("Read", import_module(FORMATS[name].module).read)


def foreign_reader(name: str) -> ReadForeign:
    """The ``foreign`` of a format of others' work, its module loaded."""
    return cast("ReadForeign", import_module(FORMATS[name].module).foreign)


def format_of(file: str) -> str:
    """The name of the format that a file's name says; raises :class:`DataError` where it says none."""
    for name, form in FORMATS.items():
        if form.suffixes and file.lower().endswith(form.suffixes):
            return name
    known = ", ".join(suffix for form in FORMATS.values() for suffix in form.suffixes)
    raise DataError("nothing says what it is", place=file, remedy=f"--from names the format, or a name in {known} does")
