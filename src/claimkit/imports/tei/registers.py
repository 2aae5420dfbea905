"""What the annotations point at: people, sources, evidence, links and claims by their ids in the document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from claimkit.imports.tei.anchors import Anchors
from claimkit.imports.tei.body import Body
from claimkit.imports.tei.nodes import NS, XML_ID, content, each, find, first
from claimkit.model.attribution import Source
from claimkit.model.review import Evidence, Reviewer
from claimkit.model.vocabulary import SourceType, Stance

_TYPES = {"person": SourceType.PERSON, "org": SourceType.ORGANIZATION, "place": SourceType.PLACE}
_NAMES = {"person": "persName", "org": "orgName", "place": "placeName"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who worked on the article; ``reviews``: they have a file of reviews."""

    reviewer: Reviewer
    reviews: bool


class Registers:
    """All of them, each read once."""

    def __init__(self, root: etree._Element, body: Body) -> None:
        self.anchors = Anchors(body)
        self.people = dict(_people(root))
        self.sources = dict(_sources(root))
        self.evidence = {str(bibl.get(XML_ID)): _evidence(bibl) for bibl in _listed(root, "listBibl", "bibl")}
        self.annotations = {str(item.get(XML_ID)): item for item in root.iter(f"{NS}annotation")}

    def who(self, element: etree._Element, name: str = "who") -> str:
        """The id of the person that an attribute points to; empty where it points to nobody."""
        pointer = element.get(name, "").removeprefix("#")
        return self.people[pointer].reviewer.id if pointer else ""


def groups(root: etree._Element) -> Iterator[etree._Element]:
    """The lists of annotations, one a claim."""
    path = f"{NS}standOff/{NS}listAnnotation/{NS}listAnnotation"
    return iter(root.findall(path))


def motivated(group: etree._Element, motivation: str) -> Iterator[etree._Element]:
    """The annotations of a claim with a motivation."""
    return (item for item in each(group, "annotation") if item.get("motivation") == motivation)


def _people(root: etree._Element) -> Iterator[tuple[str, Person]]:
    for statement in each(find(root, "teiHeader", "fileDesc", "titleStmt"), "respStmt"):
        reviews = any(task.text == "claim review" for task in each(statement, "resp"))
        for name in ("persName", "name"):
            for element in each(statement, name):
                given = (element.text or "") if name == "persName" else ""
                person = Reviewer(id=str(element.get("n")), name=given)
                yield str(element.get(XML_ID)), Person(reviewer=person, reviews=reviews)


def _listed(root: etree._Element, listing: str, name: str) -> list[etree._Element]:
    return root.findall(f"{NS}standOff/{NS}{listing}/{NS}{name}")


def _sources(root: etree._Element) -> Iterator[tuple[str, Source]]:
    for kind, naming in _NAMES.items():
        for element in _listed(root, f"list{kind.capitalize()}", kind):
            unnamed = element.get("role") == "unnamed"
            named = find(element, naming, "roleName") if unnamed else find(element, naming)
            addresses = (str(pointer.get("target")) for pointer in each(element, "ptr", "sameAs"))
            yield (
                str(element.get(XML_ID)),
                Source(
                    name=named.text or "",
                    type=SourceType.UNNAMED if unnamed else _TYPES[kind],
                    role=content(element, "occupation") or content(element, "note", "role"),
                    same_as=tuple(addresses),
                    unnamed_reason=content(element, "note", "unnamed-reason"),
                ),
            )


def _evidence(bibl: etree._Element) -> Evidence:
    """The page, without what a review makes of it."""
    url = next((str(item.get("target")) for item in each(bibl, "ptr") if not item.get("type")), "")
    archive = first(bibl, "ptr", "archive")
    return Evidence(
        url=url,
        title=content(bibl, "title"),
        stance=Stance.CONTEXT,
        publisher=content(bibl, "publisher"),
        published=content(bibl, "date", "published"),
        accessed=content(bibl, "date", "accessed"),
        archive="" if archive is None else str(archive.get("target")),
        sha256=content(bibl, "idno", "SHA-256"),
    )
