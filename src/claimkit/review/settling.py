"""Decisions and their place in decisions.json: by rule where reviewers agree, else a person's."""

from __future__ import annotations

from dataclasses import replace

from claimkit.annotations.dossiers import Dossier
from claimkit.errors import RefusalError
from claimkit.model.config import Config
from claimkit.model.decision import Decision, DecisionsFile
from claimkit.model.vocabulary import How
from claimkit.rules.gate import Gate
from claimkit.rules.staleness import stale
from claimkit.rules.standing import Standing, standings, unsettled


def settle_by_rule(dossier: Dossier, config: Config, *, who: str, at: str) -> tuple[DecisionsFile, tuple[str, ...]]:
    """The decisions with every claim settled that needs nobody, and the ids of those that were not settled before.

    Needs nobody: the claim passes the gate, so its finished reviews agree. What is published is settled anew only on
    record, by ``correct``.
    """
    gate = Gate.of(dossier, config)
    present = {standing.claim.id: standing for standing in standings(dossier)}
    settled = []
    for standing in unsettled(dossier):
        now = present[standing.claim.id]
        open_ = now.decision is None or (stale(now) and now.publication is None)
        if open_ and not (now.retraction or standing.adjudicated or gate.missing(standing) or too_early(standing, at)):
            settled.append(settled_by_rule(standing, who, at))
    return decided(decisions_of(dossier), dossier, *settled), tuple(decision.claim for decision in settled)


def settled_by_rule(standing: Standing, who: str, at: str) -> Decision:
    """The decision on a claim that passes the gate; raises :class:`RefusalError` where reviewers differ on it."""
    if standing.lead is None:
        raise RefusalError(
            f"{standing.claim.id}: reviewers differ on it", remedy="settle it with 'claimkit adjudicate'"
        )
    return Decision(
        claim=standing.claim.id,
        verdict=standing.lead.review.verdict,
        review=standing.lead.reviewer.id,
        how=How.SINGLE if len(standing.finished) == 1 else How.UNANIMOUS,
        who=who,
        when=at,
    )


def decisions_of(dossier: Dossier) -> DecisionsFile:
    """What decisions.json holds; an empty one where there is none yet."""
    return dossier.decisions.item if dossier.decisions else DecisionsFile(article=dossier.slug)


def decided(file: DecisionsFile, dossier: Dossier, *decisions: Decision) -> DecisionsFile:
    """``file`` with the decisions, in the order of the text; an older one on a claim stays as what it gives way to."""
    before = {item.claim: item for item in file.decisions}
    made = {
        item.claim: replace(item, replaces=old) if (old := before.get(item.claim)) and old != item else item
        for item in decisions
    }
    every = [*(item for item in file.decisions if item.claim not in made), *made.values()]
    order = {item.claim.id: index for index, item in enumerate(standings(dossier))}
    return replace(file, decisions=tuple(sorted(every, key=lambda item: order.get(item.claim, len(order)))))


def taken_back(file: DecisionsFile, decision: Decision) -> DecisionsFile:
    """``file`` with what the decision replaced in its place, or nothing."""
    kept = ((item.replaces if item == decision else item) for item in file.decisions)
    return replace(file, decisions=tuple(item for item in kept if item))


def too_early(standing: Standing, at: str) -> tuple[str, ...]:
    """Nothing is settled or put on record on a day before what it rests on: in words, or empty."""
    last = max((signed.review.when[:10] for signed in standing.finished), default="")
    if last > at[:10]:
        return (f"its review is of {last}, after {at[:10]}; give a later --at",)
    return out_of_order(standing, at)


def out_of_order(standing: Standing, at: str) -> tuple[str, ...]:
    """The ledger's lines on a claim follow one another: in words, or empty."""
    last = standing.ledger[-1] if standing.ledger else None
    if last is None or last.date <= at[:10]:
        return ()
    return (f"it was {last.act} on {last.date}, after {at[:10]}; give a later --at",)
