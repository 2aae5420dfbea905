"""Microdata and RDFa of a page, as JSON-LD. Needs extruct: ``pip install claimkit[pages]``."""

from __future__ import annotations

import re
from typing import Any

from lxml.html import HtmlElement

from claimkit.imports.foreign import Remark

MAX_ITEMS = 2_000
"""Elements with ``itemprop`` or ``itemref`` of a ClaimReview's page; extruct copies what is below each of them."""

_MICRODATA = re.compile(r"itemtype\s*=\s*[\"']?[^\"'>]*schema\.org/claimreview", re.IGNORECASE)
_RDFA = re.compile(r"typeof\s*=\s*[\"']?[^\"'>]*claimreview", re.IGNORECASE)
_KIND = "schema.org/claimreview"


def marked_up(page: HtmlElement, text: str, base: str, place: str) -> tuple[list[object], list[Remark]]:
    """The ClaimReviews in the page's attributes; what could not be read is remarked, as refused."""
    found: list[object] = []
    remarks: list[Remark] = []
    for syntax, mark, read in (("microdata", _MICRODATA, _microdata), ("RDFa", _RDFA, _rdfa)):
        if mark.search(text):
            try:
                found += read(page, text, base)
            except ImportError:
                wrong = f"it has a ClaimReview in {syntax}, for which extruct is needed: pip install 'claimkit[pages]'"
                remarks.append(Remark(message=wrong, refused=True))
            except Exception as error:  # extruct and what it rests on fail in many ways on a page made to break them
                wrong = f"its {syntax} cannot be read ({type(error).__name__}); give its ClaimReview as JSON-LD"
                remarks.append(Remark(message=wrong, refused=True))
    return found, remarks


def _microdata(page: HtmlElement, _text: str, base: str) -> list[object]:
    from extruct.w3cmicrodata import MicrodataExtractor  # noqa: PLC0415 - an extra of some 10 MB

    if sum(1 for item in page.iter() if "itemprop" in item.attrib or "itemref" in item.attrib) > MAX_ITEMS:
        raise ValueError("too many properties")
    items = [item for item in page.iter() if _KIND in (item.get("itemtype") or "").lower()]
    extractor = MicrodataExtractor()
    return [_as_node(found) for item in items for found in extractor.extract_items(item, base)[:1]]


def _rdfa(_page: HtmlElement, text: str, base: str) -> list[object]:
    """All that the page says, as one graph; nothing is fetched, since no vocabulary is expanded."""
    from extruct.rdfa import RDFaExtractor  # noqa: PLC0415 - an extra of some 10 MB

    return [RDFaExtractor().extract(text, base_url=base or None)]


def _as_node(item: Any) -> Any:
    """An item of extruct's as an object of JSON-LD."""
    if isinstance(item, list):
        return [_as_node(one) for one in item]
    if not isinstance(item, dict):
        return item
    node = {"@type": item.get("type", "")} | {name: _as_node(one) for name, one in item.get("properties", {}).items()}
    return node | ({"@id": item["id"]} if "id" in item else {})
