"""Of the documents of one file, those that are worth an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimkit.imports.foreign import Foreign
from claimkit.imports.spans.notes import Notes


def with_claims(made: Sequence[Foreign]) -> tuple[Foreign, ...]:
    """Those in which something is stated; the first of them says how many others there are."""
    kept = [one for one in made if one.statements]
    notes = Notes()
    if len(kept) < len(made):
        notes.add("documents in which no claim is marked are left out", times=len(made) - len(kept))
    if not kept:
        return tuple(made)
    return (replace(kept[0], remarks=(*kept[0].remarks, *notes.remarks())), *kept[1:])
