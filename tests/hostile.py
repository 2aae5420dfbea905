"""A dossier in which every text that others wrote is hostile to a page, and a list of all of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from claimkit.annotations.dossiers import Dossier
from claimkit.model.attribution import Link, Source
from claimkit.model.claim import Claim
from claimkit.model.config import Config, Html, Policy, Publisher
from claimkit.model.decision import LedgerEntry
from claimkit.model.review import Appearance, Evidence
from claimkit.model.spans import Anchor, Span
from claimkit.model.vocabulary import Act, Kind, Mode, Shown, SourceType, Stance
from pahalgam import DECISIONS, FIRST, article, decision, dossier, published, review

HACK = "document.documentElement.setAttribute('data-hacked','yes')"
SPEECH = (
    f"He said </script><script>{HACK}</script> <!--<script> and </style><style>*{{}}</style> \u2028 and \u2029 then "
    f'"\'><img src=x onerror="{HACK}"> &lt;b&gt; &amp;amp; ]]> --> \u202eevil\u202c {{{{ 7*7 }}}} {{% raw %}} \u0645\u0631\u062d\u0628\u0627'
)
OVERLAP = SPEECH[SPEECH.index("<!--") :]
TEXT = f"{SPEECH}\nA second paragraph, <b>bold</b>.\n"


def text(name: str) -> str:
    """A hostile text of its own for a field."""
    return f"{name}: {SPEECH}"


def claim(name: str, start: int, end: int) -> Claim:
    """A claim on a span of the text, said by two hostile voices."""
    anchor = Anchor.at(TEXT, start, end)
    sources = (
        Source(name=text(f"{name} name"), type=SourceType.PERSON, role=text(f"{name} role")),
        Source(name=text(f"{name} officials"), type=SourceType.UNNAMED, unnamed_reason=text(f"{name} reason")),
    )
    return Claim(
        id=name,
        text=text(f"{name} text"),
        short=text(f"{name} short"),
        anchors=(anchor,),
        kind=Kind.FACT,
        proposed_by="rule:main-clause",
        attribution=tuple(
            Link(source=source, mode=Mode.MIXED, medium=text(f"{name} medium {index}"))
            for index, source in enumerate(sources)
        ),
    )


ONE = claim("cone", 0, len(SPEECH))
TWO = claim("ctwo", SPEECH.index("<!--"), len(SPEECH))
GONE = claim("cgone", len(SPEECH) + 1, len(TEXT) - 1)
EVIDENCE = Evidence(
    url="https://news.example/?a=1&amp;b='%22&lang=x",
    title=text("title"),
    stance=Stance.REFUTES,
    publisher=text("outlet"),
    published="2025-05-08",
    archive="https://archive.example/1?x='&y",
    quote=text("quote"),
    note=text("note"),
)
CONFIG = Config(
    publisher=Publisher(
        name=text("publisher"),
        url="https://example.org/",
        policies=(Policy(name=text("policy"), url="https://example.org/?a='&b"),),
    ),
    html=Html(article=Shown.WHOLE, method=(text("method"),)),
)
SECRET = (GONE.text, GONE.short, EVIDENCE.note, "the comment", "the reason for the desk")
"""What no page for readers has: what a retracted claim said, and what is the desk's own."""
GIVEN = (
    SPEECH,
    text("headline"),
    *(item for one in (ONE, TWO) for item in (one.text, one.short, one.anchors[0].quote)),
    *(text(f"{name} {what}") for name in ("cone", "ctwo") for what in ("name", "role", "officials", "reason")),
    text("rationale"),
    EVIDENCE.title,
    EVIDENCE.publisher,
    EVIDENCE.quote,
    text("change"),
    text("why"),
    CONFIG.publisher.name,
    text("policy"),
    text("method"),
    text("label"),
)
"""What the article's page has, each as the whole text of some element."""


def verdicts() -> Config:
    """The configuration, with a hostile label."""
    labelled = [replace(item, label={"en": text("label")}) if item.id == "false" else item for item in CONFIG.verdicts]
    return replace(CONFIG, verdicts=tuple(labelled))


def hostile() -> Dossier:
    """Two published claims whose words overlap, one corrected, and a retracted one."""
    of = article(TEXT)
    structure = replace(of.structure, headings=(), paragraphs=(Span(start=0, end=len(SPEECH)),))
    of = replace(of, metadata=replace(of.metadata, title=text("headline")), structure=structure)
    given: dict[str, Any] = {
        "verdict": "false",
        "rationale": text("rationale"),
        "evidence": (EVIDENCE,),
        "comment": "the comment",
    }
    first = Appearance(url="https://social.example/?a='&b", title=text("post"), publisher=text("site"))
    reviews = tuple(replace(review(item, **given), first_appearance=first) for item in (ONE, TWO, GONE))
    ledger = (
        *(published(item) for item in (ONE, TWO, GONE)),
        LedgerEntry(
            claim="cone", act=Act.CORRECTED, date="2026-11-26", who="desk", change=text("change"), former_verdict="true"
        ),
        LedgerEntry(claim="cgone", act=Act.RETRACTED, date="2026-11-27", who="desk", change=text("why")),
    )
    decided = tuple(decision(item, "false", why="the reason for the desk") for item in (ONE, TWO, GONE))
    return dossier(
        claims=(ONE, TWO, GONE),
        reviews=(replace(FIRST, added=(), reviews=reviews),),
        decisions=replace(DECISIONS, decisions=decided, ledger=ledger),
        of=of,
        text=TEXT,
    )
