"""Broken pages and feeds: what is put in place of what."""

from __future__ import annotations

from oracles.names import Name

NU, AXE, EXTRUCT, ADOBE, GOOGLE = Name.NU, Name.AXE, Name.EXTRUCT, Name.ADOBE, Name.GOOGLE
Row = tuple[str, str, dict[Name, str]]

PAGE: dict[str, Row] = {
    "an attribute that is none": ("<h1", "<h1 wrong", {NU: "wrong"}),
    "an element that is not closed": ("</h1>", "", {NU: "h1"}),
    "an element in the wrong place": ("<h1", "<li>x</li><h1", {NU: "li"}),
    "two ids alike": ("<body", '<body id="x"><p id="x">x</p', {NU: "Duplicate ID"}),
    "a style that is none": ("<style>", "<style>p { colour: red }", {NU: "colour"}),
    "no language": (' lang="en"', "", {AXE: "html-has-lang"}),
    "pale words": ("--ck-muted: #575a63", "--ck-muted: #b7bac3", {AXE: "color-contrast"}),
    "a picture without words": ("<h1", '<img src="data:,"><h1', {NU: "alt", AXE: "image-alt"}),
    "a text that ends the script": (
        '"claimReviewed": "',
        '"claimReviewed": "</script><script>',
        {EXTRUCT: "no JSON", ADOBE: "JSON"},
    ),
    "a comment that opens a script": ('"claimReviewed": "', '"claimReviewed": "<!--<script>', {EXTRUCT: "", NU: ""}),
    "entities in the data": ('"claimReviewed": "', '"claimReviewed": "&quot;', {EXTRUCT: "not exported"}),
    "a review that is not exported": ('"claimReviewed": "', '"claimReviewed": "No ', {EXTRUCT: "not exported"}),
    "a review without its claim": (
        '"claimReviewed":',
        '"claimReviewd":',
        {GOOGLE: "claimReviewed", ADOBE: "claimReviewd"},
    ),
}

_AUTHOR = """<author>
    <name>claimkit example desk</name>
    <uri>https://example.org/</uri>
  </author>"""

ATOM: dict[str, Row] = {
    "an element that is not closed": ("</title>", "", {Name.FEEDPARSER: "mismatched tag"}),
    "a sign that XML has not": ("</title>", "&x;</title>", {Name.FEEDPARSER: "entity"}),
    "a feed of another namespace": ("2005/Atom", "2005/Atomic", {Name.FEEDPARSER: "read as"}),
    "a feed without a title": (
        "<title>Fact-checks by claimkit example desk</title>",
        "",
        {Name.FEEDPARSER: "the feed: no title"},
    ),
    "an entry without a title": ("<title>Retracted</title>", "", {Name.FEEDPARSER: "no title"}),
    "nobody's feed": (_AUTHOR, "", {Name.FEEDPARSER: "no author"}),
    "a time that is none": (
        "<updated>2026-11-27T00:00:00Z</updated>\n    <cat",
        "<updated>yesterday</updated>\n    <cat",
        {Name.FEEDPARSER: "is no time"},
    ),
    "two entries with one name": (
        "claimreview-cbac4ed4</id>",
        "claimreview-c0a11ed1</id>",
        {Name.FEEDPARSER: "one id"},
    ),
}
