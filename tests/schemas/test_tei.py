"""Our own grammar and rules: each refuses a document that is broken in one way, and takes what we export."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree, isoschematron

from claimkit import schemas
from claimkit.annotations.texts import Texts
from claimkit.export.tei import render
from claimkit.model.article import Sentence
from claimkit.model.vocabulary import Kind, NoClaim
from claimkit.schemas.tei import FILES, Problem, problems, shape_problems
from claimkit.schemas.tei.names import names_of
from claimkit.schemas.tei.rules import Rules
from pahalgam import BACKED, CONFIG, FIRST, KILLED, LINKS, SECOND, TEXT, VIOLATED, article, dossier

NS = {"t": "http://www.tei-c.org/ns/1.0"}
SVRL = "{http://purl.oclc.org/dsdl/svrl}"
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def rendered() -> bytes:
    """An export with a version before it, sentences, derived claims, an edited kind."""
    first = replace(article().text, sha256=article("Old.").text.sha256, length=4)
    present = replace(article().text, since="2025-06-01T08:00:00Z", who="desk")
    sentences = (Sentence(start=0, end=9, no_claim=NoClaim.FRAGMENT),)
    of = replace(article(), text=present, earlier=(first,), sentences=sentences)
    added = (replace(LINKS, derived_from=(KILLED.id,), text_version=2),)
    opinion = replace(FIRST.reviews[3], kind=Kind.OPINION)
    edited = replace(FIRST, added=added, reviews=(*FIRST.reviews[:3], opinion, *FIRST.reviews[4:]))
    other = replace(SECOND, reviews=tuple(replace(review, text_version=2) for review in SECOND.reviews))
    claims = tuple(replace(claim, text_version=2) for claim in (KILLED, VIOLATED, BACKED))
    made = dossier(claims=claims, reviews=(edited, other), of=of)
    ((_, content),) = render(replace(made, texts=Texts("Old.", TEXT)), CONFIG).files.items()
    return content


@pytest.fixture(scope="module")
def tei_all(data: Path) -> etree.RelaxNG:
    """The grammar of all of TEI."""
    return etree.RelaxNG(etree.parse(data / "tei" / "tei_all.rng"))


def one(root: etree._Element, path: str) -> etree._Element:
    found = root.xpath(path, namespaces=NS)
    assert isinstance(found, list)
    assert isinstance(found[0], etree._Element), path
    return found[0]


def put(path: str, name: str, value: str) -> Callable[[etree._Element], None]:
    """Set an attribute of the first element of a path."""
    return lambda root: one(root, path).set(name, value)


def on(motivation: str, tail: str = "") -> str:
    return f"//t:annotation[@motivation='{motivation}']{tail}"


def former() -> etree._Element:
    return etree.fromstring('<note xmlns="http://www.tei-c.org/ns/1.0" type="text" subtype="absent"/>')


BROKEN: dict[str, Callable[[etree._Element], None]] = {
    "stage": put("//t:back/t:div", "corresp", "#article"),
    "earlier": lambda root: one(root, "//t:text").remove(one(root, "//t:back")),
    "words": put(on("identifying"), "target", "#c0a11ed1"),
    "claim-state": put(on("identifying"), "ana", "#kind.fact #kind.opinion"),
    "claim-kind": put(on("identifying"), "ana", "#state.added #state.open"),
    "claim-ana": put(on("identifying"), "ana", "#state.added #kind.fact #how.single"),
    "link-target": put(on("linking"), "target", "#s1"),
    "link-ana": put(on("linking"), "ana", "#quote.direct"),
    "review-target": put(on("assessing"), "target", f"#{VIOLATED.id}"),
    "review-state": put(on("assessing"), "ana", "#verdict.true"),
    "review-disposition": put(on("assessing"), "ana", "#state.disputed"),
    "review-ana": put(on("assessing"), "ana", "#state.open #evid.supports"),
    "review-once": put(on("assessing"), "ana", "#state.open #verdict.true #verdict.false"),
    "decision-target": put(on("moderating"), "target", "#c404"),
    "decision-ana": put(on("moderating"), "ana", "#how.single"),
    "review-last": lambda root: one(root, on("assessing", "//t:change")).append(former()),
    "agent": put("//t:ptr[@type='agent']", "target", "#ev1"),
    "page": put("//t:ref[@type='evidence']", "target", "#person.1"),
    "stance": put("//t:ref[@type='evidence']", "ana", "#verdict.true"),
    "reviewed": put("//t:ptr[@type='review']", "target", "#ev1"),
    "given": put("//t:ptr[@type='chain']", "target", f"#{VIOLATED.id}.a1"),
    "note-ana": put("//t:note[@type='proposed-kind']", "ana", "#how.single"),
    "line-verdict": put("//t:change[@status='published']", "ana", "#how.single"),
    "adder": put("//t:ptr[@type='added']", "target", "#ev1"),
    "former-verdict": put("//t:ptr[@type='former-verdict']", "target", "#how.single"),
    "on-words": put("//t:ref[@type='cue']", "target", "#s404"),
    "other": put("//t:ref[@type='derived-from']", "target", "#s1"),
    "no-claim": put("//t:span", "ana", "#how.single"),
    "who": put("//t:annotation//t:change", "who", "#ev1"),
    "resp": put(on("assessing"), "resp", "#nobody"),
    "ref": put("//t:annotation//t:persName", "ref", "#rev.desk"),
}


def refused(root: etree._Element) -> set[str]:
    """The rules that our Python says are broken."""
    rules = Rules(names_of(root))
    found = list(rules.outside(root))
    for group in root.iterfind("t:standOff/t:listAnnotation/t:listAnnotation", NS):
        found += rules.inside(group)
    return {rule for rule, _ in found}


def schematron(root: etree._Element) -> set[str]:
    """Those that the Schematron says are."""
    rules = isoschematron.Schematron(etree.parse(schemas.folder() / "claimkit.sch"), store_report=True)
    rules.validate(etree.fromstring(etree.tostring(root)))
    assert rules.validation_report is not None
    return {str(item.get("id")) for item in rules.validation_report.getroot().iter(f"{SVRL}failed-assert")}


def test_what_we_export_is_taken(rendered: bytes) -> None:
    root = etree.fromstring(rendered)
    assert problems(root) == []
    assert schematron(root) == set()


@pytest.mark.parametrize("rule", BROKEN)
def test_a_broken_rule_is_found_and_the_schematron_agrees(rule: str, rendered: bytes) -> None:
    root = etree.fromstring(rendered)
    BROKEN[rule](root)
    assert list(shape_problems(root)) == [], "the grammar cannot see it"
    assert rule in refused(root)
    assert refused(root) == schematron(root)
    assert problems(root)[0].line


def test_every_rule_of_the_schematron_is_broken_here_once() -> None:
    rules = etree.parse(schemas.folder() / "claimkit.sch").iter("{http://purl.oclc.org/dsdl/schematron}assert")
    assert {str(rule.get("id")) for rule in rules} - set(BROKEN) == {"space", "nested", "length"}, "seen elsewhere"


SHAPES: dict[str, tuple[str, str]] = {
    "an unknown element": ("<langUsage>", "<langUsage><note/>"),
    "an unknown motivation": ('motivation="assessing"', 'motivation="tagging"'),
    "a seg in a seg": ('<seg xml:id="s1">', '<seg xml:id="s1"><seg xml:id="x">a</seg>'),
    "no xml:space": (' xml:space="preserve"', ""),
    "words between blocks": ("</p>\n<p", "</p>and<p"),
    "confidence above 1": ('cert="0.8"', 'cert="1.8"'),
    "a status of another list": ('status="done"', 'status="final"'),
    "an address that is none": ('<ptr target="https:', '<ptr target="javascript:'),
    "a digest that is none": ('type="SHA-256">', 'type="SHA-256">x'),
    "a date that is none": ('when="2026-', 'when="2026-13-'),
    "no claim's words": ('target="#s1', 'target="s1'),
}


@pytest.mark.parametrize("what", SHAPES)
def test_what_is_not_shaped_so_is_refused(what: str, rendered: bytes) -> None:
    old, new = SHAPES[what]
    assert old.encode() in rendered
    found = problems(etree.fromstring(rendered.replace(old.encode(), new.encode(), 1)))
    assert found


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("26 civilians", "27 civilians", "not the one of which the header gives the SHA-256"),
        ("reiterated its concern", "reite\u0301rated its concern", "not the one of which"),
        ("</p>\n<p", "</p>\n  <p", "not the one of which"),
        (">Old.</ab>", ">New.</ab>", "not the one of which"),
        ('quantity="4"', 'quantity="5"', "not the length"),
        ('<span n="0-9"', '<span n="9-0"', "outside of the text"),
    ],
)
def test_an_altered_text_is_found(rendered: bytes, old: str, new: str, words: str) -> None:
    assert old.encode() in rendered
    found: list[Problem] = problems(etree.fromstring(rendered.replace(old.encode(), new.encode(), 1)))
    assert words in found[0].message


def test_the_odd_is_tei(tei_all: etree.RelaxNG) -> None:
    assert tei_all.validate(etree.parse(ROOT / "schemas" / "claimkit.odd")), str(tei_all.error_log)


def test_the_odd_speaks_of_every_element_of_the_grammar_and_no_other() -> None:
    grammar = etree.parse(ROOT / "schemas" / "claimkit.rng")
    written = {str(item.get("name")) for item in grammar.iter("{http://relaxng.org/ns/structure/1.0}element")}
    odd = etree.parse(ROOT / "schemas" / "claimkit.odd")
    named = {str(item.get("ident")) for item in odd.iter("{http://www.tei-c.org/ns/1.0}elementSpec")}
    assert named == written


@pytest.mark.parametrize("name", FILES)
def test_the_schemas_lie_where_the_package_finds_them(name: str) -> None:
    assert (schemas.folder() / name).is_file()
