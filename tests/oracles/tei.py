"""TEI documents against tei_all (RELAX NG by libxml2, Schematron by Saxon), and their own pointers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lxml import etree, isoschematron

from oracles.schematron import failures

_TEI = {"tei": "http://www.tei-c.org/ns/1.0"}
_SVRL = "{http://purl.oclc.org/dsdl/svrl}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"


def tei_problems(xml: bytes, data: Path) -> list[str]:
    """What is wrong with one TEI document."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        document = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        return [str(error)]
    problems = grammar_problems(document, data / "tei" / "tei_all.rng")
    problems += failures(xml, data / "tei" / "tei_all.isosch")
    return [*problems, *_pointers(document), *_targets(document), *_digest(document)]


def grammar_problems(document: etree._Element, grammar: Path) -> list[str]:
    """What libxml2 has against a document by a RELAX NG grammar."""
    schema = _loaded(grammar)
    return [] if schema.validate(document) else [str(item) for item in schema.error_log]


def rule_problems(document: etree._Element, rules: Path) -> list[str]:
    """What lxml's Schematron has against a document, each with the id of the rule that it breaks."""
    schema = _compiled(rules)
    # A document that was changed in memory knows its ids only once it is parsed again.
    schema.validate(etree.fromstring(etree.tostring(document)))
    assert schema.validation_report is not None
    failed = schema.validation_report.getroot().iter(f"{_SVRL}failed-assert")
    return [f"{item.get('id')}: {''.join(item.itertext()).strip()}" for item in failed]


@cache
def _loaded(grammar: Path) -> etree.RelaxNG:
    """The grammar; libxml2 takes 7 to 9 seconds to load tei_all."""
    return etree.RelaxNG(etree.parse(grammar))


@cache
def _compiled(rules: Path) -> isoschematron.Schematron:
    return isoschematron.Schematron(etree.parse(rules), store_report=True)


def _pointers(document: etree._Element) -> Iterator[str]:
    """tei_all lets a pointer dangle."""
    known = {str(element.get(_ID)) for element in document.iter("*") if element.get(_ID)}
    for element in document.iter("*"):
        for name in ("target", "ana", "resp", "ref", "who", "corresp"):
            for pointer in str(element.get(name, "")).split():
                if pointer.startswith("#") and pointer[1:] not in known:
                    yield f"{_kind(element)}/@{name} points to {pointer}, which is not there"


def _targets(document: etree._Element) -> Iterator[str]:
    """What the encoding demands and no schema of others knows: who may point at what."""
    kinds = {f"#{element.get(_ID)}": _kind(element) for element in document.iter("*") if element.get(_ID)}
    allowed = {
        "identifying": {"seg"},
        "linking": {"identifying", "linking"},
        "assessing": {"identifying"},
        "moderating": {"identifying"},
    }
    for annotation in document.iterfind(".//tei:annotation", _TEI):
        motivation = str(annotation.get("motivation"))
        wrong = {kinds.get(target, "") for target in str(annotation.get("target")).split()} - allowed[motivation]
        if wrong:
            yield f"{annotation.get(_ID)} is {motivation} and targets {sorted(wrong)}"
        categories = {kinds.get(pointer, "") for pointer in str(annotation.get("ana", "")).split()} - {"category"}
        if categories:
            yield f"{annotation.get(_ID)}/@ana points to {sorted(categories)}"


def _kind(element: etree._Element) -> str:
    return str(element.get("motivation") or etree.QName(element).localname)


def _digest(document: etree._Element) -> Iterator[str]:
    """Only the digest catches text that was altered, re-indented or re-accented."""
    text = "".join(document.find(".//tei:body", _TEI).itertext())  # type: ignore[union-attr]
    stated = document.findtext(".//tei:sourceDesc//tei:idno[@type='SHA-256']", None, _TEI)
    if hashlib.sha256(text.encode("utf-8")).hexdigest() != stated:
        yield "the body is not the text whose digest the header gives"
    measure = document.find(".//tei:extent/tei:measure", _TEI)
    if measure is None or measure.get("quantity") != str(len(text)):
        yield "the body has not the length that the header gives"
