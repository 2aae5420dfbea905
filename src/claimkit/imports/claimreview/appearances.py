"""The articles that a claim appeared in, and the words of theirs that bear it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from claimkit.articles import fields
from claimkit.articles.blocks import without_controls
from claimkit.imports.claimreview.graph import kinds
from claimkit.imports.claimreview.mending import Mending, shown
from claimkit.imports.foreign import Stretch
from claimkit.model.article import Metadata

Appearance: TypeAlias = tuple[Metadata, tuple[Stretch, ...]]
"""An article, and its words."""


def appearances_of(mending: Mending, item: object) -> list[Appearance]:
    """The articles that the claim appeared in, with the words of theirs that bear it; those without a name are none."""
    found: list[Appearance] = []
    for name in ("appearance", "firstAppearance"):
        for value in mending.graph.values(item, name):
            path = f"itemReviewed.{name}"
            metadata = _article(mending, value, path)
            if metadata.url or metadata.title:
                found.append((metadata, tuple(_quotations(mending, value))))
    if not found and "creativework" in kinds(item):
        found += _itself(mending, item)
    if not found:
        mending.remark("itemReviewed.appearance", "it is missing, so that the article that was checked is not known")
    return found


def _itself(mending: Mending, item: object) -> Iterator[Appearance]:
    """A creative work that is reviewed itself, as the older markup has it, where its address or headline is known."""
    address = mending.url(mending.graph.first(item, "url"), "itemReviewed.url")
    title = fields.field(mending.line(mending.graph.first(item, "headline"), "itemReviewed.headline"))
    if address or title:
        told = f"there is no appearance; the work itself, {shown(address or title)}, is taken as where it appeared"
        mending.remark("itemReviewed", told)
        yield Metadata(title=title, language="", url=address), ()


def _article(mending: Mending, value: object, path: str) -> Metadata:
    if isinstance(value, str):
        url = mending.url(value, path)
        if url:
            mending.remark(path, f"{shown(url)} is a bare address; taken as that of the article")
        return Metadata(title="", language="", url=url)
    title = mending.graph.first(value, "headline") or mending.graph.first(value, "name")
    address = mending.graph.first(value, "url") or value
    publisher = mending.graph.first(value, "publisher")
    return Metadata(
        title=fields.field(mending.line(title, f"{path}.headline")),
        language=fields.language(mending.graph.first(value, "inLanguage")),
        url=mending.url(address, f"{path}.url") if mending.graph.values(value, "url") or _named(mending, value) else "",
        publisher=fields.field(mending.called(publisher, f"{path}.publisher")) if publisher else "",
        authors=tuple(_authors(mending, value, f"{path}.author")),
        date_published=mending.date(mending.graph.first(value, "datePublished"), f"{path}.datePublished"),
    )


def _named(mending: Mending, value: object) -> bool:
    """Whether the object is called by an address: then that is the article's."""
    return isinstance(value, dict) and mending.graph.name(value).startswith(("http://", "https://"))


def _authors(mending: Mending, value: object, path: str) -> Iterator[str]:
    names = (fields.field(mending.called(author, path)) for author in mending.graph.values(value, "author"))
    yield from dict.fromkeys(name for name in names if name)


def _quotations(mending: Mending, value: object) -> Iterator[Stretch]:
    for part in mending.graph.values(value, "hasPart"):
        if "quotation" in kinds(part):
            text = mending.graph.first(part, "text")
            if isinstance(text, str) and without_controls(text).strip():
                yield Stretch(quote=text)


def with_language(metadata: Metadata, language: str) -> Metadata:
    """The article's metadata, in the review's language where it says none."""
    return replace(metadata, language=metadata.language or language)
