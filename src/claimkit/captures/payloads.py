"""What a record carries: its bytes as the reader's browser had them, unpacked within bounds."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from email.message import Message

from claimkit.errors import SourceError

MAX_UNPACKED = 100_000_000
"""Bytes that a packed file may have when unpacked; more is a bomb, or no page."""

MAX_PARTS = 100_000
"""Parts of one file: members of a gzip file, records of a WARC file, chunks of a body."""

GZIP = b"\x1f\x8b"

_BLOCK = 16_384
_MAX_CODINGS = 3
_GZIP_ONLY, _ZLIB, _RAW = 31, 15, -15  # what zlib.decompressobj calls wbits
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,4096})?\r?\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Payload:
    """The bytes of a page, its media type in lower case and its encoding's label, as far as they are told."""

    body: bytes
    media_type: str = ""
    charset: str = ""


def typed(body: bytes, content_type: str) -> Payload:
    """The payload with the media type and the label that a Content-Type header gives (RFC 9110, section 8.3)."""
    header = Message()
    header["Content-Type"] = " ".join(content_type.split())
    media_type = header.get_content_type() if content_type.strip() else ""
    return Payload(body=body, media_type=media_type, charset=header.get_content_charset() or "")


def gunzipped(data: bytes, name: str) -> bytes:
    """The bytes of all members of a gzip file (RFC 1952); raises :class:`SourceError` if damaged, cut off or a bomb."""
    out = bytearray()
    at = 0
    for _ in range(MAX_PARTS):
        if not data[at : at + _BLOCK].strip(b"\0"):  # tapes and some tools fill up with zeros
            return bytes(out)
        at = _member(data, at, out, name)
    raise SourceError(f"it has over {MAX_PARTS:,} parts", place=name)


def _member(data: bytes, at: int, out: bytearray, name: str) -> int:
    """Add the member that begins at ``at`` to ``out``; where it ends."""
    inflater = zlib.decompressobj(_GZIP_ONLY)
    while not inflater.eof:
        block = data[at : at + _BLOCK]
        if not block:
            raise SourceError("it is cut off: its gzip data end too early", place=name)
        _add(inflater, block, out, name)
        at += len(block)
    return at - len(inflater.unused_data)


def _add(inflater: zlib._Decompress, block: bytes, out: bytearray, name: str) -> None:
    try:
        out += inflater.decompress(block, MAX_UNPACKED - len(out) + 1)
    except zlib.error:
        raise SourceError("its packed data are damaged", place=name) from None
    if len(out) > MAX_UNPACKED:
        raise SourceError(f"it unpacks to more than {MAX_UNPACKED:,} bytes", place=name)


def unpacked(body: bytes, codings: str, name: str) -> bytes:
    """The body without its content codings (RFC 9110, section 8.4); raises :class:`SourceError` for unknown ones.

    Many archivers keep the header and unpack the body; so what is already a page, or no gzip data, stays as it is.
    """
    listed = [coding.strip().lower() for coding in codings.split(",")]
    if len(listed) > _MAX_CODINGS:
        raise SourceError("its body is packed over and over", place=name)
    for coding in reversed(listed):
        if coding in {"", "identity"} or body.lstrip()[:1] == b"<":
            continue
        if coding in {"gzip", "x-gzip"}:
            body = gunzipped(body, name) if body.startswith(GZIP) else body
        elif coding == "deflate":
            body = _inflated(body, name)
        else:
            raise SourceError(f"its body is packed with {coding[:20]!r}, which is not read here", place=name)
    return body


def _inflated(body: bytes, name: str) -> bytes:
    """The body of the coding deflate: with the zlib header that belongs there, or without, as some servers send it."""
    zlib_header = len(body) > 1 and body[0] & 0x0F == 8 and int.from_bytes(body[:2], "big") % 31 == 0
    inflater = zlib.decompressobj(_ZLIB if zlib_header else _RAW)
    out = bytearray()
    _add(inflater, body, out, name)
    if not inflater.eof:
        raise SourceError("it is cut off: its packed data end too early", place=name)
    return bytes(out)


def dechunked(body: bytes, name: str) -> bytes:
    """The body without its division into chunks (RFC 9112, section 7.1); one that is not so divided stays as it is.

    Raises :class:`SourceError` where the chunks break off.
    """
    parts: list[bytes] = []
    at = 0
    for _ in range(MAX_PARTS):
        size = _CHUNK.match(body, at)
        if size is None:
            break
        length = int(size[1], 16)
        if length == 0:
            return b"".join(parts)
        parts.append(body[size.end() : size.end() + length])
        at = size.end() + length
        at += 2 if body[at : at + 2] == b"\r\n" else 1
    if not parts:
        return body
    raise SourceError("it is cut off: its chunks end too early", place=name)
