"""ClaimReview as it is published: what is malformed is mended with a remark, or refused; the rest is taken as it is."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from claimkit.errors import ClaimkitError
from claimkit.imports.claimreview import foreign
from claimkit.imports.foreign import Foreign, Rating, Remark, Statement, Stretch
from claimkit.model.review import Evidence, Reviewer
from claimkit.model.vocabulary import Mode, SourceType, Stance

Node = dict[str, Any]

PAGES = Path(__file__).parent / "pages"
URL = "https://check.example/barrier"
GOOD: Node = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "@id": f"{URL}#claimreview-1",
    "url": URL,
    "inLanguage": "en-GB",
    "datePublished": "2026-03-04",
    "author": {"@type": "Organization", "name": "Full Check", "url": "https://check.example/"},
    "claimReviewed": "The barrier costs 9 billion.",
    "itemReviewed": {
        "@type": "Claim",
        "text": "The new river barrier will cost 9 billion pounds.",
        "name": "a council meeting",
        "author": {
            "@type": "Person",
            "name": "Dana Holt",
            "jobTitle": "councillor",
            "sameAs": "https://id.example/holt",
        },
        "datePublished": "2026-03-01T10:00:00Z",
        "appearance": [
            {
                "@type": "NewsArticle",
                "url": "https://paper.example/barrier",
                "headline": "Barrier to cost billions",
                "datePublished": "2026-03-02",
                "publisher": {"@type": "Organization", "name": "The Paper"},
                "author": [{"@type": "Person", "name": "Ann Lee"}],
                "hasPart": [{"@type": "Quotation", "text": "will cost  £9 billion"}],
            }
        ],
    },
    "reviewRating": {
        "@type": "Rating",
        "alternateName": "Mostly false",
        "ratingValue": 2,
        "bestRating": 5,
        "worstRating": 1,
        "ratingExplanation": "It costs three.",
    },
    "reviewBody": "It costs three.",
    "citation": [
        {
            "@type": "CreativeWork",
            "name": "Budget",
            "url": "https://council.example/budget",
            "datePublished": "2026-01-05T08:00:00Z",
            "publisher": {"@type": "Organization", "name": "Council"},
            "archivedAt": "https://archive.example/budget",
            "keywords": [{"@type": "DefinedTerm", "termCode": "refutes", "name": "refutes the claim"}],
        }
    ],
    "sdLicense": "https://creativecommons.org/licenses/by/4.0/",
}


def read(node: object) -> tuple[Foreign, Statement]:
    """The only statement of an object's file, and what it says of the article."""
    (one,) = foreign(json.dumps(node).encode(), "x.jsonld")
    (statement,) = one.statements
    return one, statement


def test_a_sound_one_is_taken_whole_and_nothing_is_remarked() -> None:
    one, said = read(GOOD)
    assert one.remarks == ()
    assert one.name == "Barrier to cost billions"
    about = one.metadata
    assert (about.title, about.url, about.publisher, about.authors, about.date_published, about.language) == (
        *(
            "Barrier to cost billions",
            "https://paper.example/barrier",
            "The Paper",
            ("Ann Lee",),
            "2026-03-02",
            "en-GB",
        ),
    )
    assert (said.text, said.short) == (GOOD["itemReviewed"]["text"], GOOD["claimReviewed"])
    assert said.stretches == (Stretch(quote="will cost  £9 billion"),)
    (link,) = said.attribution
    assert (link.source.name, link.source.type, link.source.role) == ("Dana Holt", SourceType.PERSON, "councillor")
    assert (link.mode, link.medium, link.date_said) == (Mode.INDIRECT, "a council meeting", "2026-03-01")
    assert link.source.same_as == ("https://id.example/holt",)
    assert said.rating == Rating(label="Mostly false", numbers=(1, 2, 5))
    assert said.rationale == "It costs three."
    assert said.reviewer == Reviewer(id="full-check", name="Full Check")
    assert (said.when, said.id, said.url) == ("2026-03-04", GOOD["@id"], URL)
    assert said.licence == GOOD["sdLicense"]
    assert said.evidence == (
        Evidence(
            url="https://council.example/budget",
            title="Budget",
            stance=Stance.REFUTES,
            publisher="Council",
            published="2026-01-05",
            archive="https://archive.example/budget",
        ),
    )


