"""Everything that we export, written to a folder: every format for which there is an oracle, of every dossier."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import arabic
import hostile
import pahalgam
from broken.tei import versioned
from claimkit.annotations.dossiers import Dossier, open_dossier
from claimkit.annotations.workspace import Workspace
from claimkit.export import exporter
from claimkit.export.feeds.workspace import ATOM, DATAFEED, Feeds
from claimkit.model.config import Config
from oracles.names import Kind, Name

ROOT = Path(__file__).parents[2]
FRAME = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A CMS</title><style>{}</style></head>'
    "<body><main><h1>A CMS</h1>{}</main></body></html>"
)
"""What a CMS has around a snippet, in short: the style sheet, and the snippet itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file on disk. ``sound`` is the folder with all exports of the dossier that it was made from.

    ``refused_by`` is empty for a sound file; for a broken one it has, of each oracle that must refuse it, a part of
    what that then says.
    """

    path: Path
    kind: Kind
    sound: Path
    refused_by: dict[Name, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """What is in it."""
        return self.path.read_bytes().decode("utf-8")

    @property
    def object(self) -> Any:
        """What is in it, as JSON."""
        return json.loads(self.text)


def dossiers() -> dict[str, tuple[Dossier, Config]]:
    """Those of this repository's articles and those of the tests, with what they are exported by."""
    workspace = Workspace.find(ROOT)
    return {slug: (open_dossier(workspace, slug), workspace.config) for slug in workspace.slugs()} | {
        "versioned": (versioned(), pahalgam.CONFIG),
        "corrected": (pahalgam.dossier(), pahalgam.CONFIG),
        "whole": (pahalgam.own_pages(), pahalgam.FULL),
        "arabic": (arabic.arabic(), arabic.CONFIG),
        "hostile": (hostile.hostile(), hostile.verdicts()),
    }


def exported(folder: Path) -> list[File]:
    """The files of every format that an oracle knows, of every dossier."""
    files = [
        _written(folder / origin, name, form, data)
        for origin, (dossier, config) in dossiers().items()
        for form in Kind
        if form is not Kind.TOMBSTONE
        for name, data in _framed(form, exporter(form)(dossier, config).files).items()
    ]
    return [*files, *_feeds(folder.with_name("workspace"))]


def _feeds(folder: Path) -> Iterator[File]:
    """The feeds of a workspace, which is a copy of this repository."""
    for name in ("seeds", "annotations"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "claimkit.toml", folder)
    Feeds(Workspace.find(folder), last=20).write()
    for name, kind in ((ATOM, Kind.ATOM), (DATAFEED, Kind.DATAFEED)):
        yield File(path=folder / "exports" / name, kind=kind, sound=folder / "exports")


def _framed(form: Kind, files: dict[str, bytes]) -> dict[str, bytes]:
    """The files of a format; snippets each in a frame with their style."""
    if form is not Kind.SNIPPET:
        return files
    style, texts = files["snippet/claimkit.css"].decode("utf-8"), files.items()
    return {name: FRAME.format(style, data.decode("utf-8")).encode() for name, data in texts if name.endswith(".html")}


def _written(folder: Path, name: str, kind: Kind, data: bytes) -> File:
    """One of them, on disk."""
    path = folder / name
    if kind is Kind.CLAIMREVIEW and json.loads(data)["@type"] != "ClaimReview":
        kind = Kind.TOMBSTONE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return File(path=path, kind=kind, sound=folder)
