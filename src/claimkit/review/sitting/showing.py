"""Showing and finding claims in a sitting."""

from __future__ import annotations

from claimkit.review.dialogue import Dialogue, line, said
from claimkit.review.sitting.keys import DIGITS, Deed
from claimkit.review.sitting.pace import pace
from claimkit.review.sitting.state import Going, Sitting, left, place_of
from claimkit.review.sitting.table import Table
from claimkit.review.sitting.view import claim_lines
from claimkit.review.words import one_line
from claimkit.rules.standing import Standing

FOUND = 20
"""How many claims a search lists."""

HINTS = (
    Deed.ACCEPT, Deed.EDIT, Deed.REJECT, Deed.EVIDENCE, Deed.RATIONALE, Deed.COMMENT, Deed.DONE, Deed.SKIP, Deed.UNDO,
    Deed.QUIT, Deed.HELP,
)  # fmt: skip
"""The deeds whose keys are named to begin with; help has the rest."""


def show(sitting: Sitting, table: Table, standing: Standing, *, whole: bool = False) -> Dialogue[None]:
    """The claim, under a line that says how far the reviewer has got."""
    every, open_still = len(table.claims), left(table)
    speed = pace(sitting.began, sitting.now(), len(sitting.finished), open_still)
    head = f"{table.desk.article.slug}: claim {place_of(table, standing) + 1} of {every}, {every - open_still} finished"
    yield from said("", head + (f", {speed}" if speed else ""))
    yield from said(*claim_lines(table, standing, table.lint(standing), whole=whole))


def hints(sitting: Sitting) -> Dialogue[None]:
    """The keys that one needs most, in a few words."""
    hits = {deed: hit for hit, deed in sitting.board.items()}
    scale = ", ".join(f"{hit} {name}" for hit, name in sitting.names.items() if hit in DIGITS)
    yield from said(f"Verdicts  {scale}", f"Keys      {', '.join(f'{hits[deed]} {deed}' for deed in HINTS)}")


def question(sitting: Sitting) -> str:
    """What stands before each key."""
    hits = {deed: hit for hit, deed in sitting.board.items()}
    last = DIGITS[: len(sitting.workspace.config.verdicts)][-1]
    return f"1-{last} verdict, {' '.join(hits[deed] for deed in HINTS[:-1])}, {hits[Deed.HELP]} help >"


def keys(sitting: Sitting) -> Dialogue[None]:
    """What every key does."""
    yield from said(*(f"  {hit}  {meaning}" for hit, meaning in sitting.names.items()))


def search(table: Table) -> Dialogue[Going | None]:
    """To the claim that has those words, or that id; where several have, they are listed."""
    words = (yield from line("Find (words of a claim, or the beginning of its id):")).lower()
    if not words:
        return None
    found = [
        item.claim
        for item in table.claims
        if item.claim.id.startswith(words) or words in one_line(item.claim.text).lower()
    ]
    if not found:
        yield from said("  No claim has these words.")
    if len(found) <= 1:
        return Going(to=found[0].id) if found else None
    shown = {str(number): claim for number, claim in enumerate(found[:FOUND], 1)}
    more = f", the first {FOUND}:" if len(found) > FOUND else ":"
    yield from said(f"  {len(found)} claims{more}")
    yield from said(*(f"  {number:>3}  {claim.id}  {one_line(claim.text)}" for number, claim in shown.items()))
    number = yield from line("Which number (Enter: none)?")
    return Going(to=shown[number].id) if number in shown else None
