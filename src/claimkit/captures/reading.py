"""A capture's words, whatever it was saved as. Captures are hostile until shown otherwise, as pages are."""

from __future__ import annotations

from dataclasses import dataclass

from claimkit.articles.encodings import decode_received
from claimkit.articles.formats import Format, guess
from claimkit.articles.page_tree import shown_text
from claimkit.articles.refusals import known_binary
from claimkit.captures import mhtml, warc
from claimkit.captures.payloads import GZIP, Payload, gunzipped
from claimkit.errors import SourceError

MAX_PAGE = 50_000_000
"""Bytes of a page alone. One that holds its own pictures, as SingleFile writes it, has some ten million."""

_PAGES = {"text/html", "application/xhtml+xml"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The words of a capture; or, where it is of a kind that is not read here, what that is."""

    text: str = ""
    unread: str = ""


def read_capture(data: bytes, name: str, url: str) -> Reading:
    """What the capture ``data``, a file called ``name``, shows of the page at ``url``.

    A WARC file, packed or not, an MHTML file, a page or plain text. Raises :class:`SourceError` where it cannot be
    read, whatever the parsers do.
    """
    try:
        return _words(_payload(data, name, url), name)
    except SourceError:
        raise
    except Exception as error:  # a parser's own failure on a file made to break it
        raise SourceError(f"it cannot be read ({type(error).__name__})", place=name) from error


def _payload(data: bytes, name: str, url: str) -> Payload:
    if data.startswith(GZIP):
        data, name = gunzipped(data, name), name.removesuffix(".gz")
    if data.startswith(warc.MAGIC):
        return warc.page_at(url, data, name)
    if mhtml.is_mhtml(data, name):
        return mhtml.page_at(url, data, name)
    return Payload(body=data, media_type="text/html" if guess(name, data) is Format.HTML else "text/plain")


def _words(payload: Payload, name: str) -> Reading:
    if unread := known_binary(payload.body):
        return Reading(unread=unread)
    if len(payload.body) > MAX_PAGE:
        raise SourceError(f"the page has {len(payload.body):,} bytes, and the limit is {MAX_PAGE:,}", place=name)
    text = decode_received(payload.body, name, payload.charset)
    is_page = payload.media_type in _PAGES or (not payload.media_type and guess("", payload.body) is Format.HTML)
    return Reading(text=shown_text(text, name) if is_page and text.strip() else text)
