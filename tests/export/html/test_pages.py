"""Pages for readers: what is on them, and what is not."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import groupby, pairwise
from pathlib import Path

import extruct
import html5lib
import pytest
from lxml import etree
from pytest_regressions.file_regression import FileRegressionFixture

from arabic import CONFIG as ARABIC
from arabic import LIST, SHUT, arabic
from arabic import TEXT as ARABIC_TEXT
from claimkit.annotations.workspace import Workspace
from claimkit.errors import RefusalError, WorkspaceError
from claimkit.export import exporter
from claimkit.export.claimreview import render as claimreviews
from claimkit.export.html import render
from claimkit.export.html.marked import passages
from claimkit.model.article import Heading, Sentence
from claimkit.model.config import Config, Html, Policy
from claimkit.model.spans import Anchor, Span
from claimkit.model.vocabulary import NoClaim, Shown
from pahalgam import (
    BACKED,
    CONDEMNED,
    CONFIG,
    DECISIONS,
    FIRST,
    KILLED,
    LINKS,
    PAGE,
    SECOND,
    SLUG,
    TEXT,
    TIES,
    VIOLATED,
    article,
    decision,
    dossier,
    published,
)

NAMES = ("html/index.html", f"html/{KILLED.id}.html", f"html/{VIOLATED.id}.html", f"html/{BACKED.id}.html")
SENTENCES = tuple(
    Sentence(start=start, end=start + len(line), no_claim=NoClaim.FRAGMENT)
    for start, line in zip(
        [0, *(place + 1 for place, sign in enumerate(TEXT) if sign == "\n")], TEXT.split("\n"), strict=True
    )
    if line
)


def tree(data: bytes) -> etree._Element:
    """The page as an HTML parser sees it that refuses every fault."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("lxml"), strict=True, namespaceHTMLElements=False)
    root: etree._Element = parser.parse(data.decode("utf-8")).getroot()
    return root


def text(element: etree._Element) -> str:
    return "".join(element.itertext())


def page(config: Config = CONFIG, name: str = "html/index.html") -> etree._Element:
    return tree(render(dossier(), config).files[name])


@pytest.mark.parametrize(
    ("name", "file"),
    [("html", name) for name in NAMES] + [("snippet", f"snippet/{KILLED.id}.html"), ("report", f"{SLUG}.report.html")],
)
def test_golden(name: str, file: str, file_regression: FileRegressionFixture) -> None:
    data = exporter(name)(dossier(), CONFIG).files[file].decode("utf-8")
    file_regression.check(data, encoding="utf-8", extension=".html", newline="\n")


def test_there_is_a_page_of_the_article_and_one_of_each_claim_that_is_or_was_published() -> None:
    assert tuple(render(dossier(), CONFIG).files) == NAMES


def test_without_a_publication_there_is_no_page() -> None:
    assert render(dossier(decisions=None), CONFIG).files == {}


def test_left_out_and_refused_is_what_claimreview_leaves_out_and_refuses() -> None:
    item = dossier(claims=(replace(KILLED, text=" ", short=""), VIOLATED))
    ours, theirs = render(item, CONFIG), claimreviews(item, CONFIG)
    assert (ours.left_out, ours.refused) == (theirs.left_out, theirs.refused)
    assert ours.refused


@pytest.mark.parametrize("name", NAMES)
def test_the_claimreviews_are_read_back_out_of_the_page_one_script_each(name: str) -> None:
    files = claimreviews(dossier(), CONFIG).files
    wanted = [json.loads(files[f"claimreview/{item.id}.jsonld"]) for item in (KILLED, VIOLATED, BACKED)]
    data = render(dossier(), CONFIG).files[name].decode()
    found = extruct.extract(data, syntaxes=["json-ld"])["json-ld"]
    assert found == (wanted if name == NAMES[0] else [item for item in wanted if Path(name).stem in item["@id"]])


@pytest.mark.parametrize("name", NAMES[:3])
def test_the_address_of_each_review_is_an_element_of_the_page(name: str) -> None:
    root = tree(render(dossier(), CONFIG).files[name])
    ids = set(root.xpath("//@id"))
    for script in root.xpath("//script"):
        assert json.loads(script.text)["url"].partition("#")[2] in ids


def test_the_markup_says_what_the_reader_sees() -> None:
    root = page()
    for script in root.xpath("//script")[:2]:
        item = json.loads(script.text)
        seen = text(root.xpath(f"//*[@id='{item['url'].partition('#')[2]}']")[0])
        assert item["claimReviewed"] in seen
        assert item["reviewRating"]["alternateName"] in seen
        assert item["reviewBody"] in seen
        for citation in item["citation"]:
            assert citation["name"] in seen