def given(path: str, value: object) -> Callable[[Node], None]:
    """Put a value at a path; None takes away what is there."""

    def change(node: Node) -> None:
        *above, last = path.split(".")
        for key in above:
            node = node[key]
        if value is None:
            del node[last]
        else:
            node[last] = value

    return change


RATING = "reviewRating"
ITEM = "itemReviewed"
ARTICLE = {"@type": "NewsArticle", "url": "https://paper.example/barrier"}

MENDED: dict[str, tuple[Callable[[Node], None], str, Callable[[Statement], object], object]] = {
    "a time without its zone": (given("datePublished", "2020-06-23 20:02"), "read as 2020-06-23", lambda s: s.when, "2020-06-23"),
    "a zone without its colon": (given("datePublished", "2020-06-23T20:02:00+0200"), "+02:00", lambda s: s.when, "2020-06-23T20:02:00+02:00"),
    "a day without its noughts": (given("datePublished", "2020-6-3"), "2020-06-03", lambda s: s.when, "2020-06-03"),
    "a date in words": (given("datePublished", "June 3, 2020"), "left out", lambda s: s.when, ""),
    "a day that is none": (given("datePublished", "2020-02-31"), "left out", lambda s: s.when, ""),
    "a year as a date": (given("datePublished", "2020"), "is no day", lambda s: s.when, ""),
    "empty numbers": (given(RATING, {"alternateName": "False", "ratingValue": "", "bestRating": "", "worstRating": ""}), "empty", lambda s: s.rating, Rating(label="False")),
    "-1 for off the scale": (given(RATING, {"alternateName": "Satire", "ratingValue": -1, "bestRating": -1, "worstRating": -1}), "not taken over", lambda s: s.rating, Rating(label="Satire")),
    "worst 0": (given(f"{RATING}.worstRating", 0), "not taken over", lambda s: s.rating, Rating(label="Mostly false")),
    "a broken number": (given(f"{RATING}.ratingValue", 2.5), "not taken over", lambda s: s.rating, Rating(label="Mostly false")),
    "an inverted scale": (given(RATING, {"alternateName": "False", "ratingValue": 1, "bestRating": 1, "worstRating": 5}), "not taken over", lambda s: s.rating, Rating(label="False")),
    "numbers as texts": (given(RATING, {"alternateName": "False", "ratingValue": "1", "bestRating": "5", "worstRating": "1"}), "read as numbers", lambda s: s.rating, Rating(label="False", numbers=(1, 1, 5))),
    "no best and worst": (given(RATING, {"alternateName": "False", "ratingValue": 1}), "schema.org takes for granted", lambda s: s.rating, Rating(label="False", numbers=(1, 1, 5))),
    "a number that contradicts its label": (given(f"{RATING}.alternateName", "True"), "the label stands", lambda s: s.rating, Rating(label="True")),
    "a slug as label": (given(f"{RATING}.alternateName", "mostly-false"), "is a slug", lambda s: s.rating and s.rating.label, "mostly-false"),
    "a sentence as label": (given(f"{RATING}.alternateName", "False, since the budget says that it costs three billion."), "is a sentence", lambda s: s.rating and s.rating.label[:5], "False"),
    "a word as ratingValue": (given(RATING, {"ratingValue": "False"}), "taken as the label", lambda s: s.rating, Rating(label="False")),
    "a name as label": (given(RATING, {"name": "False", "ratingValue": 1, "bestRating": 5, "worstRating": 1}), "taken as the label", lambda s: s.rating, Rating(label="False", numbers=(1, 1, 5))),
    "a text as rating": (given(RATING, "False"), "bare text", lambda s: s.rating, Rating(label="False")),
    "a bare number as rating": (given(RATING, "5"), "no label and no numbers", lambda s: s.rating, None),
    "no rating": (given(RATING, None), "no verdict", lambda s: s.rating, None),
    "an empty rating": (given(RATING, {"@type": "Rating"}), "no label and no numbers", lambda s: s.rating, None),
    "a trailing line end": (given("claimReviewed", "It costs 9 billion.\r"), "taken away", lambda s: s.short, "It costs 9 billion."),
    "HTML in the wording": (given("claimReviewed", "It costs &#163;9&nbsp;billion, <em>he</em> said."), "HTML", lambda s: s.short, "It costs £9 billion, he said."),
    "claimReview in lower case": (given("@type", "claimReview"), "read as ClaimReview", lambda s: s.url, URL),
    "creativeWork in lower case": (given(f"{ITEM}.@type", "creativeWork"), "read as CreativeWork", lambda s: s.text, GOOD["claimReviewed"]),
    "no appearance": (given(f"{ITEM}.appearance", None), "is not known", lambda s: s.stretches, ()),
    "a bare address as appearance": (given(f"{ITEM}.appearance", "https://paper.example/barrier"), "bare address", lambda s: s.stretches, ()),
    "no author": (given("author", None), "nobody is named", lambda s: s.reviewer, None),
    "an author without a name": (given("author", {"@type": "Organization"}), "has no name", lambda s: s.reviewer, None),
    "a text as author": (given("author", "Full Check"), "bare text", lambda s: s.reviewer, Reviewer(id="full-check", name="Full Check")),
    "no itemReviewed": (given(ITEM, None), "is missing", lambda s: (s.text, s.attribution), (GOOD["claimReviewed"], ())),
    "a text as itemReviewed": (given(ITEM, "Dana Holt"), "no object", lambda s: s.attribution, ()),
    "a text as claimant": (given(f"{ITEM}.author", "Dana Holt"), "bare text", lambda s: s.attribution[0].source.name, "Dana Holt"),
    "nobody as claimant": (given(f"{ITEM}.author.name", "Unknown"), "nobody's name", lambda s: s.comment, "Claimed: a council meeting, 2026-03-01."),
    "two claimants": (given(f"{ITEM}.author", [{"@type": "Person", "name": "A"}, {"@type": "Person", "name": "B"}]), "there are 2", lambda s: s.attribution[0].source.name, "A"),
    "the wording as the place": (given(f"{ITEM}.name", GOOD["claimReviewed"]), "not the place", lambda s: s.attribution[0].medium, ""),
    "the wording in the claim only": (given("claimReviewed", None), "is the wording", lambda s: (s.text, s.short), (GOOD[ITEM]["text"], "")),
    "a relative address": (given("url", "/barrier"), "no absolute address", lambda s: s.url, ""),
    "another scheme": (given("url", "javascript:alert(1)"), "no absolute address", lambda s: s.url, ""),
    "a bare address as citation": (given("citation", ["https://council.example/"]), "title is not known", lambda s: [(e.url, e.stance) for e in s.evidence], [("https://council.example/", Stance.CONTEXT)]),
    "a citation without an address": (given("citation", [{"name": "A book"}, "Another one"]), "kept in the comment", lambda s: (s.evidence, s.comment), ((), "Cited there: A book\nCited there: Another one")),
    "a work that is reviewed itself": (given(ITEM, {"@type": "CreativeWork", "url": "https://paper.example/x"}), "taken as where it appeared", lambda s: s.text, GOOD["claimReviewed"]),
    "a work that is known by its headline": (given(ITEM, {"@type": "CreativeWork", "headline": "Earth: flat."}), "“Earth: flat.”, is taken", lambda s: s.text, GOOD["claimReviewed"]),
    "an address only as the article's id": (given(f"{ITEM}.appearance", {"@id": "https://paper.example/x", "author": "Ann Lee", "publisher": "The Paper"}), "bare text", lambda s: s.stretches, ()),
    "a long text": (given("reviewBody", "So. " * 4000), "the first 10,000", lambda s: len(s.rationale.splitlines()), 2),
    "blanks around an address": (given("url", f" {URL} "), "blanks around", lambda s: s.url, URL),
    "an id where a name is due": (given("claimReviewed", 7), "no text", lambda s: s.short, ""),
}  # fmt: skip


