"""What each id of a document stands for, as far as the rules ask."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

NS = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_ROLES = {
    ("persName", "respStmt"): "worker",
    ("name", "respStmt"): "worker",
    ("person", "listPerson"): "source",
    ("org", "listOrg"): "source",
    ("place", "listPlace"): "source",
    ("bibl", "listBibl"): "page",
}
"""What an element is by its parent, where the rules ask for that."""


@dataclass(frozen=True, slots=True)
class Named:
    """One thing: what it is, the id of the claim that it belongs to, who is responsible, and the stage's number."""

    kind: str
    claim: str = ""
    resp: str = ""
    n: str = ""


NOTHING = Named("")
Names = dict[str, Named]


def names_of(tree: etree._Element) -> Names:
    """All that has an id in a tree. Categories are ``category:`` and their taxonomy, annotations their motivation."""
    found: Names = {}
    for element in tree.iter(etree.Element):
        if name := element.get(XML_ID):
            found[name] = _named(element)
    return found


def names_in(group: etree._Element) -> Names:
    """Those of the annotations on one claim: nothing else in them has an id."""
    return {str(item.get(XML_ID)): _named(item) for item in group}


def claim_of(group: etree._Element) -> str:
    """The id of the claim whose annotations the group holds."""
    return str(group[0].get(XML_ID))


def _named(element: etree._Element) -> Named:
    kind, parent = str(element.tag).removeprefix(NS), element.getparent()
    above = "" if parent is None else str(parent.tag).removeprefix(NS)
    if parent is None or kind == "seg":
        return Named(kind)
    if kind == "annotation":
        return Named(str(element.get("motivation")), claim_of(parent), element.get("resp", ""))
    if kind == "category":
        return Named(f"category:{str(parent.get(XML_ID)).replace('_', '')}", resp=str(element.get(XML_ID)))
    if above == "listChange":
        return Named("stage", n=element.get("n", ""))
    return Named(_ROLES.get((kind, above), kind))
