"""Putting publications, corrections and retractions on record."""

from __future__ import annotations

from dataclasses import replace

from claimkit.annotations.dossiers import Dossier
from claimkit.errors import RefusalError
from claimkit.model.config import Config
from claimkit.model.decision import Decision, DecisionsFile, LedgerEntry
from claimkit.model.vocabulary import Act
from claimkit.review.settling import decided, decisions_of, out_of_order, settled_by_rule, too_early
from claimkit.rules.addresses import address_faults
from claimkit.rules.claims import misquoted
from claimkit.rules.gate import Gate
from claimkit.rules.staleness import altered_since_published
from claimkit.rules.standing import Standing, standings, unsettled


def publishable(dossier: Dossier, config: Config) -> tuple[Standing, ...]:
    """The claims that pass the gate and are not in the ledger yet."""
    gate = Gate.of(dossier, config)
    return tuple(item for item in unsettled(dossier) if not item.ledger and not gate.missing(item))


def publish(
    dossier: Dossier, config: Config, claims: tuple[str, ...], *, who: str, at: str, url: str = ""
) -> DecisionsFile:
    """The decisions with these claims settled and entered in the ledger as published.

    ``at`` is a date and time with its zone; ``url`` is the page, which claimkit.toml gives where it is empty. Raises
    :class:`RefusalError` that names what each claim lacks, and then nothing is published.
    """
    gate = Gate.of(dossier, config)
    by_id = {item.claim.id: item for item in unsettled(dossier)}
    refusals = [f"{name}: {reason}" for name in claims for reason in _reasons(by_id.get(name), gate, dossier.text, at)]
    pattern = url or config.pages.url
    pages = {name: pattern.replace("{slug}", dossier.slug).replace("{claim}", name) for name in claims}
    if not pattern:
        refusals.append("there is no address to publish at: give --url, or set url under [pages] in claimkit.toml")
    article = dossier.claims.item.article
    for page in dict.fromkeys(pages.values()) if pattern else ():
        refusals += address_faults(page, article, config)
    if refusals:
        raise RefusalError("; ".join(dict.fromkeys(refusals)))
    file = decisions_of(dossier)
    settled = {name: _settled(by_id[name], file, who, at) for name in pages}
    entries = [
        LedgerEntry(
            claim=name, act=Act.PUBLISHED, date=at[:10], who=who, verdict=settled[name].verdict, url=pages[name]
        )
        for name in pages
    ]
    return _entered(decided(file, dossier, *settled.values()), *entries)


def correct(
    dossier: Dossier, config: Config, claim: str, *, who: str, at: str, change: str, anyway: bool = False
) -> DecisionsFile:
    """The decisions with a published claim settled anew, as its reviews now are, and the correction in the ledger.

    ``change`` says to the reader what changed. Raises :class:`RefusalError` where the claim is not published, does not
    pass the gate, or, unless ``anyway``, is on record as it is: a correction stands in public for good.
    """
    published = _published(dossier, claim)
    standing = next(item for item in unsettled(dossier) if item.claim.id == claim)
    lacks = [*Gate.of(dossier, config).missing(standing), *too_early(standing, at)]
    if lacks:
        raise RefusalError(f"{claim}: {'; '.join(lacks)}")
    file = decisions_of(dossier)
    decision = standing.decision or settled_by_rule(standing, who, at)
    former = _last_verdict(published)
    entry = LedgerEntry(
        claim=claim,
        act=Act.CORRECTED,
        date=at[:10],
        who=who,
        verdict=decision.verdict,
        change=change,
        former_verdict=former if former != decision.verdict else "",
    )
    if replace(published.ledger[-1], former_verdict="") == replace(entry, former_verdict=""):
        return file  # the very same correction, repeated: it is on record
    if not anyway and former == decision.verdict and not altered_since_published(published):
        raise RefusalError(
            f"{claim}: nothing of it has changed since it was published",
            remedy="change the review first; --anyway puts a correction of something else on record",
        )
    return _entered(decided(file, dossier, decision), entry)


def retract(dossier: Dossier, claim: str, *, who: str, at: str, change: str) -> DecisionsFile:
    """The decisions with the retraction of a published claim in the ledger; ``change`` says to the reader why.

    Raises :class:`RefusalError` where the claim is not published.
    """
    published = _published(dossier, claim)
    if wrong := out_of_order(published, at):
        raise RefusalError(f"{claim}: {'; '.join(wrong)}")
    entry = LedgerEntry(claim=claim, act=Act.RETRACTED, date=at[:10], who=who, change=change)
    return _entered(decisions_of(dossier), entry)


def _entered(file: DecisionsFile, *entries: LedgerEntry) -> DecisionsFile:
    """``file`` with the lines at the end of its ledger."""
    return replace(file, ledger=(*file.ledger, *entries))


def _published(dossier: Dossier, claim: str) -> Standing:
    standing = next((item for item in standings(dossier) if item.claim.id == claim), None)
    if standing and standing.retraction:
        raise RefusalError(f"{claim}: it was retracted on {standing.retraction.date}, and stays so")
    if standing is None or standing.publication is None:
        raise RefusalError(f"{claim}: it is not published", remedy="publish it first with 'claimkit publish'")
    return standing


def _last_verdict(standing: Standing) -> str:
    return next(entry.verdict for entry in reversed(standing.ledger) if entry.verdict)


def _reasons(standing: Standing | None, gate: Gate, text: str, at: str) -> tuple[str, ...]:
    if standing is None:
        return ("there is no such claim",)
    if standing.ledger:
        last = standing.ledger[-1]
        if last.act is Act.RETRACTED:
            return (f"it was retracted on {last.date}, and stays so; add the claim anew to publish it",)
        return (f"it was {last.act} on {last.date}; put a change on record with 'claimkit correct'",)
    return gate.missing(standing) or (*misquoted(standing.claim.anchors, text), *too_early(standing, at))


def _settled(standing: Standing, file: DecisionsFile, who: str, at: str) -> Decision:
    """The adjudicated decision, else the one by rule: the one that stands, where it says what its review says."""
    if standing.decision:
        return standing.decision
    decision = settled_by_rule(standing, who, at)
    old = next((item for item in file.decisions if item.claim == decision.claim), None)
    return old if old and replace(old, replaces=None, who=who, when=at) == decision else decision
