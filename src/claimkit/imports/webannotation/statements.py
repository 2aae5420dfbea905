"""From the annotations on a page, and those on these, to statements.

claimkit's own say of a claim in further annotations who says it (*linking*), what a reviewer found (*assessing*), and
what evidence bears on it (*linking*, on the review). Others put all they say into the bodies of one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from claimkit.imports.foreign import Rating, Statement
from claimkit.imports.spans.labels import is_verdict
from claimkit.imports.spans.notes import Notes
from claimkit.imports.spans.offsets import Budget
from claimkit.imports.webannotation.annotations import Annotation, Target
from claimkit.imports.webannotation.ours import Around, evidence_in, voice_of
from claimkit.model.vocabulary import Disposition

_SAID = ("commenting", "describing", "replying", "questioning", "highlighting", "bookmarking", "editing")
_SORTED = ("tagging", "classifying")


def statements_on(
    targets: Sequence[tuple[Annotation, Sequence[Target]]],
    around: Around,
    labels: frozenset[str],
    notes: Notes,
    budget: Budget,
) -> Iterator[Statement]:
    """A statement for each stretch of a page that is annotated, or for each review of it where it has some.

    Each target of an annotation is annotated by itself (3.2.1).
    """
    for one, places in targets:
        base = _base(one, labels, notes)
        found = [place for place in places if base and (place.stretches or base.text)]
        if base and len(found) < len(places):
            notes.add("annotations of a whole page, and of what is no text, are not taken over", one.where)
        if base and found:
            for known in _known(base, one, around, notes, budget):
                for place in found:
                    budget.spend(1)
                    yield replace(known, stretches=place.stretches)


def _base(one: Annotation, labels: frozenset[str], notes: Notes) -> Statement | None:
    """What the annotation says by itself; None where it has not the tag that marks claims."""
    wording, said = next(iter(one.texts("identifying")), ""), "\n\n".join(one.texts(*_SAID))
    if not wording and labels and labels.isdisjoint(one.texts(*_SORTED)):
        notes.add("annotations without the tag that marks claims are not taken over", one.where)
        return None
    names = bool(wording) or "identifying" in one.motivations
    return Statement(
        text=wording,
        short=said if names else "",
        rating=_rating(one, labels, notes),
        rationale="\n\n".join(one.texts("assessing")),
        evidence=tuple(evidence_in(one)),
        comment="" if names else said,
        reviewer=one.reviewer,
        when=one.when,
        id=one.id,
        url=one.url,
    )


def _known(base: Statement, one: Annotation, around: Around, notes: Notes, budget: Budget) -> list[Statement]:
    """What each review says of the claim, and the annotation itself where it says more than that it is one."""
    base = replace(base, attribution=tuple(voice_of(voice) for voice in around.voices(one, notes)))
    reviewed = [replace(base, **given) for given in _reviews(one, around, notes)]
    budget.spend(len(base.attribution) + sum(1 + len(statement.evidence) for statement in reviewed))
    says_more = base.rating or base.comment or base.rationale or base.evidence
    return [base, *reviewed] if says_more or not reviewed else reviewed


def _reviews(one: Annotation, around: Around, notes: Notes) -> Iterator[dict[str, Any]]:
    """What each review says, as fields of a statement; that a claim is none is no statement on it."""
    for review in around.reviews(one):
        if Disposition.REJECTED.value in review.texts("classifying"):
            notes.add("reviews that reject a claim are not taken over", review.where)
            continue
        tags = review.texts("tagging") or [text for text in review.texts("classifying") if is_verdict(text)]
        yield {
            "rating": Rating(label=tags[0]) if tags else None,
            "rationale": "\n\n".join(review.texts("assessing")),
            "evidence": tuple(item for part in (review, *around.linked(review, notes)) for item in evidence_in(part)),
            "comment": "\n\n".join(review.texts(*_SAID)),
            "reviewer": review.reviewer,
            "when": review.when,
        }


def _rating(one: Annotation, labels: frozenset[str], notes: Notes) -> Rating | None:
    """The first tag that is a verdict; of an assessment the only tag is one, whatever it is called.

    What classifies a claim that claimkit exported is its kind and its state, as *disputed*.
    """
    given = one.texts("tagging") if "identifying" in one.motivations else one.texts(*_SORTED)
    tags = [tag for tag in given if tag not in labels and "claim" not in tag.lower()]
    verdicts = [tag for tag in tags if is_verdict(tag)]
    if not verdicts and "assessing" in one.motivations and len(tags) == 1:
        verdicts = tags
    for tag in tags:
        if tag not in verdicts:
            notes.add(f"the tag {tag!r} is not taken over, it is no verdict", one.where)
    if len(verdicts) > 1:
        notes.add("of several verdicts on a claim the first is taken over", one.where)
    return Rating(label=verdicts[0]) if verdicts else None
