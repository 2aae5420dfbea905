"""The rules of our TEI: a grammar, then what no grammar can say, then that the texts are those which the header proves.

What is not shaped as it should be, no later rule can speak of, so each of the three runs only where the one before is
content. That no id stands twice, the parser holds. The grammar loads in milliseconds; tei_all takes eight seconds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from lxml import etree

from claimkit import schemas
from claimkit.schemas.tei.names import NS, names_of
from claimkit.schemas.tei.rules import Broken, Rules

FILES = ("claimkit.odd", "claimkit.rng", "claimkit.sch")
_RNG = "{http://relaxng.org/ns/structure/1.0}"
_SCH = "{http://purl.oclc.org/dsdl/schematron}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong, in words, and on which line of the file, where that is known."""

    message: str
    line: int | None = None


def problems(root: etree._Element) -> list[Problem]:
    """What in a whole document breaks the encoding: all faults of the first kind that has any."""
    return list(shape_problems(root)) or list(_meaning(root)) or list(text_problems(root))


def shape_problems(tree: etree._Element, start: str = "TEI") -> Iterator[Problem]:
    """What in a tree breaks the grammar, from one of its definitions on: TEI, or claim for the annotations on one."""
    grammar = _grammar(start)
    if not grammar.validate(tree):
        for error in grammar.error_log:
            yield Problem(message=error.message, line=error.line or None)


def explained(broken: Iterable[Broken]) -> Iterator[Problem]:
    """Broken rules in the words of the Schematron."""
    for rule, element in broken:
        yield Problem(message=_wordings()[rule], line=element.sourceline)


def text_problems(root: etree._Element) -> Iterator[Problem]:
    """Where a text is not the one of which the header has the digest: altered, indented anew, accented otherwise."""
    article = _found(root, "teiHeader/fileDesc/sourceDesc/bibl")
    stages = _found(root, "teiHeader/profileDesc/creation/listChange/change")
    (body,), earlier = _found(root, "text/body"), _found(root, "text/back/div/ab")
    for text, record in [(body, article[0]), *zip([*earlier, body], stages, strict=False)]:
        content = "".join(text.itertext())
        if hashlib.sha256(content.encode("utf-8")).hexdigest() != record.findtext(f"{NS}idno"):
            message = "a text is not the one of which the header gives the SHA-256: somebody altered it"
            yield Problem(message=message, line=text.sourceline)
        if any(item.get("quantity") != str(len(content)) for item in record.iterfind(f"{NS}measure")):
            yield Problem(message="a text has not the length that the header gives", line=text.sourceline)
    yield from _lengths(root, len("".join(body.itertext())))


def _lengths(root: etree._Element, length: int) -> Iterator[Problem]:
    for measure in _found(root, "teiHeader/fileDesc/extent/measure"):
        if measure.get("quantity") != str(length):
            yield Problem(message=_wordings()["length"], line=measure.sourceline)
    for span in _found(root, "standOff/spanGrp/span"):
        start, _, end = span.get("n", "").partition("-")
        if not int(start) <= int(end) <= length:
            yield Problem(message="a sentence lies outside of the text", line=span.sourceline)


def _meaning(root: etree._Element) -> Iterator[Problem]:
    rules = Rules(names_of(root))
    yield from explained(rules.outside(root))
    for group in _found(root, "standOff/listAnnotation/listAnnotation"):
        yield from explained(rules.inside(group))


def _found(root: etree._Element, path: str) -> list[etree._Element]:
    return root.findall("/".join(f"{NS}{name}" for name in path.split("/")))


@cache
def _grammar(start: str) -> etree.RelaxNG:
    grammar = etree.parse(schemas.folder() / "claimkit.rng")
    reference = grammar.find(f"{_RNG}start/{_RNG}ref")
    if reference is not None:
        reference.set("name", start)
    return etree.RelaxNG(grammar)


@cache
def _wordings() -> dict[str, str]:
    """What each rule says, by its id."""
    schema = etree.parse(schemas.folder() / "claimkit.sch")
    return {str(item.get("id")): " ".join((item.text or "").split()) for item in schema.iter(f"{_SCH}assert")}
