"""Rendering an article's dossier into other formats. Cheap to import: a format's module is loaded when it is asked for.

A format is a module with ``render(dossier, config, claims=None)``. It reads no clock and no file, so the same dossier
and configuration give the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, Protocol, cast

from claimkit.errors import RefusalError

if TYPE_CHECKING:
    from pathlib import Path

    from claimkit.annotations.dossiers import Dossier
    from claimkit.model.config import Config


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """Where a format is rendered, and what its files are called below ``exports/<slug>/``."""

    module: str
    files: str


FORMATS = {
    "claimreview": Format(module="claimkit.export.claimreview", files="claimreview/*.jsonld"),
    "tei": Format(module="claimkit.export.tei", files="{slug}.tei.xml"),
}
"""The formats by name: the one list, which feeds the command line's choice too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A claim that has no place in the export as it stands, with the reasons. Nothing is wrong with it."""

    claim: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A claim that ought to be in the export and may not be, with the reasons and what to do."""

    claim: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """The files of an export by their names below ``exports/<slug>/``, in order, and the claims that are not in it."""

    files: dict[str, bytes]
    left_out: tuple[LeftOut, ...] = ()
    refused: tuple[Refusal, ...] = ()


class Render(Protocol):
    """What each format's module has."""

    def __call__(self, dossier: Dossier, config: Config, claims: frozenset[str] | None = None) -> Rendering:
        """The dossier in the format; ``claims`` are the ids to render, None for all."""


def exporter(name: str) -> Render:
    """The ``render`` of a format, its module loaded; raises :class:`RefusalError` for a format that there is not."""
    if name not in FORMATS:
        raise RefusalError(f"there is no format {name!r}", remedy=f"choose one of {', '.join(FORMATS)}")
    return cast("Render", import_module(FORMATS[name].module).render)


def exported(folder: Path, slug: str) -> dict[str, list[str]]:
    """The names of the files in ``folder``, the article's folder of exports, by format, where there are any."""
    found = {name: _matching(folder, form.files.format(slug=slug)) for name, form in FORMATS.items()}
    return {name: names for name, names in found.items() if names}


def _matching(folder: Path, pattern: str) -> list[str]:
    """The names below ``folder`` of the files that a pattern such as ``claimreview/*.jsonld`` is about."""
    from claimkit import storage  # noqa: PLC0415 - the command line loads this module for every --help

    place = PurePath(pattern)
    return [
        (place.parent / path.name).as_posix()
        for path in storage.entries(folder / place.parent)
        if path.match(place.name)
    ]
