"""A piece of evidence as a review cites it."""

from __future__ import annotations

from lxml import etree

from claimkit.export.tei.ids import Ids
from claimkit.export.tei.registers import evidence_key
from claimkit.export.tei.xml import add, add_note
from claimkit.model.review import Evidence


def add_evidence_ref(parent: etree._Element, evidence: Evidence, ids: Ids) -> None:
    """Add a pointer to the page, with what the reviewer makes of it, quotes of it, and keeps it as."""
    target, ana = ids.to(evidence_key(evidence)), ids.to(("evid", evidence.stance))
    ref = add(parent, "ref", type="evidence", target=target, ana=ana)
    add(ref, "title", evidence.title)
    if evidence.quote:
        add(ref, "quote", evidence.quote)
    if evidence.capture:
        add(ref, "idno", evidence.capture, type="capture")
    add_note(ref, "", evidence.note)
