"""From the annotations on a page, and those on these, to statements.

claimkit's own say of a claim in further annotations who says it (*linking*), what a reviewer found (*assessing*), and
what evidence bears on it (*linking*, on the review). Others put all they say into the bodies of one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimkit.imports.foreign import Rating, Statement
from claimkit.imports.spans.labels import is_verdict
from claimkit.imports.spans.notes import Notes
from claimkit.imports.webannotation.annotations import Annotation
from claimkit.imports.webannotation.ours import Around, evidence_in, voice_of
from claimkit.model.vocabulary import Disposition

_SAID = ("commenting", "describing", "replying", "questioning", "highlighting", "bookmarking", "editing")
_SORTED = ("tagging", "classifying")


def statements_on(
    page: str, ones: Sequence[Annotation], around: Around, labels: frozenset[str], notes: Notes
) -> Iterator[Statement]:
    """A statement for each annotation of words of the page, or for each review of it where it has some."""
    for one in ones:
        for base in _bases(page, one, labels, notes):
            yield from _reviewed(base, one, around, notes)


def _bases(page: str, one: Annotation, labels: frozenset[str], notes: Notes) -> Iterator[Statement]:
    """What the annotation says by itself, of each of its targets: each is annotated by itself (3.2.1)."""
    wording = next(iter(one.texts("identifying")), "")
    if not wording and labels and labels.isdisjoint(one.texts(*_SORTED)):
        notes.add("annotations without the tag that marks claims are not taken over", one.where)
        return
    for target in one.targets:
        if target.page != page:
            continue
        if not target.stretches and not wording:
            notes.add("annotations of a whole page, and of what is no text, are not taken over", one.where)
            continue
        said = "\n\n".join(one.texts(*_SAID))
        yield Statement(
            text=wording,
            short=said if wording else "",
            stretches=target.stretches,
            rating=None if wording else _rating(one, labels, notes),
            rationale="\n\n".join(one.texts("assessing")),
            evidence=tuple(evidence_in(one)),
            comment="" if wording else said,
            reviewer=one.reviewer,
            when=one.when,
            id=one.id,
            url=one.url,
        )


def _reviewed(base: Statement, one: Annotation, around: Around, notes: Notes) -> Iterator[Statement]:
    base = replace(base, attribution=tuple(voice_of(said) for said in around.voices(one, notes)))
    found = list(_reviews(base, one, around, notes))
    if not found or base.rating or base.comment or base.rationale or base.evidence:
        yield base
    yield from found


def _reviews(base: Statement, one: Annotation, around: Around, notes: Notes) -> Iterator[Statement]:
    for review in around.reviews(one):
        if Disposition.REJECTED.value in review.texts("classifying"):
            notes.add("reviews that reject a claim are not taken over", review.where)
            continue
        tags = review.texts("tagging") or [text for text in review.texts("classifying") if is_verdict(text)]
        evidence = (item for linked in (review, *around.linked(review, notes)) for item in evidence_in(linked))
        yield replace(
            base,
            rating=Rating(label=tags[0]) if tags else None,
            rationale="\n\n".join(review.texts("assessing")),
            evidence=tuple(evidence),
            comment="\n\n".join(review.texts(*_SAID)),
            reviewer=review.reviewer,
            when=review.when,
        )


def _rating(one: Annotation, labels: frozenset[str], notes: Notes) -> Rating | None:
    """The first tag that is a verdict; of an assessment the only tag is one, whatever it is called."""
    tags = [tag for tag in one.texts(*_SORTED) if tag not in labels and "claim" not in tag.lower()]
    verdicts = [tag for tag in tags if is_verdict(tag)]
    if not verdicts and "assessing" in one.motivations and len(tags) == 1:
        verdicts = tags
    for tag in tags:
        if tag not in verdicts:
            notes.add(f"the tag {tag!r} is not taken over, it is no verdict", one.where)
    if len(verdicts) > 1:
        notes.add("of several verdicts on a claim the first is taken over", one.where)
    return Rating(label=verdicts[0]) if verdicts else None
