"""Bytes to text: UTF-8 for texts; for web pages also what the page declares."""

from __future__ import annotations

import codecs
import re

from claimkit.articles.refusals import line_and_column, refuse_nul
from claimkit.errors import SourceError

# UTF-32 comes first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)

# Browsers read these labels as the larger code page (WHATWG Encoding Standard, section 4.2), and pages rely on it.
_READ_AS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "utf-16": "utf-8",  # a page whose declaration can be read byte by byte is not UTF-16
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
    "utf-8-sig": "utf-8",
}

# Python has codecs that are no encodings of text (rot13, unicode_escape, zlib); a page must not choose one of those.
_ENCODING = re.compile(
    r"utf-8|cp(125[0-8]|866|874|932|949)|iso8859-([2-8]|1[03456])|koi8-[ru]|mac-(roman|cyrillic)"
    r"|gb18030|big5(hkscs)?|euc_jp|iso2022_jp"
)

_DECLARED = re.compile(rb"""<meta\b[^>]{0,500}?\bcharset\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9._:-]{1,40})""", re.I)
_XML_DECLARED = re.compile(rb"""^\s{0,99}<\?xml\b[^>]{0,200}?\bencoding\s{0,9}=\s{0,9}["']([A-Za-z0-9._-]{1,40})""")
_LABEL = re.compile(r"[A-Za-z0-9._:-]{1,40}")
_LOOK = 8192
"""Bytes in which the declaration must stand. The standard says 1024, and pages with long heads break it."""


def decode_text(data: bytes, name: str) -> str:
    """``data`` as UTF-8, without its byte order mark.

    Raises :class:`SourceError` with byte, offset, line and column, and the remedy.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            raise SourceError(
                f"it is {encoding}, by its byte order mark",
                place=name,
                line=1,
                column=1,
                remedy=f"convert it with 'iconv -f {encoding} -t UTF-8'",
            )
    refuse_nul(data, name)
    remedy = "convert it, for example with 'iconv -f WINDOWS-1252 -t UTF-8'"
    return _decode(data, "utf-8", name, remedy).removeprefix("\ufeff")


def decode_page(data: bytes, name: str) -> str:
    """A page's text by its byte order mark, else by the encoding that it declares, else as UTF-8.

    Raises :class:`SourceError` when the bytes are not what the page says, or it says what is no encoding.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode(data, encoding.lower(), name, "save the page again")
    refuse_nul(data, name)
    if data.startswith(codecs.BOM_UTF8):
        return _decode(data, "utf-8", name, "save the page again").removeprefix("\ufeff")
    start = data[:_LOOK]
    declared = _DECLARED.search(start) or _XML_DECLARED.search(start)
    if declared is None:
        return _decode(data, "utf-8", name, "the page declares no encoding: convert it to UTF-8")
    return _decode(data, _known(declared[1].decode("ascii"), name), name, "mend the charset that the page declares")


def decode_received(data: bytes, name: str, label: str = "") -> str:
    """A page's text as a browser shows it, wrong bytes as U+FFFD.

    The encoding is that of the byte order mark, else of ``label`` (from the HTTP header), else as declared, else UTF-8,
    else Windows-1252 (WHATWG HTML Standard, section 13.2.3.2). Raises :class:`SourceError` for what is no text.
    """
    for mark, encoding in (*_MARKS, (codecs.BOM_UTF8, "UTF-8")):
        if data.startswith(mark):
            return data.decode(encoding, errors="replace").removeprefix("\ufeff")
    refuse_nul(data, name)
    declared = _DECLARED.search(data[:_LOOK])
    for given in (label, declared[1].decode("ascii") if declared else ""):
        if _LABEL.fullmatch(given) and (codec := _codec(given)):
            return data.decode(codec, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _codec(label: str) -> str:
    """The codec that a label means; empty where it means none of a text."""
    try:
        codec = codecs.lookup(label).name
    except LookupError:
        return ""
    codec = _READ_AS.get(codec, codec)
    return codec if _ENCODING.fullmatch(codec) else ""


def _known(label: str, name: str) -> str:
    """The codec that a declared label means."""
    codec = _codec(label)
    if not codec:
        raise SourceError(
            f"the page declares the encoding {label!r}, which is unknown here",
            place=name,
            remedy="convert the page to UTF-8 and declare that",
        )
    return codec


def _decode(data: bytes, encoding: str, name: str, remedy: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, errors="replace")
        line, column = line_and_column(before, len(before))
        raise SourceError(
            f"byte 0x{data[error.start]:02x} at offset {error.start} is not {encoding.upper()}",
            place=name,
            line=line,
            column=column,
            remedy=remedy,
        ) from None
