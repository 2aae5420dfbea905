"""Web pages to the text of record."""

from __future__ import annotations

import hashlib
import logging
from pathlib import Path

import pytest

from claimkit.articles.formats import Format
from claimkit.articles.intake import Intake, take_in
from claimkit.errors import SourceError
from claimkit.model.article import Metadata, Received, Structure

PAGES = Path(__file__).parent / "pages"
PROSE = "The bridge over the river was closed on Monday, because a storm came in from the sea during the night. "


def places(structure: Structure) -> list[tuple[int, int]]:
    spans = [*structure.paragraphs, *(heading.span for heading in structure.headings)]
    return sorted((span.start, span.end) for span in spans)


def take(data: bytes, name: str = "page.html") -> Intake:
    return take_in(data, name=name, format=Format.HTML, max_characters=2_000_000)


def take_page(name: str) -> Intake:
    return take((PAGES / name).read_bytes(), name)


def page(body: str, head: str = "") -> bytes:
    return (
        f"<!DOCTYPE html><html><head>{head}</head><body><article><p>{PROSE}</p>{body}</article></body></html>".encode()
    )


def blocks(taken: Intake) -> list[str]:
    return taken.text[:-1].split("\n\n")


def headings(taken: Intake) -> list[tuple[int, str]]:
    return [(heading.level, taken.text[heading.start : heading.end]) for heading in taken.structure.headings]


def test_a_news_page_comes_out_clean() -> None:
    """No menu, cookie banner, caption, related story, newsletter, comment or footer is in the text."""
    taken = take_page("news.html")
    assert [block[:34] for block in blocks(taken)] == [
        "The car ferry Sula has been taken ",
        "“The crew put the fire out within ",
        "No replacement before Thursday",
        "A replacement ferry, the smaller F",
        "The municipality advised residents",
        "Second incident this year",
        "It is the second time this year th",
    ]
    assert headings(taken) == [(2, "No replacement before Thursday"), (2, "Second incident this year")]
    assert (
        "who heads Holm Ferries. She told the Courier that the vessel was towed to Nordby for inspection." in taken.text
    )


def test_a_news_page_says_who_wrote_it_and_when() -> None:
    """JSON-LD in a graph, with seconds left out of the time and HTML in a name."""
    assert take_page("news.html").metadata == Metadata(
        title="Ferry service to Holm suspended after engine fire",
        language="en-GB",
        url="https://courier.example.org/news/ferry-fire",
        publisher="The Holm Courier",
        authors=("Marit Sund", "Olaf O'Brien"),
        date_published="2024-11-03T07:15:00Z",
    )


def test_the_digest_is_that_of_the_raw_page() -> None:
    """The text of record is another thing than what came in."""
    raw = (PAGES / "news.html").read_bytes()
    taken = take(raw)
    assert taken.received == Received(media_type="text/html", sha256=hashlib.sha256(raw).hexdigest())
    assert taken.data == taken.text.encode()
    assert take(raw) == taken


def test_an_old_page_in_latin_1_laid_out_with_a_table() -> None:
    """The declared encoding is read as browsers do (Windows-1252); two breaks part paragraphs."""
    taken = take_page("old-latin-1.html")
    assert blocks(taken)[0].startswith("The oldest café of Neustadt, the »Röschen«, closes at the end of the month.")
    assert blocks(taken)[0].endswith("risen by 40 per cent to €2,900 a month.")
    assert blocks(taken)[1].startswith("The town council had declined")
    assert blocks(taken)[2].startswith("The café was founded in 1887")
    assert "Guest book" not in taken.text
    assert taken.metadata == Metadata(
        title="Café in Neustadt must close", language="", authors=("Jürgen Müller",), date_published="2003-02-14"
    )


def test_headings_lists_quotations_and_tables_keep_their_order() -> None:
    """Each list item, quotation and table row is a paragraph; headings have the page's levels."""
    taken = take_page("report.html")
    assert headings(taken) == [
        (1, "Three years of the Lindau bicycle plan"),
        (2, "What was promised"),
        (3, "The costs"),
        (2, "What was built"),
    ]
    assert blocks(taken)[3:11] == [
        "The plan named three goals for the first three years:",
        "Twelve kilometres of new lanes, separate from motor traffic.",
        "Eight hundred stands at the railway station.",
        "A speed limit of 30 kilometres an hour in the old town.",
        "The costs",
        "The council set aside four million for the work. Councillor Beate Rahn called it a cautious figure:",
        "We could have spent twice that, and every cent would have come back to us.",
        "What was built",
    ]
    assert "\n\nYear\tLanes opened\n\n2021\t3 km\n\n2022\t4 km\n\n" in taken.text
    spans = places(taken.structure)
    assert [taken.text[start:end] for start, end in spans] == blocks(taken)


@pytest.mark.parametrize("name", ["login.html", "link-index.html"])
def test_a_page_without_an_article_is_refused(name: str) -> None:
    """A login form and an index of links have words, but no article."""
    with pytest.raises(
        SourceError, match="no article was found on the page; check that it is the article itself"
    ) as caught:
        take_page(name)
    assert caught.value.place == name


