"""Our own grammar and rules: each refuses a document that is broken in one way, and takes what we export."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from broken.tei import NS, RULES, SEEN_ELSEWHERE, SHAPES, sound
from claimkit import schemas
from claimkit.schemas.tei import FILES, Problem, problems, shape_problems
from claimkit.schemas.tei.names import names_of
from claimkit.schemas.tei.rules import Rules
from oracles.tei import rule_problems

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def rendered() -> bytes:
    """An export with all that a rule is about."""
    return sound()


@pytest.fixture(scope="module")
def tei_all(data: Path) -> etree.RelaxNG:
    """The grammar of all of TEI."""
    return etree.RelaxNG(etree.parse(data / "tei" / "tei_all.rng"))


def refused(root: etree._Element) -> set[str]:
    """The rules that our Python says are broken."""
    rules = Rules(names_of(root))
    found = list(rules.outside(root))
    for group in root.iterfind("t:standOff/t:listAnnotation/t:listAnnotation", NS):
        found += rules.inside(group)
    return {rule for rule, _ in found}


def schematron(root: etree._Element) -> set[str]:
    """Those that the Schematron says are."""
    return {problem.partition(":")[0] for problem in rule_problems(root, schemas.folder() / "claimkit.sch")}


def test_what_we_export_is_taken(rendered: bytes) -> None:
    root = etree.fromstring(rendered)
    assert problems(root) == []
    assert schematron(root) == set()


@pytest.mark.parametrize("rule", RULES)
def test_a_broken_rule_is_found_and_the_schematron_agrees(rule: str, rendered: bytes) -> None:
    root = etree.fromstring(rendered)
    RULES[rule](root)
    assert list(shape_problems(root)) == [], "the grammar cannot see it"
    assert rule in refused(root)
    assert refused(root) == schematron(root)
    assert problems(root)[0].line


def test_every_rule_of_the_schematron_is_broken_here_once() -> None:
    rules = etree.parse(schemas.folder() / "claimkit.sch").iter("{http://purl.oclc.org/dsdl/schematron}assert")
    assert {str(rule.get("id")) for rule in rules} == set(RULES | SEEN_ELSEWHERE)


@pytest.mark.parametrize("what", SHAPES)
def test_what_is_not_shaped_so_is_refused(what: str, rendered: bytes) -> None:
    old, new, _ = SHAPES[what]
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
