"""Annotations as Hypothesis' API lists them and as its client exports them.

The form: https://h.readthedocs.io/en/latest/api-reference/v1/ , schema Annotation. Its positions count UTF-16 code
units of all the page's text, so that only its quotations are taken.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimkit.articles import fields
from claimkit.imports.spans.addresses import address
from claimkit.imports.spans.notes import Notes
from claimkit.imports.spans.people import person
from claimkit.imports.spans.values import Value
from claimkit.imports.webannotation.annotations import Annotation, Body, Target
from claimkit.imports.webannotation.selectors import kind_of, stretches_of
from claimkit.model.review import Reviewer


def is_row(value: Value) -> bool:
    """Whether it is such an annotation."""
    return value.has("uri") and value.has("target") and not value.has("motivation")


def row_of(value: Value, notes: Notes) -> Iterator[Annotation]:
    """The annotation; none where it is hidden or a reply to another one, which is noted."""
    if value.get("references").raw or value.get("hidden").raw is True:
        notes.add("replies and what moderators hid are not taken over", value.where)
        return
    source, url = value.get("uri").words(), value.get("links")
    yield Annotation(
        id=value.get("id").name(),
        motivations=(),
        targets=tuple(
            Target(source=source, stretches=stretches_of(_quotations(one), notes)) for one in value.get("target").each()
        ),
        bodies=tuple(_bodies(value)),
        reviewer=_user(value),
        when=fields.date(value.get("updated", "created").raw),
        where=value.where,
        url=address(url.get("html", "incontext").raw) if url.is_a(dict) else "",
        title=_title(value.get("document")),
    )


def _quotations(target: Value) -> Value:
    """The selectors that quote; the others, which every annotation of Hypothesis has too, count by the page."""
    selector = target.get("selector")
    kept = [one.raw for one in selector.listed() if one.is_a(dict) and kind_of(one) == "TextQuoteSelector"]
    return Value(raw=kept, place=selector.place, path=selector.path)


def _bodies(value: Value) -> Iterator[Body]:
    yield Body(purpose="commenting", text=value.get("text").words(), where=value.where)
    for tag in value.get("tags").each():
        yield Body(purpose="tagging", text=tag.words(), where=tag.where)


def _user(value: Value) -> Reviewer | None:
    """``acct:ada@hypothes.is`` is Ada there; the name that is shown is her own to choose."""
    account = value.get("user").words().removeprefix("acct:").partition("@")[0]
    shown = value.get("user_info")
    name = shown.get("display_name").words() if shown.is_a(dict) else ""
    return person(account, name) if account else None


def _title(document: Value) -> str:
    if not document.is_a(dict):
        return ""
    return next((fields.field(title.raw) for title in document.get("title").listed()), "")
