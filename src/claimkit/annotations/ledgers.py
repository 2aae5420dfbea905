"""Where the articles of a workspace are published, read from their ledgers alone: no more than one is in memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from claimkit import storage
from claimkit.annotations import jsontext
from claimkit.annotations.workspace import Workspace
from claimkit.errors import ClaimkitError

Address = str | tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A line of an article's ledger that has an address, by its index; ``file`` is its file, ``text`` all of that."""

    slug: str
    file: str
    text: str
    index: int
    claim: str
    url: str

    @property
    def addresses(self) -> tuple[Address, ...]:
        """What no other article's may share: the address, and the page with the claim (of both the ``@id`` is made)."""
        return addresses(self.claim, self.url)


def addresses(claim: str, url: str) -> tuple[Address, ...]:
    """The same for a claim and an address."""
    return url, (url.partition("#")[0], claim)


def publications(workspace: Workspace) -> Iterator[Publication]:
    """The publications of all articles, by slug and then as in the ledger.

    The schema is not asked, which takes as long again: what cannot be read is passed over, and told by a check.
    """
    for slug in workspace.folders():
        with suppress(ClaimkitError):
            path = workspace.decisions_path(slug)
            if path.exists():
                name = workspace.relative(path)
                text = jsontext.decode(storage.read(path), name)
                for index, claim, url in _lines(jsontext.parse(text, name)):
                    yield Publication(slug=slug, file=name, text=text, index=index, claim=claim, url=url)


def _lines(raw: object) -> Iterator[tuple[int, str, str]]:
    """The index, claim and address of each line of the ledger that has them."""
    ledger = raw.get("ledger") if isinstance(raw, dict) else None
    for index, line in enumerate(ledger if isinstance(ledger, list) else ()):
        claim, url = (line.get("claim"), line.get("url")) if isinstance(line, dict) else (None, None)
        if isinstance(claim, str) and isinstance(url, str) and url:
            yield index, claim, url
