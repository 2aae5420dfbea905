"""What the desk settled, and what it published."""

from __future__ import annotations

from dataclasses import dataclass

from claimkit.model.vocabulary import Act, How


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The settled verdict of one claim: the reviewer whose wording stands, who settled, when, how, why.

    No verdict: the claim is rejected. ``rationale`` is the adjudicator's own for the reader; else that of the review
    stands. ``replaces`` is the decision before.
    """

    claim: str
    verdict: str = ""
    review: str
    how: How
    who: str
    when: str
    why: str = ""
    rationale: str = ""
    replaces: Decision | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """One line of the publication ledger; lines are added, never changed.

    ``date`` is ``YYYY-MM-DD``; ``verdict`` is what was published then, ``former_verdict`` what a correction replaced.
    """

    claim: str
    act: Act
    date: str
    who: str
    verdict: str = ""
    url: str = ""
    change: str = ""
    former_verdict: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionsFile:
    """``annotations/<slug>/decisions.json``."""

    article: str
    decisions: tuple[Decision, ...] = ()
    ledger: tuple[LedgerEntry, ...] = ()
