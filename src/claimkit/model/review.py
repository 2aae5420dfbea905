"""One reviewer's work on one article."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimkit.model.attribution import Link
from claimkit.model.claim import Claim
from claimkit.model.raw import Raw
from claimkit.model.spans import Anchor
from claimkit.model.vocabulary import AttributionStatus, Disposition, Kind, Stage, Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionReview:
    """The attribution confirmed, or corrected to ``chain`` (empty: the writer's own voice)."""

    status: AttributionStatus
    chain: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Something that bears on a claim. ``quote`` is verbatim; ``capture`` keeps the page, ``sha256`` is its digest."""

    url: str
    title: str
    stance: Stance
    publisher: str = ""
    published: str = ""
    accessed: str = ""
    archive: str = ""
    capture: str = ""
    sha256: str = ""
    quote: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where an imported review comes from: the file's format and SHA-256, its name in there, its page, its licence."""

    format: str
    id: str = ""
    url: str = ""
    sha256: str
    licence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """A state of a review that gave way to the next one.

    It was recorded ``when``; the next one changed these properties, in JSON's names, and ``was`` has their raw values
    before, as far as they had one.
    """

    when: str
    changed: tuple[str, ...]
    was: Raw = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What one reviewer says of one claim. ``text``, ``kind`` and ``anchors`` are set only where they were edited.

    ``replaced_by`` are the claims that a rejected one was split or merged into; ``review_by`` is the day by which the
    verdict must be looked at again; ``origin`` is where the review was imported from; ``text_version`` is the version
    of the article's text that was reviewed. ``history`` is what the review was before.
    """

    claim: str
    disposition: Disposition
    text: str = ""
    kind: Kind | None = None
    anchors: tuple[Anchor, ...] = ()
    replaced_by: tuple[str, ...] = ()
    short: str = ""
    attribution: AttributionReview | None = None
    verdict: str = ""
    confidence: float | None = None
    rationale: str = ""
    evidence: tuple[Evidence, ...] = ()
    comment: str = ""
    review_by: str = ""
    origin: Origin | None = None
    stage: Stage
    when: str
    text_version: int = 1
    history: tuple[Former, ...] = ()

    @property
    def bearing(self) -> frozenset[str]:
        """The pages that support or refute the claim by it; two quotes of one page are one piece of evidence."""
        return frozenset(evidence.url for evidence in self.evidence if evidence.stance is not Stance.CONTEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewer:
    """Who reviews. ``id`` names the file."""

    id: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewFile:
    """``annotations/<slug>/reviews/<reviewer>.json``."""

    article: str
    reviewer: Reviewer
    added: tuple[Claim, ...] = ()
    reviews: tuple[Review, ...]
