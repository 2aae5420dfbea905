"""The claims as proposed and as added, out of their annotations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from claimkit.imports.tei.links import link_of
from claimkit.imports.tei.nodes import XML_ID, categories, content, each, find, first, place, pointers
from claimkit.imports.tei.registers import Registers, groups, motivated
from claimkit.model.attribution import Link
from claimkit.model.claim import CheckWorthiness, Claim
from claimkit.model.vocabulary import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """Those of claims.json, and those that each reviewer added, by the reviewer's id; in the order of their files."""

    proposed: tuple[Claim, ...]
    added: dict[str, tuple[Claim, ...]]


def claims_of(root: etree._Element, registers: Registers) -> Claims:
    """All claims of the document."""
    proposed: list[tuple[int, Claim]] = []
    added: dict[str, list[tuple[int, Claim]]] = {}
    for group in groups(root):
        claim = _claim(group, registers)
        if place(group):
            proposed.append((place(group), claim))
        for pointer in each(identified(group), "ptr", "added"):
            added.setdefault(registers.who(pointer, "target"), []).append((place(pointer), claim))
    return Claims(proposed=_ordered(proposed), added={who: _ordered(found) for who, found in added.items()})


def identified(group: etree._Element) -> etree._Element:
    """The annotation that is the claim."""
    return next(motivated(group, "identifying"))


def claim_id(annotation: etree._Element) -> str:
    """The claim's own id, which XML may not have allowed."""
    return annotation.get("n") or str(annotation.get(XML_ID))


def _ordered(found: list[tuple[int, Claim]]) -> tuple[Claim, ...]:
    return tuple(claim for _, claim in sorted(found, key=lambda pair: pair[0]))


def _claim(group: etree._Element, registers: Registers) -> Claim:
    annotation = identified(group)
    kind = first(annotation, "note", "proposed-kind")
    return Claim(
        id=claim_id(annotation),
        text=content(annotation, "note", "proposed") or content(annotation, "note", "claim"),
        anchors=registers.anchors.together(annotation, "proposed", annotation),
        kind=Kind(categories(annotation if kind is None else kind)["kind"]),
        kind_reason=content(annotation, "note", "kind-reason"),
        short=_short(annotation),
        antecedents=registers.anchors.apart(annotation, "antecedent"),
        proposed_by=content(find(annotation, "respStmt"), "name"),
        derived_from=tuple(ref.text or "" for ref in each(annotation, "ref", "derived-from")),
        check_worthiness=_worthiness(annotation),
        attribution=tuple(_proposed_links(group, registers)),
        text_version=int(content(annotation, "note", "text-version") or 1),
        changed_in=int(content(annotation, "note", "changed-in") or 1),
    )


def _short(annotation: etree._Element) -> str:
    """The short wording as proposed: the one in force where no reviewer gave that."""
    note = first(annotation, "note", "short")
    if note is None or note.get("resp"):
        return content(annotation, "note", "proposed-short")
    return note.text or ""


def _worthiness(annotation: etree._Element) -> CheckWorthiness | None:
    note = first(annotation, "note", "check-worthiness")
    if note is None:
        return None
    listing = first(note, "list")
    reasons = () if listing is None else tuple(item.text or "" for item in each(listing, "item"))
    return CheckWorthiness(score=float(content(note, "num")), reasons=reasons)


def _proposed_links(group: etree._Element, registers: Registers) -> Iterator[Link]:
    """The links that no review gives, outermost first."""
    reviews = motivated(group, "assessing")
    given = {name for review in reviews for pointer in each(review, "ptr", "chain") for name in pointers(pointer)}
    return (link_of(item, registers) for item in motivated(group, "linking") if item.get(XML_ID) not in given)
