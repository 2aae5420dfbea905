"""Claim ids: made from what a claim says and where it stands, so that the same split gives the same ids."""

from __future__ import annotations

import hashlib
from collections.abc import Container, MutableMapping, Sequence

from claimkit.model.spans import Anchor

LENGTH = 7
"""Hexadecimal digits of an id: 268 million, against some hundred claims an article."""


def claim_id(
    text: str, anchors: Sequence[Anchor], taken: Container[str], turns: MutableMapping[str, int] | None = None
) -> str:
    """An id for a claim, not among ``taken``: ``c`` and hexadecimal digits of a digest of its text and quotes.

    Offsets do not enter it, so that an edit elsewhere in the article changes no id. ``turns`` remembers, between calls
    with a growing ``taken``, how often the same words have been met, so that a refrain costs no quadratic time.
    """
    turns = {} if turns is None else turns
    basis = "\n".join([text, *(anchor.quote for anchor in anchors)])
    for turn in range(turns.get(basis, 0) + 1, 1_000_000):
        digest = hashlib.sha256(f"{turn}\n{basis}".encode()).hexdigest()
        if (candidate := f"c{digest[:LENGTH]}") not in taken:
            turns[basis] = turn
            return candidate
    raise ValueError("a million claims with the same words")
