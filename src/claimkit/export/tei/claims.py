"""The annotations on one claim: what it is, who says it, what reviews say, what the desk settled and published."""

from __future__ import annotations

from lxml import etree

from claimkit.export.dates import temporal
from claimkit.export.iris import claim_iri
from claimkit.export.tei.assessments import add_decision, add_reviews
from claimkit.export.tei.chains import Chain, chains
from claimkit.export.tei.ids import Ids
from claimkit.export.tei.registers import source_key
from claimkit.export.tei.segments import Segments
from claimkit.export.tei.xml import add
from claimkit.model.attribution import Link
from claimkit.model.claim import CheckWorthiness
from claimkit.model.spans import Anchor
from claimkit.rules.standing import Standing


def add_claim(parent: etree._Element, standing: Standing, segments: Segments, ids: Ids) -> None:
    """Add the listAnnotation of a claim. Its segs, sources, evidence and verdicts must have their ids."""
    group = add(parent, "listAnnotation", type="claim")
    _identify(group, standing, segments, ids)
    number = 0
    for chain in chains(standing):
        _chain(group, standing.claim.id, chain, number, segments, ids)
        number += len(chain.links)
    add_reviews(group, standing, ids)
    add_decision(group, standing, ids)


def _identify(parent: etree._Element, standing: Standing, segments: Segments, ids: Ids) -> None:
    """The Claim. Where it is published, ``@corresp`` is the name by which its ClaimReview calls it."""
    claim, proposed = standing.claim, standing.proposed
    name = ids.of(("claim", claim.id))
    publication = standing.publication
    annotation = add(
        parent,
        "annotation",
        xml_id=name,
        n=claim.id if name != claim.id else "",
        motivation="identifying",
        target=pointers(claim.anchors, segments, ids),
        ana=ids.to(("state", standing.state), ("kind", claim.kind)),
        corresp=claim_iri(publication.url, claim.id) if publication else "",
    )
    statement = add(annotation, "respStmt")
    add(statement, "resp", "proposed by")
    add(statement, "name", claim.proposed_by)
    _note(annotation, "claim", claim.text)
    _note(annotation, "short", claim.short)
    _note(annotation, "proposed", proposed.text if proposed.text != claim.text else "")
    _note(annotation, "proposed-short", proposed.short if proposed.short != claim.short else "")
    if proposed.kind is not claim.kind:
        add(annotation, "note", type="proposed-kind", ana=ids.to(("kind", proposed.kind)))
    _note(annotation, "kind-reason", claim.kind_reason)
    for antecedent in claim.antecedents:
        add(annotation, "ref", antecedent.quote, type="antecedent", target=pointers((antecedent,), segments, ids))
    if claim.check_worthiness:
        _check_worthiness(annotation, claim.check_worthiness)


def _check_worthiness(annotation: etree._Element, worth: CheckWorthiness) -> None:
    note = add(annotation, "note", type="check-worthiness")
    add(note, "num", str(worth.score), value=str(worth.score))
    if worth.reasons:
        reasons = add(note, "list")
        for reason in worth.reasons:
            add(reasons, "item", reason)


def _chain(parent: etree._Element, claim: str, chain: Chain, before: int, segments: Segments, ids: Ids) -> None:
    """The links of a chain, outermost first; each targets the next inwards, and the innermost the claim.

    That the US said that India said something does not make it the US's claim, so the outer link may not target it.
    """
    numbers = range(before + 1, before + 1 + len(chain.links))
    names = [ids.of(("link", claim, number), f"{ids.of(('claim', claim))}.a{number}") for number in numbers]
    targets = [*names[1:], ids.of(("claim", claim))]
    for link, name, target in zip(chain.links, names, targets, strict=True):
        annotation = add(
            parent,
            "annotation",
            xml_id=name,
            motivation="linking",
            target=f"#{target}",
            ana=ids.to(("quote", link.mode), ("chain", "in-force" if chain.in_force else "set-aside")),
            resp=ids.to(("person", chain.reviewer)) if chain.reviewer else "",
        )
        _link(annotation, link, segments, ids)


def _link(annotation: etree._Element, link: Link, segments: Segments, ids: Ids) -> None:
    add(annotation, "ptr", type="agent", target=ids.to(source_key(link.source)))
    for kind, anchor in (("source", link.source.anchor), ("cue", link.cue)):
        if anchor:
            add(annotation, "ref", anchor.quote, type=kind, target=pointers((anchor,), segments, ids))
    if link.content:
        add(annotation, "ptr", type="content", target=pointers(link.content, segments, ids))
    _note(annotation, "medium", link.medium)
    if link.date_said:
        add(add(annotation, "note", type="said"), "date", link.date_said, when=temporal(link.date_said))


def pointers(anchors: tuple[Anchor, ...], segments: Segments, ids: Ids) -> str:
    """Pointers to the segs that the anchors are made of."""
    return ids.to(*(("seg", index) for index in segments.below(anchor.span for anchor in anchors)))


def _note(annotation: etree._Element, kind: str, text: str) -> None:
    if text:
        add(annotation, "note", text, type=kind)
