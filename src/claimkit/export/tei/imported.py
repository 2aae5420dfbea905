"""Where an imported review comes from."""

from __future__ import annotations

from lxml import etree

from claimkit.export.tei.xml import add, add_note
from claimkit.model.review import Origin


def add_import(note: etree._Element, origin: Origin) -> None:
    """Add the format, the name there, the digest of the file, the page and the licence to a note."""
    add(note, "idno", origin.format, type="format")
    if origin.id:
        add(note, "idno", origin.id, type="id")
    add(note, "idno", origin.sha256, type="SHA-256")
    if origin.url:
        add(note, "ptr", type="page", target=origin.url)
    add_note(note, "licence", origin.licence)
