"""The page that a WARC file holds for an address (ISO 28500), by warcio.

warcio only parses: files and bodies are unpacked here, within bounds, since it takes what it is given at any size.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from claimkit.captures.addresses import Place, place
from claimkit.captures.payloads import MAX_PARTS, Payload, dechunked, typed, unpacked
from claimkit.errors import SourceError

MAGIC = b"WARC/"

_KINDS = {"response", "resource", "revisit"}
_REDIRECTS = 5
_SHOWN = 3
"""Addresses that a message names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Record:
    """One answer: where it is from, how it went, and its body as sent."""

    kind: str
    url: str
    status: str
    headers: dict[str, str]
    body: bytes
    whole: bool
    digest: str

    @property
    def is_page(self) -> bool:
        """Whether it is an answer with text that people read."""
        media_type = self.headers.get("content-type", "").partition(";")[0].strip().lower()
        return self.status[:1] == "2" and media_type in {"text/html", "text/plain", "application/xhtml+xml"}


def page_at(url: str, data: bytes, name: str) -> Payload:
    """The page that the file holds for ``url``: the last answer that went well, redirections followed.

    Where there is none, the file's only page. Raises :class:`SourceError` where there is neither, or it is damaged.
    """
    records = list(_records(data, name))
    record = _followed(url, records) or _only_page(records)
    if record is None:
        urls = list(dict.fromkeys(record.url for record in records))
        held = ", ".join(urls[:_SHOWN]) + (f" and {len(urls) - _SHOWN} more" if len(urls) > _SHOWN else "")
        raise SourceError(f"it has no answer from {url}; it has {held or 'none at all'}", place=name)
    if record.kind == "revisit":
        record = _first_seen(record, records, name)
    return _payload(record, name)


def _records(data: bytes, name: str) -> Iterator[_Record]:
    from warcio.archiveiterator import WARCIterator  # noqa: PLC0415 - 40 ms where fsspec is about, and few need it

    with redirect_stderr(io.StringIO()):  # warcio writes its warnings there
        # In one block: a line that is put together of many takes quadratic time.
        for number, record in enumerate(WARCIterator(io.BytesIO(data), block_size=len(data))):
            if number == MAX_PARTS:
                raise SourceError(f"it has over {MAX_PARTS:,} records", place=name)
            if record.rec_type in _KINDS:
                yield _record(record)


def _record(record: Any) -> _Record:
    http = record.http_headers
    headers = {key.lower(): value for key, value in http.headers} if http else {}
    if not http:
        headers["content-type"] = record.rec_headers.get_header("Content-Type") or ""
    body = record.raw_stream.read()
    announced = record.payload_length if http else record.length
    return _Record(
        kind=record.rec_type,
        url=record.rec_headers.get_header("WARC-Target-URI") or "",
        status=http.get_statuscode() if http else "200",
        headers=headers,
        body=body,
        whole=announced is None or len(body) >= announced,
        digest=record.rec_headers.get_header("WARC-Payload-Digest") or "",
    )


def _followed(url: str, records: Iterable[_Record]) -> _Record | None:
    """The answer from ``url``, or from where it sends the reader."""
    answers: dict[Place | None, _Record] = {}
    for record in records:
        key = place(record.url)
        if key not in answers or record.status[:1] == "2" or answers[key].status[:1] != "2":
            answers[key] = record
    answers.pop(None, None)
    for _ in range(_REDIRECTS):
        found = answers.get(place(url))
        if found is None or found.status[:1] != "3" or "location" not in found.headers:
            return found
        url = urljoin(url, found.headers["location"])
    return None


def _only_page(records: Iterable[_Record]) -> _Record | None:
    pages = [record for record in records if record.is_page]
    return pages[0] if len(pages) == 1 else None


def _first_seen(revisit: _Record, records: Iterable[_Record], name: str) -> _Record:
    """The answer that a revisit says is the same as before."""
    for record in records:
        if record.kind != "revisit" and revisit.digest and record.digest == revisit.digest:
            return record
    raise SourceError(f"its answer from {revisit.url} only points to a body that stands in another file", place=name)


def _payload(record: _Record, name: str) -> Payload:
    if not record.whole:
        raise SourceError(f"it is cut off within the answer from {record.url}", place=name)
    body = record.body
    if "chunked" in record.headers.get("transfer-encoding", "").lower():
        body = dechunked(body, name)
    body = unpacked(body, record.headers.get("content-encoding", ""), name)
    return typed(body, record.headers.get("content-type", ""))
