"""AVeriTeC: claims that fact-checkers checked, with questions, answers, their sources, and a verdict.

The form: https://fever.ai/dataset/averitec.html and MichSchli/AVeriTeC, README.md and data/dev.json. ``claim_date`` is
day-month-year, as ``25-8-2020`` there shows. The test set has neither verdicts nor questions. An answer does not say
what it does to the claim, so all evidence is context; and what is called *extractive* is often not word for word, so
an answer is a note and no quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from claimkit.articles import fields
from claimkit.imports.foreign import Foreign, Rating, Statement
from claimkit.imports.spans.addresses import address, unwrapped
from claimkit.imports.spans.notes import Notes
from claimkit.imports.spans.people import said_by
from claimkit.imports.spans.reading import stem, values
from claimkit.imports.spans.values import Value
from claimkit.model.article import Metadata
from claimkit.model.attribution import Link
from claimkit.model.review import Evidence
from claimkit.model.vocabulary import Stance

LICENCE = "https://creativecommons.org/licenses/by-nc/4.0/"
"""That of the data, by its README."""

_DAY = re.compile(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})", re.ASCII)


def foreign(data: bytes, place: str) -> tuple[Foreign, ...]:
    """The places where the claims first stood, each with its claims, in the order of the file.

    A claim whose place is not known is the only one of its article. Raises :class:`~claimkit.errors.DataError` for what
    is no list of such claims.
    """
    entries = values(data, place)
    by_place: dict[str, list[tuple[int, Value]]] = {}
    for number, entry in enumerate(entries):
        if not entry.get("claim").words():
            entry.refuse("it has no claim")
        by_place.setdefault(_published_at(entry) or f" {number}", []).append((number, entry))
    return tuple(_article(found, place) for found in by_place.values())


def _article(entries: list[tuple[int, Value]], place: str) -> Foreign:
    notes = Notes()
    number, first = entries[0]
    metadata = Metadata(
        title=fields.field(first.get("claim").words()),
        language="en",
        url=_published_at(first),
        publisher=fields.field(first.get("reporting_source").words()),
        date_published=_day(first, notes),
    )
    statements = tuple(_statement(entry, notes) for _, entry in entries)
    known = first.get("claim_id").name() or str(number)
    return Foreign(name=f"{stem(place)}-{known}", metadata=metadata, statements=statements, remarks=notes.remarks())


def _statement(entry: Value, notes: Notes) -> Statement:
    label = entry.get("label").words()
    return Statement(
        text=entry.get("claim").words(),
        attribution=_speaker(entry, notes),
        rating=Rating(label=label) if label else None,
        rationale=entry.get("justification").words(),
        evidence=tuple(_evidence(entry, notes)),
        id=entry.get("claim_id").name(),
        url=address(entry.get("fact_checking_article").raw),
        licence=LICENCE,
    )


def _speaker(entry: Value, notes: Notes) -> tuple[Link, ...]:
    name = entry.get("speaker").words()
    if name.lower() in {"", "none", "unknown", "n/a"}:
        return ()
    notes.once("whether those who say it are people is not said there; all are put down as people")
    return (said_by(name, _day(entry, notes)),)


def _published_at(entry: Value) -> str:
    """Where the claim first stood; empty where it is not known."""
    return unwrapped(entry.get("original_claim_url").raw)[0]


def _day(entry: Value, notes: Notes) -> str:
    """The day on which the claim first appeared, as its annotators guess; empty where it is none."""
    written = entry.get("claim_date").words()
    match = _DAY.fullmatch(written)
    try:
        if match:
            return date(int(match[3]), int(match[2]), int(match[1])).isoformat()
    except ValueError:
        pass
    if written:
        notes.add("dates that are no day-month-year are left out", entry.get("claim_date").where)
    return ""


def _evidence(entry: Value, notes: Notes) -> Iterator[Evidence]:
    """The sources of the answers, each with the questions that it answers."""
    found: dict[str, tuple[str, list[str]]] = {}
    for question in entry.get("questions").each():
        for answer in question.get("answers").listed():
            url, archive = unwrapped(answer.get("source_url").raw)
            if not url:
                medium = answer.get("source_medium").words() or "unknown"
                notes.add(f"answers without the address of a page are left out (medium: {medium})", answer.where)
                continue
            known, told = found.setdefault(url, (address(answer.get("cached_source_url").raw) or archive, []))
            told.append(_told(question, answer))
            found[url] = (known or archive, told)
    for url, (archive, told) in found.items():
        title = urlsplit(url).netloc
        yield Evidence(url=url, title=title, stance=Stance.CONTEXT, archive=archive, note="\n\n".join(told))


def _told(question: Value, answer: Value) -> str:
    because = answer.get("boolean_explanation").words()
    words = " ".join(filter(None, (answer.get("answer").words(), because)))
    return "\n".join(filter(None, (question.get("question").words(), words)))
