"""The closed vocabularies of the data: one place, and cheap to load, since the command line offers them as choices."""

from __future__ import annotations

from enum import StrEnum


class NoClaim(StrEnum):
    """Why a sentence has no claim."""

    HEADING = "heading"
    QUESTION = "question"
    OPINION = "opinion"
    AMBIGUOUS = "ambiguous"
    FRAGMENT = "fragment"
    BOILERPLATE = "boilerplate"


class Granularity(StrEnum):
    """How far sentences are split: whole clauses, or each with one adjunct at a time."""

    COARSE = "coarse"
    FINE = "fine"


class Order(StrEnum):
    """How claims are listed: as the article has them, or those first that are most worth checking."""

    TEXT = "text"
    WORTH = "worth"


class Shown(StrEnum):
    """How much of a checked article a page shows: the sentences that bear its claims, or all of it."""

    EXCERPT = "excerpt"
    WHOLE = "whole"


class SourceType(StrEnum):
    """What kind of thing speaks."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    UNNAMED = "unnamed"


class Mode(StrEnum):
    """How the content is given: in the source's words, in other words, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Kind(StrEnum):
    """What sort of statement it is."""

    FACT = "fact"
    QUOTATION = "quotation"
    PREDICTION = "prediction"
    OPINION = "opinion"
    NORMATIVE = "normative"
    QUESTION = "question"
    OTHER = "other"


class Disposition(StrEnum):
    """What a reviewer made of a claim's wording; open: nothing yet. A claim that nobody has looked at is *proposed*."""

    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"
    OPEN = "open"


class Stance(StrEnum):
    """What a piece of evidence does to the claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"


class Stage(StrEnum):
    """How far a review has got. Only finished reviews count."""

    DRAFT = "draft"
    DONE = "done"


class AttributionStatus(StrEnum):
    """What a reviewer made of the proposed attribution."""

    CONFIRMED = "confirmed"
    CORRECTED = "corrected"


class How(StrEnum):
    """How a verdict came to be settled."""

    SINGLE = "single"
    UNANIMOUS = "unanimous"
    ADJUDICATED = "adjudicated"


class Act(StrEnum):
    """What happened to a published claim."""

    PUBLISHED = "published"
    CORRECTED = "corrected"
    RETRACTED = "retracted"


class Over(StrEnum):
    """What reviewers agree or differ over: the verdict, who says it, or what the claims are."""

    VERDICT = "verdict"
    ATTRIBUTION = "attribution"
    CLAIMS = "claims"


class VerdictField(StrEnum):
    """What two verdicts may be compared by."""

    VERDICT = "verdict"
    KIND = "kind"


class AttributionField(StrEnum):
    """What the links of two attributions may be compared by."""

    NAME = "name"
    TYPE = "type"
    ROLE = "role"
    MODE = "mode"
    CUE = "cue"
    CONTENT = "content"


class SplittingField(StrEnum):
    """What two reviewers' claims may be compared by: kept or cut, edited or not, and what was made of the kept ones."""

    KEPT = "kept"
    EDITED = "edited"
    TEXT = "text"
    KIND = "kind"
    ANCHORS = "anchors"


class Profile(StrEnum):
    """For which readers a ClaimReview is written: each has rules of its own, beside those for everybody."""

    SCHEMA_ORG = "schema.org"
    GOOGLE = "google"
    BING = "bing"
    DUKE = "duke"
    DATACOMMONS = "datacommons"
    GOOGLE_API = "google-api"


class PagePlan(StrEnum):
    """What a page of fact-checks carries: one claim, or all of an article under anchors."""

    CLAIM = "claim"
    ARTICLE = "article"
