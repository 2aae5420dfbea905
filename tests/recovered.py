"""Reading back what a TEI export says of the text, by the encoding's own rules and none of the exporter's code."""

from __future__ import annotations

from lxml import etree

_TEI = {"tei": "http://www.tei-c.org/ns/1.0"}
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def text_of(xml: bytes) -> str:
    """The article's text: the string value of body."""
    return "".join(_body(etree.fromstring(xml, _PARSER)).itertext())


def offsets_of(xml: bytes) -> dict[str, set[int]]:
    """The code points that each claim and each ``ref`` of its links lies on, by claim id and ``link id/type``."""
    document = etree.fromstring(xml, _PARSER)
    segs = _segs(_body(document))
    found = {}
    for annotation in document.iterfind(".//tei:annotation", _TEI):
        name = str(annotation.get(_ID))
        if annotation.get("motivation") == "identifying":
            found[annotation.get("n") or name] = _offsets(annotation, segs)
        for kind in ("source", "cue", "content"):
            for pointer in annotation.iterfind(f"*[@type='{kind}']"):
                if pointer.get("target"):  # what stands as written only has offsets, in its own text
                    found[f"{name}/{kind}"] = _offsets(pointer, segs)
    return found


def _body(document: etree._Element) -> etree._Element:
    body = document.find("tei:text/tei:body", _TEI)
    assert body is not None
    return body


def _segs(body: etree._Element) -> dict[str, range]:
    """Each seg's offsets: the length of the text before it, and its own."""
    segs, position = {}, 0
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            length = len(element.text or "")
            if element.get(_ID) and etree.QName(element).localname == "seg":
                segs[f"#{element.get(_ID)}"] = range(position, position + length)
            position += length
        elif element is not body:
            position += len(element.tail or "")
    return segs


def _offsets(element: etree._Element, segs: dict[str, range]) -> set[int]:
    return {offset for target in str(element.get("target")).split() for offset in segs[target]}
