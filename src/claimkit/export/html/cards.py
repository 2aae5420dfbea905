"""A published claim as a page shows it, and what stands where one was retracted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

from claimkit.export.claimreview.wording import reviewed
from claimkit.export.html.evidence import Source, sources
from claimkit.export.html.speakers import Speaker, speakers
from claimkit.export.html.verdicts import Shown, shown
from claimkit.export.html.words import Day, day
from claimkit.export.iris import page
from claimkit.model.config import Config
from claimkit.model.decision import LedgerEntry
from claimkit.model.review import Appearance
from claimkit.model.vocabulary import Act
from claimkit.rules.standing import Standing

# Not str.splitlines, which splits at U+2028 and others too: those stay in the text.
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A line of the ledger for readers; ``former`` gave way to ``new``, None where the verdict stayed."""

    date: Day | None
    text: str
    former: Shown | None = None
    new: Shown | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """The first known page that has the claim; ``archive`` is an archived copy of it."""

    url: str
    title: str
    publisher: str
    published: Day | None
    archive: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One claim. ``anchor`` is the id of its element, ``url`` where it is published.

    Of a retracted one only ``published``, ``corrections``, ``retracted`` and ``why`` speak.
    ``number`` counts the others from 1. ``script`` is its JSON-LD, ready to stand in a script element.
    """

    id: str
    anchor: str
    url: str
    published: Day | None
    script: Markup
    number: int = 0
    title: str = ""
    text: str = ""
    words: tuple[str, ...] = ()
    verdict: Shown | None = None
    speakers: tuple[Speaker, ...] = ()
    reports: bool = False
    first: First | None = None
    rationale: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    corrections: tuple[Correction, ...] = ()
    modified: Day | None = None
    retracted: Day | None = None
    why: str = ""

    @property
    def alone(self) -> bool:
        """Whether its address is a page of its own: one without a fragment."""
        return page(self.url) == self.url


def card(standing: Standing, entry: LedgerEntry, number: int, script: bytes, language: str, config: Config) -> Card:
    """The claim that the ledger's ``entry`` published, still so; it is the ``number``-th of its page."""
    claim = standing.claim
    corrections = _corrections(standing, language, config)
    title, text = reviewed(claim), claim.text.strip()
    return Card(
        id=claim.id,
        anchor=_anchor(entry),
        url=entry.url,
        published=day(entry.date),
        script=_markup(script),
        number=number,
        title=title,
        text=text if text != title else "",
        words=tuple(anchor.quote for anchor in sorted(claim.anchors)),
        verdict=shown(standing.verdict, language, config),
        speakers=speakers(claim),
        reports=any(claim.reports(link) for link in claim.attribution),
        first=_first(standing.first_appearance),
        rationale=tuple(line for line in _LINE_END.split(standing.rationale) if line.strip()),
        sources=sources(standing),
        corrections=corrections,
        modified=day(max((line.date for line in standing.ledger if line.act is Act.CORRECTED), default="")),
    )


def gravestone(standing: Standing, entry: LedgerEntry, script: bytes) -> Card:
    """What stands where the ledger's ``entry`` published a claim that was retracted since. It says nothing of it."""
    line = standing.retraction
    return Card(
        id=entry.claim,
        anchor=_anchor(entry),
        url=entry.url,
        published=day(entry.date),
        script=_markup(script),
        retracted=day(line.date if line else ""),
        why=line.change.strip() if line else "",
    )


def _first(seen: Appearance | None) -> First | None:
    if seen is None:
        return None
    return First(
        url=seen.url,
        title=seen.title,
        publisher=seen.publisher,
        published=day(seen.published),
        archive=seen.archive,
    )


def _anchor(entry: LedgerEntry) -> str:
    """The fragment of the address, so that what links to it arrives; the claim's id where there is none."""
    return entry.url.partition("#")[2] or entry.claim


def _markup(script: bytes) -> Markup:
    """JSON as :func:`claimkit.export.jsonld.written` gives it: all that could end a script element is escaped in it."""
    return Markup(script.decode("utf-8"))  # noqa: S704


def _corrections(standing: Standing, language: str, config: Config) -> tuple[Correction, ...]:
    lines = [line for line in standing.ledger if line.act is Act.CORRECTED]
    return tuple(
        Correction(
            date=day(line.date),
            text=line.change.strip(),
            former=shown(line.former_verdict, language, config) if line.former_verdict else None,
            new=shown(line.verdict or standing.verdict, language, config) if line.former_verdict else None,
        )
        for line in lines
    )
