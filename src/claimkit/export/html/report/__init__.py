"""A report for the desk on one article: what is covered, what was found, who says it, what is still open.

It shows what is not published, each reviewer's verdict too. So it is not for readers, nor for who still reviews.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from claimkit.annotations.dossiers import Dossier
from claimkit.export import Refusal, Rendering
from claimkit.export.html.report.charts import Bar, Count, bars
from claimkit.export.html.report.coverage import Coverage, coverage
from claimkit.export.html.report.rows import Row, row
from claimkit.export.html.templating import Templates
from claimkit.export.html.verdicts import scale
from claimkit.export.html.words import Day, day
from claimkit.export.selection import selected
from claimkit.model.article import Metadata
from claimkit.model.config import Config
from claimkit.rules.gate import Gate
from claimkit.rules.standing import State

ITSELF = "the article itself"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What the template is given."""

    slug: str
    article: Metadata
    published: Day | None
    rows: tuple[Row, ...]
    refused: tuple[Refusal, ...]
    coverage: Coverage
    states: tuple[Bar, ...]
    verdicts: tuple[Bar, ...]
    speakers: tuple[Bar, ...]

    @property
    def open(self) -> tuple[Row, ...]:
        """The claims on which something is still to be done."""
        return tuple(item for item in self.rows if item.open)


def render(dossier: Dossier, config: Config, claims: frozenset[str] | None = None) -> Rendering:
    """``<slug>.report.html``, with all claims whatever their state; those whose words do not stand are refused."""
    standings, refused = selected(dossier, claims)
    article, gate = dossier.claims.item.article, Gate.of(dossier, config)
    rows = tuple(row(standing, article, gate) for standing in standings)
    report = Report(
        slug=dossier.slug,
        article=article.metadata,
        published=day(article.metadata.date_published),
        rows=rows,
        refused=tuple(refused),
        coverage=coverage(article, standings),
        states=_states(rows),
        verdicts=_verdicts(rows, article.metadata.language, config),
        speakers=_speakers(rows),
    )
    page = Templates(config, "claimkit.css", "style.css", "report.css").rendered("report.html", report=report)
    return Rendering(files={f"{dossier.slug}.report.html": page}, refused=tuple(refused))


def _states(rows: tuple[Row, ...]) -> tuple[Bar, ...]:
    found = Counter(item.state for item in rows)
    tones = {State.PROPOSED: "half", State.DISPUTED: "mostly-false", State.ORPHANED: "false", State.REJECTED: "off"}
    return bars(Count(label=state, count=found[state], tone=tones.get(state, "true")) for state in State)


def _verdicts(rows: tuple[Row, ...], language: str, config: Config) -> tuple[Bar, ...]:
    """By the scale; verdicts that it has no longer after it, and the claims that are kept and have none last.

    A retracted verdict is none.
    """
    found = Counter(item.verdict for item in rows if item.verdict and not item.retracted)
    every = dict.fromkeys([*scale(language, config), *found])
    none = sum(item.verdict is None and item.state != State.REJECTED for item in rows)
    counts = [Count(label=item.label, count=found[item], tone=item.tone, ours=False) for item in every]
    return bars([*counts, Count(label="no verdict yet", count=none, tone="none")])


def _speakers(rows: tuple[Row, ...]) -> tuple[Bar, ...]:
    """Who makes the claims that are kept: those who make most first."""
    found = Counter(item.claimant for item in rows if item.state != State.REJECTED)
    order = sorted(found, key=lambda name: (-found[name], name))
    return bars(
        Count(label=name or ITSELF, count=found[name], tone="off" if name else "none", ours=not name) for name in order
    )