@pytest.mark.parametrize("form", MENDED)
def test_a_malformed_form_is_mended_with_a_remark(form: str) -> None:
    change, told, of, expected = MENDED[form]
    node = deepcopy(GOOD)
    change(node)
    one, statement = read(node)
    assert of(statement) == expected
    assert [remark for remark in one.remarks if told in remark.message], one.remarks
    assert all(remark.where for remark in one.remarks)
    assert not any(remark.refused for remark in one.remarks)


def full_iris(node: Any) -> Any:
    """The same object in JSON-LD's expanded form."""
    if isinstance(node, list):
        return [full_iris(item) for item in node]
    if not isinstance(node, dict):
        return {"@value": node}
    names = {"@type": "@type", "@id": "@id"}
    return {
        names.get(key, f"http://schema.org/{key}"): f"http://schema.org/{value}"
        if key == "@type"
        else value
        if key == "@id"
        else full_iris(value)
        for key, value in node.items()
        if key != "@context"
    }


def apart(node: Node) -> Node:
    """The same in a graph, where objects point to one another."""
    item, author = node[ITEM] | {"@id": "#claim"}, node["author"] | {"@id": "#us"}
    review = node | {ITEM: {"@id": "#claim"}, "author": {"@id": "#us"}}
    return {"@context": "http://schema.org", "@graph": [author, {"@type": "WebPage", "name": "x"}, review, item]}


