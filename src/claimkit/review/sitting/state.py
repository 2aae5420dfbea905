"""What a sitting remembers between two keys, and where it goes next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from claimkit.annotations.workspace import Workspace
from claimkit.model.vocabulary import Order
from claimkit.review.annotate import Desk
from claimkit.review.recording import open_again, open_desk
from claimkit.review.sitting.keys import Deed, keyboard, names
from claimkit.review.sitting.queue import finished, following, outdated
from claimkit.review.sitting.table import Table
from claimkit.review.sitting.undo import Deeds
from claimkit.rules.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """Where to go: to the claim of that id, or out of the article where every claim is finished."""

    to: str | None


@dataclass(slots=True, kw_only=True)
class Sitting:
    """One reviewer at work. ``now`` gives the moment of an act as a date and time with its zone.

    ``deeds`` is what can be taken back, ``finished`` what was finished (article and claim), ``failed`` how many acts
    were refused or could not be saved, ``trail`` the claims that were left in this article.
    """

    workspace: Workspace
    reviewer: str
    order: Order
    now: Callable[[], str]
    board: dict[str, Deed] = field(init=False)
    names: dict[str, str] = field(init=False)
    began: str = field(init=False)
    deeds: list[Deeds] = field(default_factory=list)
    finished: set[tuple[str, str]] = field(default_factory=set)
    failed: int = 0
    trail: list[str] = field(default_factory=list)
    desks: dict[str, Desk] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.board = keyboard(self.workspace.config)
        self.names = names(self.board, self.workspace.config.verdicts)
        self.began = self.now()

    def laid(self, slug: str) -> Table:
        """An article on the table; its claims are read again only where they were written anew."""
        known = self.desks.get(slug)
        self.desks[slug] = open_again(known, self.workspace) if known else open_desk(self.workspace, slug)
        return Table.laid(self.workspace, self.reviewer, self.desks[slug], self.order)

    def onward(self, table: Table, standing: Standing, *, again: bool = False) -> Going:
        """To the next unfinished claim; with ``again`` to one that must be looked at again, if there is one."""
        waiting = (index for index, item in enumerate(table.claims) if again and outdated(item))
        after = next(waiting, following(table.claims, place_of(table, standing)))
        self.trail.append(standing.claim.id)
        return Going(to=None if after is None else table.claims[after].claim.id)


def place_of(table: Table, standing: Standing) -> int:
    """The claim's index among those on the table."""
    return next(index for index, item in enumerate(table.claims) if item.claim.id == standing.claim.id)


def left(table: Table) -> int:
    """How many claims are not finished."""
    return sum(not finished(item) for item in table.claims)