def test_what_is_not_published_is_not_on_the_page() -> None:
    data = b"".join(render(dossier(), CONFIG).files.values()).decode()
    for item in (CONDEMNED, TIES, LINKS):
        assert item.id not in data
        assert item.text not in data
    assert "To be looked at again." not in data


def test_a_retracted_claim_leaves_a_stone_that_says_when_and_why_and_nothing_of_the_claim() -> None:
    stone = page().xpath(f"//article[@id='{BACKED.id}']")[0]
    assert "27 November 2026" in text(stone)
    assert "The source withdrew." in text(stone)
    for data in render(dossier(), CONFIG).files.values():
        assert "backed Pakistan" not in data.decode()


def test_a_corrected_claim_says_what_it_was_and_when() -> None:
    card = page().xpath(f"//article[@id='{KILLED.id}']")[0]
    (line,) = card.xpath(".//*[contains(@class, 'ck-corrections')]//li")
    assert line.xpath("time/@datetime") == ["2026-11-26"]
    assert "The verdict was True and is Mostly true." in text(line)


def test_who_said_it_is_told_from_the_one_who_made_the_claim_outwards() -> None:
    card = text(page().xpath(f"//article[@id='{VIOLATED.id}']")[0])
    assert card.index("Shehbaz Sharif, Prime Minister of Pakistan") < card.index("as told by Prime Minister's Office")


def test_a_claim_with_a_page_of_its_own_is_in_the_articles_page_without_markup() -> None:
    item = dossier()
    assert item.decisions
    ledger = (published(VIOLATED, f"{PAGE}/violated"),)
    item = replace(item, decisions=replace(item.decisions, item=replace(item.decisions.item, ledger=ledger)))
    files = render(item, CONFIG).files
    root = tree(files["html/index.html"])
    assert root.xpath("//script") == []
    assert root.xpath("//link[@rel='canonical']") == []
    assert root.xpath(f"//article[@id='{VIOLATED.id}']")
    own = tree(files[f"html/{VIOLATED.id}.html"])
    assert own.xpath("//link[@rel='canonical']/@href") == [f"{PAGE}/violated"]
    assert len(own.xpath("//script")) == 1


def test_an_archived_copy_of_the_article_is_linked_and_in_the_markup() -> None:
    copy = "https://web.archive.org/web/2026/https://example.com/news/1"
    item = dossier()
    metadata = replace(item.claims.item.article.metadata, archive=copy)
    article = replace(item.claims.item.article, metadata=metadata)
    item = replace(item, claims=replace(item.claims, item=replace(item.claims.item, article=article)))
    found = tree(render(item, CONFIG).files[NAMES[0]])
    assert {text(link) for link in found.xpath(f"//a[@href='{copy}']")} == {"archived copy"}
    (work,) = json.loads(found.xpath("//script")[0].text)["itemReviewed"]["appearance"]
    assert work["archivedAt"] == copy


def test_the_publishers_policies_and_method_are_shown() -> None:
    who = replace(CONFIG.publisher, policies=(Policy(name="Corrections", url="https://example.org/corrections"),))
    box = page(replace(CONFIG, publisher=who, html=Html(method=("We ask first.",)))).xpath(
        "//section[@class='ck-desk']"
    )[0]
    assert "We ask first." in text(box)
    assert box.xpath(".//li/a/@href") == ["https://example.org/corrections"]


def test_policies_that_schema_org_knows_are_shown_once_by_the_name_that_the_desk_gives_them() -> None:
    address = "https://example.org/corrections"
    who = replace(CONFIG.publisher, corrections_policy=address, publishing_principles="https://example.org/principles")
    links = page(replace(CONFIG, publisher=who)).xpath("//section[@class='ck-desk']//li/a")
    assert [text(link) for link in links] == ["Publishing principles", "Corrections policy"]
    named = replace(who, policies=(Policy(name="How we correct", url=address),))
    links = page(replace(CONFIG, publisher=named)).xpath("//section[@class='ck-desk']//li/a")
    assert [text(link) for link in links] == ["Publishing principles", "How we correct"]


def test_the_box_says_what_the_gate_asks() -> None:
    strict = replace(CONFIG, gate=replace(CONFIG.gate, evidence=0))
    assert "a reviewer finishes a review of it, the verdict is given its reasons. What is" in text(page(strict))
    both = replace(
        SECOND, reviews=(SECOND.reviews[0], replace(SECOND.reviews[0], claim=VIOLATED.id, verdict="unproven"))
    )
    data = render(
        dossier(reviews=(FIRST, both)), replace(CONFIG, gate=replace(CONFIG.gate, reviews=2, evidence=2))
    ).files
    assert "2 reviewers finish a review of it" in text(tree(data["html/index.html"]))
    assert "cites at least 2 pages that support or refute it" in text(tree(data["html/index.html"]))


