"""Claims whose words the article has in quotation marks, though nobody is said to say them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimkit.annotations.dossiers import Dossier
from claimkit.model.claim import Claim
from claimkit.model.findings import Code, Finding
from claimkit.model.spans import Anchor
from claimkit.rules.standing import State, standings

_WORDS = 3
"""Words from which quoted ones are what somebody says; fewer may be a name, or words held at a distance."""

_PAIRS = (("“", "”"), ("«", "»"), ("„", "“"))
_MARKS = frozenset('"“”«»„')
_REST = frozenset({State.REJECTED, State.ORPHANED})


def unattributed_findings(dossier: Dossier) -> Iterator[Finding]:
    """A finding for each claim all of whose words stand in quotation marks and whose attribution is empty."""
    places = {claim.id: ("claims", index) for index, claim in enumerate(dossier.claims.item.claims)}
    for standing in standings(dossier):
        claim = standing.claim
        if claim.attribution or standing.state in _REST or standing.retraction or claim.id not in places:
            continue
        if quoted(claim, dossier.text):
            message = (
                "the article quotes somebody with these words, and the claim names no source; say who it is with "
                "'claimkit annotate --source', or confirm with --no-attribution and --ignore that nobody does"
            )
            yield Finding(code=Code.NO_SOURCE, message=message, file=str(dossier.claims.path), path=places[claim.id])


def quoted(claim: Claim, text: str) -> bool:
    """Whether all words of the claim stand between quotation marks in the text, and there are some of them."""
    words = sum(len(re.findall(r"\w+", anchor.quote)) for anchor in claim.anchors)
    return words >= _WORDS and all(_inside(text, anchor) for anchor in claim.anchors)


def _inside(text: str, anchor: Anchor) -> bool:
    """Whether a quotation begins before the anchor, in its paragraph, and ends after it. Marks at its edges count."""
    if _MARKS & set(anchor.quote[1:-1]):  # it goes on after a quotation, or has one in it
        return False
    start, end = text.rfind("\n", 0, anchor.start) + 1, text.find("\n", anchor.end)
    before = text[start : anchor.start] + _edge(anchor.quote)
    after = _edge(anchor.quote[::-1]) + text[anchor.end : end if end >= 0 else len(text)]
    if before.count('"') % 2 == 1 and '"' in after:
        return True
    return any(
        before.rfind(opening) > before.rfind(closing) and after.find(closing) >= 0
        for opening, closing in _PAIRS
        if opening in before
    )


def _edge(words: str) -> str:
    """The quotation mark with which words begin, if they do."""
    return words[:1] if words[:1] in _MARKS else ""
