"""Naming another claim: by a pointer where the document has it, else by its id alone."""

from __future__ import annotations

from lxml import etree

from claimkit.export.tei.ids import Ids
from claimkit.export.tei.xml import add


def add_reference(parent: etree._Element, kind: str, claim: str, ids: Ids) -> None:
    """Add a reference to a claim, which may be none of the document's: what was left out keeps its name."""
    add(parent, "ref", claim, type=kind, target=ids.to(("claim", claim)) if ids.has(("claim", claim)) else "")
