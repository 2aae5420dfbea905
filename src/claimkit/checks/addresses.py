"""What only the ledgers of all articles together show: two of them publish at one address."""

from __future__ import annotations

from claimkit.annotations.documents import located
from claimkit.annotations.ledgers import Address, publications
from claimkit.annotations.workspace import Workspace
from claimkit.model.findings import Code, Finding


def taken_addresses(workspace: Workspace) -> list[Finding]:
    """A finding for each line of a ledger with an address at which an article before it, by slug, publishes."""
    first: dict[Address, str] = {}
    found = []
    for one in publications(workspace):
        others = [other for place in one.addresses if (other := first.setdefault(place, one.slug)) != one.slug]
        if others:
            finding = Finding(
                code=Code.DUPLICATE_ADDRESS,
                message=f"{others[0]} publishes at {one.url} too, so readers take the two for one; give the one that "
                "is a copy an address of its own in its ledger, or delete its folder",
                file=one.file,
                path=("ledger", one.index, "url"),
            )
            found.append(located(finding, one.text))
    return found
