"""What a feed tells of one published claim. All dates are the ledger's: no feed reads the clock."""

from __future__ import annotations

from dataclasses import dataclass

from claimkit.annotations.dossiers import Dossier
from claimkit.errors import RefusalError
from claimkit.export import LeftOut, Refusal
from claimkit.export.claimreview import on_pages
from claimkit.export.claimreview.published import Reviewed
from claimkit.export.jsonld import Node
from claimkit.export.tei.xml import legal
from claimkit.model.config import Config


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """A published claim: its object, its verdict's id, and its days, ``YYYY-MM-DD``; no ``deleted`` where it stands.

    ``later`` is how many lines of the ledger came before the last one on its day.
    """

    claim: str
    item: Node
    verdict: str
    created: str
    modified: str
    deleted: str = ""
    later: int = 0

    @property
    def name(self) -> str:
        """What the object is called on the web."""
        return str(self.item["@id"])


def updates(
    dossier: Dossier, config: Config, claims: frozenset[str] | None = None
) -> tuple[list[Update], tuple[LeftOut, ...], tuple[Refusal, ...]]:
    """The published and retracted claims of an article in the order of the text; left out and refused as ClaimReview.

    Refused are also those that XML cannot hold, so that both feeds tell the same.
    """
    kept = on_pages(dossier, config, claims)
    faults = {one.standing.claim.id: _fault(one.item) for one in kept.found}
    more = tuple(Refusal(claim=name, reasons=(fault,)) for name, fault in faults.items() if fault)
    found = [_update(one) for one in kept.found if not faults[one.standing.claim.id]]
    return found, kept.left_out, (*kept.refused, *more)


def _update(one: Reviewed) -> Update:
    retraction = one.standing.retraction
    return Update(
        claim=one.standing.claim.id,
        item=one.item,
        verdict="" if retraction else one.standing.verdict,
        created=one.entry.date,
        modified=max(entry.date for entry in one.standing.ledger),
        deleted=retraction.date if retraction else "",
        later=sum(entry.date == one.standing.ledger[-1].date for entry in one.standing.ledger) - 1,
    )


def _fault(item: Node) -> str:
    """What of the words that a feed shows XML cannot hold; as a rule nothing, so one look is enough."""
    try:
        for text in (item["url"], item.get("claimReviewed", ""), item.get("reviewBody", "")):
            legal(text, "feed's text")
        for entry in told(item):
            legal(entry["text"], "feed's text")
    except RefusalError as error:
        return error.message
    return ""


def told(item: Node) -> list[Node]:
    """The corrections of an object, with a text."""
    return [entry for entry in item.get("correction", []) if entry.get("text")]
