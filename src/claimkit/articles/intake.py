"""From the bytes of a source to the text of record, its structure, and what the source says of itself."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from claimkit.articles import encodings, plain, refusals
from claimkit.articles.blocks import one_line
from claimkit.articles.formats import Format
from claimkit.model.article import Metadata, Received, Structure
from claimkit.storage import sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """An article taken in.

    ``text`` is the text of record and ``data`` its UTF-8 bytes, as they go to ``seeds/<slug>.txt``. ``received`` is
    there when those are not the bytes that came in. In ``metadata`` title and language may be empty: not known.
    """

    text: str
    data: bytes
    structure: Structure
    metadata: Metadata
    received: Received | None


def take_in(data: bytes, *, name: str, format: Format, max_characters: int) -> Intake:
    """The article in ``data``; ``name`` is the file, for messages, and ``max_characters`` counts code points.

    Raises :class:`claimkit.errors.SourceError` for what is empty, binary, in a wrong encoding, too long, has control
    characters (in plain text and Markdown), or is a page without an article. The parsers load only when needed.
    """
    refusals.refuse_empty(data, name)
    refusals.refuse_known_binary(data, name)
    match format:
        case Format.TEXT:
            return _from_text(data, name, max_characters)
        case Format.MARKDOWN:
            return _from_markdown(data, name, max_characters)
        case Format.HTML:
            return _from_page(data, name, max_characters)


def _from_text(data: bytes, name: str, max_characters: int) -> Intake:
    """Plain text stays as it is, byte for byte, but for a byte order mark, which is no part of a text."""
    text = _checked_text(data, name, max_characters)
    structure = plain.structure(text)
    return Intake(
        text=text,
        data=data.removeprefix(codecs.BOM_UTF8),
        structure=structure,
        metadata=Metadata(title=_title(text, structure), language=""),
        received=_received("text/plain", data) if data.startswith(codecs.BOM_UTF8) else None,
    )


def _from_markdown(data: bytes, name: str, max_characters: int) -> Intake:
    from claimkit.articles import markdown  # noqa: PLC0415 - plain text must not wait for a Markdown parser

    text, structure, metadata = markdown.read(_checked_text(data, name, max_characters), name)
    return _drawn(text, structure, metadata, _received("text/markdown", data))


def _from_page(data: bytes, name: str, max_characters: int) -> Intake:
    from claimkit.articles import html  # noqa: PLC0415 - plain text must not wait for lxml and trafilatura

    text, structure, metadata = html.read(data, name)
    refusals.refuse_long(text, name, max_characters)
    return _drawn(text, structure, metadata, _received("text/html", data))


def _checked_text(data: bytes, name: str, max_characters: int) -> str:
    """The decoded text without its mark, after everything that would make it no text."""
    text = encodings.decode_text(data, name)
    refusals.refuse_empty(text, name)
    refusals.refuse_long(text, name, max_characters)
    refusals.refuse_controls(text, name)
    return text


def _received(media_type: str, data: bytes) -> Received:
    return Received(media_type=media_type, sha256=sha256(data))


def _drawn(text: str, structure: Structure, metadata: Metadata, received: Received) -> Intake:
    return Intake(text=text, data=text.encode("utf-8"), structure=structure, metadata=metadata, received=received)


def _title(text: str, structure: Structure) -> str:
    """The first heading of the top level on one line, else nothing."""
    top = next((heading for heading in structure.headings if heading.level == 1), None)
    return one_line(text[top.start : top.end]) if top else ""
