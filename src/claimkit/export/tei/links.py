"""Attribution: one annotation a link, each on the next one inwards."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest

from lxml import etree

from claimkit.export.dates import temporal
from claimkit.export.tei.entries import Chain
from claimkit.export.tei.places import Places, add_as_written
from claimkit.export.tei.registers import source_key
from claimkit.export.tei.xml import add, add_note
from claimkit.model.attribution import Link
from claimkit.model.spans import Anchor


def add_chain(parent: etree._Element, claim: str, chain: Chain, before: int, places: Places) -> None:
    """Add the links of a chain, outermost first; each targets the next inwards, and the innermost the claim.

    That the US said that India said something does not make it the US's claim, so the outer link may not target it.
    """
    ids = places.ids
    numbers = range(before + 1, before + 1 + len(chain.links))
    names = [ids.of(("link", claim, number), f"{ids.of(('claim', claim))}.a{number}") for number in numbers]
    targets = [*names[1:], ids.of(("claim", claim))]
    for link, written, name, target in zip(chain.links, chain.written, names, targets, strict=True):
        annotation = add(
            parent,
            "annotation",
            xml_id=name,
            motivation="linking",
            target=f"#{target}",
            ana=ids.to(("quote", link.mode), ("chain", "in-force" if chain.in_force else "set-aside")),
            resp=ids.to(("person", chain.reviewer)) if chain.reviewer else "",
        )
        add(annotation, "ptr", type="agent", target=ids.to(source_key(link.source)))
        for kind, shown, wanted in zip_longest(_KINDS, _single(link), _single(written)):
            places.add_each(annotation, kind, shown, wanted)
        places.add(annotation, "content", link.content, written.content)
        _circumstances(annotation, link)


def add_former_links(parent: etree._Element, chain: Iterable[Link], places: Places) -> None:
    """Add the links of a chain that a reviewer once gave, as notes: nothing of them is in force."""
    ids = places.ids
    for link in chain:
        note = add(parent, "note", type="link", ana=ids.to(("quote", link.mode)))
        add(note, "ptr", type="agent", target=ids.to(source_key(link.source)))
        for kind, anchors in zip((*_KINDS, "content"), (*_single(link), link.content), strict=True):
            add_as_written(note, kind, anchors)
        _circumstances(note, link)


_KINDS = ("source", "cue")


def _single(link: Link) -> tuple[tuple[Anchor, ...], tuple[Anchor, ...]]:
    return (link.source.anchor,) if link.source.anchor else (), (link.cue,) if link.cue else ()


def _circumstances(parent: etree._Element, link: Link) -> None:
    add_note(parent, "medium", link.medium)
    if link.date_said:
        add(add(parent, "note", type="said"), "date", link.date_said, when=temporal(link.date_said))
