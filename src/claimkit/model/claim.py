"""A claim: one predicate, one truth value, stands alone."""

from __future__ import annotations

from dataclasses import dataclass

from claimkit.model.article import Article
from claimkit.model.attribution import Link
from claimkit.model.spans import Anchor
from claimkit.model.vocabulary import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckWorthiness:
    """How much it is worth checking, 0 to 1, with the reasons in words."""

    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A claim as proposed by a rule or a model, or as added by a reviewer.

    What people then say of it (accept, edit, reject) stands in their review files, never here.
    """

    id: str
    text: str
    anchors: tuple[Anchor, ...]
    kind: Kind
    kind_reason: str = ""
    short: str = ""
    proposed_by: str
    check_worthiness: CheckWorthiness | None = None
    attribution: tuple[Link, ...] = ()

    @property
    def claimant(self) -> Link | None:
        """The saying by which the claim is made: the innermost link. None where the writer makes it.

        A claim *that* somebody says something (kind quotation) is the writer's own: its attribution is the saying that
        it reports, and whoever said it does not claim to have said it.
        """
        return self.attribution[-1] if self.attribution and self.kind is not Kind.QUOTATION else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Splitter:
    """What made the claims: the name and version of the rules, and those of the pipeline below them."""

    name: str
    version: str
    pipeline: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsFile:
    """``annotations/<slug>/claims.json``."""

    article: Article
    splitter: Splitter
    claims: tuple[Claim, ...]
