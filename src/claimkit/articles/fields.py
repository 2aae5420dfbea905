"""Metadata as strangers write it, brought to what schemas/claims.schema.json allows; what cannot be is dropped."""

from __future__ import annotations

import datetime
import re

from claimkit.articles.blocks import one_line

MAX_FIELD = 1000
"""Code points of a title, a name or an address; what is longer is none."""

_BLANK = r"\x00-\x20\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
"""As in the schemas: what is a blank for one reader of patterns or another, and no part of an address for any."""

_STRAY = re.compile(r"[\[\]]|%(?![0-9A-Fa-f]{2})")
_NOT = rf'{_BLANK}<>"{{}}|\\^`'
_URL = re.compile(rf"https?://[^/?#@:%\[\]{_NOT}]+(:[0-9]{{1,5}})?([/?][^#{_NOT}]*)?(#[^#{_NOT}]*)?")
"""What schemas/claims.schema.json takes, once strays have their escapes."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_MONTH = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2]))?")
_DATE = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"([Tt ](?P<minute>([01][0-9]|2[0-3]):[0-5][0-9])(:(?P<second>[0-5][0-9])(?P<fraction>\.[0-9]{1,9})?)?"
    r" ?(?P<zone>[Zz]|[+-]([01][0-9]|2[0-3]):?[0-5][0-9])?)?"
)


def field(value: object) -> str:
    """A title or a name on one line without control characters; empty when it is no string or too long."""
    text = one_line(value) if isinstance(value, str) and len(value) <= 10 * MAX_FIELD else ""
    return text if len(text) <= MAX_FIELD else ""


def url(value: object) -> str:
    """An absolute http or https address; empty when it is another thing, as ``javascript:`` is.

    Brackets, and a % that begins no escape, get escapes: browsers follow them, and no address may hold them (RFC 3986).
    """
    scheme, colon, rest = field(value).partition("://")
    host, mark, place = re.split("([/?#]|$)", rest, maxsplit=1)
    text = scheme.lower() + colon + host + mark + _STRAY.sub(lambda sign: f"%{ord(sign[0]):02X}", place)
    return text if _URL.fullmatch(text) else ""


def language(value: object) -> str:
    """A language tag of BCP 47; the underscore of ``og:locale`` becomes a hyphen. Empty when it is none."""
    text = field(value).replace("_", "-")
    return text if _LANGUAGE.fullmatch(text) else ""


def date(value: object) -> str:
    """A year, a month, a day, or a day and time with its zone (RFC 3339).

    A time without a zone says no instant, so that only its day is kept. Empty when it is no ISO 8601 date, or one that
    no calendar has.
    """
    text = field(value)
    if _MONTH.fullmatch(text):
        return text
    found = _DATE.fullmatch(text)
    if found is None or not _is_day(found["day"]):
        return ""
    if not found["zone"]:
        return found["day"]
    return f"{found['day']}T{found['minute']}:{found['second'] or '00'}{found['fraction'] or ''}{_zone(found['zone'])}"


def _is_day(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _zone(text: str) -> str:
    if text in "Zz":
        return "Z"
    return text if ":" in text else f"{text[:3]}:{text[3:]}"
