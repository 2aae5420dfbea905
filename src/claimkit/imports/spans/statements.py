"""From marked spans and the relations between them to statements: the part that all span formats have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from claimkit.imports.foreign import Rating, Statement, Stretch
from claimkit.imports.spans.labels import is_speaker
from claimkit.imports.spans.notes import Notes
from claimkit.imports.spans.people import said_by
from claimkit.imports.spans.values import plain
from claimkit.model.attribution import Link
from claimkit.model.review import Reviewer


@dataclass(slots=True, kw_only=True)
class Marked:
    """A span with its labels, and what is said of it; it is filled while a file is read."""

    id: str
    labels: tuple[str, ...]
    stretches: tuple[Stretch, ...]
    where: str
    rating: Rating | None = None
    rationales: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        """What is marked."""
        return " ".join(stretch.quote for stretch in self.stretches)


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Spans that a relation or an event joins, by their ids; ``kind`` is what it is called."""

    kind: str
    ends: tuple[str, ...]
    where: str


def stated(
    spans: Iterable[Marked],
    relations: Sequence[Related],
    claims: frozenset[str],
    notes: Notes,
    *,
    reviewer: Reviewer | None = None,
    when: str = "",
) -> Iterator[Statement]:
    """A statement for each span that marks a claim, with who says it where a relation tells; the rest is noted."""
    by_id = {span.id: span for span in spans}
    said = _said(by_id, relations, claims, notes)
    told = {speaker for relation in relations for speaker in relation.ends}
    for span in by_id.values():
        if claims.isdisjoint(span.labels):
            _note_left(span, told, notes)
        elif span.stretches:
            yield Statement(
                stretches=span.stretches,
                attribution=said.get(span.id, ()),
                rating=span.rating,
                rationale="\n".join(span.rationales),
                comment="\n".join(span.comments),
                reviewer=reviewer,
                when=when,
                id=plain(span.id),
            )


def _note_left(span: Marked, told: set[str], notes: Notes) -> None:
    for label in span.labels:
        if not (is_speaker(label) and span.id in told):
            notes.add(f"spans labelled {label!r} are not taken over, they mark no claims", span.where)


def _said(
    spans: dict[str, Marked], relations: Sequence[Related], claims: frozenset[str], notes: Notes
) -> dict[str, tuple[Link, ...]]:
    said: dict[str, tuple[Link, ...]] = {}
    for relation in relations:
        ends = [spans[end] for end in relation.ends if end in spans]
        speakers = [end for end in ends if any(map(is_speaker, end.labels)) and end.words.strip()]
        stated_there = [end for end in ends if not claims.isdisjoint(end.labels)]
        if not speakers or not stated_there:
            notes.add(
                f"relations {relation.kind!r} are not taken over, they do not say who says a claim", relation.where
            )
        for claim in stated_there if speakers else ():
            if claim.id in said or len(speakers) > 1:
                notes.add("of several who say a claim the first is taken over", relation.where)
            said.setdefault(claim.id, (said_by(speakers[0].words),))
    if said:
        notes.once("whether those who say it are people is not said there; all are put down as people")
    return said
