"""A dossier on the seed article, made in memory: chains, several reviews, a correction, a retraction, drafts.

What the reviews say is invented for the tests; the article's real review is in annotations/.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from claimkit.annotations.documents import Document
from claimkit.annotations.dossiers import Dossier
from claimkit.annotations.texts import Texts
from claimkit.model.article import Article, Heading, Metadata, Structure, TextOfRecord
from claimkit.model.attribution import Link, Source
from claimkit.model.claim import CheckWorthiness, Claim, ClaimsFile, Splitter
from claimkit.model.config import ClaimReviewSettings, Config, Publisher
from claimkit.model.decision import Decision, DecisionsFile, LedgerEntry
from claimkit.model.review import AttributionReview, Evidence, Review, Reviewer, ReviewFile
from claimkit.model.spans import Anchor, Span
from claimkit.model.vocabulary import (
    Act,
    AttributionStatus,
    Disposition,
    How,
    Kind,
    Mode,
    Profile,
    SourceType,
    Stage,
    Stance,
)

T = TypeVar("T", ClaimsFile, ReviewFile, DecisionsFile)

SLUG = "us-reaffirms-support-for-india"
TEXT = (Path(__file__).parents[1] / "seeds" / f"{SLUG}.txt").read_text(encoding="utf-8")
PAGE = f"https://example.org/fact-checks/{SLUG}"
CONFIG = Config(
    publisher=Publisher(
        name="claimkit example desk",
        url="https://example.org/",
        logo="https://example.org/logo.png",
        same_as=("https://social.example/@desk",),
    )
)
HEADINGS = ("US stance and", "Call for De-esc", "Pakistan's Response and", "Broader Impl")


def document(item: T) -> Document[T]:
    """``item`` as if it had been read from a file."""
    return Document(item=item, path=Path("x.json"), digest="", text="")


def anchor(quote: str) -> Anchor:
    """The anchor of the first place of ``quote`` in the article."""
    start = TEXT.index(quote)
    return Anchor.at(TEXT, start, start + len(quote))


def anchors(*quotes: str) -> tuple[Anchor, ...]:
    """The anchors of several quotes."""
    return tuple(anchor(quote) for quote in quotes)


def structure(text: str, headings: Iterable[str] = HEADINGS) -> Structure:
    """Each line a block; those that begin like one of ``headings`` are headings of level 2."""
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start=start, end=start + len(line)))
        start += len(line) + 1
    heads = [span for span in spans if text[span.start : span.end].startswith(tuple(headings))]
    return Structure(
        headings=tuple(Heading(start=span.start, end=span.end, level=2) for span in heads),
        paragraphs=tuple(span for span in spans if span not in heads and span.start < span.end),
    )


def article(text: str = TEXT) -> Article:
    """The article, with its metadata."""
    return Article(
        slug=SLUG,
        metadata=Metadata(
            title="US reaffirms support for India on terrorism, expressing continued concern over Pakistan's role",
            language="en",
            url="https://dailydigest360.com/feed/6307916/us-reaffirms-support-for-india",
            publisher="Daily Digest 360",
        ),
        text=TextOfRecord(file=f"seeds/{SLUG}.txt", sha256=hashlib.sha256(text.encode()).hexdigest(), length=len(text)),
        structure=structure(text),
    )


US = Source(name="United States", type=SourceType.PLACE, anchor=anchor("The US "), same_as=("https://id.example/us",))
SHARIF = Source(
    name="Shehbaz Sharif",
    type=SourceType.PERSON,
    anchor=anchor("Prime Minister Sharif"),
    role="Prime Minister of Pakistan",
    same_as=("https://id.example/sharif",),
)
PMO = Source(name="Prime Minister's Office of Pakistan", type=SourceType.ORGANIZATION, role="press office")
OFFICIALS = Source(name="officials", type=SourceType.UNNAMED, unnamed_reason="not authorised to speak")

KILLED = Claim(
    id="c0a11ed1",
    text="26 civilians were killed in a terrorist attack in Pahalgam, Jammu and Kashmir.",
    short="26 civilians were killed in Pahalgam.",
    anchors=anchors("a terrorist attack in Pahalgam, Jammu and Kashmir", "26 civilians were killed"),
    kind=Kind.FACT,
    kind_reason="a countable event",
    proposed_by="rule:relative-clause",
    check_worthiness=CheckWorthiness(score=0.9, reasons=("a number", "an event")),
)
VIOLATED = Claim(
    id="c10a7ed2",
    text="India's attacks violated Pakistan's sovereignty and territorial integrity.",
    anchors=anchors("India's attacks had violated Pakistan's sovereignty and territorial integrity"),
    kind=Kind.FACT,
    proposed_by="rule:reported-content",
    attribution=(
        Link(source=PMO, mode=Mode.INDIRECT),
        Link(
            source=SHARIF,
            cue=anchor("also stated that"),
            content=anchors("India's attacks had violated Pakistan's sovereignty and territorial integrity"),
            mode=Mode.INDIRECT,
            medium="in a call with the US Secretary of State",
            date_said="2025-05-08",
        ),
    ),
)
CONDEMNED = Claim(
    id="cc0de3",
    text="The US has strongly condemned the terrorist attack in Pahalgam.",
    anchors=anchors("The US has strongly condemned the terrorist attack in Pahalgam"),
    kind=Kind.QUOTATION,
    proposed_by="rule:main-clause",
    attribution=(Link(source=US, cue=anchor("condemned"), mode=Mode.INDIRECT, date_said="2025-04"),),
)
BACKED = Claim(
    id="cbac4ed4",
    text="China has tacitly backed Pakistan.",
    anchors=anchors("China has tacitly backed Pakistan"),
    kind=Kind.FACT,
    proposed_by="rule:main-clause",
)
TIES = Claim(
    id="c71e5",
    text="The US and India have deepened security ties.",
    anchors=anchors("The US and India have deepened security ties in recent years"),
    kind=Kind.FACT,
    proposed_by="rule:main-clause",
    attribution=(Link(source=OFFICIALS, mode=Mode.MIXED),),
)
LINKS = Claim(
    id="c11485",
    text="Pakistan has links to militant groups.",
    anchors=anchors("Pakistan's links to militant groups operating in the region"),
    kind=Kind.FACT,
    proposed_by="claimkit-desk",
)

READOUT = Evidence(
    url="https://news.example/readout?day=8&m=5",
    title="Readout of a call",
    stance=Stance.SUPPORTS,
    publisher="Example Wire",
    published="2025-05-08",
    accessed="2026-11-23",
    archive="https://archive.example/1",
    sha256="a" * 64,
    quote="attacks violated Pakistan's sovereignty",
    note="The office's own words.",
)
LIST = Evidence(url="https://news.example/list", title="Casualty list", stance=Stance.SUPPORTS, published="2025-04")


def review(claim: Claim, when: str = "2026-11-23T10:00:00Z", **given: object) -> Review:
    """A finished review that accepts the claim."""
    fields = {"disposition": Disposition.ACCEPTED, "stage": Stage.DONE, "claim": claim.id, "when": when}
    return Review(**(fields | given))  # type: ignore[arg-type]


FIRST = ReviewFile(
    article=SLUG,
    reviewer=Reviewer(id="ada", name="Ada Stone"),
    added=(LINKS,),
    reviews=(
        review(
            KILLED, verdict="mostly-true", rationale="One of them was no civilian.", confidence=0.8, evidence=(LIST,)
        ),
        review(
            VIOLATED,
            verdict="unproven",
            rationale="A point of law that no court has settled.",
            confidence=1.0,
            evidence=(READOUT,),
            attribution=AttributionReview(status=AttributionStatus.CONFIRMED),
        ),
        review(CONDEMNED, verdict="true", rationale="It did so.", evidence=(LIST,)),
        review(
            BACKED,
            disposition=Disposition.EDITED,
            text="China has backed Pakistan.",
            verdict="true",
            rationale="Openly, not tacitly.",
            evidence=(READOUT,),
        ),
        review(LINKS, stage=Stage.DRAFT, comment="To be looked at again."),
    ),
)
SECOND = ReviewFile(
    article=SLUG,
    reviewer=Reviewer(id="ben"),
    reviews=(
        review(KILLED, verdict="true", rationale="So the list.", evidence=(LIST, READOUT)),
        review(
            VIOLATED,
            stage=Stage.DRAFT,
            attribution=AttributionReview(
                status=AttributionStatus.CORRECTED, chain=(Link(source=SHARIF, mode=Mode.DIRECT),)
            ),
        ),
    ),
)


def decision(claim: Claim, verdict: str, **given: object) -> Decision:
    """A decision by the desk."""
    fields = {"how": How.SINGLE, "review": "ada", "who": "desk", "when": "2026-11-24T09:00:00+05:30"}
    return Decision(**(fields | {"claim": claim.id, "verdict": verdict} | given))  # type: ignore[arg-type]


def published(claim: Claim, url: str = "") -> LedgerEntry:
    """The ledger's line that publishes a claim."""
    return LedgerEntry(
        claim=claim.id, act=Act.PUBLISHED, date="2026-11-25", who="desk", url=url or f"{PAGE}#{claim.id}"
    )


