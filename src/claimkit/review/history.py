"""What a review was before: every state that gave way to another one is kept in the review itself."""

from __future__ import annotations

from dataclasses import fields

from claimkit.model.raw import camel, from_raw, to_raw
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
