"""A workspace: the folder with a claimkit.toml, and where its files lie."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

from claimkit import storage
from claimkit.annotations.jsontext import decode
from claimkit.annotations.settings import refuse_unsound
from claimkit.annotations.templates import templates
from claimkit.errors import WorkspaceError
from claimkit.model.config import Config
from claimkit.model.raw import from_raw
from claimkit.schemas import FileKind, violations

CONFIG = "claimkit.toml"

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ID = re.compile(r"[A-Za-z][A-Za-z0-9._-]{0,63}")
MAX_SLUG = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """Where things lie. Every path that comes from outside goes through :func:`claimkit.storage.inside`."""

    root: Path
    config: Config

    @classmethod
    def find(cls, start: Path) -> Workspace:
        """The workspace that ``start`` lies in; raises :class:`WorkspaceError` when there is none."""
        for folder in (start.resolve(), *start.resolve().parents):
            if (folder / CONFIG).is_file():
                return cls(root=folder, config=read_config(folder / CONFIG))
        raise WorkspaceError(
            f"no {CONFIG} here or in any folder above", place=str(start), remedy="make a workspace with 'claimkit init'"
        )

    @property
    def pipeline(self) -> str:
        """The configured pipeline's name, or its path from the top of the workspace; empty is the one that ships."""
        name = self.config.split.pipeline
        return str(self.root / name) if name and (self.root / name).is_dir() else name

    def text_path(self, slug: str, version: int = 1) -> Path:
        """A version of an article's text; the first one's file has no number."""
        return self._path("seeds", text_name(checked_slug(slug), version))

    def claims_path(self, slug: str) -> Path:
        """The claims of an article."""
        return self._path("annotations", checked_slug(slug), "claims.json")

    def review_path(self, slug: str, reviewer: str) -> Path:
        """One reviewer's file on an article."""
        return self._path("annotations", checked_slug(slug), "reviews", f"{checked_reviewer(reviewer)}.json")

    def decisions_path(self, slug: str) -> Path:
        """The decisions on an article."""
        return self._path("annotations", checked_slug(slug), "decisions.json")

    def captures_path(self, slug: str) -> Path:
        """The folder of the pages that reviewers kept as evidence on an article."""
        return self._path("annotations", checked_slug(slug), "captures")

    def capture_path(self, slug: str, name: str) -> Path:
        """One of them, by its name below that folder."""
        return self._path("annotations", checked_slug(slug), "captures", name)

    def export_path(self, slug: str) -> Path:
        """The folder of an article's exports."""
        return self._path("exports", checked_slug(slug))

    def feed_path(self, name: str) -> Path:
        """A feed of the whole workspace; a slug has no full stop, so no article's folder is in its way."""
        return self._path("exports", name)

    def review_paths(self, slug: str) -> list[Path]:
        """All reviewers' files on an article, by name."""
        folder = self._path("annotations", checked_slug(slug), "reviews")
        files = [path for path in storage.entries(folder) if path.suffix == ".json"]
        return [storage.inside(self.root, path) for path in files]

    def slugs(self) -> list[str]:
        """The articles that have claims, by slug; raises :class:`WorkspaceError` for a folder whose name is no slug."""
        folder = self.root / "annotations"
        return [checked_folder(name) for name in self.folders() if (folder / name / "claims.json").exists()]

    def folders(self) -> list[str]:
        """The folders of annotations by name, hidden ones left out."""
        found = storage.entries(self._path("annotations"))
        return [path.name for path in found if path.is_dir() and not path.name.startswith(".")]

    def relative(self, path: Path) -> str:
        """``path`` from the top of the workspace, with forward slashes, for messages and files."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)

    def _path(self, *parts: str) -> Path:
        return storage.inside(self.root, self.root.joinpath(*parts))


def text_name(slug: str, version: int) -> str:
    """The name of the file of a version of the text, below seeds/; a slug has no full stop, so no two are the same."""
    return f"{slug}.txt" if version == 1 else f"{slug}.{version}.txt"


def read_config(path: Path) -> Config:
    """The configuration in ``path``; raises :class:`WorkspaceError` that names everything wrong with it."""
    config = parse_config(decode(storage.read(path), str(path)), str(path))
    if not config.html.templates:
        return config
    return replace(config, html=replace(config.html, sources=templates(path.parent, config.html.templates)))


def parse_config(text: str, place: str) -> Config:
    """The configuration that ``text`` is; raises :class:`WorkspaceError` that names everything wrong with it."""
    try:
        raw = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # ValueError: no TOML, or a number of thousands of digits
        raise WorkspaceError(f"it is not TOML: {error}", place=place, remedy="mend it there") from None
    wrong = [violation.message for violation in violations(FileKind.CONFIG, raw)]
    if wrong:
        raise WorkspaceError("; ".join(wrong), place=place)
    config = from_raw(Config, raw)
    refuse_unsound(config, place)
    return config


def slug_like(name: str) -> str:
    """A slug like ``name``; empty where nothing of it can stand in one."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:MAX_SLUG].strip("-")


def checked_slug(slug: str) -> str:
    """``slug`` if it is one; raises :class:`WorkspaceError`."""
    if len(slug) > MAX_SLUG or not _SLUG.fullmatch(slug):
        raise WorkspaceError(
            f"{slug!r} is no slug", remedy="use lower-case letters and digits with single hyphens, like bridge-closed"
        )
    return slug


def checked_folder(name: str) -> str:
    """The name of a folder below annotations/, if it is a slug; raises :class:`WorkspaceError`."""
    try:
        return checked_slug(name)
    except WorkspaceError as error:
        remedy = "rename the folder (lower-case letters and digits with single hyphens), or move it out of annotations/"
        raise WorkspaceError(error.what, place=f"annotations/{name}", remedy=remedy) from None


def checked_reviewer(reviewer: str) -> str:
    """``reviewer`` if it is an id; raises :class:`WorkspaceError`."""
    if not _ID.fullmatch(reviewer):
        raise WorkspaceError(
            f"{reviewer!r} is no reviewer id", remedy="begin with a letter and use letters, digits, '.', '_' and '-'"
        )
    return reviewer
