"""Addresses at which another article of the workspace is published."""

from __future__ import annotations

from collections.abc import Iterable

from claimkit.annotations.ledgers import addresses, publications
from claimkit.annotations.workspace import Workspace
from claimkit.errors import RefusalError
from claimkit.model.decision import DecisionsFile


def refuse_taken(workspace: Workspace, slug: str, file: DecisionsFile, claims: Iterable[str]) -> None:
    """Raise :class:`RefusalError` where ``file``, the decisions on ``slug``, publishes one of the claims at such."""
    chosen = set(claims)
    new = [entry for entry in file.ledger if entry.claim in chosen and entry.url]
    wanted = {place: entry for entry in new for place in addresses(entry.claim, entry.url)}
    for other in publications(workspace):
        taken = next((wanted[place] for place in other.addresses if place in wanted), None)
        if taken and other.slug != slug:
            raise RefusalError(
                f"{taken.claim}: {other.slug} publishes at {taken.url} already, and readers would take the two for one",
                remedy="publish it at an address of its own: give --url, or put {slug} into url under [pages]",
            )
