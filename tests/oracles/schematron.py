"""Schematron with the xslt2 binding, as much of it as tei_all.isosch uses, compiled to XSLT 3 for Saxon.

SchXslt, which would do this, is not on PyPI; lxml's isoschematron knows XSLT 1 only. The rules are the TEI Consortium's.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree
from saxonche import PySaxonProcessor

_SCH = "{http://purl.oclc.org/dsdl/schematron}"
_XSL = "http://www.w3.org/1999/XSL/Transform"
_MILD = {"nonfatal", "warning", "information", "info"}


def failures(xml: bytes, schema: Path) -> list[str]:
    """The messages of the asserts that fail and the reports that hold, other than mere warnings."""
    processor, stylesheet = _compiled(schema)
    result = stylesheet.transform_to_string(xdm_node=processor.parse_xml(xml_text=xml.decode("utf-8")))
    return [" ".join("".join(item.itertext()).split()) for item in etree.fromstring(result.encode())]


@cache
def _compiled(schema: Path) -> tuple[Any, Any]:
    processor = PySaxonProcessor(license=False)
    stylesheet = etree.tostring(_stylesheet(etree.parse(schema).getroot()), encoding="unicode")
    return processor, processor.new_xslt30_processor().compile_stylesheet(stylesheet_text=stylesheet)


def _stylesheet(schema: etree._Element) -> etree._Element:
    """One mode for each pattern, since a node is tried against every pattern, and in each meets its first rule only."""
    spaces = {str(item.get("prefix")): str(item.get("uri")) for item in schema.iter(f"{_SCH}ns")}
    sheet = etree.Element(f"{{{_XSL}}}stylesheet", nsmap=spaces | {"xsl": _XSL}, version="3.0")
    start = _xsl(sheet, "template", match="/")
    failed = etree.SubElement(start, "failed")
    for number, pattern in enumerate(schema.iter(f"{_SCH}pattern")):
        mode = f"pattern{number}"
        _xsl(failed, "apply-templates", select="/", mode=mode)
        _xsl(sheet, "mode", name=mode, **{"on-no-match": "shallow-skip"})
        for place, rule in enumerate(pattern.iter(f"{_SCH}rule")):
            _rule(_xsl(sheet, "template", match=str(rule.get("context")), mode=mode, priority=str(1000 - place)), rule)
    return sheet


def _rule(template: etree._Element, rule: etree._Element) -> None:
    for item in rule:
        test = str(item.get("test"))
        if item.tag == f"{_SCH}let":
            _xsl(template, "variable", name=str(item.get("name")), select=str(item.get("value")))
        elif item.get("role") not in _MILD and item.tag in {f"{_SCH}assert", f"{_SCH}report"}:
            wrong = f"not({test})" if item.tag == f"{_SCH}assert" else test
            failure = etree.SubElement(_xsl(template, "if", test=wrong), "failure")
            _xsl(failure, "value-of", select="name()")
            _xsl(failure, "text").text = ": " + " ".join("".join(item.itertext()).split())
    _xsl(template, "apply-templates", select="@*|node()", mode="#current")


def _xsl(parent: etree._Element, name: str, /, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{_XSL}}}{name}", attributes)
