"""The feeds of the whole workspace, made article by article: no more than one dossier is in memory."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from claimkit import storage
from claimkit.annotations.dossiers import open_dossier
from claimkit.annotations.workspace import Workspace
from claimkit.errors import RefusalError
from claimkit.export import Refusal
from claimkit.export.feeds import atom, datafeed
from claimkit.export.feeds.updates import Update, updates

ATOM, DATAFEED = "feed.atom", "datafeed.jsonld"


def present(workspace: Workspace) -> dict[str, Path]:
    """The feeds that there are, by name: they are written where somebody wants them."""
    paths = {name: workspace.feed_path(name) for name in (ATOM, DATAFEED)}
    return {name: path for name, path in paths.items() if path.is_file()}


@dataclass(slots=True)
class Feeds:
    """What is met on the way: the newest updates, as many as Atom is to have, and the refusals by article."""

    workspace: Workspace
    last: int
    refused: list[tuple[str, Refusal]] = field(default_factory=list)
    _articles: dict[str, str] = field(default_factory=dict)
    _newest: list[tuple[str, str, str, Update]] = field(default_factory=list)

    @classmethod
    def of(cls, found: dict[str, Path], workspace: Workspace) -> Feeds:
        """The feeds to compare with those that are there: Atom with as many entries."""
        entries = storage.read(found[ATOM]).count(b"<entry>") if ATOM in found else 0
        return cls(workspace, entries or 1)

    def write(self) -> list[str]:
        """Write both feeds below exports/, and return their paths from the top of the workspace.

        Raises :class:`RefusalError` where nothing was ever published, and leaves the old feeds where anything stops it.
        """
        for name, data in self.files():
            path = self.workspace.feed_path(name)
            storage.write(path, data, replaces=storage.digest(path) if path.exists() else None)
        return [self.workspace.relative(self.workspace.feed_path(name)) for name in (ATOM, DATAFEED)]

    def files(self) -> Iterator[tuple[str, Iterator[bytes] | list[bytes]]]:
        """The names of the feeds and what they hold; each must be read to its end before the next."""
        publisher = self.workspace.config.publisher
        yield DATAFEED, datafeed.pieces(self._updates(), publisher)
        yield ATOM, [atom.written((update for *_, update in self._newest), publisher)]

    def _updates(self) -> Iterator[Update]:
        """The updates of all articles, by slug and then in the order of the text."""
        for slug in self.workspace.slugs():
            found, _, refused = updates(open_dossier(self.workspace, slug), self.workspace.config)
            self.refused += [(slug, item) for item in refused]
            for update in found:
                if (first := self._articles.setdefault(update.name, slug)) == slug:
                    self._keep(update)
                    yield update
                else:
                    self.refused.append((slug, _twice(update, first)))
        if not self._newest:
            raise RefusalError("nothing is published yet", remedy=self._way_out())

    def _way_out(self) -> str:
        """What to do where nothing is published; feeds that still tell of something must not lie about."""
        old = ", ".join(self.workspace.relative(path) for path in present(self.workspace).values())
        return f"publish a claim with 'claimkit publish'{f', or delete {old}' if old else ''}"

    def _keep(self, update: Update) -> None:
        heapq.heappush(self._newest, (update.modified, f"{update.later:04}", update.name, update))
        if len(self._newest) > self.last:
            heapq.heappop(self._newest)


def _twice(update: Update, first: str) -> Refusal:
    """Entries of one name would be one entry (RFC 4287, section 4.1.1)."""
    reason = f"{first} publishes the same claim at {update.item['url']}; publish one of them at an address of its own"
    return Refusal(claim=update.claim, reasons=(reason,))
