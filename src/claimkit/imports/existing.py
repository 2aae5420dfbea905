"""Others' statements in an article that the workspace has: at its claims, or as claims added on its words."""

from __future__ import annotations

from claimkit.annotations.dossiers import Dossier
from claimkit.imports.claims_there import ClaimsThere, There
from claimkit.imports.foreign import Stretch
from claimkit.imports.placing import Places, Unplaced
from claimkit.imports.reviewing import begun
from claimkit.imports.sources import Brought, Placed, Said, Told, statements, wording
from claimkit.model.claim import Claim
from claimkit.model.identity import claim_id
from claimkit.model.spans import Anchor
from claimkit.model.vocabulary import Kind
from claimkit.rules.standing import standings


class KnownArticle:
    """An article of the workspace, with all claims of it that stand in its present text."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        every = standings(dossier)
        self._there = ClaimsThere(every)
        self._proposed = {claim.id for claim in dossier.claims.item.every}
        self._taken = {item.claim.id for item in every} | self._proposed
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
        quotes = tuple(stretch.quote for stretch in statement.stretches)
        if all(one.several for one in lost) and (there := self._there.of(quotes, wording(statement))):
            return self._at(said, there)
        return Unplaced(reason="; ".join(one.reason for one in lost))

    def _by_wording(self, said: Said, places: Places) -> Placed | Unplaced:
        """The claim that is worded so, else the place where the article says just that."""
        wordings = [text for text in (said.statement.text, said.statement.short) if text.strip()]
        for text in wordings:
            if there := self._there.worded(text):
                return self._at(said, there)
        lost = Unplaced(reason="it has no words")
        for text in (*(text.rstrip(".") for text in wordings), *wordings):
            found = places.find(Stretch(quote=text))
            if isinstance(found, Anchor):
                return self._on(said, (found,))
            lost = found
        return lost

    def _on(self, said: Said, anchors: tuple[Anchor, ...]) -> Placed:
        """The claim on these words, else a new one."""
        there = self._there.on(anchors, wording(said.statement))
        return self._at(said, there) if there else self._add(said, anchors)

    def _at(self, said: Said, there: There) -> Placed:
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