@pytest.mark.parametrize(
    "data", [b"<html></html>", b"<!-- nothing -->", b" ", b"<frameset><frame src=x></frameset>", b"Hello."]
)
def test_a_page_without_content_is_refused(data: bytes) -> None:
    """Whatever the parser makes of it, it is a clear refusal."""
    with pytest.raises(SourceError, match=r"no article was found|cannot be read as a page"):
        take(data)


@pytest.mark.parametrize(
    "data",
    [
        page("<p>Grüße.", '<meta charset="utf-8">'),
        page("<p>Grüße."),
        b"\xef\xbb\xbf" + page("<p>Grüße.", '<meta charset="latin1">'),
        page("<p>Grüße.").decode().encode("utf-16"),
        page("<p>Grüße.", "<meta charset='ISO-8859-1'>").decode().encode("latin-1"),
        b'<?xml version="1.0" encoding="windows-1252"?>' + page("<p>Grüße.").decode().encode("cp1252"),
    ],
    ids=["declared", "undeclared", "utf-8 mark", "utf-16 mark", "latin-1", "xml"],
)
def test_the_encoding_is_the_mark_or_the_declared_one_or_utf_8(data: bytes) -> None:
    """In this order, as browsers have it."""
    assert take(data).text.endswith("\n\nGrüße.\n")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (
            page("<p>Grüße.").decode().encode("latin-1"),
            r"byte 0xfc at offset \d+ is not UTF-8; the page declares no encoding",
        ),
        (
            page("ü", "<meta charset=utf-8>").decode().encode("latin-1"),
            "is not UTF-8; mend the charset that the page declares",
        ),
        (
            page("", "<meta charset=rot13>"),
            "declares the encoding 'rot13', which is unknown here; convert the page to UTF-8",
        ),
        (page("", "<meta charset=klingon>"), "declares the encoding 'klingon', which is unknown"),
    ],
)
def test_a_wrong_encoding_is_named(data: bytes, what: str) -> None:
    """The page's own declaration must hold, and must be an encoding of text."""
    with pytest.raises(SourceError, match=what):
        take(data)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (page("<div>" * 10_000 + PROSE), "nested too deeply"),
        (page("<p>" + "<span>" * 10_000 + PROSE), "nested too deeply"),
        (page("<p>a</p>" * 60_000), "the page has 60,005 elements, and the limit is 50,000"),
        (page("<p>" + "<b>bold</b> word. " * 20_000), "stand side by side, up to 20,000 in one place"),
        (page("<p " + " ".join(f"a{number}" for number in range(100_000)) + ">"), "an element has 100,000 attributes"),
        (page("<!-- " + "a" * 10_000_000), r"the page has 10,000,\d+ bytes, and the limit is 10,000,000"),
        (page(f"<p>{'word ' * 500_000}.</p>"), "characters, and the limit is 2,000,000; divide it"),
    ],
    ids=["divisions", "phrases", "elements", "crowd", "attributes", "bytes", "characters"],
)
def test_a_page_made_to_choke_a_parser_is_refused(data: bytes, what: str) -> None:
    """Before it costs more than moments, and with the file's name and a remedy."""
    with pytest.raises(SourceError, match=what) as caught:
        take(data, "bomb.html")
    assert caught.value.place == "bomb.html"
    assert caught.value.remedy


@pytest.mark.parametrize(
    "data",
    [
        page("", '<script type="application/ld+json">' + "[" * 500_000 + "</script>"),
        page("", '<script type="application/ld+json">' + '{"@graph":' * 50_000 + "</script>"),
        page("", '<script type="application/ld+json">{"@type": "NewsArticle", "headline": [1], "author": 5</script>'),
        page("<script>var text = 'Scripts are no text, whatever they say.';</script><style>p { color: red }</style>"),
        page(f"<p class='{'comment ' * 100_000}' onclick='evil()'></p>"),
        b'<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>' + page(""),
    ],
    ids=["brackets", "graphs", "broken", "script", "attribute", "entities"],
)
def test_hostile_parts_leave_the_article_alone(data: bytes) -> None:
    """What is no article is neither read nor in the way."""
    assert blocks(take(data))[-1].strip() == PROSE.strip()


def test_control_characters_reach_neither_text_nor_metadata() -> None:
    """Raw or by their number, in JSON escapes, with lone surrogates and noncharacters."""
    json = r'{"@type": "Article", "headline": "A\u0000 b\ud800\u001b c", "author": "X\u0007Y"}'
    taken = take(
        page("<p>One\x01 two&#1; three&#xFFFF; four.</p>", f'<script type="application/ld+json">{json}</script>')
    )
    assert blocks(taken)[-1].replace("\ufffd", "").split() == ["One", "two", "three", "four."]
    assert taken.metadata.title == "A b c"
    assert taken.metadata.authors == ("XY",)


def test_nothing_of_the_parsers_reaches_the_log(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """The library returns; it does not talk."""
    with caplog.at_level(logging.DEBUG), pytest.raises(SourceError):
        take(b"<html><body><p>Short.</p></body></html>")
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")


def test_a_failure_within_the_parsers_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A traceback from a library is never what a user sees."""

    def fail(*_arguments: object, **_options: object) -> None:
        raise RecursionError

    monkeypatch.setattr("trafilatura.bare_extraction", fail)
    with pytest.raises(SourceError, match=r"cannot be read as a page \(RecursionError\); give the article's text"):
        take(page(""))
