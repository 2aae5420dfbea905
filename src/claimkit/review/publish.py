"""Settling what needs no adjudication, and putting publications on record."""

from __future__ import annotations

from dataclasses import replace

from claimkit.annotations.dossiers import Dossier
from claimkit.errors import RefusalError
from claimkit.model.config import Config
from claimkit.model.decision import Decision, DecisionsFile, LedgerEntry
from claimkit.model.vocabulary import Act, How
from claimkit.rules.gate import missing
from claimkit.rules.standing import Standing, standings


def publishable(dossier: Dossier, config: Config) -> tuple[Standing, ...]:
    """The claims that pass the gate and are not in the ledger yet."""
    return tuple(item for item in standings(dossier) if not item.ledger and not missing(item, config))


def publish(
    dossier: Dossier, config: Config, claims: tuple[str, ...], *, who: str, at: str, url: str = ""
) -> DecisionsFile:
    """The decisions with these claims settled and entered in the ledger as published.

    ``at`` is a date and time with its zone; ``url`` is the page, which claimkit.toml gives where it is empty. Raises
    :class:`RefusalError` that names what each claim lacks, and then nothing is published.
    """
    by_id = {item.claim.id: item for item in standings(dossier)}
    refusals = [f"{name}: {reason}" for name in claims for reason in _reasons(by_id.get(name), config)]
    if not (url or config.pages.url):
        refusals.append("there is no address to publish at: give --url, or set url under [pages] in claimkit.toml")
    if refusals:
        raise RefusalError("; ".join(refusals))
    file = dossier.decisions.item if dossier.decisions else DecisionsFile(article=dossier.slug)
    for name in claims:
        address = url or config.pages.url.replace("{slug}", dossier.slug).replace("{claim}", name)
        entry = LedgerEntry(claim=name, act=Act.PUBLISHED, date=at[:10], who=who, url=address)
        kept = tuple(decision for decision in file.decisions if decision.claim != name)
        decision = by_id[name].decision or _settled(by_id[name], who, at)
        file = replace(file, decisions=(*kept, decision), ledger=(*file.ledger, entry))
    order = {name: index for index, name in enumerate(by_id)}
    return replace(file, decisions=tuple(sorted(file.decisions, key=lambda item: order.get(item.claim, len(order)))))


def _reasons(standing: Standing | None, config: Config) -> tuple[str, ...]:
    if standing is None:
        return ("there is no such claim",)
    if standing.ledger:
        return (f"it was {standing.ledger[-1].act} on {standing.ledger[-1].date}",)
    return missing(standing, config)


def _settled(standing: Standing, who: str, at: str) -> Decision:
    """The decision that needs no adjudication. The gate has passed, so there is a lead review with a verdict."""
    if standing.lead is None:
        raise RefusalError(f"{standing.claim.id}: reviewers differ on it")
    return Decision(
        claim=standing.claim.id,
        verdict=standing.lead.review.verdict,
        review=standing.lead.reviewer.id,
        how=How.SINGLE if len(standing.finished) == 1 else How.UNANIMOUS,
        who=who,
        when=at,
    )