SAME: dict[str, Callable[[Node], object]] = {
    "an array": lambda node: [{"@type": "WebPage"}, node],
    "a graph": apart,
    "a feed": lambda node: {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "url": URL, "item": [node]}]},
    "a part of a page": lambda node: {"@type": "WebPage", "mainEntity": node},
    "http and www": lambda node: node | {"@context": "http://www.schema.org/"},
    "an array of types": lambda node: node | {"@type": ["Review", "ClaimReview"]},
    "a full address as type": lambda node: node | {"@type": "http://schema.org/ClaimReview"},
    "aliases": lambda node: {("id" if key == "@id" else "type" if key == "@type" else key): value for key, value in node.items()},
    "the expanded form": full_iris,
    "prefixed names": lambda node: {(key if key.startswith("@") else f"schema:{key}"): value for key, value in node.items()},
}  # fmt: skip


@pytest.mark.parametrize("shape", SAME)
def test_every_shape_that_json_ld_allows_says_the_same(shape: str) -> None:
    assert foreign(json.dumps(SAME[shape](GOOD)).encode(), "x") == foreign(json.dumps(GOOD).encode(), "x")


def remarks(data: bytes) -> list[Remark]:
    return [remark for one in foreign(data, "x") for remark in one.remarks]


REFUSED = {
    "no wording at all": (json.dumps(GOOD | {"claimReviewed": " ", ITEM: {"@type": "Claim"}}).encode(), "no wording"),
    "no ClaimReview": (b'{"@type": "NewsArticle"}', "has no ClaimReview"),
    "a page without one": (b"<!doctype html><title>x</title><p>No claim here.</p>", "has no ClaimReview"),
    "a broken script": (b'<script type="application/ld+json">{"@type": "ClaimReview", "x" }</script>', "not JSON"),
    "a script with a key twice": (b'<script type="application/ld+json">{"@type": "ClaimReview", "url": "a", "url": "b"}</script>', "twice"),
}  # fmt: skip


@pytest.mark.parametrize("form", REFUSED)
def test_what_cannot_be_trusted_is_refused_with_a_remark(form: str) -> None:
    data, told = REFUSED[form]
    assert [remark for remark in remarks(data) if remark.refused and told in remark.message]


