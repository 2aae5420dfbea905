"""Taking acts back, one after the other, as long as a sitting lasts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimkit.annotations.documents import load, save
from claimkit.errors import ConflictError
from claimkit.model.decision import DecisionsFile
from claimkit.model.review import Review, ReviewFile
from claimkit.review.annotate import in_order
from claimkit.review.sitting.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Deeds:
    """What one act changed in a reviewer's file: the file before it and after it."""

    slug: str
    claim: str
    before: ReviewFile
    after: ReviewFile


def undo(table: Table, deeds: Deeds) -> None:
    """Write the reviews that the act changed as they were before it; other reviews stay as they are.

    Raises :class:`ConflictError` where one of them was changed again since, in another sitting, or where the desk has
    settled or published a claim that the act made.
    """
    before, after, present = (_by_claim(file) for file in (deeds.before, deeds.after, table.file))
    touched = {claim for claim in {*before, *after} if before.get(claim) != after.get(claim)}
    if any(present.get(claim) != after.get(claim) for claim in touched):
        raise ConflictError("it was changed again in another sitting, and is not taken back")
    reviews = {name: review for name, review in present.items() if name not in touched}
    reviews |= {name: before[name] for name in touched if name in before}
    made = {claim.id for claim in deeds.after.added} - {claim.id for claim in deeds.before.added}
    if on_record := sorted(made & _on_record(table, deeds.slug)):
        raise ConflictError(f"{', '.join(on_record)} is settled or published, and is not taken back")
    added = tuple(claim for claim in table.file.added if claim.id not in made)
    claims = (*table.desk.claims, *added)
    file = replace(table.file, added=added, reviews=in_order(list(reviews.values()), claims))
    path = table.workspace.review_path(deeds.slug, table.reviewer)
    save(table.workspace, path, file, replaces=table.work.digest if table.work else None)


def _on_record(table: Table, slug: str) -> set[str]:
    """The claims that the desk has decided on, published, or put before everybody."""
    path = table.workspace.decisions_path(slug)
    everybodys = {claim.id for claim in table.desk.claims}
    if not path.exists():
        return everybodys
    file = load(table.workspace, path, DecisionsFile).item
    settled = {decision.claim for decision in file.decisions}
    return everybodys | settled | {entry.claim for entry in file.ledger}


def _by_claim(file: ReviewFile) -> dict[str, Review]:
    return {review.claim: review for review in file.reviews}
