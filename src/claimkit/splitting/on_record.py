"""What the workspace has of an article before it is split: its claims, its texts, and what people have made of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from claimkit.annotations.documents import Document, load, stop
from claimkit.annotations.dossiers import inspect_texts
from claimkit.annotations.following import follow, follow_review
from claimkit.annotations.texts import Texts
from claimkit.annotations.workspace import Workspace
from claimkit.model.article import Metadata
from claimkit.model.claim import Claim, ClaimsFile
from claimkit.model.decision import DecisionsFile
from claimkit.model.review import ReviewFile
from claimkit.model.vocabulary import Act


@dataclass(frozen=True, kw_only=True)
class OnRecord:
    """An article's files as they were read. ``claims`` is None where it is new."""

    workspace: Workspace
    slug: str
    claims: Document[ClaimsFile] | None
    reviews: tuple[ReviewFile, ...]
    decisions: DecisionsFile | None

    @classmethod
    def read(cls, workspace: Workspace, slug: str) -> OnRecord:
        """What is there now; raises :class:`claimkit.errors.DataError` where a file is damaged."""
        path, settled = workspace.claims_path(slug), workspace.decisions_path(slug)
        return cls(
            workspace=workspace,
            slug=slug,
            claims=load(workspace, path, ClaimsFile) if path.exists() else None,
            reviews=tuple(load(workspace, review, ReviewFile).item for review in workspace.review_paths(slug)),
            decisions=load(workspace, settled, DecisionsFile).item if settled.exists() else None,
        )

    @property
    def file(self) -> ClaimsFile | None:
        """The claims, without where they came from."""
        return self.claims.item if self.claims else None

    @property
    def metadata(self) -> Metadata | None:
        """What is known of the article already."""
        return self.file.article.metadata if self.file else None

    @property
    def version(self) -> int:
        """The number of the present version of the text; 1 for one that is yet to come."""
        return self.file.article.version if self.file else 1

    @cached_property
    def texts(self) -> Texts:
        """All versions of the text; raises :class:`claimkit.errors.DataError` where one is missing or altered."""
        if self.file is None:
            return Texts()
        texts, findings = inspect_texts(self.workspace, self.file.article, self.slug)
        if findings:
            stop(findings)
        return texts

    @property
    def proposed(self) -> frozenset[str]:
        """The ids of the claims that are proposed now."""
        return frozenset(claim.id for claim in self.file.claims) if self.file else frozenset()

    @property
    def touched(self) -> frozenset[str]:
        """The ids of the claims that somebody reviewed, settled or published."""
        touched = {review.claim for file in self.reviews for review in file.reviews}
        if self.decisions:
            touched |= {decision.claim for decision in self.decisions.decisions}
            touched |= {entry.claim for entry in self.decisions.ledger}
        return frozenset(touched)

    @property
    def published(self) -> frozenset[str]:
        """The ids of the claims that are published and not retracted."""
        ledger = self.decisions.ledger if self.decisions else ()
        acts = {act: {entry.claim for entry in ledger if entry.act is act} for act in Act}
        return frozenset(acts[Act.PUBLISHED] - acts[Act.RETRACTED])

    def written(self, texts: Texts) -> Iterator[Claim]:
        """The claims that reviewers added or edited, as they have them and as far as the last of ``texts`` has them."""
        known = {claim.id: claim for claim in self.file.every} if self.file else {}
        for file in self.reviews:
            yield from (follow(claim, texts).claim for claim in file.added)
            for review in file.reviews:
                claim = known.get(review.claim)
                if claim and review.text:
                    found, anchors = follow(claim, texts).claim, follow_review(review, texts)[0].anchors
                    yield replace(found, text=review.text, anchors=anchors or found.anchors)
