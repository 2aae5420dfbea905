"""``claimkit.toml``: publisher, pages, splitting, review, agreement, verdict scale, gate, ClaimReview, exports."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimkit.model.vocabulary import (
    AttributionField,
    Granularity,
    PagePlan,
    Profile,
    Shown,
    SplittingField,
    VerdictField,
)

MAX_CHARACTERS = 2_000_000
"""The longest text that ``split`` takes, in code points, where claimkit.toml sets no other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What the publisher says of itself somewhere: a name for readers (Corrections policy, Funding), and its page."""

    name: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who publishes the fact-checks: the ``author`` of each ClaimReview.

    Four policies have a property of schema.org, and are addresses; ``policies`` are all others, for readers.
    """

    name: str
    url: str
    type: str = "Organization"
    logo: str = ""
    same_as: tuple[str, ...] = ()
    publishing_principles: str = ""
    corrections_policy: str = ""
    actionable_feedback_policy: str = ""
    verification_fact_checking_policy: str = ""
    policies: tuple[Policy, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """Where fact-checks are published; ``{slug}`` and ``{claim}`` stand for the article and the claim."""

    url: str = ""

    @property
    def plan(self) -> PagePlan:
        """What the address chooses: {claim} in the fragment puts all claims of an article on one page."""
        return PagePlan.CLAIM if "{claim}" in self.url.partition("#")[0] else PagePlan.ARTICLE


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimReviewSettings:
    """For whom ClaimReview is written, and what of it is the desk's choice.

    ``editor``: the reviewer whose words are published is named, where they gave a name. ``licence`` is the address of
    the licence of the metadata.
    """

    profiles: tuple[Profile, ...] = (Profile.SCHEMA_ORG,)
    editor: bool = False
    licence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """How articles are split. ``pipeline`` names a spaCy pipeline with UD labels; empty is the one that ships."""

    pipeline: str = ""
    granularity: Granularity = Granularity.COARSE
    max_characters: int = MAX_CHARACTERS


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewSettings:
    """``reviewer`` is the id used where neither ``--as`` nor CLAIMKIT_REVIEWER names one.

    ``keys`` are those of a sitting that are not the usual ones, by what they do.
    """

    reviewer: str = ""
    keys: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementSettings:
    """Which fields count when reviewers are compared; comment, rationale, evidence and confidence never do."""

    verdict: tuple[VerdictField, ...] = (VerdictField.VERDICT,)
    attribution: tuple[AttributionField, ...] = (AttributionField.NAME,)
    claims: tuple[SplittingField, ...] = (SplittingField.KEPT,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """``formats`` are those that are exported where none is named; None: the usual ones."""

    formats: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Html:
    """How pages for readers are made.

    ``article`` is how much of the checked article they show, ``method`` how the desk works, in its own words: one
    paragraph each. ``templates`` is a folder of the workspace; ``sources`` are its files by name, read with
    claimkit.toml, so that rendering reads none.
    """

    article: Shown = Shown.EXCERPT
    method: tuple[str, ...] = ()
    templates: str = ""
    sources: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One verdict of the scale. ``rank`` is its place, higher is truer; None is off the scale: never a number."""

    id: str
    label: dict[str, str]
    rank: int | None = None
    description: str = ""

    def label_in(self, language: str) -> str:
        """The label in a BCP 47 language.

        Where there is none, ever shorter tags are tried (de-AT, de; RFC 4647, section 3.4), then another region's
        label, then English, then the first one given.
        """
        known = {tag.lower(): text for tag, text in self.label.items()}
        parts = language.lower().split("-")
        wanted = ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]
        near = [tag for tag in known if tag.partition("-")[0] == parts[0]]
        return next(known[tag] for tag in (*wanted, *near, "en", *known) if tag in known)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """What a claim must have before it may be published.

    ``checks`` are codes of findings that hold it back; ``adjudicated`` asks for a decision by a person where reviewers
    agree too.
    """

    reviews: int = 1
    evidence: int = 1
    checks: tuple[str, ...] = ()
    adjudicated: bool = False


# The ranks are those of Google's documented scale (1 False .. 5 True); what is off the scale never carries a number.
DEFAULT_VERDICTS = (
    Verdict(id="true", label={"en": "True"}, rank=5, description="The evidence bears the claim out."),
    Verdict(id="mostly-true", label={"en": "Mostly true"}, rank=4, description="Right, but for a minor detail."),
    Verdict(id="half-true", label={"en": "Half true"}, rank=3, description="Right and wrong in like parts."),
    Verdict(id="mostly-false", label={"en": "Mostly false"}, rank=2, description="Wrong, but for a minor detail."),
    Verdict(id="false", label={"en": "False"}, rank=1, description="The evidence speaks against the claim."),
    Verdict(id="unproven", label={"en": "Unproven"}, description="No evidence found that would settle it."),
    Verdict(id="missing-context", label={"en": "Missing context"}, description="Misleads by what it leaves out."),
    Verdict(id="outdated", label={"en": "Outdated"}, description="Was so once, and is no longer."),
    Verdict(id="satire", label={"en": "Satire"}, description="Not meant to be believed."),
    Verdict(id="not-checkable", label={"en": "Not checkable"}, description="Nothing that evidence could settle."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """How grave each finding is, by code, where it is not as grave as usual: ``off``, or a severity.

    ``baseline`` is the file with the findings that were there when checking began, from the top of the workspace.
    """

    severity: dict[str, str] = field(default_factory=dict)
    baseline: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The whole file."""

    publisher: Publisher
    pages: Pages = Pages()
    split: Split = Split()
    review: ReviewSettings = ReviewSettings()
    agreement: AgreementSettings = AgreementSettings()
    gate: Gate = Gate()
    claimreview: ClaimReviewSettings = ClaimReviewSettings()
    export: Export = Export()
    html: Html = Html()
    check: Check = Check()
    verdicts: tuple[Verdict, ...] = field(default=DEFAULT_VERDICTS)

    def verdict(self, verdict_id: str) -> Verdict | None:
        """The verdict of that id, if the scale has it."""
        return next((verdict for verdict in self.verdicts if verdict.id == verdict_id), None)

    def ranks(self) -> tuple[int, int]:
        """The worst and the best rank on the scale."""
        ranks = [verdict.rank for verdict in self.verdicts if verdict.rank is not None]
        return min(ranks), max(ranks)
