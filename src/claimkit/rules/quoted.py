"""Claims whose words the article has in quotation marks, though nobody is said to say them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimkit.annotations.dossiers import Dossier
from claimkit.model.claim import Claim
from claimkit.model.findings import Code, Finding
from claimkit.model.spans import Span
from claimkit.rules.marks import quotations
from claimkit.rules.standing import State, standings

_WORDS = 3
"""Words from which quoted ones are what somebody says; fewer may be a name, or words held at a distance."""

_REST = frozenset({State.REJECTED, State.ORPHANED})


def unattributed_findings(dossier: Dossier) -> Iterator[Finding]:
    """A finding for each claim all of whose words stand in quotation marks and whose attribution is empty."""
    places = _places(dossier)
    spans = list(quotations(dossier.text))
    for standing in standings(dossier):
        claim = standing.claim
        if claim.attribution or standing.state in _REST or standing.retraction or not quoted(claim, spans):
            continue
        message = (
            "the article quotes somebody with these words, and the claim names no source; say who it is with "
            "'claimkit annotate --source', or pass it over with --ignore, and why"
        )
        file, path = places[claim.id]
        yield Finding(code=Code.UNATTRIBUTED_QUOTE, message=message, file=file, path=path)


def quoted(claim: Claim, spans: Sequence[Span]) -> bool:
    """Whether all words of the claim stand in these quotations, their marks included, and there are some of them."""
    words = sum(len(re.findall(r"\w+", anchor.quote)) for anchor in claim.anchors)
    return words >= _WORDS and all(
        any(span.start - 1 <= anchor.start and anchor.end <= span.end + 1 for span in spans) for anchor in claim.anchors
    )


def _places(dossier: Dossier) -> dict[str, tuple[str, tuple[str | int, ...]]]:
    """Where each claim stands: in claims.json, or in the file of who added it."""
    item, path = dossier.claims.item, dossier.claims.path
    files = [(document.path, "added", document.item.added) for document in dossier.reviews]
    files += [(path, "retired", item.retired), (path, "claims", item.claims)]  # what comes later takes precedence
    return {claim.id: (str(file), (key, index)) for file, key, claims in files for index, claim in enumerate(claims)}
