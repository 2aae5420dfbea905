"""What people made of a claim: the reviews, the settled verdict, the publication ledger."""

from __future__ import annotations

from lxml import etree

from claimkit.export.dates import temporal
from claimkit.export.tei.ids import Ids
from claimkit.export.tei.registers import evidence_key
from claimkit.export.tei.xml import add
from claimkit.model.decision import Decision, LedgerEntry
from claimkit.model.review import Evidence, Review
from claimkit.rules.standing import Signed, Standing, State


def add_reviews(parent: etree._Element, standing: Standing, ids: Ids) -> None:
    """Add an assessing annotation for each review, drafts too."""
    claim = standing.claim.id
    for number, signed in enumerate(standing.reviews, start=1):
        name = ids.of(("review", claim, number), f"{ids.of(('claim', claim))}.r{number}")
        _review(parent, signed, name, ids)


def _review(parent: etree._Element, signed: Signed, name: str, ids: Ids) -> None:
    review, who = signed.review, ids.to(("person", signed.reviewer.id))
    annotation = add(
        parent,
        "annotation",
        xml_id=name,
        motivation="assessing",
        target=ids.to(("claim", review.claim)),
        ana=ids.to(*_categories(review)),
        resp=who,
        cert="" if review.confidence is None else str(review.confidence),
    )
    _responsible(annotation, "reviewer", signed.reviewer.name or signed.reviewer.id, who)
    add(add(annotation, "revisionDesc"), "change", status=review.stage, when=temporal(review.when), who=who)
    for kind in ("rationale", "comment", "text", "short"):
        if text := getattr(review, kind):
            add(annotation, "note", text, type=kind)
    if review.review_by:
        note = add(annotation, "note", type="review-by")
        add(note, "date", review.review_by, when=review.review_by)
    for evidence in review.evidence:
        _evidence(annotation, evidence, ids)


def _categories(review: Review) -> list[tuple[str, str]]:
    """The verdict first, if there is one."""
    found = [("verdict", review.verdict)] if review.verdict else []
    found.append(("state", review.disposition))
    if review.kind:
        found.append(("kind", review.kind))
    if review.attribution:
        found.append(("attribution", review.attribution.status))
    return found


def _evidence(annotation: etree._Element, evidence: Evidence, ids: Ids) -> None:
    target, ana = ids.to(evidence_key(evidence)), ids.to(("evid", evidence.stance))
    ref = add(annotation, "ref", type="evidence", target=target, ana=ana)
    add(ref, "title", evidence.title)
    if evidence.quote:
        add(ref, "quote", evidence.quote)
    if evidence.note:
        add(ref, "note", evidence.note)


def add_decision(parent: etree._Element, standing: Standing, ids: Ids) -> None:
    """Add a moderating annotation with the settled verdict and the ledger, if there is either.

    Moderating: it assigns a value to the claim in view of its reviews, of which it points to the one that stands.
    """
    decision, claim = standing.decision, standing.claim.id
    if decision is None and not standing.ledger:
        return
    annotation = add(
        parent,
        "annotation",
        xml_id=ids.of(("decision", claim), f"{ids.of(('claim', claim))}.d"),
        motivation="moderating",
        target=ids.to(("claim", claim)),
        ana=ids.to(_settled(decision), ("how", decision.how)) if decision else "",
        resp=ids.to(("person", decision.who)) if decision else "",
    )
    history = add(annotation, "revisionDesc")
    if decision:
        add(history, "change", status="settled", when=temporal(decision.when), who=ids.to(("person", decision.who)))
    for entry in standing.ledger:
        _entry(history, entry, ids)
    if decision:
        _reasons(annotation, decision, standing, ids)


def _settled(decision: Decision) -> tuple[str, str]:
    return ("verdict", decision.verdict) if decision.verdict else ("state", State.REJECTED)


def _reasons(annotation: etree._Element, decision: Decision, standing: Standing, ids: Ids) -> None:
    for kind in ("why", "rationale"):
        if text := getattr(decision, kind):
            add(annotation, "note", text, type=kind)
    for number, signed in enumerate(standing.reviews, start=1):
        if signed is standing.lead:
            add(annotation, "ptr", type="review", target=ids.to(("review", decision.claim, number)))


def _entry(history: etree._Element, entry: LedgerEntry, ids: Ids) -> None:
    """A line of the ledger; ``@ana`` is the verdict that a correction took back."""
    former = ids.to(("verdict", entry.former_verdict)) if entry.former_verdict else ""
    who = ids.to(("person", entry.who))
    change = add(history, "change", entry.change, status=entry.act, when=temporal(entry.date), who=who, ana=former)
    if entry.url:
        add(change, "ptr", target=entry.url)


def _responsible(annotation: etree._Element, task: str, name: str, who: str) -> None:
    statement = add(annotation, "respStmt")
    add(statement, "resp", task)
    add(statement, "persName", name, ref=who)
