"""What is refused, and what the message says about it."""

from __future__ import annotations

import codecs

import pytest

from claimkit.articles.formats import Format
from claimkit.articles.intake import Intake, take_in
from claimkit.errors import SourceError

NAME = "inbox/story.txt"


def take(data: bytes, form: Format = Format.TEXT, limit: int = 1000) -> Intake:
    return take_in(data, name=NAME, format=form, max_characters=limit)


def refusal(data: bytes, form: Format = Format.TEXT, limit: int = 1000) -> SourceError:
    with pytest.raises(SourceError) as caught:
        take(data, form, limit)
    error = caught.value
    assert error.place == NAME
    assert str(error).startswith(NAME)
    assert error.remedy
    return error


@pytest.mark.parametrize("form", Format)
def test_an_empty_file_is_refused_in_every_format(form: Format) -> None:
    """Nothing is no article."""
    assert str(refusal(b"", form)) == f"{NAME}: it is empty; give the article as text, Markdown or HTML"


@pytest.mark.parametrize("form", [Format.TEXT, Format.MARKDOWN])
@pytest.mark.parametrize(
    "data", [b" \t\r\n \n", "\u00a0\u2003\n".encode(), codecs.BOM_UTF8 + b"\n", "\u200b\n".encode()]
)
def test_white_space_alone_is_refused(data: bytes, form: Format) -> None:
    """What shows nothing to a reader is no article either."""
    assert "nothing but white space" in refusal(data, form).message


@pytest.mark.parametrize(
    ("data", "kind", "remedy"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF document", "pdftotext"),
        (b"PK\x03\x04\x14\x00\x06\x00", "a ZIP archive, as .docx", "save its text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office document", "save its text"),
        (b"{\\rtf1\\ansi Hello.}", "an RTF document", "save its text"),
        (b"\x1f\x8b\x08\x00", "a gzip archive", "gunzip"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image", "give the article as text"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image", "give the article as text"),
        (b"GIF89a\x01\x00", "a GIF image", "give the article as text"),
    ],
    ids=["pdf", "zip", "office", "rtf", "gzip", "png", "jpeg", "gif"],
)
@pytest.mark.parametrize("form", Format)
def test_a_known_binary_file_is_called_by_its_name(data: bytes, kind: str, remedy: str, form: Format) -> None:
    """The message says what the file is, and how its text is had."""
    error = refusal(data, form)
    assert f"it is {kind}" in error.what
    assert remedy in error.remedy


@pytest.mark.parametrize("form", Format)
def test_another_binary_file_shows_by_its_nul(form: Format) -> None:
    """No text has a NUL byte; its offset is named."""
    assert refusal(b"\x7fELF\x02\x01\x01\0abcdefgh", form).what == "it is binary: byte 7 is NUL"


def test_utf_16_without_its_mark_is_suspected() -> None:
    """Where every other byte is NUL, the remedy is a conversion."""
    error = refusal("The bridge.".encode("utf-16-le"))
    assert "byte 1 is NUL" in error.what
    assert "iconv -f UTF-16LE -t UTF-8" in error.remedy


@pytest.mark.parametrize(
    ("encoding", "mark", "name"),
    [
        ("utf-16-le", codecs.BOM_UTF16_LE, "UTF-16"),
        ("utf-16-be", codecs.BOM_UTF16_BE, "UTF-16"),
        ("utf-32-le", codecs.BOM_UTF32_LE, "UTF-32"),
    ],
)
@pytest.mark.parametrize("form", [Format.TEXT, Format.MARKDOWN])
def test_a_byte_order_mark_of_another_encoding_names_it(encoding: str, mark: bytes, name: str, form: Format) -> None:
    """UTF-16 and UTF-32 are told by their marks, with the command that converts them."""
    error = refusal(mark + "The bridge.".encode(encoding), form)
    assert error.what == f"it is {name}, by its byte order mark"
    assert error.remedy == f"convert it with 'iconv -f {name} -t UTF-8'"


@pytest.mark.parametrize("form", [Format.TEXT, Format.MARKDOWN])
def test_a_wrong_encoding_names_byte_offset_line_and_column(form: Format) -> None:
    """The first byte that is not UTF-8 is found; the column counts characters, not bytes."""
    error = refusal("Erste Zeile.\r\nGrüße ".encode() + "vom Café.".encode("cp1252"), form)
    assert error.what == "byte 0xe9 at offset 29 is not UTF-8"
    assert (error.line, error.column) == (2, 14)
    assert str(error).startswith(f"{NAME}:2:14: ")
    assert "iconv -f WINDOWS-1252 -t UTF-8" in error.remedy


@pytest.mark.parametrize("form", [Format.TEXT, Format.MARKDOWN])
@pytest.mark.parametrize("code", [0x01, 0x08, 0x0B, 0x0C, 0x0E, 0x1B, 0x1F, 0x7F, 0xFFFE, 0xFFFF])
def test_a_control_character_is_named_with_its_offset(code: int, form: Format) -> None:
    """Code point, offset in code points, line and column."""
    error = refusal(f"Grüße.\nTwo{chr(code)} lines.".encode(), form)
    assert f"U+{code:04X} stands at offset 10" in error.what
    assert (error.line, error.column) == (2, 4)
    assert "delete it" in error.remedy


def test_tabs_and_line_ends_are_no_control_characters_to_refuse() -> None:
    """Tab, LF and CR belong to texts."""
    assert take(b"A\tb.\r\nC.\rD.\n").text == "A\tb.\r\nC.\rD.\n"


@pytest.mark.parametrize("form", [Format.TEXT, Format.MARKDOWN])
def test_a_text_that_is_too_long_names_length_limit_and_setting(form: Format) -> None:
    """The limit counts characters; the remedy names where it is set."""
    assert take("ü".encode() * 1000, form).text.startswith("ü")
    error = refusal("ü".encode() * 1001, form)
    assert error.what == "it has 1,001 characters, and the limit is 1,000"
    assert "maxCharacters under [split] in claimkit.toml" in error.remedy


def test_a_text_of_ten_megabytes_is_refused() -> None:
    """The limit of two million characters that a workspace has at first."""
    error = refusal(b"The bridge is shut.\n" * 500_000, limit=2_000_000)
    assert error.what == "it has 10,000,000 characters, and the limit is 2,000,000"
