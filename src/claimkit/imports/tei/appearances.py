"""Where a claim first appeared, out of its note."""

from __future__ import annotations

from lxml import etree

from claimkit.imports.tei.nodes import content, each, find
from claimkit.model.review import Appearance


def appearance_of(note: etree._Element) -> Appearance:
    """The page."""
    bibl = find(note, "bibl")
    addresses = {pointer.get("type", ""): pointer.get("target", "") for pointer in each(bibl, "ptr")}
    return Appearance(
        url=addresses.get("", ""),
        title=content(bibl, "title"),
        publisher=content(bibl, "publisher"),
        published=content(bibl, "date", "published"),
        archive=addresses.get("archive", ""),
    )