STOPS = {
    "not JSON": (b'{"@type": ClaimReview}', "x:1:11"),
    "a key twice": (b'{"url": "a", "url": "b"}', "stands twice"),
    "a lone surrogate": (b'{"claimReviewed": "\\ud800"}', "lone surrogate"),
    "an infinite number": (b'{"ratingValue": 1e999}', "too large"),
    "another encoding": ('{"claimReviewed": "é"}'.encode("latin-1"), "is not UTF-8"),
    "too deep": (b"[" * 100_000, "too deeply"),
    "nothing": (b" \n", "it is empty"),
    "binary": (b"\x89PNG\r\n\x00\x00", "NUL"),
    "a huge page": (b"<p>" + b"x" * 10_000_001, "limit is 10,000,000"),
    "a deep page": (b"<html>" + b"<div>" * 5000, "nested too deeply"),
}


@pytest.mark.parametrize("form", STOPS)
def test_a_file_that_cannot_be_read_stops_the_import_and_says_where(form: str) -> None:
    data, told = STOPS[form]
    with pytest.raises(ClaimkitError, match=told):
        foreign(data, "x")


def test_line_ends_in_texts_and_marks_around_scripts_are_mended() -> None:
    source = json.dumps(GOOD).replace("a council meeting", "a council\n meeting")
    (one,) = foreign(source.encode(), "x")[1:]
    assert one.statements[0].attribution[0].medium == "a council meeting"
    assert "bare line ends" in remarks(source.encode())[0].message
    page = f'<script type="application/ld+json">//<![CDATA[\n{json.dumps(GOOD)}\n//]]></script>'
    assert "comments around" in remarks(page.encode())[0].message
    assert remarks(b"\xef\xbb\xbf" + json.dumps(GOOD).encode())[0].message.startswith(
        "it begins with a byte order mark"
    )


@pytest.mark.parametrize("start", ["", "<!--", " // <!--\n", "//<![CDATA[\n", "<!--//<![CDATA["])
@pytest.mark.parametrize("end", ["", "-->", " // -->;\n", "\n//]]> ; ", "//]]>-->"])
def test_marks_around_a_script_are_taken_away(start: str, end: str) -> None:
    page = f'<script type="application/ld+json">{start}{json.dumps(GOOD)}{end}</script>'.encode()
    assert [remark.message for remark in remarks(page)] == (
        ["comments around the JSON are taken away"] * bool(start or end)
    )


SLOW = """
from claimkit.imports.claimreview import foreign
script = b'<script type="application/ld+json">{"@type": "ClaimReview"} -->' + b" " * 1_000_000 + b"x</script>"
for page in (script, b"<p>" + b"itemtype=" * 200_000, b"<p>" + b"typeof=" * 200_000, b"<p>typeof=" + b" " * 1_000_000):
    foreign(page, "x")
"""


def test_long_runs_in_pages_take_no_time() -> None:
    """Each took hours. Here the limit is a minute for all."""
    subprocess.run([sys.executable, "-c", SLOW], check=True, timeout=60)


def test_a_review_without_an_address_is_that_of_its_page() -> None:
    node = {name: value for name, value in GOOD.items() if name != "url"}
    head = f'<link rel="canonical" href="{URL}">'
    (one,) = foreign(f'{head}<script type="application/ld+json">{json.dumps(node)}</script>'.encode(), "x")
    assert one.statements[0].url == URL
    assert "stands in for it" in one.remarks[0].message


def test_a_broken_script_about_something_else_does_not_matter() -> None:
    page = f'<script type="application/ld+json">{{broken</script><script type="application/ld+json">{json.dumps(GOOD)}</script>'
    assert remarks(page.encode()) == []


def test_a_tombstone_is_told_and_is_no_reason_to_worry() -> None:
    grave = {
        "@type": "CreativeWork",
        "url": URL,
        "creativeWorkStatus": "Retracted",
        "correction": {"text": "We erred."},
    }
    for node in (grave, GOOD | grave | {"@type": "ClaimReview"}):
        (remark,) = remarks(json.dumps(node).encode())
        assert "was retracted" in remark.message
        assert "We erred." in remark.message
        assert not remark.refused