@pytest.mark.parametrize("name", ["html", "snippet", "report"])
def test_a_page_asks_nothing_of_anybody_and_runs_nothing(name: str) -> None:
    for file, data in exporter(name)(dossier(), CONFIG).files.items():
        if file.endswith(".css"):
            assert "url(" not in data.decode()
            assert "@import" not in data.decode()
            continue
        root = tree(b"<!doctype html><title>x</title>" + data if name == "snippet" else data)
        assert not root.xpath("//*[@src] | //link[@rel!='canonical'] | //iframe | //object | //form | //@style")
        assert not [key for element in root.iter("*") for key in element.attrib if str(key).startswith("on")]
        assert {item.get("type") for item in root.xpath("//script")} <= {"application/ld+json"}
        assert "url(" not in "".join(root.xpath("//style/text()"))


@pytest.mark.parametrize("name", ["html", "report"])
def test_headings_descend_in_order_ids_are_single_and_links_arrive(name: str) -> None:
    for data in exporter(name)(dossier(), CONFIG).files.values():
        root = tree(data)
        levels = [int(item.tag[1]) for item in root.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
        ids = root.xpath("//@id")
        assert len(ids) == len(set(ids))
        for target in root.xpath("//a/@href[starts-with(., '#')] | //@aria-labelledby"):
            assert set(target.removeprefix("#").split()) <= set(ids)
        assert root.xpath("//html/@lang")
        assert root.xpath("//meta[@charset='utf-8']")
        assert not root.xpath("//a//a")


def test_overlapping_claims_are_marked_run_by_run_and_each_run_leads_to_its_claims() -> None:
    anchors = {1: (Anchor.at("ab cd ef", 0, 5),), 2: (Anchor.at("ab cd ef", 3, 8),)}
    bare = replace(
        article("ab cd ef"), structure=replace(article().structure, headings=(), paragraphs=(Span(start=0, end=8),))
    )
    (passage,) = passages("ab cd ef", bare, anchors, Shown.WHOLE)
    assert [(run.text, run.claims, run.ends) for run in passage.runs] == [
        ("ab ", (1,), ()),
        ("cd", (1, 2), (1,)),
        (" ef", (2,), (2,)),
    ]


def test_an_excerpt_has_the_sentences_that_bear_claims_and_gaps_for_the_rest() -> None:
    of = replace(article(), sentences=SENTENCES)
    found = passages(TEXT, of, {1: KILLED.anchors, 2: VIOLATED.anchors}, Shown.EXCERPT)
    shown = "".join(run.text for passage in found for run in passage.runs)
    quotes = [anchor.quote for anchor in (*KILLED.anchors, *VIOLATED.anchors)]
    lines = [line for line in TEXT.split("\n") if line]
    stretches = [
        (bears, "".join(stretch))
        for bears, stretch in groupby(lines, lambda line: any(quote in line for quote in quotes))
    ]
    assert shown == "".join(stretch for bears, stretch in stretches if bears)
    gaps = [run.kind for passage in found for run in passage.runs].count("gap")
    assert gaps == sum(not bears for bears, _ in stretches)


def test_the_whole_article_is_its_text_character_for_character() -> None:
    found = passages(TEXT, article(), {1: KILLED.anchors}, Shown.WHOLE)
    blocks = ["".join(run.text for run in passage.runs) for passage in found]
    assert blocks == [line for line in TEXT.split("\n") if line]


def test_headings_of_an_article_skip_no_level_whatever_theirs_are() -> None:
    text = "a\nb\nc\nd"
    headings = tuple(
        Heading(start=start, end=start + 1, level=level) for start, level in ((0, 4), (2, 2), (4, 5), (6, 3))
    )
    of = replace(article(text), structure=replace(article().structure, headings=headings, paragraphs=()))
    assert [item.depth for item in passages(text, of, {}, Shown.WHOLE)] == [1, 1, 2, 2]


def test_a_page_of_a_claim_is_an_excerpt_though_the_articles_is_whole() -> None:
    whole = replace(CONFIG, html=Html(article=Shown.WHOLE))
    assert "deepened security ties" in text(page(whole))
    assert "deepened security ties" not in text(page(whole, f"html/{KILLED.id}.html"))


def test_a_newsrooms_template_takes_the_place_of_ours_and_can_extend_it() -> None:
    own = '{% extends "claimkit/article.html" %}{% block body %}<p>Ours</p>{{ super() }}{% endblock %}'
    root = page(replace(CONFIG, html=Html(sources={"article.html": own})))
    assert root.xpath("//body/p[text()='Ours']")
    assert root.xpath(f"//article[@id='{KILLED.id}']")
    style = page(replace(CONFIG, html=Html(sources={"style.css": "p { color: red }"}))).xpath("//style")[0].text
    assert style.endswith("p { color: red }")


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("{{ page.nothing }}", "article.html, line 1 cannot be rendered: .*has no attribute 'nothing'"),
        ("{{ nothing }}", "article.html, line 1 cannot be rendered: 'nothing' is undefined"),
        ("{% if %}", "article.html, line 1 cannot be rendered"),
        ("{{ page.__class__.__mro__ }}", "article.html, line 1 cannot be rendered: access to attribute '__class__'"),
        ("{{ page.cards.__init__.__globals__ }}", "cannot be rendered"),
        ('{% include "../claimkit.toml" %}', "cannot be rendered"),
        ("{{ 1 // 0 }}", "article.html, line 1 cannot be rendered: .*zero"),
        ("{{ range(999999999) }}", "article.html, line 1 cannot be rendered"),
        ("{% for a in page.cards %}{{ a.title + 1 }}{% endfor %}", "article.html, line 1 cannot be rendered"),
    ],
)
def test_a_template_at_fault_is_named_and_cannot_leave_its_sandbox(source: str, words: str) -> None:
    with pytest.raises(RefusalError, match=words):
        render(dossier(), replace(CONFIG, html=Html(sources={"article.html": source})))


