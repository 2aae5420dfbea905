"""Rendering an article's dossier into other formats. Cheap to import: a format's module is loaded when it is asked for.

A format is a module with ``render(dossier, config, claims=None)``. It reads no clock and no file, so the same dossier
and configuration give the same bytes. Others add formats by entry points of the group ``claimkit.exports``: the name of
the format, and a module that also has ``FILES``, the pattern of its files' names (see :class:`Format`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Protocol, cast

from claimkit.errors import RefusalError
from claimkit.model.vocabulary import Profile

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from claimkit.annotations.dossiers import Dossier
    from claimkit.model.config import Config

GROUP = "claimkit.exports"
"""The entry points by which an installed package adds a format: its name, and its module."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """Where a format is rendered, and what its files are called below ``exports/<slug>/``: patterns with {slug}.

    {claim} stands for any claim that the article's files know: what else lies beside pages may be the desk's own. Of a
    format that an installed package adds, there are none here, and one stands in its module. Where neither the command
    nor claimkit.toml names any, the ``usual`` ones are exported, and those of the profiles of claimkit.toml.
    """

    module: str
    files: tuple[str, ...] = ()
    usual: bool = True
    profile: Profile | None = None


FORMATS = {
    "claimreview": Format(module="claimkit.export.claimreview", files=("claimreview/*.jsonld",)),
    "tei": Format(module="claimkit.export.tei", files=("{slug}.tei.xml",)),
    "webannotation": Format(module="claimkit.export.webannotation", files=("{slug}.annotations.jsonld",), usual=False),
    "csv": Format(module="claimkit.export.tables.csvtable", files=("{slug}.claims.csv",), usual=False),
    "jsonl": Format(module="claimkit.export.tables.jsonlines", files=("{slug}.claims.jsonl",), usual=False),
    "atom": Format(module="claimkit.export.feeds.atom", files=("feed.atom",), usual=False),
    "datafeed": Format(
        module="claimkit.export.feeds.datafeed", files=("datafeed.jsonld",), usual=False, profile=Profile.DATACOMMONS
    ),
    "parquet": Format(module="claimkit.export.tables.parquet", files=("{slug}.claims.parquet",), usual=False),
    "html": Format(module="claimkit.export.html", files=("html/index.html", "html/{claim}.html"), usual=False),
    "snippet": Format(
        module="claimkit.export.html.snippets",
        files=("snippet/article.html", "snippet/claimkit.css", "snippet/{claim}.html"),
        usual=False,
    ),
    "report": Format(module="claimkit.export.html.report", files=("{slug}.report.html",), usual=False),
    "duke": Format(module="claimkit.export.duke", files=("duke/*.json",), usual=False, profile=Profile.DUKE),
    "google-api": Format(
        module="claimkit.export.google_api", files=("google-api/*.json",), usual=False, profile=Profile.GOOGLE_API
    ),
}
"""Our own formats by name, in the order in which they are exported."""


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


@cache
def formats() -> dict[str, Format]:
    """All formats by name: ours first, then those of installed packages; none of theirs takes the name of ours."""
    from importlib.metadata import entry_points  # noqa: PLC0415 - the command line loads this module for every --help

    found = {item.name: Format(module=item.value) for item in entry_points(group=GROUP) if item.name not in FORMATS}
    return FORMATS | dict(sorted(found.items()))


def default_formats(config: Config) -> tuple[str, ...]:
    """The formats to export where none is named: those that claimkit.toml names, else the usual and its profiles'."""
    if config.export.formats is not None:
        return config.export.formats
    profiles = config.claimreview.profiles
    return tuple(name for name, form in formats().items() if form.usual or form.profile in profiles)


def exporter(name: str) -> Render:
    """The ``render`` of a format, its module loaded; raises :class:`RefusalError` where there is none."""
    return cast("Render", _of_module(name, "render"))


def exported(folder: Path, slug: str, claims: Iterable[str] = ()) -> dict[str, list[str]]:
    """The names of the files in ``folder``, the article's folder of exports, by format, where there are any.

    ``claims`` are the ids of all claims that the article's files know: pages of others are not ours.
    """
    known = tuple(sorted(set(claims)))
    patterns = {name: form.files or (str(_of_module(name, "FILES")),) for name, form in formats().items()}
    found = {
        name: sorted(
            {file for pattern in several for file in _matching(folder, pattern.replace("{slug}", slug), known)}
        )
        for name, several in patterns.items()
    }
    return {name: names for name, names in found.items() if names}


def _of_module(name: str, needed: str) -> Any:
    """What a format's module has under a name; raises :class:`RefusalError` that says what is missing."""
    if name not in formats():
        raise RefusalError(f"there is no format {name!r}", remedy=f"choose one of {', '.join(formats())}")
    place = formats()[name].module
    try:
        return getattr(import_module(place), needed)
    except (ImportError, AttributeError) as error:
        remedy = "mend the package that adds it, or remove it"
        raise RefusalError(f"the format {name!r} cannot be used: {place}: {error}", remedy=remedy) from error


def _matching(folder: Path, pattern: str, claims: tuple[str, ...]) -> list[str]:
    """The names below ``folder`` of the files that a pattern such as ``claimreview/*.jsonld`` is about."""
    from claimkit import storage  # noqa: PLC0415 - the command line loads this module for every --help

    place = PurePath(pattern)
    if (folder / place.parent).is_file():  # somebody's own; there is nothing below it
        return []
    named = {place.name.replace("{claim}", claim) for claim in claims} if "{claim}" in place.name else None
    return [
        (place.parent / path.name).as_posix()
        for path in storage.entries(folder / place.parent)
        if (path.match(place.name) if named is None else path.name in named) and not path.is_dir()
    ]
