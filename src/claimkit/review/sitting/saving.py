"""What a sitting writes: entries, finished reviews, and acts taken back. Each is saved before the next key is read."""

from __future__ import annotations

from dataclasses import replace

from claimkit.errors import ConflictError
from claimkit.model.findings import Finding, Severity
from claimkit.model.raw import Raw
from claimkit.model.review import Review
from claimkit.model.vocabulary import Disposition, Stage
from claimkit.review.dialogue import Dialogue, key, said
from claimkit.review.sitting.queue import own
from claimkit.review.sitting.showing import show
from claimkit.review.sitting.state import Going, Sitting
from claimkit.review.sitting.table import Table
from claimkit.review.sitting.undo import Deeds, undo
from claimkit.review.sitting.view import review_lines
from claimkit.rules.reviews import content_findings
from claimkit.rules.standing import Standing, named


def record(sitting: Sitting, table: Table, standing: Standing, entries: list[Raw]) -> Dialogue[Going | None]:
    """Save the entries and say what the review now is; to the first claim that they made, else nowhere.

    Raises :class:`ConflictError` where the review is no longer the one that was shown.
    """
    if not entries:
        yield from said("  Left as it was.")
        return None
    fresh = table.again()
    if own(now := named(fresh.claims, standing.claim.id)) != own(standing):
        yield from show(sitting, fresh, now)
        raise ConflictError("you changed this review in another sitting meanwhile", remedy="look at it, and repeat")
    reviews = fresh.record(entries, sitting.now())
    after = fresh.again()
    slug, claim = table.desk.article.slug, standing.claim.id
    sitting.deeds.append(Deeds(slug=slug, claim=claim, before=fresh.file, after=after.file))
    if len(reviews) == 1 and reviews[0].claim == claim:
        yield from said(*review_lines(reviews[0], entries[0]))
    else:
        names = ", ".join(review.claim for review in reviews)
        yield from said(f"  {len(reviews)} {reviews[0].disposition}: {names}")
    made = {item.id for item in after.file.added} - {item.id for item in fresh.file.added}
    first = next((item.claim.id for item in after.claims if item.claim.id in made), None)
    if first is None:
        return None
    sitting.trail.append(claim)
    return Going(to=first)


def finish(sitting: Sitting, table: Table, standing: Standing) -> Dialogue[Going | None]:
    """Finish the review and go on; what makes it wrong is said instead, and what makes it weak beside."""
    missing = _missing(sitting, standing)
    if wrong := [finding for finding in missing if finding.severity is Severity.ERROR]:
        yield from said("  Not finished yet:", *(f"    {finding.message}" for finding in wrong))
        return None
    weak = [*missing, *(table.lint(standing) if _kept(standing) else ())]
    if weak:
        yield from said(*(f"  Note: {finding.message}" for finding in weak))
        if (yield from key("Finish it all the same? (y yes, n no)", {"y": "yes", "n": "no"})) == "n":
            return None
    entry: Raw = {"claim": standing.claim.id, "stage": str(Stage.DONE)}
    yield from record(sitting, table, standing, [entry])
    sitting.finished.add((table.desk.article.slug, standing.claim.id))
    return sitting.onward(table.again(), standing, again=True)


def _kept(standing: Standing) -> bool:
    """Whether the claim stands for its reviewer, so that its wording matters."""
    review = own(standing)
    return review is None or review.disposition is not Disposition.REJECTED


def take_back(sitting: Sitting, table: Table) -> Dialogue[Going | None]:
    """Take the last act of the sitting back, and go to its claim."""
    if not sitting.deeds:
        yield from said("  Nothing was done in this sitting that could be taken back.")
        return None
    deeds = sitting.deeds[-1]
    here = deeds.slug == table.desk.article.slug
    undo(table.again() if here else sitting.laid(deeds.slug), deeds)
    sitting.deeds.pop()
    sitting.finished.discard((deeds.slug, deeds.claim))
    yield from said(f"  Taken back: the last act on {deeds.claim}" + ("" if here else f" of {deeds.slug}"))
    return Going(to=deeds.claim) if here else None


def _missing(sitting: Sitting, standing: Standing) -> list[Finding]:
    """What would be wrong with the review if it were finished."""
    review = own(standing) or Review(
        claim=standing.claim.id, disposition=Disposition.ACCEPTED, stage=Stage.DONE, when=sitting.now()
    )
    return list(content_findings(replace(review, stage=Stage.DONE), sitting.workspace.config, ""))
