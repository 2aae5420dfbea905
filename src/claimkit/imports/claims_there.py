"""The claims that an article has, by their words and their wording."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claimkit.imports.placing import bare
from claimkit.model.claim import Claim
from claimkit.model.spans import Anchor
from claimkit.rules.standing import Standing, State


@dataclass(frozen=True, slots=True, kw_only=True)
class There:
    """A claim of the article, as proposed, and the words that bear it, as proposed or as somebody has them."""

    claim: Claim
    anchors: tuple[Anchor, ...]
    wordings: tuple[str, ...]
    rejected: bool


class ClaimsThere:
    """All claims that stand in the present text, each to be found by what it has alone."""

    def __init__(self, every: Iterable[Standing]) -> None:
        self._found: dict[object, list[There]] = {}
        for there in (there for item in every for there in _both(item)):
            spans = tuple(anchor.span for anchor in there.anchors)
            quotes = tuple(anchor.quote for anchor in there.anchors)
            for key in (("on", spans), ("of", quotes), *(("worded", wording) for wording in there.wordings)):
                self._found.setdefault(key, []).append(there)

    def on(self, anchors: tuple[Anchor, ...], text: str) -> There | None:
        """The claim that stands on just these places; ``text`` is its wording, to tell several apart."""
        return self._one(("on", tuple(anchor.span for anchor in anchors)), text)

    def of(self, quotes: tuple[str, ...], text: str) -> There | None:
        """The claim that is borne by just these words, wherever they stand."""
        return self._one(("of", quotes), text)

    def worded(self, text: str) -> There | None:
        """The claim that is worded so, in white space and typography as it may be."""
        return self._one(("worded", bare(text)), text)

    def _one(self, key: object, text: str) -> There | None:
        """The only one; of several the only one worded so, of these the only one that nobody rejected; else None."""
        found, wanted = self._found.get(key, []), bare(text)
        if _several(found):
            found = [there for there in found if wanted in there.wordings]
        if _several(found):
            found = [there for there in found if not there.rejected]
        return None if not found or _several(found) else found[0]


def _several(found: list[There]) -> bool:
    return len({there.claim.id for there in found}) > 1


def _both(item: Standing) -> Iterable[There]:
    """A claim on the words that were proposed, and on those in force where they are others; an orphan on none."""
    if item.state is State.ORPHANED:
        return
    texts = (text for text in (item.proposed.text, item.claim.text, item.claim.short) if text)
    wordings = tuple(dict.fromkeys(bare(text) for text in texts))
    for anchors in dict.fromkeys((item.proposed.anchors, item.claim.anchors)):
        yield There(claim=item.proposed, anchors=anchors, wordings=wordings, rejected=item.state is State.REJECTED)
