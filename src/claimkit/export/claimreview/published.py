"""The ClaimReviews of an article that may be written, and why the others may not: all formats of it begin with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from claimkit.annotations.dossiers import Dossier
from claimkit.export import LeftOut, Refusal
from claimkit.export.claimreview.retraction import retracted, tombstone, undated
from claimkit.export.claimreview.review import claim_review
from claimkit.export.jsonld import Node
from claimkit.export.selection import selected
from claimkit.model.config import Config
from claimkit.model.decision import LedgerEntry
from claimkit.rules.claimreview.rule import Among, Breach, Rule, Subject, breaches, errors
from claimkit.rules.decisions import unpublishable
from claimkit.rules.gate import Gate
from claimkit.rules.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """A claim that is or was published, with its object: a ClaimReview, or the tombstone of a retracted one."""

    standing: Standing
    entry: LedgerEntry
    item: Node

    @property
    def live(self) -> bool:
        """Whether the object is a ClaimReview."""
        return self.standing.retraction is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The objects in the order of the text, with what is not among them; ``among`` is what the ClaimReviews share."""

    found: tuple[Reviewed, ...]
    left_out: tuple[LeftOut, ...]
    refused: tuple[Refusal, ...]
    among: Among

    def breaches(self, one: Reviewed, config: Config, rules: tuple[Rule, ...]) -> list[Breach]:
        """What one of the objects breaks, beside the others; a tombstone breaks nothing."""
        return breaches(Subject(node=one.item, verdicts=config.verdicts, among=self.among), rules) if one.live else []


def published(dossier: Dossier, config: Config, claims: frozenset[str] | None = None) -> Published:
    """What is published and passes the gate, the rules of no profile yet asked.

    Left out is what never was published. Refused is what is published and fails the gate, has no settled verdict, or
    one that its review no longer gives.
    """
    article = dossier.claims.item.article
    standings, refused = selected(dossier, claims)
    gate = Gate.of(dossier, config)
    found, left_out = [], []
    for standing in standings:
        name = standing.claim.id
        publication = standing.publication
        if grave := retracted(standing):
            if reasons := tuple(undated(standing)):
                refused.append(Refusal(claim=name, reasons=reasons))
            else:
                found.append(Reviewed(standing=standing, entry=grave, item=tombstone(standing, grave, article, config)))
        elif publication is None:
            left_out.append(LeftOut(claim=name, reasons=_unpublished(standing, gate)))
        elif reasons := unpublishable(standing, article, gate):
            refused.append(Refusal(claim=name, reasons=reasons))
        else:
            item = claim_review(standing, publication, article, config)
            found.append(Reviewed(standing=standing, entry=publication, item=item))
    among = Among.of(one.item for one in found if one.live)
    return Published(found=tuple(found), left_out=tuple(left_out), refused=tuple(refused), among=among)


def passing(dossier: Dossier, config: Config, claims: frozenset[str] | None, rules: Iterable[Rule]) -> Published:
    """Of what is published that which breaks no rule whose breach is an error; what does is refused, with all of it."""
    asked = published(dossier, config, claims)
    every = asked if claims is None else published(dossier, config)
    grave = errors(rules)
    faults = {one.standing.claim.id: told(every.breaches(one, config, grave)) for one in asked.found}
    refused = (Refusal(claim=name, reasons=reasons) for name, reasons in faults.items() if reasons)
    kept = tuple(one for one in asked.found if not faults[one.standing.claim.id])
    return replace(asked, found=kept, refused=(*asked.refused, *refused))


def told(found: Iterable[Breach]) -> tuple[str, ...]:
    """Breaches as reasons for refusing."""
    return tuple(f"{item.rule.code}: {item.message}" for item in found)


def _unpublished(standing: Standing, gate: Gate) -> tuple[str, ...]:
    if standing.retraction:
        return (f"it was retracted on {standing.retraction.date}, and the ledger has no publication of it",)
    return gate.missing(standing) or ("it is not published yet; publish it with 'claimkit publish'",)
