"""Captures of every kind, read offline; and those that are made to hurt."""

from __future__ import annotations

import gzip
import zlib
from email.message import EmailMessage

import pytest

from captured import URL, WORDS, Archive, chunked, page
from claimkit.captures import payloads, reading
from claimkit.captures.addresses import place
from claimkit.captures.payloads import dechunked, gunzipped, unpacked
from claimkit.captures.reading import read_capture
from claimkit.errors import SourceError

PAGE = page(f"<p>{WORDS}</p>")


def words(data: bytes, name: str = "capture", url: str = URL) -> str:
    found = read_capture(data, name, url)
    assert found.unread == ""
    return " ".join(found.text.split())


def refusal(data: bytes, name: str = "capture.warc", url: str = URL) -> str:
    with pytest.raises(SourceError) as caught:
        read_capture(data, name, url)
    return caught.value.what


def test_a_page_gives_its_words_with_blocks_apart_and_phrases_together() -> None:
    body = (
        "<nav>Menu</nav><p>The <b>bri</b>dge<sup>2</sup> was<br>closed.</p><p>Next</p><table><tr><td>12<td>13</table>"
        "<figcaption>A caption.</figcaption><details>Folded in.</details>&amp;&nbsp;&#8220;so&#8221;"
    )
    assert words(page(body, "<title>Minutes</title>")) == (
        "Minutes Menu The bridge2 was closed. Next 12 13 A caption. Folded in. & “so”"
    )


def test_what_no_reader_sees_is_not_in_the_words() -> None:
    body = (
        f"<script>var a = '{WORDS}';</script><style>p::after {{content: '{WORDS}'}}</style><noscript>{WORDS}</noscript>"
        f"<!-- {WORDS} --><template>{WORDS}</template><p title='{WORDS}'>Nothing.</p>"
        f"<iframe srcdoc='{WORDS}'>{WORDS}</iframe><svg><text>{WORDS}</text></svg>"
    )
    assert words(page(body)) == "Nothing."


def test_nothing_outside_of_the_page_is_read() -> None:
    doctype = '<!DOCTYPE html [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
    body = '<p>&secret;</p><object data="file:///etc/passwd"></object><iframe src="file:///etc/passwd"></iframe>'
    assert "root:" not in words(f"{doctype}<html><body>{body}".encode())


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ('<html><meta charset="iso-8859-1"><p>Café “zu”'.encode("cp1252"), "declared.html"),
        ("<html><p>Café “zu”".encode("cp1252"), "undeclared.html"),
        ("<html><p>Café “zu”".encode(), "undeclared-utf-8.html"),
        ("<html><p>Café “zu”".encode("utf-16"), "marked.html"),
        ("Café “zu”".encode(), "page.txt"),
        ("Café “zu”".encode("cp1252"), "windows.txt"),
    ],
    ids=lambda item: item if isinstance(item, str) else "",
)
def test_a_page_is_decoded_as_a_browser_does(data: bytes, name: str) -> None:
    assert words(data, name) == "Café “zu”"


def test_the_http_header_has_the_word_before_the_page_on_the_encoding() -> None:
    body = '<html><meta charset="utf-8"><p>Café'.encode("latin-1")
    data = Archive().add(body, headers={"Content-Type": "text/html; charset=ISO-8859-1"}).data
    assert words(data) == "Café"


def test_an_unknown_encoding_gives_way_to_the_next() -> None:
    data = Archive().add("<html><p>Café".encode(), headers={"Content-Type": "text/html; charset=rot13"}).data
    assert words(data) == "Café"


def test_wrong_bytes_spoil_only_themselves() -> None:
    assert words(page("<p>good</p>") + b"\xff<p>too") == "good � too"


@pytest.mark.parametrize("packed", [False, True])
def test_the_evidences_own_record_is_read_out_of_a_warc_file(packed: bool) -> None:
    archive = Archive(packed=packed)
    archive.add(page("<p>Other.</p>"), "https://example.net/").add(PAGE).add(page("<p>More.</p>"), URL + "?page=2")
    archive.add(b"\x89PNG", "https://example.net/a.png", headers={"Content-Type": "image/png"})
    assert words(archive.data) == WORDS
    assert words(archive.data, url="http://EXAMPLE.net:80/minutes/#top") == WORDS
    assert words(archive.data, url=URL + "?page=2") == "More."


def test_a_warc_file_packed_as_one_whole_is_read_too() -> None:
    assert words(gzip.compress(Archive().add(PAGE).add(PAGE, URL + "2").data)) == WORDS


