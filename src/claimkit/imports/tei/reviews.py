"""The reviewers' files, out of the assessing annotations."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from claimkit.imports.tei.appearances import appearance_of
from claimkit.imports.tei.claims import Claims, claim_id, identified
from claimkit.imports.tei.histories import history_of
from claimkit.imports.tei.links import link_of
from claimkit.imports.tei.nodes import categories, content, dated, each, find, first, place, pointers
from claimkit.imports.tei.origins import origin_of
from claimkit.imports.tei.registers import Registers, groups, motivated
from claimkit.model.review import AttributionReview, Evidence, Ignored, Review, ReviewFile
from claimkit.model.vocabulary import AttributionStatus, Disposition, Kind, Stage, Stance


def reviews_of(root: etree._Element, registers: Registers, slug: str, claims: Claims) -> tuple[ReviewFile, ...]:
    """One file a reviewer, in the order of the header."""
    found: dict[str, list[tuple[int, Review]]] = {}
    for group in groups(root):
        name = claim_id(identified(group))
        for annotation in motivated(group, "assessing"):
            review = _review(annotation, name, registers)
            found.setdefault(registers.who(annotation, "resp"), []).append((place(annotation), review))
    return tuple(
        ReviewFile(
            article=slug,
            reviewer=person.reviewer,
            added=claims.added.get(person.reviewer.id, ()),
            reviews=tuple(review for _, review in sorted(found.get(person.reviewer.id, ()), key=lambda pair: pair[0])),
        )
        for person in registers.people.values()
        if person.reviews
    )


def evidence_of(ref: etree._Element, registers: Registers) -> Evidence:
    """A piece of evidence as a review cites it."""
    (name,) = pointers(ref)
    return replace(
        registers.evidence[name],
        stance=Stance(categories(ref)["evid"]),
        capture=content(ref, "idno", "capture"),
        quote=content(ref, "quote"),
        note=content(ref, "note"),
    )


def _review(annotation: etree._Element, claim: str, registers: Registers) -> Review:
    kinds, review_by = categories(annotation), first(annotation, "note", "review-by")
    appearance, origin = first(annotation, "note", "first-appearance"), first(annotation, "note", "origin")
    *former, present = each(find(annotation, "revisionDesc"), "change")
    confidence = annotation.get("cert")
    return Review(
        claim=claim,
        disposition=Disposition(kinds["state"]),
        text=content(annotation, "note", "text"),
        kind=Kind(kinds["kind"]) if "kind" in kinds else None,
        anchors=registers.anchors.together(annotation, "anchors"),
        replaced_by=tuple(ref.text or "" for ref in each(annotation, "ref", "replaced-by")),
        short=content(annotation, "note", "short"),
        attribution=_attribution(annotation, kinds.get("attribution", ""), registers),
        verdict=kinds.get("verdict", ""),
        confidence=float(confidence) if confidence else None,
        rationale=content(annotation, "note", "rationale"),
        evidence=tuple(evidence_of(ref, registers) for ref in each(annotation, "ref", "evidence")),
        comment=content(annotation, "note", "comment"),
        first_appearance=None if appearance is None else appearance_of(appearance),
        review_by="" if review_by is None else content(review_by, "date"),
        ignored=tuple(
            Ignored(code=note.get("n", ""), reason=note.text or "") for note in each(annotation, "note", "ignored")
        ),
        origin=None if origin is None else origin_of(origin),
        stage=Stage(str(present.get("status"))),
        when=dated(present),
        text_version=int(content(annotation, "note", "text-version") or 1),
        history=tuple(history_of(change, registers, evidence_of) for change in former),
    )


def _attribution(annotation: etree._Element, status: str, registers: Registers) -> AttributionReview | None:
    if not status:
        return None
    names = [name for pointer in each(annotation, "ptr", "chain") for name in pointers(pointer)]
    links = (link_of(registers.annotations[name], registers) for name in names)
    return AttributionReview(status=AttributionStatus(status), chain=tuple(links))
