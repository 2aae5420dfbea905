"""The annotations on one claim: what it is, who says it, what reviews say, what the desk settled and published."""

from __future__ import annotations

from lxml import etree

from claimkit.export.iris import claim_iri
from claimkit.export.tei.assessments import add_decision, add_reviews
from claimkit.export.tei.entries import Entry
from claimkit.export.tei.links import add_chain
from claimkit.export.tei.places import Places
from claimkit.export.tei.references import add_reference
from claimkit.export.tei.xml import add, add_note, root
from claimkit.model.claim import CheckWorthiness


def claim_group(entry: Entry, places: Places) -> etree._Element:
    """The listAnnotation of a claim. Its segs, sources, evidence and verdicts must have their ids.

    ``@n`` is the claim's place in claims.json; a claim that only a reviewer added has none.
    """
    group = root("listAnnotation")
    group.set("type", "claim")
    if entry.place:
        group.set("n", str(entry.place))
    _identify(group, entry, places)
    number = 0
    for chain in entry.chains:
        add_chain(group, entry.id, chain, number, places)
        number += len(chain.links)
    add_reviews(group, entry, places)
    add_decision(group, entry, places)
    return group


def _identify(parent: etree._Element, entry: Entry, places: Places) -> None:
    """The Claim. Where it is published, ``@corresp`` is the name by which its ClaimReview calls it."""
    claim, ids = entry.standing.claim, places.ids
    name, publication = ids.of(("claim", claim.id)), entry.standing.publication
    annotation = add(
        parent,
        "annotation",
        xml_id=name,
        n=claim.id if name != claim.id else "",
        motivation="identifying",
        target=places.pointers(claim.anchors),
        ana=ids.to(("state", entry.standing.state), ("kind", claim.kind)),
        corresp=claim_iri(publication.url, claim.id) if publication else "",
    )
    statement = add(annotation, "respStmt")
    add(statement, "resp", "proposed by")
    add(statement, "name", claim.proposed_by)
    _wording(annotation, entry, places)
    add_note(annotation, "kind-reason", claim.kind_reason)
    _origin(annotation, entry, places)
    places.add_each(annotation, "antecedent", entry.standing.proposed.antecedents, entry.claim.antecedents)
    if claim.check_worthiness:
        _check_worthiness(annotation, claim.check_worthiness)


def _wording(annotation: etree._Element, entry: Entry, places: Places) -> None:
    """The wording in force, and the proposed one where that is another; ``@resp`` is then the reviewer who gave it."""
    claim, proposed, lead = entry.standing.claim, entry.standing.proposed, entry.standing.lead
    who = places.ids.to(("person", lead.reviewer.id)) if lead else ""
    for kind, now, before in (("claim", claim.text, proposed.text), ("short", claim.short, proposed.short)):
        add_note(annotation, kind, now, resp=who if now != before else "")
        if now != before:
            add_note(annotation, "proposed" if kind == "claim" else "proposed-short", before)
    if proposed.kind is not claim.kind:
        add(annotation, "note", type="proposed-kind", ana=places.ids.to(("kind", proposed.kind)))
    if proposed.anchors != claim.anchors:
        places.add(annotation, "proposed", proposed.anchors, entry.claim.anchors)
    else:
        places.as_written(annotation, "proposed", proposed.anchors, entry.claim.anchors)


def _origin(annotation: etree._Element, entry: Entry, places: Places) -> None:
    """Which text the claim was anchored in, who added it, and what claims it was made of."""
    claim = entry.claim
    for kind, version in (("text-version", claim.text_version), ("changed-in", claim.changed_in)):
        add_note(annotation, kind, str(version) if version > 1 else "")
    for added in entry.added:
        add(annotation, "ptr", type="added", n=str(added.place), target=places.ids.to(("person", added.reviewer)))
    for name in claim.derived_from:
        add_reference(annotation, "derived-from", name, places.ids)


def _check_worthiness(annotation: etree._Element, worth: CheckWorthiness) -> None:
    note = add(annotation, "note", type="check-worthiness")
    add(note, "num", str(worth.score), value=str(worth.score))
    if worth.reasons:
        reasons = add(note, "list")
        for reason in worth.reasons:
            add(reasons, "item", reason)
