"""Where an imported review comes from, out of its note."""

from __future__ import annotations

from lxml import etree

from claimkit.imports.tei.nodes import content, first
from claimkit.model.review import Origin


def origin_of(note: etree._Element) -> Origin:
    """The format, the name there, the page, the digest of the file and the licence."""
    page = first(note, "ptr", "page")
    return Origin(
        format=content(note, "idno", "format"),
        id=content(note, "idno", "id"),
        url="" if page is None else page.get("target", ""),
        sha256=content(note, "idno", "SHA-256"),
        licence=content(note, "note", "licence"),
    )
