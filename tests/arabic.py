"""A dossier on an article in Arabic with English in it: what is read from right to left, and what is not."""

from __future__ import annotations

from dataclasses import replace

from claimkit.annotations.dossiers import Dossier
from claimkit.model.attribution import Link, Source
from claimkit.model.claim import Claim
from claimkit.model.config import Config, Html, Policy
from claimkit.model.review import Evidence
from claimkit.model.spans import Anchor, Span
from claimkit.model.vocabulary import Kind, Mode, Shown, SourceType, Stance
from pahalgam import CONFIG as ENGLISH
from pahalgam import DECISIONS, FIRST, article, decision, dossier, published, review

TEXT = (
    "أعلنت وزارة الصحة أن 26 مدنيا قتلوا في الهجوم. وقال المتحدث باسم الوزارة، أحمد علي (Ahmed Ali)، إن المستشفى "
    "مغلق منذ عام 2023. ولم تؤكد جهة أخرى ذلك.\nThe hospital in مدينة is open."
)


def anchor(quote: str) -> Anchor:
    """The anchor of a quote."""
    start = TEXT.index(quote)
    return Anchor.at(TEXT, start, start + len(quote))


DEAD = Claim(
    id="c26dead",
    text="قتل 26 مدنيا في الهجوم.",
    anchors=(anchor("26 مدنيا قتلوا في الهجوم"),),
    kind=Kind.FACT,
    proposed_by="rule:x",
)
SHUT = Claim(
    id="c5ee4d",
    text="المستشفى مغلق منذ عام 2023.",
    anchors=(anchor("المستشفى مغلق منذ عام 2023"),),
    kind=Kind.FACT,
    proposed_by="rule:x",
    attribution=(
        Link(
            source=Source(name="أحمد علي", type=SourceType.PERSON, role="المتحدث باسم الوزارة"),
            mode=Mode.INDIRECT,
            medium="في مؤتمر صحفي",
            date_said="2025-05-08",
        ),
    ),
)
LIST = Evidence(
    url="https://news.example/list",
    title="قائمة الضحايا (PDF, 2025)",
    publisher="وكالة الأنباء",
    published="2025-05-09",
    quote="عدد القتلى 26",
    stance=Stance.SUPPORTS,
    archive="https://archive.example/list",
    accessed="2026-11-23",
)
LABELS = {"true": "صحيح", "false": "خطأ"}
CONFIG: Config = replace(
    ENGLISH,
    publisher=replace(
        ENGLISH.publisher,
        policies=(
            Policy(name="Corrections policy", url="https://example.org/corrections"),
            Policy(name="Who funds us", url="https://example.org/funding"),
        ),
    ),
    html=Html(article=Shown.WHOLE, method=("We ask whoever made a claim for its source first.",)),
    verdicts=tuple(
        replace(item, label=item.label | {"ar": LABELS.get(item.id, item.label["en"])}) for item in ENGLISH.verdicts
    ),
)


def arabic() -> Dossier:
    """Two published claims."""
    line = TEXT.index("\n")
    of = article(TEXT)
    of = replace(
        of,
        metadata=replace(of.metadata, title="وزارة الصحة: 26 قتيلا في الهجوم", language="ar", publisher="صحيفة اليوم"),
        structure=replace(
            of.structure, headings=(), paragraphs=(Span(start=0, end=line), Span(start=line + 1, end=len(TEXT)))
        ),
    )
    against = replace(LIST, stance=Stance.REFUTES, url="https://news.example/visit", title="زيارة إلى المستشفى")
    reviews = (
        review(DEAD, verdict="true", rationale="القائمة تؤكد ذلك. (See also: WHO, 2025.)", evidence=(LIST,)),
        review(SHUT, verdict="false", rationale="زار المراسل المستشفى وهو مفتوح.", evidence=(against,)),
    )
    return dossier(
        claims=(DEAD, SHUT),
        reviews=(replace(FIRST, added=(), reviews=reviews),),
        decisions=replace(
            DECISIONS,
            decisions=(decision(DEAD, "true"), decision(SHUT, "false")),
            ledger=(published(DEAD), published(SHUT)),
        ),
        of=of,
        text=TEXT,
    )
