"""All there is to say of how far the reviewers of some articles agree over one thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimkit.annotations.dossiers import Dossier
from claimkit.model.config import Config
from claimkit.model.vocabulary import Disposition, Over
from claimkit.review.agreement.bootstrap import SEED
from claimkit.review.agreement.confusion import MOST, Confusion, confusions
from claimkit.review.agreement.differences import differences
from claimkit.review.agreement.figures import Figures, figures
from claimkit.review.agreement.ratings import Unit, units, works
from claimkit.review.agreement.scale import ordered, places, scale
from claimkit.review.agreement.values import HELD


@dataclass(frozen=True, slots=True, kw_only=True)
class Splitting:
    """What one reviewer made of the claims: kept (of these edited), cut, added; in numbers of claims."""

    reviewer: str
    kept: int
    edited: int
    cut: int
    added: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """The figures over all articles and for each, the confusions, the claims in dispute, what each did with claims.

    ``confusions`` is empty where there are too many values for a matrix; ``off_scale`` counts the verdicts that the
    ordinal alpha leaves out.
    """

    over: Over
    fields: tuple[str, ...]
    seed: int
    overall: Figures
    articles: Mapping[str, Figures]
    confusions: tuple[Confusion, ...]
    differences: tuple[Unit, ...]
    splitting: tuple[Splitting, ...]
    off_scale: int


def agreement(dossiers: Sequence[Dossier], config: Config, over: Over, *, seed: int = SEED) -> Agreement:
    """How far the reviewers of these articles agree; the same for the same files, configuration and seed."""
    by_article = {dossier.slug: units(dossier, config.agreement, over) for dossier in dossiers}
    every = tuple(unit for found in by_article.values() for unit in found)
    numbers = scale(every, config, over)
    overall = figures(every, numbers, seed)
    values = ordered(every, config, over)
    alone = {next(iter(by_article)): overall} if len(by_article) == 1 else {}
    return Agreement(
        over=over,
        fields=tuple(map(str, getattr(config.agreement, over))),
        seed=seed,
        overall=overall,
        articles=alone or {slug: figures(found, numbers, seed) for slug, found in by_article.items()},
        confusions=confusions(every, overall.reviewers, values) if len(values) <= MOST else (),
        differences=differences(every, numbers.places),
        splitting=splittings(dossiers),
        off_scale=_off_scale(every, config) if numbers.places is not None else 0,
    )


def splittings(dossiers: Sequence[Dossier]) -> tuple[Splitting, ...]:
    """What each reviewer kept, edited, cut and added, over all these articles."""
    counts: dict[str, list[int]] = {}
    for dossier in dossiers:
        known = {claim.id for claim in dossier.claims.item.claims}
        for work in works(dossier):
            said = [review.disposition for name, review in work.reviews.items() if name in known]
            kept = sum(disposition in HELD for disposition in said)
            now = [kept, said.count(Disposition.EDITED), said.count(Disposition.REJECTED), len(work.added)]
            old = counts.get(work.reviewer, [0, 0, 0, 0])
            counts[work.reviewer] = [one + other for one, other in zip(old, now, strict=True)]
    return tuple(
        Splitting(reviewer=name, kept=kept, edited=edited, cut=cut, added=added)
        for name, (kept, edited, cut, added) in sorted(counts.items())
    )


def _off_scale(every: Sequence[Unit], config: Config) -> int:
    on = places(config)
    return sum(value not in on for unit in every if unit.pairable for value in unit.values.values())
