"""Where a claim first appeared, as a reviewer asserts it."""

from __future__ import annotations

from lxml import etree

from claimkit.export.dates import temporal
from claimkit.export.tei.xml import add
from claimkit.model.review import Appearance


def add_appearance(note: etree._Element, page: Appearance) -> None:
    """Add the page to a note."""
    bibl = add(note, "bibl")
    for name, text in (("title", page.title), ("publisher", page.publisher)):
        if text:
            add(bibl, name, text)
    if page.published:
        add(bibl, "date", page.published, type="published", when=temporal(page.published))
    add(bibl, "ptr", target=page.url)
    if page.archive:
        add(bibl, "ptr", type="archive", target=page.archive)
