"""What a ClaimReview cites: pages with what they do to the claim, where that is said."""

from __future__ import annotations

from collections.abc import Iterator

from claimkit.articles import fields
from claimkit.imports.claimreview.mending import Mending, shown
from claimkit.model.review import Evidence
from claimkit.model.vocabulary import Stance

_STANCES = frozenset(Stance)


def evidence_of(mending: Mending, node: object) -> tuple[tuple[Evidence, ...], tuple[str, ...]]:
    """A piece of evidence for each page and stance; and what has no address, in words."""
    found: list[Evidence] = []
    without: list[str] = []
    for value in mending.graph.values(node, "citation"):
        cited = list(_cited(mending, value))
        found += cited
        title = "" if cited else _title(mending, value)
        if title:
            mending.remark("citation", f"{shown(title)} has no address, as evidence must; kept in the comment")
            without.append(f"Cited there: {title}")
    return tuple(found), tuple(without)


def _title(mending: Mending, value: object) -> str:
    if isinstance(value, str):
        return mending.line(value, "citation")
    name = mending.graph.first(value, "name") or mending.graph.first(value, "headline")
    return mending.line(name, "citation.name")


def _cited(mending: Mending, value: object) -> Iterator[Evidence]:
    path = "citation"
    if isinstance(value, str):
        if fields.url(value):
            url = mending.url(value, path)
            mending.remark(path, f"{shown(url)} is a bare address; its title is not known")
            yield from [Evidence(url=url, title=url, stance=Stance.CONTEXT)] if url else []
        return
    url = mending.url(mending.graph.first(value, "url") or value, f"{path}.url")
    if not url:
        return
    title = _title(mending, value)
    publisher = mending.graph.first(value, "publisher")
    for stance in _stances(mending, value) or [Stance.CONTEXT]:
        yield Evidence(
            url=url,
            title=title or url,
            stance=stance,
            publisher=mending.called(publisher, f"{path}.publisher") if publisher else "",
            published=mending.day(mending.graph.first(value, "datePublished"), f"{path}.datePublished"),
            archive=mending.url(mending.graph.first(value, "archivedAt"), f"{path}.archivedAt"),
        )


def _stances(mending: Mending, value: object) -> list[Stance]:
    """What our own exports say it does to the claim: a keyword with that code."""
    given = (mending.graph.first(keyword, "termCode") for keyword in mending.graph.values(value, "keywords"))
    codes = [code for code in given if isinstance(code, str)]  # an object has no hash
    return [Stance(code) for code in dict.fromkeys(codes) if code in _STANCES]
