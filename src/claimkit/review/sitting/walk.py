"""The walk itself: article after article, claim after claim, key after key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claimkit.annotations.workspace import Workspace
from claimkit.errors import ClaimkitError
from claimkit.model.vocabulary import Order
from claimkit.review.dialogue import Dialogue, EndOfInputError, GivenUpError, key, said
from claimkit.review.sitting.keys import DIGITS, Deed
from claimkit.review.sitting.questions import QUESTIONS, verdict
from claimkit.review.sitting.queue import start
from claimkit.review.sitting.saving import finish, record, take_back
from claimkit.review.sitting.showing import hints, keys, question, search, show
from claimkit.review.sitting.state import Going, Sitting, left
from claimkit.review.sitting.table import Table
from claimkit.rules.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a sitting ended.

    ``finished`` claims were finished in it, ``left`` are left in the articles it was about; ``failed`` acts were
    refused or could not be saved.
    """

    finished: int
    left: int
    failed: int = 0


class _QuitError(Exception):
    """The reviewer has had enough."""


def sit(
    workspace: Workspace, slugs: Sequence[str], reviewer: str, *, order: Order, now: Callable[[], str]
) -> Dialogue[Ended]:
    """Walk through the claims of these articles that the reviewer has not finished.

    ``now`` gives the moment of an act as a date and time with its zone. What cannot be saved is said, and nothing of
    it is; raises :class:`ClaimkitError` where an article cannot be read.
    """
    sitting = Sitting(workspace=workspace, reviewer=reviewer, order=order, now=now)
    yield from hints(sitting)
    try:
        for slug in slugs:
            yield from _article(sitting, slug)
    except (EndOfInputError, _QuitError):
        pass
    open_still = sum(left(sitting.laid(slug)) for slug in slugs)
    return Ended(finished=len(sitting.finished), left=open_still, failed=sitting.failed)


def _article(sitting: Sitting, slug: str) -> Dialogue[None]:
    table = sitting.laid(slug)
    if not table.claims:
        yield from said(f"{slug}: it has no claims.")
        return
    place = start(table.claims)
    if place is None:
        yield from said(f"{slug}: you have finished every claim.")
        return
    sitting.trail.clear()
    going = Going(to=table.claims[place].claim.id)
    while going.to is not None:
        going = yield from _claim(sitting, slug, going.to)
    yield from said("", f"{slug}: you have finished every claim.")


def _claim(sitting: Sitting, slug: str, claim: str) -> Dialogue[Going]:
    """One claim, until the reviewer leaves it."""
    table = sitting.laid(slug)
    standing = _found(table, claim)
    if standing is not None:
        yield from show(sitting, table, standing)
    while standing is not None:
        try:
            hit = yield from key(question(sitting), sitting.names)
            going = yield from _act(sitting, table, standing, hit)
        except ClaimkitError as error:
            yield from said(f"  Not done: {error}")
            sitting.failed += 1
            going = None
        except GivenUpError:
            yield from said("  Left as it was.")
            sitting.failed += 1
            going = None
        if going is not None:
            return going
        table = table.again()
        standing = _found(table, claim)
    yield from said(f"  {claim} is gone: the article was split again meanwhile.")
    place = start(table.claims)
    return Going(to=None if place is None else table.claims[place].claim.id)


def _act(sitting: Sitting, table: Table, standing: Standing, hit: str) -> Dialogue[Going | None]:
    """Do what the key says; where to go then, None to stay."""
    deed = sitting.board.get(hit)
    if deed is None:
        chosen = sitting.workspace.config.verdicts[DIGITS.index(hit)]
        return (yield from record(sitting, table, standing, verdict(standing, chosen.id)))
    if asked := QUESTIONS.get(deed):
        entries = yield from asked(table, standing, sitting.now()[:10])
        return (yield from record(sitting, table, standing, entries))
    return (yield from _move(sitting, table, standing, deed))


def _move(sitting: Sitting, table: Table, standing: Standing, deed: Deed) -> Dialogue[Going | None]:
    match deed:
        case Deed.DONE:
            return (yield from finish(sitting, table, standing))
        case Deed.UNDO:
            return (yield from take_back(sitting, table))
        case Deed.FIND:
            going = yield from search(table)
            sitting.trail += [standing.claim.id] if going else []
            return going
        case Deed.SKIP:
            return sitting.onward(table, standing)
        case Deed.BACK if sitting.trail:
            return Going(to=sitting.trail.pop())
        case Deed.BACK:
            yield from said("  This is where you began; 'find' goes to any claim.")
        case Deed.WHOLE:
            yield from show(sitting, table, standing, whole=True)
        case Deed.HELP:
            yield from keys(sitting)
        case _:
            raise _QuitError
    return None


def _found(table: Table, claim: str) -> Standing | None:
    return next((item for item in table.claims if item.claim.id == claim), None)