DECISIONS = DecisionsFile(
    article=SLUG,
    decisions=(
        decision(KILLED, "mostly-true", how=How.ADJUDICATED, why="The list names one officer."),
        decision(VIOLATED, "unproven"),
        decision(BACKED, "true"),
    ),
    ledger=(
        published(KILLED),
        published(VIOLATED),
        published(BACKED),
        LedgerEntry(
            claim=KILLED.id,
            act=Act.CORRECTED,
            date="2026-11-26",
            who="desk",
            change="The rating was True; one of those killed was an officer.",
            former_verdict="true",
        ),
        LedgerEntry(claim=BACKED.id, act=Act.RETRACTED, date="2026-11-27", who="desk", change="The source withdrew."),
    ),
)


def dossier(
    *,
    claims: tuple[Claim, ...] = (KILLED, VIOLATED, CONDEMNED, BACKED, TIES),
    reviews: tuple[ReviewFile, ...] = (FIRST, SECOND),
    decisions: DecisionsFile | None = DECISIONS,
    of: Article | None = None,
    text: str = TEXT,
) -> Dossier:
    """The dossier, with what is given in place of its parts."""
    file = ClaimsFile(
        article=of or article(text),
        splitter=Splitter(name="claimkit", version="0.1.0", pipeline="en_ud_minilm 1.0.0"),
        claims=claims,
    )
    return Dossier(
        slug=SLUG,
        texts=Texts(text),
        claims=document(file),
        reviews=tuple(document(item) for item in reviews),
        decisions=document(decisions) if decisions else None,
    )


FULL = replace(
    CONFIG,
    publisher=replace(
        CONFIG.publisher,
        type="NewsMediaOrganization",
        publishing_principles="https://example.org/principles",
        corrections_policy="https://example.org/corrections",
        actionable_feedback_policy="https://example.org/feedback",
        verification_fact_checking_policy="https://example.org/checking",
    ),
    claimreview=ClaimReviewSettings(
        profiles=tuple(Profile), editor=True, licence="https://creativecommons.org/licenses/by/4.0/"
    ),
)
"""The configuration with all that a desk may choose."""


def own_pages() -> Dossier:
    """The dossier with a page for each claim."""
    ledger = tuple(replace(entry, url=f"{PAGE}/{entry.claim}") if entry.url else entry for entry in DECISIONS.ledger)
    return dossier(decisions=replace(DECISIONS, ledger=ledger))