def test_a_packed_page_is_read() -> None:
    assert words(gzip.compress(PAGE), "page.html.gz") == WORDS


def test_the_only_page_of_a_warc_file_stands_for_another_address() -> None:
    archive = Archive().add(PAGE, "https://web.example/web/2025/" + URL)
    archive.add(b"body {}", "https://example.net/a.css", headers={"Content-Type": "text/css"})
    assert words(archive.data) == WORDS
    message = refusal(archive.add(PAGE, "https://example.net/else").data)
    assert (
        f"it has no answer from {URL}; it has https://web.example/web/2025/{URL}, https://example.net/a.css" in message
    )


def test_redirections_are_followed_within_the_file_and_not_for_ever() -> None:
    archive = Archive().add(b"", status="301 Moved", headers={"Location": "/archive/minutes"})
    archive.add(b"<p>Start", "https://example.net/")
    archive.add(PAGE, "https://example.net/archive/minutes")
    assert words(archive.data) == WORDS
    loop = Archive().add(b"", status="302 Found", headers={"Location": URL})
    assert "it has no answer" in refusal(loop.data)


def test_the_last_answer_that_went_well_counts() -> None:
    archive = Archive().add(b"<html><p>Old.").add(PAGE).add(b"<html><p>Gone.", status="404 Not Found")
    assert words(archive.data) == WORDS


def test_a_revisit_has_the_body_of_the_answer_that_it_points_to() -> None:
    digest = {"WARC-Payload-Digest": "sha1:AAAA"}
    first = Archive().add(PAGE, URL + "/old", warc_headers=digest).add(b"<p>x", URL + "/b")
    assert words(first.add(b"", kind="revisit", warc_headers=digest).data) == WORDS
    alone = Archive().add(b"", kind="revisit", warc_headers=digest)
    assert "stands in another file" in refusal(alone.data)


def test_a_resource_record_is_a_page_without_an_answer() -> None:
    assert words(Archive().add(PAGE, kind="resource", headers={"Content-Type": "text/html"}).data) == WORDS


def raw_deflated(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({"Content-Encoding": "gzip"}, gzip.compress(PAGE)),
        ({"Content-Encoding": "x-gzip"}, PAGE),
        ({"Content-Encoding": "deflate"}, zlib.compress(PAGE)),
        ({"Content-Encoding": "deflate"}, raw_deflated(PAGE)),
        ({"Content-Encoding": "br"}, PAGE),
        ({"Content-Encoding": "deflate, gzip"}, gzip.compress(zlib.compress(PAGE))),
        ({"Transfer-Encoding": "chunked"}, chunked(PAGE)),
        ({"Transfer-Encoding": "chunked"}, PAGE),
        ({"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"}, chunked(gzip.compress(PAGE))),
    ],
)
def test_bodies_are_unpacked_and_what_the_archiver_unpacked_is_left(headers: dict[str, str], body: bytes) -> None:
    assert words(Archive().add(body, headers=headers).data) == WORDS


def test_text_in_a_warc_file_is_text() -> None:
    data = Archive().add(b"1 < 2 <b>and</b>", headers={"Content-Type": "text/plain"}).data
    assert words(data) == "1 < 2 <b>and</b>"


def test_a_page_without_a_media_type_is_seen_to_be_one() -> None:
    assert words(Archive().add(PAGE, headers={"Content-Type": ""}).data) == WORDS


def mhtml(encoding: str) -> bytes:
    archive = EmailMessage()
    archive["From"] = "<Saved by a browser>"
    archive["MIME-Version"] = "1.0"
    for url, text in (("https://ads.example/", "<p>Buy.</p>"), (URL, f"<p>{WORDS} Café.</p>")):
        archive.add_related(text, subtype="html", cte=encoding, headers=[f"Content-Location: {url}"])
    archive.add_related(b"\x89PNG", "image", "png")
    return bytes(archive)


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_the_page_of_an_mhtml_file_is_read(encoding: str) -> None:
    assert words(mhtml(encoding), "page.mhtml") == f"{WORDS} Café."
    assert words(mhtml(encoding), "page.bin") == f"{WORDS} Café.", "its first lines tell it"
    assert words(mhtml(encoding), "page.mht", "https://example.net/else") == "Buy.", "else the first page"


