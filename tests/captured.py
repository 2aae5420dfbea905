"""Captures made for tests, by warcio's own writer and Python's own packers."""

from __future__ import annotations

import io

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

URL = "https://example.net/minutes"
WORDS = "The bridge was closed on Monday, the council said."


def page(body: str, head: str = "") -> bytes:
    """A page in UTF-8 that says so."""
    return f'<!doctype html><html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'.encode()


class Archive:
    """A WARC file in the making; ``data`` are its bytes."""

    def __init__(self, *, packed: bool = False) -> None:
        self._file = io.BytesIO()
        self._writer = WARCWriter(self._file, gzip=packed)

    def add(
        self,
        body: bytes,
        url: str = URL,
        *,
        kind: str = "response",
        status: str = "200 OK",
        headers: dict[str, str] | None = None,
        warc_headers: dict[str, str] | None = None,
    ) -> Archive:
        """Add an answer from ``url``, by default a page."""
        given = {"Content-Type": "text/html"} | (headers or {})
        http = None if kind == "resource" else StatusAndHeaders(status, list(given.items()), protocol="HTTP/1.1")
        record = self._writer.create_warc_record(
            url,
            kind,
            payload=io.BytesIO(body),
            length=len(body),
            http_headers=http,
            warc_content_type=given["Content-Type"] if http is None else "",
            warc_headers_dict=warc_headers or {},
        )
        self._writer.write_record(record)
        return self

    @property
    def data(self) -> bytes:
        """The file."""
        return self._file.getvalue()


def chunked(body: bytes, size: int = 7) -> bytes:
    """The body in chunks, with an extension on each."""
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x;name=value\r\n%b\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"
