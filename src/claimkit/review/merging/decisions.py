"""Two branches' versions of the desk's decisions and of its ledger."""

from __future__ import annotations

from collections.abc import Iterator

from claimkit.annotations.jsontext import canonical
from claimkit.model.raw import Raw
from claimkit.model.vocabulary import Act
from claimkit.review.history import moment
from claimkit.review.merging.conflicts import BOTH, Conflict, Found, agreed, by_age, shown
from claimkit.review.merging.reviews import by_claim
from claimkit.review.merging.sequences import Places, counted, in_text_order, union, woven

OUTCOME = ("verdict", "review", "rationale")
"""What makes two decisions different ones; who wrote down the same one, and when, does not."""


def merged_decisions(base: Raw, ours: Raw, theirs: Raw, places: Places) -> tuple[Raw, Found]:
    """The properties ``decisions`` and ``ledger`` of the merged file, as raw data, and the conflicts.

    Raises :class:`DataError` where one version decides twice on one claim.
    """
    before, one, two = (by_claim(side.get("decisions", []), "claim", "decisions") for side in (base, ours, theirs))
    kept: list[Raw] = []
    found: Found = []
    for claim in in_text_order(one, two, places):
        decision, conflicts = merged_decision(claim, before.get(claim), one.get(claim), two.get(claim))
        kept += [decision] if decision is not None else []
        found += conflicts
    for side, decided in ((ours, two), (theirs, one)):
        found += _taken_back(base, side, before, decided, ours=side is ours)
    ledger, conflicts = merged_ledger(*(side.get("ledger", []) for side in (base, ours, theirs)))
    return {"decisions": kept, "ledger": ledger}, [*found, *conflicts]


def _taken_back(
    base: Raw, side: Raw, before: dict[str, Raw], other: dict[str, Raw], *, ours: bool
) -> Iterator[Conflict]:
    """A claim that one side retracted while the other decided on it anew: both stand, and a person must look."""
    known = base.get("ledger", [])
    for line in side.get("ledger", []):
        claim = line["claim"]
        if line["act"] == Act.RETRACTED and line not in known and other.get(claim) != before.get(claim):
            told = [_entry(line), _told(other.get(claim))]
            outcome = "one side retracted what the other decided on anew; the retraction stays on record"
            mine, theirs = told if ours else reversed(told)
            yield Conflict(place=claim, what="decision", ours=mine, theirs=theirs, outcome=outcome)


def merged_decision(claim: str, base: Raw | None, ours: Raw | None, theirs: Raw | None) -> tuple[Raw | None, Found]:
    """The later of two decisions, with the other and all that they replaced under ``replaces``."""
    decision = agreed(base, ours, theirs)
    if decision is not BOTH:
        return decision, []
    told = _told(ours), _told(theirs)
    if ours is None or theirs is None:
        outcome = "one side took away what the other changed; it is kept"
        return ours or theirs, [Conflict(place=claim, what="decision", ours=told[0], theirs=told[1], outcome=outcome)]
    _, last = by_age(*(_alone(side) for side in (ours, theirs)))
    every = union(_chain(ours), _chain(theirs), rank=lambda item: (moment(item["when"]), canonical(item)))
    made: Raw | None = None
    for item in [*(item for item in every if item != last), last]:
        made = item | {"replaces": made} if made else item
    if all(ours.get(name) == theirs.get(name) for name in OUTCOME):
        return made, []
    side = "ours" if last == _alone(ours) else "theirs"
    outcome = f"{side} is later and stands, and replaces the other"
    return made, [Conflict(place=claim, what="decision", ours=told[0], theirs=told[1], outcome=outcome)]


def merged_ledger(base: list[Raw], ours: list[Raw], theirs: list[Raw]) -> tuple[list[Raw], Found]:
    """The lines of the common version, then those that either side added, by date; no line is ever lost.

    A claim that both sides put on record is a conflict: what happened stays on record, and a person must look at it.
    """
    before, one, two = counted(base), counted(ours), counted(theirs)
    gone = [key for key in before if key not in one or key not in two]
    found = [_line_gone(before[key], key in one) for key in gone if key in one or key in two]
    mine, other = ([key for key in side if key not in before] for side in (one, two))
    every = one | two
    added = [every[key] for key in woven(mine, other, lambda key: every[key]["date"])]
    kept = [item for key, item in before.items() if key in one or key in two]
    lines = [[every[key] for key in keys if key not in rest] for keys, rest in ((mine, other), (other, mine))]
    found += _both_on_record(*lines)
    return [*kept, *added], found


def _both_on_record(ours: list[Raw], theirs: list[Raw]) -> Iterator[Conflict]:
    others = {line["claim"] for line in theirs}
    for claim in dict.fromkeys(line["claim"] for line in ours if line["claim"] in others):
        told = ["; ".join(_entry(line) for line in side if line["claim"] == claim) for side in (ours, theirs)]
        outcome = "both stay on record; see which is true, and correct or retract the claim"
        yield Conflict(place=claim, what="ledger", ours=told[0], theirs=told[1], outcome=outcome)


def _line_gone(line: Raw, in_ours: bool) -> Conflict:
    told = [_entry(line) if there else "nothing" for there in (in_ours, not in_ours)]
    outcome = "lines are added, never taken away; it is kept"
    return Conflict(place=line["claim"], what="ledger", ours=told[0], theirs=told[1], outcome=outcome)


def _entry(line: Raw) -> str:
    rest = " ".join(line[name] for name in ("verdict", "url") if name in line)
    return f"{line['act']} {line['date']} by {line['who']} {rest}".rstrip()


def _alone(decision: Raw) -> Raw:
    return {name: value for name, value in decision.items() if name != "replaces"}


def _chain(decision: Raw | None) -> list[Raw]:
    """The decision and those that it replaced, oldest first, each on its own."""
    chain: list[Raw] = []
    while decision:
        chain.append(_alone(decision))
        decision = decision.get("replaces")
    return chain[::-1]


def _told(decision: Raw | None) -> str:
    if decision is None:
        return "nothing"
    return f"{shown(decision.get('verdict', 'rejected'))} by {decision['who']}, {decision['when']}"
