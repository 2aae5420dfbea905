"""Finding one's way in a TEI tree that was checked before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from claimkit.errors import DataError

NS = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def each(parent: etree._Element, name: str, kind: str = "", subtype: str | None = None) -> Iterator[etree._Element]:
    """The children of a name, and of a type and subtype where these are given."""
    for child in parent.iterchildren(f"{NS}{name}"):
        if (not kind or child.get("type") == kind) and (subtype is None or child.get("subtype", "") == subtype):
            yield child


def find(parent: etree._Element, *names: str) -> etree._Element:
    """The first descendant by a path of names; raises :class:`DataError` where there is none."""
    found = parent.find("/".join(f"{NS}{name}" for name in names))
    if found is None:
        raise DataError(f"there is no {'/'.join(names)}", line=parent.sourceline, remedy="export it again")
    return found


def first(parent: etree._Element, name: str, kind: str = "", subtype: str | None = None) -> etree._Element | None:
    """The first of :func:`each`."""
    return next(each(parent, name, kind, subtype), None)


def content(parent: etree._Element, name: str, kind: str = "") -> str:
    """The text of the first such child, empty where there is none."""
    child = first(parent, name, kind)
    return "" if child is None else child.text or ""


def pointers(element: etree._Element, name: str = "target") -> list[str]:
    """The ids that an attribute points to."""
    return [pointer.removeprefix("#") for pointer in element.get(name, "").split()]


def categories(element: etree._Element) -> dict[str, str]:
    """What ``@ana`` says, by taxonomy. An underscore before an id only keeps it apart from a claim's."""
    names = (pointer.lstrip("_").partition(".") for pointer in pointers(element, "ana"))
    return {taxonomy: item for taxonomy, _, item in names}


def dated(element: etree._Element, name: str = "when") -> str:
    """When it was: the attribute, or the date in it, where the calendar has no such day."""
    return element.get(name) or content(element, "date")


def offsets(element: etree._Element) -> tuple[int, int]:
    """``@n`` as a start and an end, in code points."""
    found = re.fullmatch(r"(\d{1,9})-(\d{1,9})", element.get("n", ""))
    if not found:
        raise DataError("the offsets in @n are none", line=element.sourceline, remedy="export it again")
    return int(found[1]), int(found[2])


def place(element: etree._Element) -> int:
    """``@n`` as a place in a list, from 1; 0 where there is none."""
    return int(element.get("n") or 0)
