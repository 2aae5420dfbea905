"""The story of an article's claims, from split to correction: all that happened, as events in the order of time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from enum import StrEnum
from itertools import pairwise
from typing import Any

from claimkit.annotations.dossiers import Dossier
from claimkit.model.claim import Claim, ClaimsFile
from claimkit.model.decision import Decision, DecisionsFile, LedgerEntry
from claimkit.model.history import states
from claimkit.model.raw import Raw, to_raw
from claimkit.model.review import ReviewFile
from claimkit.review.history import PROPERTIES, moment
from claimkit.rules.standing import full_id, touched_in


class Happening(StrEnum):
    """What sort of event it is."""

    PROPOSED = "proposed"
    TEXT = "text"
    ADDED = "added"
    REVIEWED = "reviewed"
    CHANGED = "changed"
    SETTLED = "settled"
    PUBLISHED = "published"
    CORRECTED = "corrected"
    RETRACTED = "retracted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A property, in JSON's names, with its raw values before and after; None where it had none."""

    name: str
    before: Any = None
    after: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened to a claim, or to the article where ``claim`` is empty.

    ``when`` is a date and time, for lines of the ledger a day, empty where no date is on record. ``who`` is a
    reviewer's id, or for a proposal the rule or model.
    """

    when: str
    who: str
    happening: Happening
    claim: str = ""
    changes: tuple[Change, ...] = ()


def story(dossier: Dossier, claim: str = "") -> tuple[Event, ...]:
    """All events of the article, oldest first, or those of one ``claim``, by its id or the first letters of it.

    Events without a date come first; what has only a day comes after what has a time on that day. Raises
    :class:`ReviewError` where there is no such claim.
    """
    events = sorted(_events(dossier), key=_time)
    if not claim:
        return tuple(events)
    name = full_id({event.claim for event in events if event.claim}, claim)
    return tuple(event for event in events if event.claim in {"", name})


def _time(event: Event) -> tuple[str, bool, str]:
    """The day, whether it is only a day, and the time, in UTC."""
    if "T" not in event.when:
        return event.when, bool(event.when), ""
    try:
        time = moment(event.when)[0].astimezone(UTC).isoformat()
    except OverflowError:  # at the ends of the calendar there is no UTC
        time = event.when
    return time[:10], False, time


def _events(dossier: Dossier) -> Iterator[Event]:
    kept = touched_in(dossier)
    for claim in (*dossier.claims.item.claims, *(item for item in dossier.claims.item.retired if item.id in kept)):
        yield Event(when="", who=claim.proposed_by, happening=Happening.PROPOSED, claim=claim.id, changes=_made(claim))
    yield from _texts(dossier.claims.item)
    for document in dossier.reviews:
        yield from _reviewed(document.item)
    if dossier.decisions:
        yield from _on_record(dossier.decisions.item)


def _texts(file: ClaimsFile) -> Iterator[Event]:
    """The versions of the article's text after the first, which has no date."""
    for number, (before, after) in enumerate(pairwise(file.article.texts), 2):
        reworded = [claim.id for claim in file.claims if claim.changed_in == number]
        changes = (
            Change(name="version", before=number - 1, after=number),
            Change(name="file", before=before.file, after=after.file),
            Change(name="length", before=before.length, after=after.length),
            *([Change(name="claims", after=reworded)] if reworded else []),
        )
        yield Event(when=after.since, who=after.who, happening=Happening.TEXT, changes=changes)


def _reviewed(file: ReviewFile) -> Iterator[Event]:
    """Each state of each review; an added claim is added just before it is first reviewed."""
    who, added = file.reviewer.id, {claim.id: claim for claim in file.added}
    for review in file.reviews:
        every = [to_raw(state) for state in states(review)]
        if claim := added.pop(review.claim, None):
            yield _added(claim, who, every[0]["when"])
        before: Raw = {}
        for state in every:
            happening = Happening.CHANGED if before else Happening.REVIEWED
            yield Event(
                when=state["when"],
                who=who,
                happening=happening,
                claim=review.claim,
                changes=_differences(before, state),
            )
            before = state
    for claim in added.values():
        yield _added(claim, who, "")


def _added(claim: Claim, who: str, when: str) -> Event:
    return Event(when=when, who=who, happening=Happening.ADDED, claim=claim.id, changes=_made(claim))


def _made(claim: Claim) -> tuple[Change, ...]:
    """What the claim was when it came to be; later texts move its anchors, so these are not told."""
    raw = to_raw(claim)
    return tuple(Change(name=name, after=raw[name]) for name in ("text", "kind", "derivedFrom") if name in raw)


def _differences(before: Raw, after: Raw) -> tuple[Change, ...]:
    return tuple(
        Change(name=name, before=before.get(name), after=after.get(name))
        for name in PROPERTIES
        if before.get(name) != after.get(name)
    )


def _on_record(file: DecisionsFile) -> Iterator[Event]:
    """The decisions with those that they replaced, then the ledger."""
    for last in file.decisions:
        chain: list[Decision] = []
        decision: Decision | None = last
        while decision:
            chain.insert(0, decision)
            decision = decision.replaces
        before: Raw = {}
        for decision in chain:
            yield _settled(before, decision)
            before = to_raw(decision)
    yield from map(_entered, file.ledger)


def _settled(before: Raw, decision: Decision) -> Event:
    after = to_raw(decision)
    changes = tuple(
        Change(name=name, before=before.get(name), after=after.get(name))
        for name in ("verdict", "review", "how", "why", "rationale")
        if name in after or name in before
    )
    return Event(
        when=decision.when, who=decision.who, happening=Happening.SETTLED, claim=decision.claim, changes=changes
    )


def _entered(entry: LedgerEntry) -> Event:
    changes = (
        [Change(name="verdict", before=entry.former_verdict or None, after=entry.verdict)] if entry.verdict else []
    )
    changes += [
        Change(name=name, after=value) for name, value in (("url", entry.url), ("change", entry.change)) if value
    ]
    return Event(
        when=entry.date,
        who=entry.who,
        happening=Happening(entry.act),
        claim=entry.claim,
        changes=tuple(changes),
    )
