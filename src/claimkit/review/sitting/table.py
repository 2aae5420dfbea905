"""What lies before one reviewer: an article, its claims, and their own work on it. Nobody else's file is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from claimkit.annotations.documents import Document
from claimkit.annotations.dossiers import Dossier
from claimkit.annotations.workspace import Workspace
from claimkit.model.findings import Finding
from claimkit.model.raw import Raw
from claimkit.model.review import Evidence, Review, Reviewer, ReviewFile
from claimkit.model.vocabulary import Disposition, Order
from claimkit.review.annotate import Desk
from claimkit.review.recording import open_again, own_file, record_on, turn
from claimkit.review.sitting.queue import ordered, own
from claimkit.rules.about import claim_of
from claimkit.rules.faithfulness import faithfulness_findings
from claimkit.rules.standing import Standing, State, standings


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """An article as a reviewer has it. ``work`` is their file, None before its first act; ``claims`` are in order."""

    workspace: Workspace
    reviewer: str
    desk: Desk
    order: Order
    work: Document[ReviewFile] | None
    claims: tuple[Standing, ...]

    @classmethod
    def laid(cls, workspace: Workspace, reviewer: str, desk: Desk, order: Order) -> Table:
        """The table as the files now are; raises :class:`claimkit.errors.DataError` where they are damaged."""
        work = own_file(workspace, desk.article.slug, reviewer)
        every = standings(_dossier(desk, work))
        claims = ordered([item for item in every if item.state is not State.ORPHANED], order)
        return cls(workspace=workspace, reviewer=reviewer, desk=desk, order=order, work=work, claims=claims)

    def again(self) -> Table:
        """The table after an act of this or another sitting of the same reviewer."""
        return Table.laid(self.workspace, self.reviewer, open_again(self.desk, self.workspace), self.order)

    @property
    def file(self) -> ReviewFile:
        """The reviewer's work so far."""
        empty = ReviewFile(article=self.desk.article.slug, reviewer=Reviewer(id=self.reviewer), reviews=())
        return self.work.item if self.work else empty

    def record(self, entries: list[Raw], at: str) -> tuple[Review, ...]:
        """Save these entries; raises :class:`claimkit.errors.ReviewError` and saves none where one cannot be."""
        with turn(self.workspace, self.desk.article.slug):
            desk = open_again(self.desk, self.workspace)
            return record_on(desk, self.workspace, self.reviewer, [("", entry) for entry in entries], at)

    def lint(self, standing: Standing) -> list[Finding]:
        """What 'claimkit check' says of the claim's wording against the article."""
        dossier = only(_dossier(self.desk, self.work), standing.claim.id)
        return [item for item in faithfulness_findings(dossier) if claim_of(dossier, item) == standing.claim.id]

    def pages(self) -> list[Evidence]:
        """The pages that the reviewer has cited in this article, each once, those cited last first."""
        found: dict[str, Evidence] = {}
        for review in sorted(self.file.reviews, key=lambda item: item.when, reverse=True):
            for evidence in review.evidence:
                found.setdefault(evidence.url, evidence)
        return list(found.values())

    def of_sentence(self, standing: Standing) -> Iterator[Standing]:
        """The claims of the same sentence that the reviewer has said nothing of yet."""
        touched = [span for span in self.desk.sentences if any(span.overlaps(item) for item in standing.claim.anchors)]
        for other in self.claims:
            review = own(other)
            open_still = review is None or review.disposition is Disposition.OPEN
            if open_still and any(span.overlaps(anchor) for span in touched for anchor in other.claim.anchors):
                yield other


def only(dossier: Dossier, claim: str) -> Dossier:
    """The dossier with that one claim and its reviews, so that a check of it need not look at all others."""
    claims = dossier.claims.item
    kept = replace(claims, claims=tuple(item for item in claims.claims if item.id == claim))
    reviews = tuple(
        replace(
            document,
            item=replace(
                document.item,
                added=tuple(item for item in document.item.added if item.id == claim),
                reviews=tuple(item for item in document.item.reviews if item.claim == claim),
            ),
        )
        for document in dossier.reviews
    )
    return replace(dossier, claims=replace(dossier.claims, item=kept), reviews=reviews)


def _dossier(desk: Desk, work: Document[ReviewFile] | None) -> Dossier:
    reviews = (work,) if work else ()
    return Dossier(slug=desk.article.slug, texts=desk.texts, claims=desk.document, reviews=reviews, decisions=None)