def test_templates_are_read_with_the_configuration(tmp_path: Path) -> None:
    base = '[publisher]\nname = "x"\nurl = "https://example.org/"\n[html]\ntemplates = "looks"\n'
    (tmp_path / "claimkit.toml").write_text(base)
    with pytest.raises(WorkspaceError, match="there is no such folder"):
        Workspace.find(tmp_path)
    (tmp_path / "looks").mkdir()
    (tmp_path / "looks" / "page.html").write_text("<p>é</p>", "utf-8")
    (tmp_path / "looks" / "notes.txt").write_text("no template")
    assert Workspace.find(tmp_path).config.html.sources == {"page.html": "<p>é</p>"}
    (tmp_path / "claimkit.toml").write_text(base.replace("looks", "../elsewhere"))
    with pytest.raises(WorkspaceError):
        Workspace.find(tmp_path)


def test_each_card_has_an_id_of_its_own_whatever_the_addresses_are() -> None:
    item = dossier()
    assert item.decisions
    ledger = (
        published(KILLED, f"{PAGE}#ck-main"),
        published(VIOLATED, f"{PAGE}#same"),
        published(CONDEMNED, f"{PAGE}#same"),
    )
    decided = (*item.decisions.item.decisions, decision(CONDEMNED, "true"))
    file = replace(item.decisions.item, ledger=ledger, decisions=decided)
    root = tree(render(replace(item, decisions=replace(item.decisions, item=file)), CONFIG).files["html/index.html"])
    assert root.xpath("//article/@id") == ["ck-card-1", "same", "ck-card-3"]
    assert root.xpath("//ol/li/a/@href") == ["#ck-card-1", "#same", "#ck-card-3"]


def test_a_claim_whose_id_is_the_name_of_a_page_is_refused() -> None:
    named = replace(VIOLATED, id="index")
    first = replace(FIRST, added=(), reviews=(replace(FIRST.reviews[1], claim="index"),))
    item = dossier(
        claims=(named,),
        reviews=(first,),
        decisions=replace(DECISIONS, decisions=(decision(named, "unproven"),), ledger=(published(named),)),
    )
    rendering = render(item, CONFIG)
    assert rendering.files == {}
    assert [(item.claim, item.reasons) for item in rendering.refused] == [
        ("index", ("its id is the name of the article's page; give it another",))
    ]


def test_an_article_read_from_the_right_keeps_its_language_and_every_text_its_own_direction() -> None:
    root = tree(render(arabic(), ARABIC).files["html/index.html"])
    quoted = root.xpath("//figure/blockquote")[0]
    assert quoted.get("lang") == "ar"
    assert root.xpath("//h1/@lang") == ["ar"]
    shown = [
        "".join(part for part in item.xpath(".//text()[not(ancestor::*[@class='ck-refs'])]"))
        for item in quoted.xpath("p")
    ]
    assert shown == ARABIC_TEXT.split("\n")
    for element in (*root.xpath("//h1"), *quoted.xpath("p"), *root.xpath("//q"), *root.xpath("//li/blockquote")):
        assert element.get("dir") == "auto"
    for name in (SHUT.attribution[0].source.name, LIST.title, LIST.publisher):
        assert root.xpath("//bdi[text()=$name]", name=name)
