"""What a page says of itself, and what of that is taken."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import document_fromstring

from claimkit import schemas
from claimkit.articles import fields
from claimkit.articles.page_metadata import page_metadata
from claimkit.model.article import Metadata


def read(head: str, body: str = "<p>x</p>", root: str = "") -> Metadata:
    return page_metadata(document_fromstring(f"<html {root}><head>{head}</head><body>{body}</body></html>"))


def linked(raw: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(raw)}</script>'


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025", "2025"),
        ("2025-05", "2025-05"),
        (" 2025-05-09 ", "2025-05-09"),
        ("2025-05-09T08:30:00Z", "2025-05-09T08:30:00Z"),
        ("2025-05-09t08:30z", "2025-05-09T08:30:00Z"),
        ("2025-05-09 08:30:01.25 +0530", "2025-05-09T08:30:01.25+05:30"),
        ("2025-05-09T08:30:00", "2025-05-09"),
        ("2025-02-30", ""),
        ("2025-13", ""),
        ("2025-05-09T25:00Z", ""),
        ("2025-05-09T", ""),
        ("9 May 2025", ""),
        ("yesterday", ""),
        (20250509, ""),
        (None, ""),
    ],
)
def test_dates_are_brought_to_the_schema_or_dropped(value: object, expected: str) -> None:
    """A time without a zone is no instant: its day stays."""
    assert fields.date(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("HTTPS://example.org/a?b#c", "https://example.org/a?b#c"),
        ("javascript:alert(1)", ""),
        ("//example.org/a", ""),
        ("/a", ""),
        ("https:///a", ""),
        ("https://example.org/a b", ""),
        ("https://example.org/" + "a" * 2000, ""),
        ("https://example.org/?a[]=1&b=100%#[%zz]", "https://example.org/?a%5B%5D=1&b=100%25#%5B%25zz%5D"),
        ("https://example.org/a%20b", "https://example.org/a%20b"),
        ("https://[::1]/", ""),
        ("https://example.org/#a#b", ""),
    ],
)
def test_only_absolute_web_addresses_are_taken(value: str, expected: str) -> None:
    """Others are dropped, as are those too long; what no address may hold gets its escape."""
    assert fields.url(value) == expected


@given(st.text(alphabet=st.sampled_from("ab:/?#[]@%2F{}é \u2028\x7f.\\")))
def test_an_address_that_is_taken_is_one_by_the_schema(rest: str) -> None:
    pattern = json.loads(schemas.text(schemas.FileKind.CLAIMS))["$defs"]["url"]["pattern"]
    found = fields.url(f"https://e{rest}")
    assert not found or re.search(pattern, found)
    assert fields.url(found) == found


@pytest.mark.parametrize(
    ("value", "expected"), [("en_GB", "en-GB"), ("pt-BR", "pt-BR"), ("english (UK)", ""), ("", "")]
)
def test_languages_are_tags(value: str, expected: str) -> None:
    """The underscore of Open Graph becomes a hyphen."""
    assert fields.language(value) == expected


def test_meta_tags_are_read_where_there_is_no_json_ld() -> None:
    """Open Graph, Dublin Core and plain names."""
    head = (
        '<title>T</title><meta property="og:title" content="Bridge &amp; road"><meta property="og:locale" content="de_CH">'
        '<meta name="author" content="By Ada Example"><meta name="author" content="https://example.org/ada">'
        '<meta name="DC.Date.Issued" content="2025-05-09"><meta property="og:site_name" content="The Courier">'
        '<link rel="canonical" href="/relative"><meta property="og:url" content="https://example.org/a">'
    )
    assert read(head) == Metadata(
        title="Bridge & road",
        language="de-CH",
        url="https://example.org/a",
        publisher="The Courier",
        authors=("Ada Example",),
        date_published="2025-05-09",
    )


def test_json_ld_goes_first_and_lists_of_links_do_not_count() -> None:
    """The article at the top or in a graph is meant, not one that the page links to."""
    others = {"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Another"}]}
    ours = {
        "@type": ["Thing", "ReportageNewsArticle"],
        "headline": "Ours",
        "author": ["Ada Example", {"name": ["Ben Example", "Ada Example"]}],
        "publisher": {"name": "P"},
        "inLanguage": "en",
        "url": "https://example.org/ours",
        "datePublished": "2025-05-09",
    }
    assert read("<script type='application/ld+json'>{broken</script>" + linked([others, ours])) == Metadata(
        title="Ours",
        language="en",
        url="https://example.org/ours",
        publisher="P",
        authors=("Ada Example", "Ben Example"),
        date_published="2025-05-09",
    )


def test_the_only_first_level_heading_goes_before_the_page_title() -> None:
    """The title in the head has the site's name in it, often; with several headings none is the title."""
    assert read("<title>Bridge | Courier</title>", "<h1>Bridge</h1>").title == "Bridge"
    assert read("<title>Bridge | Courier</title>", "<h1>Courier</h1><h1>Bridge</h1>").title == "Bridge | Courier"


def test_a_date_in_the_text_is_not_taken_for_that_of_publication() -> None:
    """No guessing: only a time marked as that of publication counts."""
    assert read("", "<p>9 May 2025</p><time datetime='2025-05-09'>today</time>").date_published == ""
    assert read("", "<time itemprop='datePublished' datetime='2025-05-08'>").date_published == "2025-05-08"


def test_the_language_is_that_of_the_page() -> None:
    """The root element's goes first."""
    assert read('<meta property="og:locale" content="de_CH">', root='lang="en"').language == "en"
