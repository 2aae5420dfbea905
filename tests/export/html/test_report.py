"""The report for the desk: everything, and what is still open."""

from __future__ import annotations

import re
from dataclasses import replace

import html5lib
from lxml import etree

from claimkit.annotations.dossiers import Dossier
from claimkit.export.html.report import render
from claimkit.export.html.report.charts import LENGTH, Count, bars
from claimkit.model.article import Sentence
from claimkit.model.vocabulary import NoClaim
from pahalgam import BACKED, CONDEMNED, CONFIG, KILLED, LINKS, SLUG, TEXT, TIES, VIOLATED, article, dossier

SVG = {"svg": "http://www.w3.org/2000/svg"}


def report(item: Dossier) -> etree._Element:
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("lxml"), strict=True, namespaceHTMLElements=False)
    root: etree._Element = parser.parse(render(item, CONFIG).files[f"{SLUG}.report.html"].decode()).getroot()
    return root


def text(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


def rows(root: etree._Element, section: str) -> list[str]:
    """The rows of a section's table as text."""
    return [" ".join(map(text, row)) for row in root.xpath(f"//section[@aria-labelledby='ck-{section}']//tbody/tr")]


def test_it_says_that_it_is_not_for_readers_and_asks_not_to_be_indexed() -> None:
    root = report(dossier())
    assert root.xpath("//meta[@name='robots']/@content") == ["noindex, nofollow"]
    assert "Not for publication." in text(root.xpath("//header")[0])


def test_every_claim_stands_in_it_whatever_its_state() -> None:
    found = "\n".join(rows(report(dossier()), "all"))
    for claim in (KILLED, VIOLATED, CONDEMNED, TIES, LINKS):
        assert claim.text in found
    assert "China has backed Pakistan." in found
    assert "Ada Stone: accepted, Mostly true (0.8), done" in found
    assert "ben: accepted, True, done" in found


def test_open_is_what_the_gate_misses_and_what_is_ready() -> None:
    found = {row.split()[0]: row for row in rows(report(dossier()), "open")}
    assert set(found) == {CONDEMNED.id, TIES.id, LINKS.id}
    assert "nothing is missing; publish it" in found[CONDEMNED.id]
    assert "nobody has reviewed it" in found[TIES.id]
    assert BACKED.id not in found, "what is retracted is done with"


def test_a_published_claim_that_no_longer_may_be_is_open() -> None:
    strict = replace(CONFIG, gate=replace(CONFIG.gate, reviews=2))
    data = render(dossier(), strict).files[f"{SLUG}.report.html"].decode()
    assert "it has 1 finished reviews and needs 2" in data


def test_a_claim_that_is_refused_is_open_and_named() -> None:
    item = dossier(claims=(replace(CONDEMNED, anchors=(replace(CONDEMNED.anchors[0], quote="nonsense"),)), KILLED))
    (refused,) = render(item, CONFIG).refused
    assert refused.claim == CONDEMNED.id
    assert any(row.startswith(f"{CONDEMNED.id} refused its quote") for row in rows(report(item), "open"))


def test_each_picture_has_a_title_and_tells_what_its_table_tells() -> None:
    root = report(dossier())
    pictures = root.xpath("//section/svg:svg[@role='img']", namespaces=SVG)
    assert len(pictures) == 3
    for picture in pictures:
        assert text(picture.xpath("svg:title", namespaces=SVG)[0])
        table = [
            f"{text(row.xpath('th')[0])}: {text(row.xpath('td')[0])}" for row in picture.xpath("../table/tbody/tr")
        ]
        assert text(picture.xpath("svg:desc", namespaces=SVG)[0]).split("; ") == table


def test_sentences_are_counted_by_what_became_of_them() -> None:
    places = [match.span() for match in re.finditer(r"[^\n]+", TEXT)]
    sentences = tuple(Sentence(start=start, end=end) for start, end in places)
    sentences = (replace(sentences[0], no_claim=NoClaim.HEADING), *sentences[1:])
    root = report(dossier(of=replace(article(), sentences=sentences)))
    counts = dict(row.strip().rsplit(" ", 1) for row in rows(root, "coverage"))
    assert sum(map(int, counts.values())) == len(sentences)
    assert set(counts) <= {"a published claim", "a claim", "no claim: heading", "no claim, and no reason why"}
    assert len(root.xpath("//*[contains(@class, 'ck-map')]/svg:rect", namespaces=SVG)) == len(sentences)


def test_bars_fill_the_whole_and_leave_out_what_is_not_there() -> None:
    found = bars([Count(label="a", count=1), Count(label="b", count=0), Count(label="c", count=2)])
    assert [(bar.label, bar.start, bar.length, bar.alone) for bar in found] == [
        ("a", 0, 333, 500),
        ("c", 333, 667, LENGTH),
    ]
    assert bars([]) == ()
