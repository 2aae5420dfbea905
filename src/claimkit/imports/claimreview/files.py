"""A file's JSON-LD: a file of it, or the scripts of a page."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimkit.annotations import jsontext
from claimkit.articles.encodings import decode_received
from claimkit.articles.page_limits import refuse_large
from claimkit.articles.page_metadata import page_metadata
from claimkit.articles.page_tree import page_tree
from claimkit.errors import DataError, SourceError
from claimkit.imports.claimreview.markup import marked_up
from claimkit.imports.foreign import Remark

_CONTROL = re.compile("[\x00-\x1f]")
_OPENING = re.compile(r"\s*(?://\s*)?(?:<!--|<!\[CDATA\[)")
_CLOSING = ("-->", "]]>")
_ABOUT = "claimreview"


@dataclass(frozen=True, slots=True, kw_only=True)
class Documents:
    """The roots of all that a file has of JSON-LD, and of what amounts to it in a page's attributes (``marked``).

    ``base`` is the address of the page that it is, ``language`` the page's.
    """

    roots: tuple[object, ...]
    marked: tuple[object, ...] = ()
    base: str = ""
    language: str = ""
    remarks: tuple[Remark, ...] = ()


def documents_of(data: bytes, place: str) -> Documents:
    """What is in the file; raises :class:`DataError` for JSON that is none, :class:`SourceError` for a page that is."""
    start = data.removeprefix(codecs.BOM_UTF8).lstrip()[:1]
    if start in (b"{", b"["):
        return _of_json(data, place)
    if not start:
        raise DataError("it is empty", place=place, remedy="name a page or a JSON-LD file")
    return _of_page(data, place)


def _of_json(data: bytes, place: str) -> Documents:
    remarks = []
    if data.startswith(codecs.BOM_UTF8):
        remarks.append(Remark(message="it begins with a byte order mark, which is passed over"))
    root, mended = _parsed(jsontext.decode(data.removeprefix(codecs.BOM_UTF8), place), place)
    remarks += mended
    return Documents(roots=(root,), remarks=tuple(remarks))


def _parsed(text: str, place: str) -> tuple[object, list[Remark]]:
    """The value; bare control characters in its texts, which JSON forbids and sites write, are read as blanks."""
    try:
        return jsontext.parse(text, place), []
    except DataError as error:
        plain = _CONTROL.sub(" ", text)
        try:
            value = jsontext.parse(plain, place)
        except DataError:
            raise error from None
        return value, [Remark(message="bare line ends or control characters in its texts are read as blanks")]


def _of_page(data: bytes, place: str) -> Documents:
    refuse_large(data, place)
    text = decode_received(data, place)
    try:
        page = page_tree(text, place, shown_only=True)
        about = page_metadata(page)
    except SourceError:
        raise
    except Exception as error:  # a parser's own failure on a page made to break it
        raise SourceError(f"it cannot be read as a page ({type(error).__name__})", place=place) from error
    scripts = [item.text or "" for item in page.iter("script") if "ld+json" in (item.get("type") or "").lower()]
    roots: list[object] = []
    remarks: list[Remark] = []
    for number, script in enumerate(scripts, 1):
        for root, mended in _of_script(script, f"script {number}", place, remarks):
            roots.append(root)
            remarks += mended
    marked, told = marked_up(page, text, about.url)
    return Documents(
        roots=tuple(roots),
        marked=tuple(marked),
        base=about.url,
        language=about.language,
        remarks=(*remarks, *told),
    )


def _of_script(script: str, where: str, place: str, remarks: list[Remark]) -> Iterator[tuple[object, list[Remark]]]:
    """The value of a script; one that is broken matters only where it is about a ClaimReview."""
    if _ABOUT not in script.lower():
        return
    plain = _unwrapped(_unwrapped(script))
    told = [Remark(message="comments around the JSON are taken away", where=where)] if plain != script else []
    try:
        root, mended = _parsed(plain, place)
    except DataError as error:
        at = f", line {error.line}, column {error.column}" if error.line else ""
        remarks.append(Remark(message=f"{error.message}", where=f"{where}{at}", refused=True))
        return
    yield root, [*told, *(Remark(message=one.message, where=where) for one in mended)]


def _unwrapped(script: str) -> str:
    """The script without a mark at its beginning and one at its end; linear, as a pattern for the end would not be."""
    opening = _OPENING.match(script)
    script = script[opening.end() :] if opening else script
    bare = script.rstrip().removesuffix(";").rstrip()
    if not bare.endswith(_CLOSING):
        return script
    bare = bare[: -len("-->")]
    return before.removesuffix("//") if (before := bare.rstrip()).endswith("//") else bare
