"""Random dossiers for property tests: any text, any anchors, several reviewers, histories, chains, decisions, a ledger."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

from claimkit.annotations.dossiers import Dossier
from claimkit.annotations.texts import Texts
from claimkit.model.article import Article, Heading, Metadata, Received, Sentence, Structure, TextOfRecord
from claimkit.model.attribution import Link, Source
from claimkit.model.claim import CheckWorthiness, Claim, ClaimsFile, Splitter
from claimkit.model.decision import Decision, DecisionsFile, LedgerEntry
from claimkit.model.review import Appearance, AttributionReview, Evidence, Ignored, Origin, Review, Reviewer, ReviewFile
from claimkit.model.spans import Anchor, Span
from claimkit.model.vocabulary import (
    Act,
    AttributionStatus,
    Disposition,
    Granularity,
    How,
    Kind,
    Mode,
    NoClaim,
    SourceType,
    Stage,
    Stance,
)
from claimkit.review.history import recorded
from pahalgam import SLUG, document

PIECES = [
    "a", "The US ", "é", "e\u0301", "\U0001f600", "\U0001f1ee\U0001f1f3", "]]>", "&", "<", '"', "\t", " ", "  ", "-->", "'",
]  # fmt: skip
GAPS = ["\n", "\r\n", "\r", "\n\n", "\n \t\n", "\n\u00a0\n", "\u2028", "\u0085"]
WORDS = st.lists(st.sampled_from([*PIECES, "\n", "\r\n", "&amp;"]), min_size=1, max_size=4).map("".join)
DAYS = st.sampled_from(["2025-05-09", "2024-02-29", "2025-02-30"])
TIMES = st.sampled_from(["2026-11-23T10:00:00Z", "2026-11-23T10:00:00.25+05:30", "2025-02-30T08:00:00Z"])
DATES = st.sampled_from(["2025", "2025-05", "2025-05-09"])
PAGES = st.sampled_from(["https://e.example/1", "https://e.example/2?a=1&b='x'", "http://e.example/#é"])
VERDICTS = st.sampled_from(["true", "half-true", "unproven"])
CLAIMS = ("c1", "c2", "s1", "verdict.true")
DESK = st.sampled_from(["ada", "ben", "desk"])


def some(values: st.SearchStrategy[Any], empty: Any = "") -> st.SearchStrategy[Any]:
    """One of the values, or nothing."""
    return st.one_of(st.just(empty), values)


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, Structure]:
    """A text, and its headings and paragraphs."""
    text, headings, paragraphs = draw(st.sampled_from(["", "\n", " "])), [], []
    for _ in range(draw(st.integers(1, 5))):
        block = "".join(draw(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8)))
        level = draw(st.sampled_from([0, 0, 0, 1, 2, 3]))
        start, text = len(text), text + block
        if level:
            headings.append(Heading(start=start, end=len(text), level=level))
        elif draw(st.integers(0, 5)):  # some blocks are known as nothing
            paragraphs.append(Span(start=start, end=len(text)))
        text += draw(st.sampled_from(GAPS))
    return text, Structure(headings=tuple(headings), paragraphs=tuple(paragraphs))


def spans(text: str) -> st.SearchStrategy[tuple[int, int]]:
    """Spans of some length."""
    pairs = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 12))
    return pairs.map(lambda pair: (pair[0], min(len(text), sum(pair))))


@st.composite
def anchors(draw: st.DrawFn, text: str, most: int = 3) -> tuple[Anchor, ...]:
    """Anchors in any order, overlapping or touching; now and then with another context than the usual one."""
    found = tuple(Anchor.at(text, *draw(spans(text))) for _ in range(draw(st.integers(1, most))))
    return found if draw(st.integers(0, 6)) else tuple(replace(anchor, prefix="", suffix="") for anchor in found)


@st.composite
def chains(draw: st.DrawFn, text: str) -> tuple[Link, ...]:
    """A chain of up to two links."""
    links = []
    for _ in range(draw(st.integers(0, 2))):
        anchor = draw(some(anchors(text, 1), ()))
        cue = draw(some(anchors(text, 1), ()))
        kind = draw(st.sampled_from(SourceType))
        source = Source(
            name=draw(WORDS),
            type=kind,
            anchor=anchor[0] if anchor else None,
            role=draw(some(WORDS)),
            same_as=draw(some(PAGES.map(lambda page: (page,)), ())),
            unnamed_reason=draw(some(WORDS)),
        )
        links.append(
            Link(
                source=source,
                cue=cue[0] if cue else None,
                content=draw(some(anchors(text), ())),
                mode=draw(st.sampled_from(Mode)),
                medium=draw(some(WORDS)),
                date_said=draw(some(DATES)),
            )
        )
    return tuple(links)


@st.composite
def claims(draw: st.DrawFn, name: str, text: str, version: int) -> Claim:
    """A claim of a version of the text."""
    worth = CheckWorthiness(
        score=draw(st.sampled_from([0.0, 0.37, 1.0])), reasons=tuple(draw(st.lists(WORDS, max_size=2)))
    )
    return Claim(
        id=name,
        text=draw(WORDS),
        anchors=draw(anchors(text)),
        kind=draw(st.sampled_from(Kind)),
        kind_reason=draw(some(WORDS)),
        short=draw(some(WORDS)),
        antecedents=draw(some(anchors(text), ())),
        proposed_by=draw(WORDS),
        derived_from=draw(some(st.sampled_from([("c2",), ("c404", "c1")]), ())),
        check_worthiness=draw(some(st.just(worth), None)),
        attribution=draw(chains(text)),
        text_version=version,
        changed_in=draw(st.integers(1, version)),
    )


@st.composite
def evidence(draw: st.DrawFn) -> Evidence:
    """A piece of evidence."""
    return Evidence(
        url=draw(PAGES),
        title=draw(WORDS),
        stance=draw(st.sampled_from(Stance)),
        publisher=draw(some(WORDS)),
        published=draw(some(DATES)),
        accessed=draw(some(DATES)),
        archive=draw(some(PAGES)),
        capture=draw(some(st.sampled_from(["a.html", "b/ü c.warc"]))),
        sha256=draw(some(st.just("a" * 64))),
        quote=draw(some(WORDS)),
        note=draw(some(WORDS)),
    )


@st.composite
def appearances(draw: st.DrawFn) -> Appearance:
    """A page on which a claim stood."""
    return Appearance(
        url=draw(PAGES),
        title=draw(some(WORDS)),
        publisher=draw(some(WORDS)),
        published=draw(some(DATES)),
        archive=draw(some(PAGES)),
    )


@st.composite
def origins(draw: st.DrawFn) -> Origin:
    """Where a review was imported from."""
    return Origin(
        format=draw(WORDS),
        id=draw(some(WORDS)),
        url=draw(some(PAGES)),
        sha256="c" * 64,
        licence=draw(some(WORDS)),
    )


@st.composite
def states(draw: st.DrawFn, claim: str, text: str, version: int) -> Review:
    """A review as it was at one time."""
    edited, rejected, attribution = {}, (), None
    disposition = draw(st.sampled_from(Disposition))
    if disposition is Disposition.EDITED:
        edited = {
            "text": draw(WORDS),
            "kind": draw(some(st.sampled_from(Kind), None)),
            "anchors": draw(some(anchors(text), ())),
        }
    if disposition is Disposition.REJECTED:
        rejected = draw(some(st.just(("c1", "c404")), ()))
    if status := draw(some(st.sampled_from(AttributionStatus), None)):
        chain = draw(chains(text)) if status is AttributionStatus.CORRECTED else ()
        attribution = AttributionReview(status=status, chain=chain)
    return Review(
        claim=claim,
        disposition=disposition,
        **edited,
        replaced_by=rejected,
        short=draw(some(WORDS)),
        attribution=attribution,
        verdict=draw(some(VERDICTS)),
        confidence=draw(some(st.sampled_from([0.0, 0.25, 1.0]), None)),
        rationale=draw(some(WORDS)),
        evidence=tuple(draw(st.lists(evidence(), max_size=2))),
        comment=draw(some(WORDS)),
        review_by=draw(some(DAYS)),
        first_appearance=draw(some(appearances(), None)),
        ignored=draw(some(st.just((Ignored(code="CK407", reason="In the headline."),)), ())),
        origin=draw(some(origins(), None)),
        stage=Stage.DRAFT if disposition is Disposition.OPEN else draw(st.sampled_from(Stage)),
        when=draw(TIMES),
        text_version=version,
    )


@st.composite
def decisions(draw: st.DrawFn, claim: str, before: int = 2) -> Decision:
    """A decision, with those that it replaced."""
    adjudicated = draw(st.booleans())
    return Decision(
        claim=claim,
        verdict=draw(some(VERDICTS)) if adjudicated else draw(VERDICTS),
        review=draw(DESK),
        how=How.ADJUDICATED if adjudicated else draw(st.sampled_from([How.SINGLE, How.UNANIMOUS])),
        who=draw(DESK),
        when=draw(TIMES),
        why=draw(WORDS) if adjudicated else "",
        rationale=draw(some(WORDS)),
        replaces=draw(some(decisions(claim, before - 1), None)) if before else None,
    )


@st.composite
def lines(draw: st.DrawFn, claim: str) -> LedgerEntry:
    """A line of the ledger."""
    act = draw(st.sampled_from(Act))
    return LedgerEntry(
        claim=claim,
        act=act,
        date=draw(DAYS),
        who=draw(DESK),
        verdict=draw(VERDICTS),
        url=draw(PAGES) if act is Act.PUBLISHED else draw(some(PAGES)),
        change=draw(some(WORDS)) if act is Act.PUBLISHED else draw(WORDS),
        former_verdict=draw(some(VERDICTS)),
    )


def record(text: str, version: int = 1, **given: Any) -> TextOfRecord:
    """What claims.json says of a text."""
    number = "" if version == 1 else f".{version}"
    digest = hashlib.sha256(text.encode()).hexdigest()
    return TextOfRecord(file=f"seeds/{SLUG}{number}.txt", sha256=digest, length=len(text), **given)


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """All of it. Some claims point into the text before the present one, where there is one."""
    old, _ = draw(texts())
    text, structure = draw(texts())
    versions = draw(st.sampled_from([(text,), (old, text), (text, text)]))
    received = draw(some(st.just(Received(media_type="text/html", sha256="b" * 64)), None))
    since = {"since": draw(TIMES), "who": draw(DESK)} if len(versions) > 1 else {}
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=4)))
    sentences = [
        Sentence(start=start, end=end, no_claim=draw(some(st.sampled_from(NoClaim), None)))
        for start, end in pairwise(cuts)
    ]
    metadata = Metadata(
        title=draw(WORDS),
        language="en",
        url=draw(some(PAGES)),
        archive=draw(some(PAGES)),
        publisher=draw(some(WORDS)),
        authors=draw(some(st.just(("Ada Example", "B & C")), ())),
        date_published=draw(some(st.one_of(DATES, TIMES))),
    )
    article = Article(
        slug=SLUG,
        metadata=metadata,
        text=record(text, len(versions), received=received, **since),
        earlier=tuple(record(one) for one in versions[:-1]),
        structure=structure,
        sentences=tuple(sentences),
    )
    names = draw(st.permutations(CLAIMS))[: draw(st.integers(0, 4))]
    made = [draw(_anchored(name, versions)) for name in names]
    cut = draw(st.integers(0, len(made)))
    splitter = Splitter(
        name=draw(WORDS),
        version="0.1.0",
        pipeline=draw(WORDS),
        granularity=draw(st.sampled_from(Granularity)),
        confidence=draw(some(st.just(0.25), None)),
    )
    files = []
    for reviewer, name in (("ada", "Ada Stone"), ("ben", draw(st.sampled_from(["", "ben"])))):
        reviews = [draw(_history(one, versions)) for one in draw(st.permutations(names)) if draw(st.booleans())]
        added = tuple(made[cut:]) if reviewer == "ada" or draw(st.booleans()) else ()
        person = Reviewer(id=reviewer, name=name)
        files.append(ReviewFile(article=SLUG, reviewer=person, added=added, reviews=tuple(reviews)))
    settled = tuple(draw(decisions(name)) for name in draw(st.permutations(names)) if draw(st.booleans()))
    ledger = tuple(draw(lines(draw(st.sampled_from(names)))) for _ in range(draw(st.integers(0, 4)))) if names else ()
    desk = DecisionsFile(article=SLUG, decisions=settled, ledger=ledger) if settled or ledger else None
    return Dossier(
        slug=SLUG,
        texts=Texts(*versions),
        claims=document(ClaimsFile(article=article, splitter=splitter, claims=tuple(made[:cut]))),
        reviews=tuple(document(file) for file in files),
        decisions=document(desk) if desk else None,
    )


@st.composite
def _anchored(draw: st.DrawFn, name: str, versions: tuple[str, ...]) -> Claim:
    version = draw(st.integers(1, len(versions)))
    return draw(claims(name, versions[version - 1], version))


@st.composite
def _history(draw: st.DrawFn, claim: str, versions: tuple[str, ...]) -> Review:
    every = []
    for _ in range(draw(st.integers(1, 3))):
        version = draw(st.integers(1, len(versions)))
        every.append(draw(states(claim, versions[version - 1], version)))
    return recorded(every)
