"""The ClaimReviews of an article that may be written, and why the others may not: what all formats of it begin with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claimkit.annotations.dossiers import Dossier
from claimkit.export import LeftOut, Refusal
from claimkit.export.claimreview.review import claim_review
from claimkit.export.jsonld import Node
from claimkit.export.selection import selected
from claimkit.model.config import Config
from claimkit.model.findings import Severity
from claimkit.rules.claimreview.rule import Breach, Rule, Subject, breaches
from claimkit.rules.decisions import unpublishable
from claimkit.rules.gate import Gate
from claimkit.rules.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The objects by claim, in the order of the text, with how the claims stand, and what is not among them.

    ``retracted`` are the claims that the ledger retracted, whether or not it ever published them.
    """

    reviews: dict[str, Node]
    standings: dict[str, Standing]
    retracted: tuple[Standing, ...]
    left_out: tuple[LeftOut, ...]
    refused: tuple[Refusal, ...]


def published(dossier: Dossier, config: Config, claims: frozenset[str] | None = None) -> Published:
    """What is published and passes the gate, its rules not yet asked.

    Left out is what never was published. Refused is what is published and fails the gate, has no settled verdict, or
    one that its review no longer gives.
    """
    article = dossier.claims.item.article
    standings, refused = selected(dossier, claims)
    gate = Gate.of(dossier, config)
    reviews, kept, retracted, left_out = {}, {}, [], []
    for standing in standings:
        name, publication = standing.claim.id, standing.publication
        if standing.retraction:
            retracted.append(standing)
        elif publication is None:
            reasons = gate.missing(standing) or ("it is not published yet; publish it with 'claimkit publish'",)
            left_out.append(LeftOut(claim=name, reasons=reasons))
        elif reasons := unpublishable(standing, article, gate):
            refused.append(Refusal(claim=name, reasons=reasons))
        else:
            kept[name] = standing
            reviews[name] = claim_review(standing, publication, article, config)
    return Published(
        reviews=reviews,
        standings=kept,
        retracted=tuple(retracted),
        left_out=tuple(left_out),
        refused=tuple(refused),
    )


def passing(
    dossier: Dossier, config: Config, claims: frozenset[str] | None, rules: Iterable[Rule]
) -> tuple[dict[str, Node], Published]:
    """The objects asked for that break no rule whose breach is an error; the refusals have those that do, and why."""
    every = published(dossier, config)
    asked = every if claims is None else published(dossier, config, claims)
    refused = list(asked.refused)
    kept = {}
    for name, node in asked.reviews.items():
        faults = [item for item in broken(name, every, config, rules) if item.rule.severity is Severity.ERROR]
        if faults:
            refused.append(Refusal(claim=name, reasons=tuple(told(item) for item in faults)))
        else:
            kept[name] = node
    return kept, Published(
        reviews=asked.reviews,
        standings=asked.standings,
        retracted=asked.retracted,
        left_out=asked.left_out,
        refused=tuple(refused),
    )


def broken(name: str, every: Published, config: Config, rules: Iterable[Rule]) -> list[Breach]:
    """What one object of an article breaks, beside the others."""
    others = tuple(node for other, node in every.reviews.items() if other != name)
    return breaches(Subject(node=every.reviews[name], verdicts=config.verdicts, others=others), tuple(rules))


def told(breach: Breach) -> str:
    """A breach as a reason for refusing."""
    return f"{breach.rule.code}: {breach.message}"
