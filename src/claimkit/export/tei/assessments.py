"""What people made of a claim: the reviews, the settled verdict, the publication ledger."""

from __future__ import annotations

from lxml import etree

from claimkit.export.dates import temporal
from claimkit.export.tei.appearances import add_appearance
from claimkit.export.tei.entries import Chain, Entry
from claimkit.export.tei.evidence import add_evidence_ref
from claimkit.export.tei.histories import add_change, add_history, add_replaced
from claimkit.export.tei.imported import add_import
from claimkit.export.tei.places import Places
from claimkit.export.tei.references import add_reference
from claimkit.export.tei.xml import add, add_note, legal
from claimkit.model.decision import Decision, LedgerEntry
from claimkit.model.review import Review
from claimkit.rules.standing import Signed, State


def add_reviews(parent: etree._Element, entry: Entry, places: Places) -> None:
    """Add an assessing annotation for each review, drafts too; ``@n`` is its place in the reviewer's file."""
    every = enumerate(zip(entry.standing.reviews, entry.reviews, strict=True), start=1)
    found = entry.chains
    for number, (signed, (place, written)) in every:
        name = places.ids.of(("review", entry.id, number), f"{places.ids.of(('claim', entry.id))}.r{number}")
        annotation = _review(parent, signed, written, (name, place), places)
        _given(annotation, entry.id, found, number, places)


def _review(
    parent: etree._Element, signed: Signed, written: Review, named: tuple[str, int], places: Places
) -> etree._Element:
    review, ids = signed.review, places.ids
    who = ids.to(("person", signed.reviewer.id))
    annotation = add(
        parent,
        "annotation",
        xml_id=named[0],
        n=str(named[1]),
        motivation="assessing",
        target=ids.to(("claim", review.claim)),
        ana=ids.to(*_categories(review)),
        resp=who,
        cert="" if review.confidence is None else str(review.confidence),
    )
    _responsible(annotation, "reviewer", signed.reviewer.name or signed.reviewer.id, who)
    history = add(annotation, "revisionDesc")
    add_history(history, review, who, places)
    add_change(history, review.stage, review.when, who)
    for kind in ("rationale", "comment", "text", "short"):
        add_note(annotation, kind, getattr(review, kind))
    if review.review_by:
        note = add(annotation, "note", type="review-by")
        add(note, "date", review.review_by, when=temporal(review.review_by))
    if review.first_appearance:
        add_appearance(add(annotation, "note", type="first-appearance"), review.first_appearance)
    for ignored in review.ignored:
        add(annotation, "note", ignored.reason, type="ignored", n=ignored.code)
    if review.origin:
        add_import(add(annotation, "note", type="origin"), review.origin)
    add_note(annotation, "text-version", str(written.text_version) if written.text_version > 1 else "")
    places.add(annotation, "anchors", review.anchors, written.anchors)
    for name in review.replaced_by:
        add_reference(annotation, "replaced-by", name, places.ids)
    for evidence in review.evidence:
        add_evidence_ref(annotation, evidence, ids)
    return annotation


def _given(annotation: etree._Element, claim: str, found: tuple[Chain, ...], number: int, places: Places) -> None:
    """Point to the links of the chain that the review gives."""
    before = 0
    for chain in found:
        if chain.review == number:
            links = range(before + 1, before + 1 + len(chain.links))
            add(annotation, "ptr", type="chain", target=places.ids.to(*(("link", claim, link) for link in links)))
        before += len(chain.links)


def _categories(review: Review) -> list[tuple[str, str]]:
    """The verdict first, if there is one."""
    found = [("verdict", review.verdict)] if review.verdict else []
    found.append(("state", review.disposition))
    if review.kind:
        found.append(("kind", review.kind))
    if review.attribution:
        found.append(("attribution", review.attribution.status))
    return found


def add_decision(parent: etree._Element, entry: Entry, places: Places) -> None:
    """Add a moderating annotation with the settled verdict and the ledger, if there is either.

    Moderating: it assigns a value to the claim in view of its reviews, of which it points to the one that stands.
    ``@n`` is the decision's place in decisions.json.
    """
    decision, ids = entry.standing.decision, places.ids
    if decision is None and not entry.ledger:
        return
    annotation = add(
        parent,
        "annotation",
        xml_id=ids.of(("decision", entry.id), f"{ids.of(('claim', entry.id))}.d"),
        n=str(entry.decisions[0]) if decision else "",
        motivation="moderating",
        target=ids.to(("claim", entry.id)),
        ana=ids.to(_settled(decision), ("how", decision.how)) if decision else "",
        resp=ids.to(("person", decision.who)) if decision else "",
    )
    history = add(annotation, "revisionDesc")
    if decision:
        add_replaced(history, decision, places)
        add_change(history, "settled", decision.when, ids.to(("person", decision.who)))
    for place, line in zip(entry.ledger, entry.standing.ledger, strict=True):
        _line(history, line, place, places)
    if decision:
        _reasons(annotation, decision, entry, places)


def _settled(decision: Decision) -> tuple[str, str]:
    return ("verdict", decision.verdict) if decision.verdict else ("state", State.REJECTED)


def _reasons(annotation: etree._Element, decision: Decision, entry: Entry, places: Places) -> None:
    for kind in ("why", "rationale"):
        add_note(annotation, kind, getattr(decision, kind))
    for number, signed in enumerate(entry.standing.reviews, start=1):
        if signed is entry.standing.lead and signed.reviewer.id == decision.review:
            add(annotation, "ptr", type="review", target=places.ids.to(("review", decision.claim, number)))
            return
    add_note(annotation, "review", decision.review)


def _line(history: etree._Element, line: LedgerEntry, place: int, places: Places) -> None:
    """A line of the ledger, at its place; ``@ana`` is the verdict then, the pointer what a correction took back."""
    ids = places.ids
    verdict = ids.to(("verdict", line.verdict)) if line.verdict else ""
    change = add_change(history, line.act, line.date, ids.to(("person", line.who)), n=str(place), ana=verdict)
    if line.change:
        change.text = legal(line.change, "change")
    if line.former_verdict:
        add(change, "ptr", type="former-verdict", target=ids.to(("verdict", line.former_verdict)))
    if line.url:
        add(change, "ptr", type="page", target=line.url)


def _responsible(annotation: etree._Element, task: str, name: str, who: str) -> None:
    statement = add(annotation, "respStmt")
    add(statement, "resp", task)
    add(statement, "persName", name, ref=who)
