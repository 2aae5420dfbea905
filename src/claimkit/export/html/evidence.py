"""What bears on a claim, for readers: each page once, with the words quoted from it."""

from __future__ import annotations

from dataclasses import dataclass

from claimkit.export.html.words import Day, day
from claimkit.model.review import Evidence
from claimkit.model.vocabulary import Stance
from claimkit.rules.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A page that supports, refutes or explains (``stance``); ``archive`` is an archived copy of it."""

    url: str
    title: str
    stance: str
    publisher: str = ""
    published: Day | None = None
    accessed: Day | None = None
    archive: str = ""
    quotes: tuple[str, ...] = ()


def sources(standing: Standing) -> tuple[Source, ...]:
    """The evidence that bears on the claim: what supports, what refutes, the rest; in each the lead's first.

    What a reviewer noted of a page, and of a claim, is the desk's: it is not shown.
    """
    pages: dict[tuple[Stance, str], list[Evidence]] = {}
    for evidence in standing.evidence:
        pages.setdefault((evidence.stance, evidence.url), []).append(evidence)
    order = list(Stance)
    return tuple(_source(found) for key, found in sorted(pages.items(), key=lambda item: order.index(item[0][0])))


def _source(found: list[Evidence]) -> Source:
    """One page, of which one reviewer may have noted what another has not."""

    def first(name: str) -> str:
        return next((value for item in found if (value := str(getattr(item, name)))), "")

    return Source(
        url=found[0].url,
        title=found[0].title,
        stance=found[0].stance,
        publisher=first("publisher"),
        published=day(first("published")),
        accessed=day(first("accessed")),
        archive=first("archive"),
        quotes=tuple(dict.fromkeys(item.quote for item in found if item.quote)),
    )
