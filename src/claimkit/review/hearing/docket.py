"""The claims that await a decision, and decisions saved one by one, each on what the files say at that time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from claimkit.annotations.documents import save
from claimkit.annotations.dossiers import Dossier, open_dossier
from claimkit.annotations.workspace import Workspace
from claimkit.errors import ConflictError
from claimkit.model.decision import Decision, DecisionsFile
from claimkit.review.adjudication import Ruling, adjudicate
from claimkit.review.settling import decisions_of, settle_by_rule, taken_back
from claimkit.rules.gate import awaiting
from claimkit.rules.standing import Standing, named, unsettled


@dataclass(frozen=True, slots=True, kw_only=True)
class Docket:
    """One adjudicator's docket of one article. ``now`` gives the date and time of each act."""

    workspace: Workspace
    slug: str
    who: str
    now: Callable[[], str]

    def read(self) -> Dossier:
        """What the files say now."""
        return open_dossier(self.workspace, self.slug)

    def settle_by_rule(self) -> tuple[str, ...]:
        """Settle all that needs nobody; the ids of the claims."""
        dossier = self.read()
        file, settled = settle_by_rule(dossier, self.workspace.config, who=self.who, at=self.now())
        if settled:
            self._save(dossier, file)
        return settled

    def awaiting(self) -> tuple[str, ...]:
        """The ids of the claims that a person must decide on."""
        return tuple(standing.claim.id for standing in awaiting(self.read(), self.workspace.config))

    def settle(self, claim: str, ruling: Ruling, *, seen: Standing | None = None) -> Decision:
        """Decide on a claim and save that; the decision.

        Raises :class:`ConflictError` where the claim is no longer as it was ``seen``, and nothing is saved then;
        :class:`claimkit.errors.ReviewError` where the ruling cannot be.
        """
        dossier = self.read()
        if seen is not None and named(unsettled(dossier), claim) != seen:
            raise ConflictError("somebody reviewed it or decided on it in the meantime", remedy="look at it again")
        file, decision = adjudicate(dossier, self.workspace.config, claim, ruling, who=self.who, at=self.now())
        self._save(dossier, file)
        return next(item for item in file.decisions if item.claim == decision.claim)

    def take_back(self, decision: Decision, seen: Standing) -> None:
        """Undo a decision that was made on the claim as ``seen``.

        Raises :class:`ConflictError` where it no longer stands, or the ledger has more lines on the claim by now.
        """
        dossier = self.read()
        file = decisions_of(dossier)
        if decision not in file.decisions or named(unsettled(dossier), decision.claim).ledger != seen.ledger:
            raise ConflictError("the decision was changed or published in the meantime", remedy="decide anew")
        self._save(dossier, taken_back(file, decision))

    def _save(self, dossier: Dossier, file: DecisionsFile) -> None:
        replaces = dossier.decisions.digest if dossier.decisions else None
        save(self.workspace, self.workspace.decisions_path(self.slug), file, replaces=replaces)
