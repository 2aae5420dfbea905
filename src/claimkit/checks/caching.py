"""What was found on an article, kept for the next check of the very same files.

An entry is kept for each article, with all that the answer depends on: the digests of its files, and one digest
(``by``) of the configuration, the schemas, claimkit's own files, the installed packages and Python. Where size, times
and inode of a file are those on record, its digest is taken to be so too, unless it was changed about when the entry
was written: a second change might then have left the same times (git calls that racy), and the file is read. What is
not as on record is checked anew. An entry is JSON; one that cannot be read, or that says anything odd, is no entry.

Whoever can write entries can forge answers. So they do not lie in the workspace, where another's branch could bring
some along, unless somebody asks for that.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from claimkit import storage
from claimkit.annotations.workspace import Workspace
from claimkit.checks.entries import findings_of, raw_of
from claimkit.checks.surroundings import surroundings, texts_below
from claimkit.errors import ClaimkitError
from claimkit.model.findings import Finding

RACY = 2_000_000_000
"""Nanoseconds: the coarsest clock of a file system that is in use (FAT's)."""

State = dict[str, list[Any]]
"""By name from the top of the workspace: size, both times, inode and digest of a file; nothing of a folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cache:
    """The entries for the workspace at ``root``; ``texts`` are the names below seeds/ by slug."""

    root: str
    folder: Path
    by: str
    texts: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, workspace: Workspace, place: Path, as_of: str) -> Cache | None:
        """The workspace's cache below ``place``; None where a folder of its is a link, or cannot be looked into."""
        root = workspace.root
        if any((root / name).is_symlink() for name in ("annotations", "exports", "seeds")):
            return None
        try:
            by = storage.sha256(repr((str(root), as_of, workspace.config, surroundings(root))).encode())
            folder = place / storage.sha256(str(root).encode())[:16]
            return cls(root=str(root), folder=folder, by=by, texts=texts_below(root / "seeds"))
        except (ClaimkitError, OSError, ValueError):
            return None

    def look(self, slug: str) -> list[Finding] | None:
        """What was found on the article, where nothing that it depends on has changed since."""
        try:
            with self._path(slug).open("rb") as file:
                sure = os.fstat(file.fileno()).st_mtime_ns - RACY
                entry = orjson.loads(file.read())
            if entry["by"] != self.by:
                return None
            findings, known = findings_of(entry["findings"]), entry["files"]
            state = self._state(slug, known, sure)
            if _contents(state) != _contents(known):
                return None
        except (OSError, ValueError, TypeError, KeyError, AttributeError, IndexError):
            return None
        if state != known or any(row[2] >= sure for row in state.values() if row):
            self._put(slug, state, findings)  # so that the next look need not read the files
        return findings

    def state(self, slug: str) -> State | None:
        """The state of all that the article's findings depend on; None where that cannot be told."""
        try:
            return self._state(slug, {}, 0)
        except (OSError, ValueError):
            return None

    def keep(self, slug: str, state: State, findings: list[Finding]) -> None:
        """Keep what was found on the article in this state, unless it has changed meanwhile."""
        try:
            unchanged = self._state(slug, state, sys.maxsize) == state
        except (OSError, ValueError):
            return
        if unchanged:
            self._put(slug, state, findings)

    def _put(self, slug: str, state: State, findings: list[Finding]) -> None:
        """A full disk, or a folder that may not be written, keeps nothing, and nobody minds."""
        try:
            if not self.folder.exists():
                storage.deposit(self.folder / ".gitignore", b"*\n")
            data = orjson.dumps({"by": self.by, "files": state, "findings": raw_of(findings)})
            storage.deposit(self._path(slug), data)
        except (OSError, TypeError):  # TypeError: a name of a file that is no UTF-8
            return

    def _path(self, slug: str) -> Path:
        name = storage.sha256(os.fsencode(slug))
        return self.folder / name[:2] / f"{name[2:]}.json"

    def _state(self, slug: str, known: State, sure: int) -> State:
        """Each file as it is now; raises OSError for what is neither file nor folder: who knows where a link leads.

        A digest is that of ``known`` where all else is, and the file was changed before ``sure``.
        """
        found: State = {}
        for name, status in self._files(slug):
            if stat.S_ISDIR(status.st_mode):
                found[name] = []
                continue
            if not stat.S_ISREG(status.st_mode):
                raise OSError("neither file nor folder")
            row = [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]
            old = known.get(name)
            trusted = old and old[:4] == row and status.st_ctime_ns < sure
            found[name] = old if old and trusted else [*row, storage.digest(Path(self.root, name))]
        return found

    def _files(self, slug: str) -> Iterator[tuple[str, os.stat_result]]:
        for name in (f"annotations/{slug}", f"exports/{slug}"):
            yield from _below(self.root, name)
        for text in self.texts.get(slug, ()):
            yield f"seeds/{text}", os.lstat(f"{self.root}/seeds/{text}")


def _below(root: str, top: str) -> Iterator[tuple[str, os.stat_result]]:
    """A folder and all below it, by name from ``root``; nothing where there is none."""
    try:
        yield top, os.lstat(f"{root}/{top}")
    except FileNotFoundError:
        return
    folders = [top]
    while folders:
        folder = folders.pop()
        with os.scandir(f"{root}/{folder}") as entries:
            for entry in entries:
                name = f"{folder}/{entry.name}"
                yield name, entry.stat(follow_symlinks=False)
                if entry.is_dir(follow_symlinks=False):
                    folders.append(name)


def _contents(state: State) -> dict[str, str | None]:
    return {name: row[4] if row else None for name, row in state.items()}
