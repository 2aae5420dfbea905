"""What no article may be: empty, binary, in an unknown encoding, with control characters, too long."""

from __future__ import annotations

import re

from claimkit.articles.blocks import CONTROL
from claimkit.errors import SourceError

_LINE_END = re.compile(r"\r\n|\r|\n")
_VISIBLE = re.compile("[^\\s\u00ad\u200b-\u200f\u2060\ufeff]")

_SAVE_AS_TEXT = "open it and save its text as a .txt file in UTF-8"
_GIVE_THE_TEXT = "give the article as text, Markdown or HTML"

# The first bytes of what people hand in by mistake, from the formats' own specifications.
_MAGIC = (
    (b"%PDF-", "a PDF document", "extract its text first, for example with 'pdftotext FILE.pdf FILE.txt'"),
    (b"PK\x03\x04", "a ZIP archive, as .docx, .odt and .epub files are", _SAVE_AS_TEXT),
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office document", _SAVE_AS_TEXT),
    (b"{\\rtf", "an RTF document", _SAVE_AS_TEXT),
    (b"\x1f\x8b", "a gzip archive", "unpack it first with 'gunzip'"),
    (b"\x89PNG", "a PNG image", _GIVE_THE_TEXT),
    (b"\xff\xd8\xff", "a JPEG image", _GIVE_THE_TEXT),
    (b"GIF87a", "a GIF image", _GIVE_THE_TEXT),
    (b"GIF89a", "a GIF image", _GIVE_THE_TEXT),
)


def refuse_empty(text: str | bytes, name: str) -> None:
    """Raise :class:`SourceError` for nothing, or nothing but white space and invisible characters."""
    if not text:
        raise SourceError("it is empty", place=name, remedy=_GIVE_THE_TEXT)
    if isinstance(text, str) and not _VISIBLE.search(text):
        raise SourceError("there is nothing but white space in it", place=name, remedy=_GIVE_THE_TEXT)


def refuse_known_binary(data: bytes, name: str) -> None:
    """Raise :class:`SourceError` that names the kind of file, if its first bytes are those of one that is no text."""
    for magic, kind, remedy in _MAGIC:
        if data.startswith(magic):
            raise SourceError(f"it is {kind}, not text", place=name, remedy=remedy)


def known_binary(data: bytes) -> str:
    """What kind of file it is, by its first bytes, if one that is no text; else empty."""
    return next((kind for magic, kind, _ in _MAGIC if data.startswith(magic)), "")


def refuse_nul(data: bytes, name: str) -> None:
    """Raise :class:`SourceError` at the first NUL byte: binary, or UTF-16 without its mark."""
    offset = data.find(b"\0")
    if offset < 0:
        return
    remedy = _GIVE_THE_TEXT
    if data.count(b"\0") * 3 > len(data):  # of Latin text in UTF-16 every other byte is NUL
        remedy = "if it is UTF-16, convert it with 'iconv -f UTF-16LE -t UTF-8'"
    raise SourceError(f"it is binary: byte {offset} is NUL", place=name, remedy=remedy)


def refuse_controls(text: str, name: str) -> None:
    """Raise :class:`SourceError` at the first control character or noncharacter, with its offset in code points."""
    if found := CONTROL.search(text):
        offset = found.start()
        line, column = line_and_column(text, offset)
        kind = "noncharacter" if ord(found[0]) > 0xFF else "control character"
        raise SourceError(
            f"the {kind} U+{ord(found[0]):04X} stands at offset {offset}",
            place=name,
            line=line,
            column=column,
            remedy="delete it, or put a space or a line end in its place",
        )


def refuse_long(text: str, name: str, limit: int) -> None:
    """Raise :class:`SourceError` for a text of more than ``limit`` code points."""
    if len(text) > limit:
        raise SourceError(
            f"it has {len(text):,} characters, and the limit is {limit:,}",
            place=name,
            remedy="divide it, or raise maxCharacters under [split] in claimkit.toml",
        )


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """The line and the column of an offset, both from 1, in code points; CR, LF and CRLF each end a line."""
    ends = [match.end() for match in _LINE_END.finditer(text, 0, offset)]
    return len(ends) + 1, offset - (ends[-1] if ends else 0) + 1
