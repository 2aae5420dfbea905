"""Addresses at which another article of the workspace is published."""

from __future__ import annotations

from collections.abc import Iterable

from claimkit.annotations.ledgers import addresses, ledgers
from claimkit.annotations.workspace import Workspace
from claimkit.errors import RefusalError
from claimkit.model.decision import DecisionsFile


def refuse_taken(workspace: Workspace, slug: str, file: DecisionsFile, claims: Iterable[str]) -> None:
    """Raise :class:`RefusalError` where ``file``, the decisions on ``slug``, publishes one of the claims at such."""
    chosen = set(claims)
    wanted = {place: entry for entry in file.ledger if entry.claim in chosen for place in addresses(entry)}
    for other, document in ledgers(workspace):
        places = (place for entry in document.item.ledger for place in addresses(entry))
        if other != slug and (taken := next((wanted[place] for place in places if place in wanted), None)):
            raise RefusalError(
                f"{taken.claim}: {other} publishes at {taken.url} already, and readers would take the two for one",
                remedy="publish it at an address of its own: give --url, or put {slug} into url under [pages]",
            )
