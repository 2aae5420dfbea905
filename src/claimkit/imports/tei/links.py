"""Attribution: a link out of its annotation, or out of a note of it."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from claimkit.imports.tei.nodes import categories, content, find, first, pointers
from claimkit.imports.tei.registers import Registers
from claimkit.model.attribution import Link
from claimkit.model.vocabulary import Mode


def link_of(element: etree._Element, registers: Registers) -> Link:
    """The link that an annotation, or a note of type ``link``, is about."""
    (agent,) = pointers(find(element, "ptr"))
    anchors, said = registers.anchors, first(element, "note", "said")
    return Link(
        source=replace(registers.sources[agent], anchor=next(iter(anchors.apart(element, "source")), None)),
        cue=next(iter(anchors.apart(element, "cue")), None),
        content=anchors.together(element, "content"),
        mode=Mode(categories(element)["quote"]),
        medium=content(element, "note", "medium"),
        date_said="" if said is None else content(said, "date"),
    )
