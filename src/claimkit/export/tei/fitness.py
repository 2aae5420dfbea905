"""Which claims TEI can hold: their anchors stand in the text, the scale has their verdicts, no id means two things."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimkit.annotations.dossiers import Dossier
from claimkit.export import LeftOut
from claimkit.export.tei.entries import Entry
from claimkit.export.tei.layers import anchors
from claimkit.export.tei.segments import XML_SPACE
from claimkit.model.config import Config
from claimkit.rules.claims import misquoted
from claimkit.rules.standing import Standing, State


def unfit(entry: Entry, text: str, config: Config) -> tuple[str, ...]:
    """Why the claim cannot be encoded, in words that say what to do; empty where it can."""
    return (*_anchors(entry, text), *_verdicts(entry.standing, config), *_twofold(entry))


def _twofold(entry: Entry) -> Iterator[str]:
    """What stands twice and differs: one of the two would be lost."""
    for added in entry.added:
        if added.claim != entry.claim:
            yield f"{added.reviewer} added another claim by the same id; give it one of its own"
    if len(entry.decisions) > 1:
        yield "there are two decisions on it; keep one"


def _anchors(entry: Entry, text: str) -> Iterator[str]:
    for layer in anchors(entry):
        yield from misquoted(layer, text)
        if not "".join(anchor.quote for anchor in layer).strip(XML_SPACE):
            yield "an anchor holds nothing but white space; anchor it again"


def _verdicts(standing: Standing, config: Config) -> Iterator[str]:
    named = [signed.review.verdict for signed in standing.reviews]
    named += [standing.verdict, *(name for line in standing.ledger for name in (line.verdict, line.former_verdict))]
    for verdict in dict.fromkeys(named):
        if verdict and config.verdict(verdict) is None:
            yield f"the scale in claimkit.toml has no verdict {verdict!r}; add it or give another"


def astray(standings: Iterable[Standing]) -> tuple[LeftOut, ...]:
    """The claims whose words the present text has no longer: they are kept in their files, and named."""
    return tuple(LeftOut(claim=item.claim.id, reasons=item.lost) for item in standings if item.state is State.ORPHANED)


def orphans(dossier: Dossier, claims: frozenset[str] | None) -> tuple[LeftOut, ...]:
    """What is said of claims that there are not: it is kept in its files, and has no place in the text."""
    known = {claim.id for claim in dossier.claims.item.every}
    known |= {claim.id for document in dossier.reviews for claim in document.item.added}
    found: dict[str, dict[str, None]] = {}
    for document in dossier.reviews:
        for review in document.item.reviews:
            found.setdefault(review.claim, {})[f"a review by {document.item.reviewer.id} is of no claim"] = None
    file = dossier.decisions.item if dossier.decisions else None
    for decision in file.decisions if file else ():
        found.setdefault(decision.claim, {})["a decision is on no claim"] = None
    for entry in file.ledger if file else ():
        found.setdefault(entry.claim, {})["the publication ledger names it, and it is no claim"] = None
    return tuple(
        LeftOut(claim=claim, reasons=tuple(reasons))
        for claim, reasons in found.items()
        if claim not in known and (claims is None or claim in claims)
    )
