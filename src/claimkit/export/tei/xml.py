"""Making TEI elements, and writing them without touching the article's white space. All text goes through lxml."""

from __future__ import annotations

import re

from lxml import etree

from claimkit.errors import RefusalError

NS = "http://www.tei-c.org/ns/1.0"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_TEI_ALL = "http://www.tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng"
_PROLOGUE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    f'<?xml-model href="{_TEI_ALL}" type="application/xml" schematypens="http://relaxng.org/ns/structure/1.0"?>\n'
    f'<?xml-model href="{_TEI_ALL}" type="application/xml" schematypens="http://purl.oclc.org/dsdl/schematron"?>\n'
)
# XML 1.0 (fifth edition), production 2: everything else is no Char, not even as a reference.
_NO_CHAR = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def root(name: str = "TEI") -> etree._Element:
    """An empty TEI document, or an empty part of one."""
    return etree.Element(f"{{{NS}}}{name}", nsmap={None: NS})


def add(parent: etree._Element, name: str, text: str = "", /, **attributes: str) -> etree._Element:
    """A new last child of ``parent``, with the attributes that are not empty.

    ``xml_id``, ``xml_lang`` and ``xml_space`` stand for ``xml:id`` and so on. Raises :class:`RefusalError` where the
    text or an attribute holds what XML cannot.
    """
    given = {_ATTRIBUTES.get(key, key): value for key, value in attributes.items() if value}
    try:  # lxml refuses what XML cannot hold, though not in words that help; to ask first takes as long as to make it
        element = etree.SubElement(parent, f"{{{NS}}}{name}", given)
        if text:
            element.text = text
    except ValueError:
        for key, value in given.items():
            legal(value, f"{name}/@{key}")
        legal(text, name)
        raise
    return element


def add_note(parent: etree._Element, kind: str, text: str, **attributes: str) -> None:
    """Add a note of a kind, if there is any text."""
    if text:
        add(parent, "note", text, type=kind, **attributes)


def legal(text: str, what: str) -> str:
    """``text``; raises :class:`RefusalError` with the offset of the first code point that XML cannot hold."""
    if found := _NO_CHAR.search(text):
        raise RefusalError(
            f"the {what} holds U+{ord(found[0]):04X} at offset {found.start()}, which XML cannot hold",
            remedy="take it out, and split the article again where it stands in the text",
        )
    return text


def written(document: etree._Element) -> bytes:
    """The document with its declaration. Attributes stand in the order in which they were set."""
    body = etree.tostring(document, encoding="UTF-8", xml_declaration=False)
    return _PROLOGUE.encode() + body + b"\n"


def indent(element: etree._Element, level: int = 0) -> etree._Element:
    """The element itself, with each child on a line of its own, two spaces a level.

    Not so where text may stand beside it, and not in body; lxml's own ``indent`` and ``pretty_print`` heed neither.
    """
    children = list(element)
    if not children or element.tag in _MIXED or element.get(XML_SPACE) == "preserve":
        return element
    element.text = "\n" + "  " * (level + 1)
    for child in children:
        indent(child, level + 1)
        child.tail = element.text
    children[-1].tail = "\n" + "  " * level
    return element


_MIXED = {f"{{{NS}}}{name}" for name in ("catDesc", "change", "note", "p", "persName", "ref")}
"""Of what we write with children, the elements in which white space would be text."""

_ATTRIBUTES = {"xml_id": XML_ID, "xml_lang": XML_LANG, "xml_space": XML_SPACE}
