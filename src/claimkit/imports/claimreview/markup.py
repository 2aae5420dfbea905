"""Microdata and RDFa of a page, as JSON-LD. Needs extruct: ``pip install claimkit[pages]``."""

from __future__ import annotations

from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from claimkit.imports.claimreview.ordering import in_order
from claimkit.imports.foreign import Remark

MAX_BELOW = 500_000
"""Elements below those with ``itemprop``, summed: extruct copies what is below each of them, some two seconds then."""

MAX_REFERENCES = 100
"""Names in ``itemref`` on a page; extruct goes through the page for each."""

MAX_ELEMENTS = 50_000
"""Elements of a page whose RDFa is read, which takes some three seconds then."""

_KIND = "schema.org/claimreview"


class _TooLargeError(ValueError):
    """The page is larger than extruct gets through in seconds."""


def marked_up(page: HtmlElement, text: str, base: str) -> tuple[list[object], list[Remark]]:
    """The ClaimReviews in the page's attributes; what could not be read is remarked, as refused."""
    found: list[object] = []
    remarks: list[Remark] = []
    for syntax, name, kind, read in (
        ("microdata", "itemtype", _KIND, _microdata),
        ("RDFa", "typeof", "claimreview", _rdfa),
    ):
        if any(kind in (element.get(name) or "").lower() for element in page.iter()):
            try:
                _refuse_large(page)
                found += read(page, text, base)
            except ImportError:
                wrong = f"it has a ClaimReview in {syntax}, for which extruct is needed: pip install extruct"
                remarks.append(Remark(message=wrong, refused=True))
            except _TooLargeError:
                wrong = f"its {syntax} has too many elements or properties; give its ClaimReview as JSON-LD"
                remarks.append(Remark(message=wrong, refused=True))
            except Exception as error:  # extruct and what it rests on fail in many ways on a page made to break them
                wrong = f"its {syntax} cannot be read ({type(error).__name__}); give its ClaimReview as JSON-LD"
                remarks.append(Remark(message=wrong, refused=True))
    return found, remarks


def _refuse_large(page: HtmlElement) -> None:
    elements = below = depth = 0
    for event, element in etree.iterwalk(page, events=("start", "end")):
        inside = "itemprop" in element.attrib
        if event == "start":
            elements += 1
            depth += inside
            below += depth
        else:
            depth -= inside
    references = sum(len(name.split()) for name in page.xpath("//@itemref"))
    if elements > MAX_ELEMENTS or below > MAX_BELOW or references > MAX_REFERENCES:
        raise _TooLargeError


def _microdata(page: HtmlElement, _text: str, base: str) -> list[object]:
    from extruct.w3cmicrodata import MicrodataExtractor  # noqa: PLC0415 - an extra of some 10 MB

    items = [item for item in page.iter() if _KIND in (item.get("itemtype") or "").lower()]
    extractor = MicrodataExtractor()
    return [_as_node(found) for item in items for found in extractor.extract_items(item, base)[:1]]


def _rdfa(_page: HtmlElement, text: str, base: str) -> list[object]:
    """All that the page says, as one graph; nothing is fetched, since no vocabulary is expanded."""
    from extruct.rdfa import RDFaExtractor  # noqa: PLC0415 - an extra of some 10 MB
    from extruct.utils import parse_xmldom_html  # noqa: PLC0415

    page = parse_xmldom_html(text.encode("utf-8"), "utf-8")
    for time in page.iter(
        "time"
    ):  # HTML+RDFa 1.1, section 3.1: its datetime is the value; the extractor takes the words
        if time.get("datetime") and not time.get("content"):
            time.set("content", time.get("datetime"))
    return [in_order(RDFaExtractor().extract_items(page, base_url=base or None))]


def _as_node(item: Any) -> Any:
    """An item of extruct's as an object of JSON-LD."""
    if isinstance(item, list):
        return [_as_node(one) for one in item]
    if not isinstance(item, dict):
        return item
    node = {"@type": item.get("type", "")} | {name: _as_node(one) for name, one in item.get("properties", {}).items()}
    return node | ({"@id": item["id"]} if "id" in item else {})
