"""Where the articles of a workspace are published, ledger by ledger: nothing but addresses is kept in memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from claimkit.annotations.documents import Document, inspect
from claimkit.annotations.workspace import Workspace
from claimkit.errors import ClaimkitError
from claimkit.model.decision import DecisionsFile, LedgerEntry

Address = str | tuple[str, str]


def ledgers(workspace: Workspace) -> Iterator[tuple[str, Document[DecisionsFile]]]:
    """The decisions of each article that has any, by slug; what cannot be read is passed over (a check tells it)."""
    for slug in workspace.folders():
        with suppress(ClaimkitError):
            path = workspace.decisions_path(slug)
            document = inspect(workspace, path, DecisionsFile)[0] if path.exists() else None
            if document is not None:
                yield slug, document


def addresses(entry: LedgerEntry) -> tuple[Address, ...]:
    """By what a publication is found on the web: its address, and the page with the claim, of which its ``@id`` is.

    Nothing where the line of the ledger has no address.
    """
    return (entry.url, (entry.url.partition("#")[0], entry.claim)) if entry.url else ()
