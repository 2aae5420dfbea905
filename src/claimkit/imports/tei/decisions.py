"""What the desk settled and published, out of the moderating annotations."""

from __future__ import annotations

from lxml import etree

from claimkit.imports.tei.claims import claim_id, identified
from claimkit.imports.tei.nodes import categories, content, dated, each, find, first, place, pointers
from claimkit.imports.tei.registers import Registers, groups, motivated
from claimkit.model.decision import Decision, DecisionsFile, LedgerEntry
from claimkit.model.vocabulary import Act, How

_ACTS = frozenset(Act)


def decisions_of(root: etree._Element, registers: Registers, slug: str) -> DecisionsFile | None:
    """The file of decisions, None where nothing was settled or published."""
    decisions: list[tuple[int, Decision]] = []
    ledger: list[tuple[int, LedgerEntry]] = []
    for group in groups(root):
        name = claim_id(identified(group))
        for annotation in motivated(group, "moderating"):
            changes = list(each(find(annotation, "revisionDesc"), "change"))
            ledger += [(place(item), _line(item, name, registers)) for item in changes if item.get("status") in _ACTS]
            if settled := [item for item in changes if item.get("status") not in _ACTS]:
                decisions.append((place(annotation), _decision(annotation, settled, name, registers)))
    if not decisions and not ledger:
        return None
    return DecisionsFile(
        article=slug,
        decisions=tuple(item for _, item in sorted(decisions, key=lambda pair: pair[0])),
        ledger=tuple(item for _, item in sorted(ledger, key=lambda pair: pair[0])),
    )


def _decision(annotation: etree._Element, changes: list[etree._Element], claim: str, registers: Registers) -> Decision:
    *replaced, present = changes
    former: Decision | None = None
    for change in replaced:
        former = _replaced(change, claim, former, registers)
    review, kinds = first(annotation, "ptr", "review"), categories(annotation)
    named = "" if review is None else registers.who(registers.annotations[pointers(review)[0]], "resp")
    return Decision(
        claim=claim,
        verdict=kinds.get("verdict", ""),
        review=named or content(annotation, "note", "review"),
        how=How(kinds["how"]),
        who=registers.who(annotation, "resp"),
        when=dated(present),
        why=content(annotation, "note", "why"),
        rationale=content(annotation, "note", "rationale"),
        replaces=former,
    )


def _replaced(change: etree._Element, claim: str, former: Decision | None, registers: Registers) -> Decision:
    return Decision(
        claim=claim,
        verdict=content(change, "note", "verdict"),
        review=content(change, "note", "review"),
        how=How(content(change, "note", "how")),
        who=registers.who(change),
        when=dated(change),
        why=content(change, "note", "why"),
        rationale=content(change, "note", "rationale"),
        replaces=former,
    )


def _line(change: etree._Element, claim: str, registers: Registers) -> LedgerEntry:
    page, former = first(change, "ptr", "page"), first(change, "ptr", "former-verdict")
    return LedgerEntry(
        claim=claim,
        act=Act(str(change.get("status"))),
        date=dated(change),
        who=registers.who(change),
        verdict=categories(change).get("verdict", ""),
        url="" if page is None else page.get("target", ""),
        change=change.text or "",
        former_verdict="" if former is None else _verdict(former),
    )


def _verdict(pointer: etree._Element) -> str:
    """The id of the verdict that is pointed to."""
    return pointers(pointer)[0].lstrip("_").partition(".")[2]
