"""A claim: one predicate, one truth value, stands alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claimkit.model.article import Article
from claimkit.model.attribution import Link
from claimkit.model.spans import Anchor


class Kind(StrEnum):
    """What sort of statement it is."""

    FACT = "fact"
    QUOTATION = "quotation"
    PREDICTION = "prediction"
    OPINION = "opinion"
    NORMATIVE = "normative"
    QUESTION = "question"
    OTHER = "other"


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
