"""What a review was before: every state that gave way to another one is kept in the review itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import UTC, datetime
from itertools import pairwise

from claimkit.model.raw import Raw, camel, from_raw, to_raw
from claimkit.model.review import Review
from claimkit.model.vocabulary import Stage

_OWN = frozenset({"claim", "when", "history"})
PROPERTIES = tuple(name for field in fields(Review) if (name := camel(field.name)) not in _OWN)
"""What of a review can change, in JSON's names."""


def succeeded(old: Review | None, new: Review) -> Review:
    """``new``, which takes the place of ``old``, with that in its history.

    A draft that is only filled in takes nothing back, so it leaves no state behind. Where nothing changes, ``old``
    stays as it is, its date too.
    """
    if old is None:
        return new
    before, after = to_raw(old), to_raw(new)
    changed = [name for name in PROPERTIES if before.get(name) != after.get(name)]
    if not changed:
        return old
    history = list(before.get("history", []))
    was = {name: before[name] for name in changed if name in before}
    if was or old.stage is not Stage.DRAFT:
        history.append({"when": old.when, "changed": changed} | ({"was": was} if was else {}))
    elif history:  # what is filled in now was not there in the state before either
        last = history.pop()
        history.append(last | {"changed": [name for name in PROPERTIES if name in {*last["changed"], *changed}]})
    return from_raw(Review, after | ({"history": history} if history else {}))


def recorded(every: Sequence[Review]) -> Review:
    """The last of these states with those before it as its history: what :func:`claimkit.model.history.states` gives.

    A state that the next one only repeats leaves nothing.
    """
    history: list[Raw] = []
    raw = [to_raw(state) for state in every]
    for before, after in pairwise(raw):
        changed = [name for name in PROPERTIES if before.get(name) != after.get(name)]
        was = {name: before[name] for name in changed if name in before}
        if changed:
            history.append({"when": before["when"], "changed": changed} | ({"was": was} if was else {}))
    present = {name: value for name, value in raw[-1].items() if name != "history"}
    return from_raw(Review, present | ({"history": history} if history else {}))


def moment(when: str) -> tuple[datetime, str]:
    """What puts times in order, whatever their zones; one that no calendar has, as 31 February, comes first."""
    try:
        return datetime.fromisoformat(when), when
    except ValueError:
        return datetime.min.replace(tzinfo=UTC), when
