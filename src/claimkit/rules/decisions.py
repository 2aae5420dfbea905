"""What the desk's decisions and its publication ledger must satisfy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claimkit.annotations.dossiers import Dossier
from claimkit.model.article import Article
from claimkit.model.config import Config
from claimkit.model.decision import Decision, DecisionsFile, LedgerEntry
from claimkit.model.findings import Code, Finding, Severity
from claimkit.model.vocabulary import Act
from claimkit.rules.addresses import address_faults
from claimkit.rules.gate import Gate
from claimkit.rules.reviews import unknown_verdict
from claimkit.rules.staleness import altered_since_published, changed, stale
from claimkit.rules.standing import Standing, standings


def decision_findings(dossier: Dossier, config: Config) -> Iterator[Finding]:
    """All findings on decisions.json."""
    if dossier.decisions is None:
        return
    file, item = str(dossier.decisions.path), dossier.decisions.item
    if item.article != dossier.slug:
        message = f"the file is that of {item.article!r} and lies with {dossier.slug!r}; rename one of the two"
        yield Finding(code=Code.WRONG_PLACE, message=message, file=file, path=("article",))
    by_id = {standing.claim.id: standing for standing in standings(dossier)}
    yield from _decisions(item, by_id, config, file)
    yield from _ledger(item, by_id, dossier.claims.item.article, Gate.of(dossier, config), file)


def published_otherwise(standing: Standing) -> str:
    """The verdict that the ledger last has for a published claim, where that is not the settled one; else nothing.

    A claim that is settled to be none has no verdict: its publication is to be retracted, which the gate says.
    """
    last = next((entry.verdict for entry in reversed(standing.ledger) if entry.verdict), "")
    return last if standing.publication and standing.verdict and last != standing.verdict else ""


def unpublishable(standing: Standing, article: Article, gate: Gate) -> tuple[str, ...]:
    """Why the claim may not be exported as published, in words; empty where it may."""
    reasons = gate.missing(standing)
    if standing.publication:
        reasons = (*reasons, *address_faults(standing.publication.url, article, gate.config))
    if standing.decision is None:
        reasons = ("it has no settled verdict; settle it with 'claimkit publish'", *reasons)
    if stale(standing) and not standing.adjudicated:  # of one by a person the gate tells
        reasons = ("its settled verdict is no longer what the review says; settle it with 'claimkit correct'", *reasons)
    if former := published_otherwise(standing):
        reasons = (f"it was published as {former!r}; put the correction on record with 'claimkit correct'", *reasons)
    return reasons


def _decisions(item: DecisionsFile, by_id: Mapping[str, Standing], config: Config, file: str) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, decision in enumerate(item.decisions):
        path = ("decisions", index)
        if decision.claim in seen:
            message = f"a second decision on {decision.claim!r}; keep one"
            yield Finding(code=Code.DUPLICATE_REVIEW, message=message, file=file, path=(*path, "claim"))
        seen.add(decision.claim)
        if decision.verdict and config.verdict(decision.verdict) is None:
            yield unknown_verdict(decision.verdict, config, file, (*path, "verdict"))
        yield from _decision(decision, by_id.get(decision.claim), file, path)


def _decision(
    decision: Decision, standing: Standing | None, file: str, path: tuple[str | int, ...]
) -> Iterator[Finding]:
    if standing is None:
        message = f"no claim has the id {decision.claim!r}; the decision is an orphan: move it to the right id"
        yield Finding(code=Code.UNKNOWN_CLAIM, message=message, file=file, path=(*path, "claim"))
    elif standing.lead is None:
        message = (
            f"{decision.review!r} has no review that makes anything of {decision.claim!r}; name a reviewer who has"
        )
        yield Finding(code=Code.UNKNOWN_REVIEW, message=message, file=file, path=(*path, "review"))
    elif stale(standing) and not standing.retraction:
        yield Finding(
            code=Code.STALE_DECISION, message=_staleness(standing, decision), file=file, path=_about(decision, path)
        )
    elif former := published_otherwise(standing):
        message = (
            f"the settled verdict is {decision.verdict!r}, and the ledger says that {former!r} was published; "
            "put the correction on record with 'claimkit correct'"
        )
        yield Finding(code=Code.UNRECORDED_CORRECTION, message=message, file=file, path=(*path, "verdict"))
    elif names := altered_since_published(standing):
        message = (
            f"{', '.join(name.replace('_', ' ') for name in names)} of {decision.claim!r} changed since it was "
            "published; put that on record with 'claimkit correct', or take it back"
        )
        mild = set(names) <= {"evidence", "first_appearance"}
        yield Finding(
            code=Code.UNRECORDED_CORRECTION,
            message=message,
            file=file,
            path=_about(decision, path),
            severity=Severity.WARNING if mild else Severity.ERROR,
        )
    if standing and (others := _dissenters(standing)):
        message = (
            f"{', '.join(others)} came to another verdict than the settled {decision.verdict!r}; settle it with "
            "'claimkit adjudicate'"
        )
        yield Finding(code=Code.DISSENT, message=message, file=file, path=(*path, "verdict"), severity=Severity.WARNING)


def _about(decision: Decision, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """The place of the verdict, or of the decision where it has none."""
    return (*path, "verdict") if decision.verdict else path


def _staleness(standing: Standing, decision: Decision) -> str:
    if standing.adjudicated:
        names = ", ".join(changed(standing))
        return f"what {names} says changed since it was adjudicated; settle it anew with 'claimkit adjudicate'"
    now = standing.lead.review.verdict if standing.lead else ""
    command = "claimkit correct" if standing.publication else "claimkit adjudicate"
    return (
        f"the settled verdict is {decision.verdict!r}, and the review it rests on now says {now or 'nothing'!r}; "
        f"settle it with '{command}'"
    )


def _dissenters(standing: Standing) -> list[str]:
    """Who finished a review with another verdict than the one settled by rule, and is not the one that it rests on."""
    if standing.adjudicated or standing.retraction:
        return []
    return [
        signed.reviewer.id
        for signed in standing.finished
        if signed.review.verdict != standing.verdict and signed is not standing.lead
    ]


def _ledger(
    item: DecisionsFile, by_id: Mapping[str, Standing], article: Article, gate: Gate, file: str
) -> Iterator[Finding]:
    last: dict[str, LedgerEntry] = {}
    for index, entry in enumerate(item.ledger):
        if wrong := _out_of_order(entry, last.get(entry.claim)):
            yield Finding(code=Code.LEDGER_ORDER, message=wrong, file=file, path=("ledger", index, "date"))
        last[entry.claim] = entry
        standing = by_id.get(entry.claim)
        if standing is None:
            message = f"no claim has the id {entry.claim!r}, and it was {entry.act}; bring the claim back"
            yield Finding(code=Code.UNKNOWN_CLAIM, message=message, file=file, path=("ledger", index, "claim"))
        elif entry is standing.publication and (lacks := unpublishable(standing, article, gate)):
            message = f"{entry.claim} is published, and {'; '.join(lacks)}"
            yield Finding(code=Code.UNPUBLISHABLE, message=message, file=file, path=("ledger", index))


def _out_of_order(entry: LedgerEntry, before: LedgerEntry | None) -> str:
    """What is wrong with a line of the ledger after the one before it on the same claim, in words; empty: nothing."""
    if before is None and entry.act is not Act.PUBLISHED:
        return f"{entry.claim} was {entry.act}, and never published; publish it first"
    if before is None:
        return ""
    if entry.date < before.date:
        return f"{entry.claim} was {before.act} on {before.date}, and {entry.act} before that; mend the date"
    if entry.act is Act.PUBLISHED:
        return f"{entry.claim} was published already, on {before.date}; keep one of the two lines"
    if before.act is Act.RETRACTED:
        return f"{entry.claim} was retracted on {before.date}, and {entry.act} after that; keep what is true"
    return ""
