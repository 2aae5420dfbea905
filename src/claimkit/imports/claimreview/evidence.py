"""What a ClaimReview cites: pages with what they do to the claim, where that is said."""

from __future__ import annotations

from collections.abc import Iterator

from claimkit.imports.claimreview.mending import Mending, shown
from claimkit.model.review import Evidence
from claimkit.model.vocabulary import Stance

_STANCES = frozenset(Stance)


def evidence_of(mending: Mending, node: object) -> tuple[Evidence, ...]:
    """A piece of evidence for each page and stance; what has no address is remarked."""
    return tuple(one for value in mending.graph.values(node, "citation") for one in _cited(mending, value))


def _cited(mending: Mending, value: object) -> Iterator[Evidence]:
    path = "citation"
    if isinstance(value, str):
        url = mending.url(value, path)
        if url:
            mending.remark(path, f"{shown(url)} is a bare address; its title is not known")
            yield Evidence(url=url, title=url, stance=Stance.CONTEXT)
        return
    title = mending.line(mending.graph.first(value, "name") or mending.graph.first(value, "headline"), f"{path}.name")
    address = mending.graph.first(value, "url") or value
    url = mending.url(address, f"{path}.url")
    if not url:
        mending.remark(path, f"{shown(title or value)} has no address, and evidence needs one; left out", refused=True)
        return
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
    codes = (mending.graph.first(keyword, "termCode") for keyword in mending.graph.values(value, "keywords"))
    return [Stance(code) for code in dict.fromkeys(codes) if isinstance(code, str) and code in _STANCES]
