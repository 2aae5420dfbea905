"""Others' statements in an article that the workspace has: at its claims, or as claims added on its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from claimkit.annotations.dossiers import Dossier
from claimkit.imports.foreign import Statement, Stretch
from claimkit.imports.placing import Places, Unplaced, alike
from claimkit.imports.reviewing import begun
from claimkit.imports.sources import Brought, Placed, Said, Told, statements, wording
from claimkit.model.claim import Claim
from claimkit.model.identity import claim_id
from claimkit.model.spans import Anchor
from claimkit.model.vocabulary import Kind
from claimkit.rules.standing import Standing, State, standings


@dataclass(frozen=True, slots=True, kw_only=True)
class _There:
    """A claim of the article and the words that bear it, as proposed or as somebody has them."""

    claim: Claim
    anchors: tuple[Anchor, ...]
    texts: tuple[str, ...]
    rejected: bool


class KnownArticle:
    """An article of the workspace, with all claims of it that stand in its present text."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        every = [item for item in standings(dossier) if item.state is not State.ORPHANED]
        self._there = [there for item in every for there in _both(item)]
        self._proposed = {claim.id for claim in dossier.claims.item.every}
        self._taken = {item.claim.id for item in standings(dossier)} | self._proposed
        self._added: dict[tuple[str, tuple[Anchor, ...]], Claim] = {}
        self._places: dict[str, Places] = {}
        self.told: list[Told] = []

    def place(self, brought: list[Brought]) -> list[Placed]:
        """The statements that have a place; ``told`` says of the others why they have none."""
        found = []
        for one in brought:
            places = self._places.setdefault(one.foreign.text, Places(self._dossier.text, one.foreign.text))
            for said in statements([one]):
                placed = self._place(said, places)
                if isinstance(placed, Unplaced):
                    self.told.append(said.remark(f"it has no place in the article: {placed.reason}"))
                else:
                    found.append(placed)
        return found

    def _place(self, said: Said, places: Places) -> Placed | Unplaced:
        statement = said.statement
        if not statement.stretches:
            return self._by_wording(said, places)
        found = [places.find(stretch) for stretch in statement.stretches]
        lost = [anchor for anchor in found if isinstance(anchor, Unplaced)]
        if not lost:
            return self._on(said, tuple(anchor for anchor in found if isinstance(anchor, Anchor)))
        quotes = [stretch.quote for stretch in statement.stretches]
        if all(one.several for one in lost) and (there := self._only(lambda one: _quotes(one) == quotes, statement)):
            return self._at(said, there)
        return Unplaced(reason="; ".join(one.reason for one in lost))

    def _by_wording(self, said: Said, places: Places) -> Placed | Unplaced:
        """The claim that is worded so, else the place where the article says just that."""
        statement = said.statement
        wordings = [text for text in (statement.text, statement.short) if text]
        for text in wordings:
            if there := self._only(_worded(text), statement):
                return self._at(said, there)
        found = [places.find(Stretch(quote=text)) for text in (*wordings, *(text.rstrip(".") for text in wordings))]
        anchors = [anchor for anchor in found if isinstance(anchor, Anchor)]
        if anchors:
            return self._on(said, (anchors[0],))
        return next(one for one in found if isinstance(one, Unplaced))

    def _on(self, said: Said, anchors: tuple[Anchor, ...]) -> Placed:
        """The claim on these words, else a new one."""
        spans = [anchor.span for anchor in anchors]
        there = self._only(lambda one: [anchor.span for anchor in one.anchors] == spans, said.statement)
        return self._at(said, there) if there else self._add(said, anchors)

    def _only(self, right: Callable[[_There], bool], statement: Statement) -> _There | None:
        """The one claim that is right; None where nothing tells which.

        Of several it is the only one with the same wording, of these the only one that nobody rejected.
        """
        found = [there for there in self._there if right(there)]
        for better in (_worded(wording(statement)), lambda there: not there.rejected):
            if len({there.claim.id for there in found}) > 1:
                found = [there for there in found if better(there)]
        return found[0] if len({there.claim.id for there in found}) == 1 else None

    def _at(self, said: Said, there: _There) -> Placed:
        """A review of a claim that is there; one that another reviewer added is added by this one too."""
        review = begun(said, there.claim, there.anchors, self._dossier.texts.version)
        return Placed(said=said, claim=there.claim, review=review, added=there.claim.id not in self._proposed)

    def _add(self, said: Said, anchors: tuple[Anchor, ...]) -> Placed:
        text, version = wording(said.statement), self._dossier.texts.version
        claim = self._added.get((text, anchors)) or Claim(
            id=claim_id(text, anchors, self._taken),
            text=text,
            anchors=anchors,
            kind=Kind.FACT,
            proposed_by=f"import:{said.source.format}",
            attribution=said.statement.attribution,
            text_version=version,
        )
        self._added[text, anchors] = claim
        self._taken.add(claim.id)
        return Placed(said=said, claim=claim, review=begun(said, claim, anchors, version), added=True)


def _both(item: Standing) -> Iterable[_There]:
    """A claim in the words that were proposed, and in those in force where they are others."""
    texts = tuple(dict.fromkeys(text for text in (item.proposed.text, item.claim.text, item.claim.short) if text))
    for anchors in dict.fromkeys((item.proposed.anchors, item.claim.anchors)):
        yield _There(claim=item.proposed, anchors=anchors, texts=texts, rejected=item.state is State.REJECTED)


def _worded(text: str) -> Callable[[_There], bool]:
    return lambda there: any(alike(text, own) for own in there.texts)


def _quotes(there: _There) -> list[str]:
    return [anchor.quote for anchor in there.anchors]
