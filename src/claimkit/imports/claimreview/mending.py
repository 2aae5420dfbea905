"""Values as strangers write them, brought to what our files can hold; whatever is changed or dropped is remarked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urljoin

from claimkit.articles import fields
from claimkit.articles.blocks import one_line, without_controls
from claimkit.imports.claimreview.graph import Graph
from claimkit.imports.foreign import Remark
from claimkit.rules.claimreview.reading import exact
from claimkit.schemas import FileKind, violations

MOST = 10_000
"""Code points of a text that is taken over."""

_ENTITY = re.compile(r"&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
_LOOSE_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mending:
    """Reads the values of one object's graph. ``name`` is the ClaimReview, ``base`` the page that they stand on.

    ``language`` is that page's; ``marked``: the values come from attributes of it, where all of them are texts.
    """

    graph: Graph
    name: str
    base: str = ""
    language: str = ""
    marked: bool = False
    remarks: list[Remark] = field(default_factory=list)

    def remark(self, path: str, message: str, *, refused: bool = False) -> None:
        """Remember what was done or could not be."""
        self.remarks.append(Remark(message=message, where=f"{self.name}: {path}", refused=refused))

    def one(self, node: object, name: str, path: str) -> object:
        """The value of a property that is to have one: the first, where there are several; None where there is none."""
        found = self.graph.values(node, name)
        if len(found) > 1:
            self.remark(path, f"there are {len(found)} of it; the first one is taken")
        return found[0] if found else None

    def line(self, value: object, path: str) -> str:
        """A text on one line."""
        return one_line(self.words(value, path))

    def words(self, value: object, path: str) -> str:
        """A text without blanks at its ends, HTML's marks and control characters; empty where it is none."""
        if not isinstance(value, str):
            if value is not None:
                self.remark(path, f"{shown(value)} is no text; left out")
            return ""
        text = without_controls(value).replace("\r\n", "\n").replace("\r", "\n").strip()
        if text != value:
            self.remark(path, "blanks, line ends or control characters at its ends or in it are taken away")
        plain = _TAG.sub("", unescape(text) if _ENTITY.search(text) else text).strip()
        if plain != text:
            plain = without_controls(plain).strip()
            self.remark(path, f"HTML stands in the text; read as {shown(plain)}")
        if len(plain) > MOST:
            self.remark(path, f"it has {len(plain):,} characters; the first {MOST:,} are taken")
        return plain[:MOST].strip()

    def url(self, value: object, path: str) -> str:
        """An absolute address; one that is relative is completed by the page's. Empty where it is none."""
        value = self.graph.name(value) if isinstance(value, dict) else value
        if not isinstance(value, str) or not value.strip():
            return ""
        known = fields.url(value)
        if not known and self.base and (whole := _joined(self.base, value.strip())):
            self.remark(path, f"{shown(value)} is relative; completed to {shown(whole)}")
            known = whole
        if known and not any(violations(FileKind.REVIEW, known, "url")):
            if known != value and value.strip() != value:
                self.remark(path, f"blanks around {shown(known)} are taken away")
            return known
        self.remark(path, f"{shown(value)} is no absolute address; left out")
        return ""

    def date(self, value: object, path: str) -> str:
        """A year, a month, a day, or a day and time with its zone; empty where it is no date."""
        if value is None:
            return ""
        loose = _LOOSE_DAY.fullmatch(value.strip()) if isinstance(value, str) else None
        padded = f"{loose[1]}-{int(loose[2]):02}-{int(loose[3]):02}" if loose else value
        known = fields.date(padded)
        if known and not (len(known) < len("YYYY-MM-DD") or exact(known)):
            known = ""
        if known != value:
            self.remark(path, f"{shown(value)} is no exact date; " + (f"read as {known}" if known else "left out"))
        return known

    def day(self, value: object, path: str) -> str:
        """The same without a time."""
        return self.date(value, path)[: len("YYYY-MM-DD")]

    def called(self, value: object, path: str) -> str:
        """The name of a person or an organization: of the object, or the bare text that stands in its place."""
        if isinstance(value, str):
            text = self.line(value, path)
            if text:
                self.remark(path, f"{shown(text)} is a bare text; taken as the name")
            return text
        return self.line(self.one(value, "name", f"{path}.name"), f"{path}.name")


def _joined(base: str, address: str) -> str:
    try:
        return fields.url(urljoin(base, address))
    except ValueError:
        return ""


def shown(value: object, most: int = 60) -> str:
    """A value in short, for a message."""
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    text = " ".join(str(value)[: 10 * most].split())
    return f"“{text}”" if len(text) <= most else f"“{text[: most - 1]}…”"
