"""What claims and reviews point at outside of the text: the sources who say things, and the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml import etree

from claimkit.export.dates import temporal
from claimkit.export.tei.entries import Entry
from claimkit.export.tei.ids import Ids
from claimkit.export.tei.layers import former_evidence, former_links
from claimkit.export.tei.xml import add
from claimkit.model.attribution import Link, Source
from claimkit.model.review import Evidence
from claimkit.model.vocabulary import SourceType, Stance

_LISTS = {"listPerson": ("person", "persName"), "listOrg": ("org", "orgName"), "listPlace": ("place", "placeName")}
_LIST_OF = {
    SourceType.PERSON: "listPerson",
    SourceType.UNNAMED: "listPerson",
    SourceType.ORGANIZATION: "listOrg",
    SourceType.PLACE: "listPlace",
}


def source_key(source: Source) -> Source:
    """The source as such, wherever it is named."""
    return replace(source, anchor=None)


def evidence_key(evidence: Evidence) -> Evidence:
    """The page as such, without what a reviewer makes of it and under which name they keep it."""
    return replace(evidence, stance=Stance.CONTEXT, capture="", quote="", note="")


def add_sources(parent: etree._Element, entries: Iterable[Entry], ids: Ids) -> None:
    """Add the sources, each once, as listPerson, listOrg and listPlace, in the order in which claims name them."""
    sources = list(dict.fromkeys(source_key(link.source) for entry in entries for link in _links(entry)))
    for list_name in _LISTS:
        here = [source for source in sources if _LIST_OF[source.type] == list_name]
        if not here:  # an empty list is invalid
            continue
        element = add(parent, list_name, type="sources")
        for source in here:
            _source(element, list_name, source, ids)


def _links(entry: Entry) -> Iterator[Link]:
    """All the claim's links, those that reviews have no longer too."""
    yield from (link for chain in entry.chains for link in chain.links)
    yield from (link for _, review in entry.reviews for link in former_links(review))


def _source(parent: etree._Element, list_name: str, source: Source, ids: Ids) -> None:
    """One source. Who is unnamed has no persName but a roleName in it: "officials" is no proper noun."""
    entry, naming = _LISTS[list_name]
    unnamed = source.type is SourceType.UNNAMED
    name = ids.of(source, f"{entry}.{len(parent) + 1}")
    element = add(parent, entry, xml_id=name, role="unnamed" if unnamed else "")
    if unnamed:
        add(add(element, naming), "roleName", source.name)
    else:
        add(element, naming, source.name)
    if source.role and entry == "person":
        add(element, "occupation", source.role)
    if source.role and entry != "person":
        add(element, "note", source.role, type="role")
    if source.unnamed_reason:
        add(element, "note", source.unnamed_reason, type="unnamed-reason")
    for address in source.same_as:
        add(element, "ptr", type="sameAs", target=address)


def add_evidence(parent: etree._Element, entries: Iterable[Entry], ids: Ids) -> None:
    """Add the evidence of all reviews, each page once as it was seen and titled, as reviews first name it."""
    reviews = [review for entry in entries for _, review in entry.reviews]
    cited = (evidence for review in reviews for evidence in (*review.evidence, *former_evidence(review)))
    found = list(dict.fromkeys(evidence_key(evidence) for evidence in cited))
    if not found:
        return
    listing = add(parent, "listBibl", type="evidence")
    for number, evidence in enumerate(found, start=1):
        _bibl(add(listing, "bibl", xml_id=ids.of(evidence, f"ev{number}")), evidence)


def _bibl(bibl: etree._Element, evidence: Evidence) -> None:
    add(bibl, "title", evidence.title)
    if evidence.publisher:
        add(bibl, "publisher", evidence.publisher)
    for kind, date in (("published", evidence.published), ("accessed", evidence.accessed)):
        if date:
            add(bibl, "date", date, type=kind, when=temporal(date))
    add(bibl, "ptr", target=evidence.url)
    if evidence.archive:
        add(bibl, "ptr", type="archive", target=evidence.archive)
    if evidence.sha256:
        add(bibl, "idno", evidence.sha256, type="SHA-256")