def test_an_mhtml_file_without_a_page_says_so() -> None:
    assert refusal(b"MIME-Version: 1.0\n\nHello", "page.mhtml") == "it holds no page"


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n", Archive().add(b"%PDF-1.7\n", headers={"Content-Type": "application/pdf"}).data]
)
def test_a_pdf_document_is_not_read_and_named(data: bytes) -> None:
    assert read_capture(data, "minutes.pdf", URL).unread == "a PDF document"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x00\x01\x02", "it is binary: byte 0 is NUL"),
        (gzip.compress(PAGE)[:-30], "it is cut off: its gzip data end too early"),
        (gzip.compress(PAGE)[:20] + b"\xff" * 90, "its packed data are damaged"),
        (Archive().add(PAGE).data[:-60], f"it is cut off within the answer from {URL}"),
        (Archive(packed=True).add(PAGE).data[:-60], "it is cut off: its gzip data end too early"),
        (Archive().add(gzip.compress(PAGE)[:-9], headers={"Content-Encoding": "gzip"}).data, "it is cut off: its gzip data end too early"),
        (Archive().add(zlib.compress(PAGE)[:-9], headers={"Content-Encoding": "deflate"}).data, "it is cut off: its packed data end too early"),
        (Archive().add(b"\xff" * 9, headers={"Content-Encoding": "deflate"}).data, "its packed data are damaged"),
        (Archive().add(b"junk", headers={"Content-Encoding": "br"}).data, "its body is packed with 'br', which is not read here"),
        (Archive().add(PAGE, headers={"Content-Encoding": "gzip," * 99}).data, "its body is packed over and over"),
        (Archive().add(chunked(PAGE)[:-30], headers={"Transfer-Encoding": "chunked"}).data, "it is cut off: its chunks end too early"),
        (b"WARC/1.0\r\n\r\n", f"it has no answer from {URL}; it has none at all"),
        (b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 5\r\n\r\nHTTP/", "it cannot be read (AttributeError)"),
        (b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://[\r\nContent-Length: -5\r\n\r\n", f"it has no answer from {URL}; it has http://["),
        (b"<html>" + b"<div>" * 5000, "the page's elements are nested too deeply"),
    ],
    ids=range(15),
)  # fmt: skip
def test_what_is_damaged_is_refused_with_the_reason(data: bytes, what: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert refusal(data) == what
    assert capfd.readouterr() == ("", "")


def test_a_bomb_is_stopped_at_the_limit() -> None:
    """A thousand to one is what gzip can do; a bomb in a bomb is a member of a WARC file with a packed body."""
    packer = zlib.compressobj(wbits=31)
    zeros = bytes(1_000_000)
    bomb = b"".join(packer.compress(zeros) for _ in range(101)) + packer.flush()
    assert len(bomb) < 200_000
    assert "unpacks to more than 100,000,000 bytes" in refusal(bomb)
    data = Archive(packed=True).add(bomb, headers={"Content-Encoding": "gzip"}).data
    assert "unpacks to more than 100,000,000 bytes" in refusal(data)


def test_limits_hold_on_the_number_of_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(payloads, "MAX_PARTS", 3)
    member = gzip.compress(b"x")
    assert gunzipped(member * 2 + bytes(100), "file") == b"xx"
    with pytest.raises(SourceError, match="over 3 parts"):
        gunzipped(member * 4, "file")
    with pytest.raises(SourceError, match="chunks end too early"):
        dechunked(b"1\r\nx\r\n" * 9, "file")


def test_a_page_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_PAGE", 50)
    assert "the limit is 50" in refusal(PAGE, "page.html")


def test_a_large_page_that_no_article_is_can_still_be_looked_through() -> None:
    assert words(page("<a>x</a> " * 60_000)).count("x") == 60_000


def test_a_page_saved_as_a_single_file_may_hold_its_pictures() -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 11_000_000}">'
    assert words(page(f"<p>{WORDS}</p>{picture}<p>End.</p>")) == f"{WORDS} End."
    assert refusal(page("word " * 2_200_000), "page.html") == "a text or attribute of the page is too long"


def test_identity_is_no_coding() -> None:
    assert unpacked(b"as it is", "identity,", "file") == b"as it is"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.net/a/", "http://Example.NET/a#b"),
        ("https://example.net:443/a", "https://example.net/a"),
        ("https://example.net/caf%C3%A9?x=%20y", "https://example.net/café?x= y"),
    ],
)
def test_spellings_of_one_address_are_one_place(one: str, other: str) -> None:
    assert place(one) == place(other) is not None


@pytest.mark.parametrize(
    "url", ["https://[", "ftp://example.net/", "urn:x", "", "https://example.net:99999/", "https:///a"]
)
def test_what_is_no_address_is_no_place(url: str) -> None:
    assert place(url) is None