def test_reviews_of_one_appearance_are_of_one_article_and_those_without_of_their_pages() -> None:
    nowhere = {"@type": "Claim"}
    other = GOOD | {"@id": "x", "claimReviewed": "B.", ITEM: {"@type": "Claim", "appearance": ARTICLE}}
    lost = [GOOD | {"url": f"{page}#{name}", "@id": name, "claimReviewed": name, ITEM: nowhere} for page, name in (("https://a.example/p", "C."), ("https://a.example/p", "D."), ("https://a.example/q", "E."))]  # fmt: skip
    found = foreign(json.dumps([GOOD, lost[0], other, *lost[1:]]).encode(), "x")
    assert [(one.name, len(one.statements)) for one in found] == [("Barrier to cost billions", 2), ("p", 2), ("q", 1)]


def test_corrections_are_told_in_the_comment() -> None:
    found = [{"@type": "CorrectionComment", "datePublished": "2026-03-05", "text": "It was two."}, "And one."]
    _, said = read(GOOD | {"correction": found})
    assert said.comment == "Corrected there on 2026-03-05: It was two.\nCorrected there: And one."


def test_a_licence_may_be_an_object() -> None:
    _, said = read(GOOD | {"sdLicense": {"@type": "CreativeWork", "url": "https://licence.example/"}})
    assert said.licence == "https://licence.example/"


def test_the_same_review_twice_is_one() -> None:
    (one,) = foreign(json.dumps([GOOD, GOOD]).encode(), "x")
    assert len(one.statements) == 1
    assert "stands in the file twice" in one.remarks[-1].message


def test_several_stances_of_one_page_are_several_pieces_of_evidence() -> None:
    cited = GOOD["citation"][0] | {
        "keywords": [{"termCode": "supports"}, {"termCode": "refutes"}, {"termCode": "odd"}, "x"]
    }
    _, said = read(GOOD | {"citation": cited})
    assert [one.stance for one in said.evidence] == [Stance.SUPPORTS, Stance.REFUTES]


def test_the_label_of_a_blank_node_is_no_name() -> None:
    nameless = {name: value for name, value in GOOD.items() if name not in ("url", "claimReviewed")} | {"@id": "_:b0"}
    other = nameless | {"@id": "_:b1", "itemReviewed": GOOD["itemReviewed"] | {"text": "It costs three."}}
    (one,) = foreign(json.dumps([nameless, other]).encode(), "x")
    assert [said.id for said in one.statements] == ["", ""]
    where = [remark.where for remark in one.remarks]
    assert where == ["ClaimReview: claimReviewed", "ClaimReview 2: claimReviewed"]
    assert read(GOOD | {"@id": "_:b0"})[1].id == ""


def test_a_stance_that_is_an_object_is_none() -> None:
    cited = GOOD["citation"][0] | {"keywords": {"@type": "DefinedTerm", "termCode": {"@type": "Text"}}}
    _, said = read(GOOD | {"citation": cited})
    assert [one.stance for one in said.evidence] == [Stance.CONTEXT]


def test_without_extruct_attributes_are_not_read_and_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "extruct.w3cmicrodata", None)
    (one,) = foreign((PAGES / "chequeo.html").read_bytes(), "x")
    assert one.remarks[0].refused
    assert "pip install extruct" in one.remarks[0].message


def test_markup_made_to_be_slow_is_refused() -> None:
    start = b"<html><body><div itemscope itemtype='http://schema.org/ClaimReview'>"
    slow = start + b"<div itemprop=claimReviewed>" * 200 + b"<b>x</b>" * 5000
    references = start + b"<p itemprop=a itemref='" + b"x " * 200 + b"'>"
    for page in (slow, references):
        assert "too many elements" in remarks(page)[0].message


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    page = (
        b"<html><head profile='http://a.example/p'></head><body vocab='http://a.example/v' "
        b"prefix='s: http://schema.org/' typeof='s:ClaimReview'><p property='s:claimReviewed'>It rains.</p></body></html>"
    )
    (one,) = foreign(page, "x")
    assert one.statements[0].text == "It rains."
