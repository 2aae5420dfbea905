"""The rules of our TEI: a grammar, then what no grammar can say, then that the texts are those which the header proves.

What is not shaped as it should be, no later rule can speak of, so each of the three runs only where the one before is
content. That no id stands twice, the parser holds. Both schemas are our own, and load in milliseconds, where tei_all
takes eight seconds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lxml import etree, isoschematron

from claimkit import schemas

_TEI = {"t": "http://www.tei-c.org/ns/1.0"}
_SVRL = "{http://purl.oclc.org/dsdl/svrl}"
FILES = ("claimkit.odd", "claimkit.rng", "claimkit.sch")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong, in words, and on which line of the file, where that is known."""

    message: str
    line: int | None = None


def problems(root: etree._Element) -> list[Problem]:
    """What in a document breaks the encoding: all faults of the first kind that has any."""
    return list(_shape(root)) or list(_meaning(root)) or list(_texts(root))


@cache
def _grammar() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(schemas.folder() / "claimkit.rng"))


@cache
def _rules() -> isoschematron.Schematron:
    return isoschematron.Schematron(etree.parse(schemas.folder() / "claimkit.sch"), store_report=True)


def _shape(root: etree._Element) -> Iterator[Problem]:
    grammar = _grammar()
    if not grammar.validate(root):
        for error in grammar.error_log:
            yield Problem(message=error.message, line=error.line)


def _meaning(root: etree._Element) -> Iterator[Problem]:
    rules = _rules()
    if rules.validate(root):
        return
    for failed in rules.validation_report.getroot().iter(f"{_SVRL}failed-assert"):
        place = root.xpath(str(failed.get("location")))
        line = place[0].sourceline if isinstance(place, list) and isinstance(place[0], etree._Element) else None
        yield Problem(message=" ".join("".join(failed.itertext()).split()), line=line)


def _texts(root: etree._Element) -> Iterator[Problem]:
    """Only a digest tells that a text was altered, indented anew or accented otherwise."""
    stages = root.findall("t:teiHeader/t:profileDesc/t:creation/t:listChange/t:change", _TEI)
    earlier = root.findall("t:text/t:back/t:div/t:ab", _TEI)
    article = root.findall("t:teiHeader/t:fileDesc/t:sourceDesc/t:bibl", _TEI)
    body = root.findall("t:text/t:body", _TEI)
    for text, record in [*zip([*earlier, *body], stages, strict=False), (body[0], article[0])]:
        stated = record.findtext("t:idno[@type='SHA-256']", None, _TEI)
        content = "".join(text.itertext())
        if hashlib.sha256(content.encode("utf-8")).hexdigest() != stated:
            message = "a text is not the one of which the header gives the SHA-256: somebody altered it"
            yield Problem(message=message, line=text.sourceline)
        quantity = record.findtext("t:measure", None, _TEI)
        if quantity is not None and record.find("t:measure", _TEI).get("quantity") != str(len(content)):  # type: ignore[union-attr]
            yield Problem(message="a text has not the length that the header gives", line=text.sourceline)
    yield from _offsets(root, len("".join(body[0].itertext())))


def _offsets(root: etree._Element, length: int) -> Iterator[Problem]:
    for span in root.iterfind("t:standOff/t:spanGrp/t:span", _TEI):
        start, _, end = span.get("n", "").partition("-")
        if not int(start) <= int(end) <= length:
            yield Problem(message="a sentence lies outside of the text", line=span.sourceline)
