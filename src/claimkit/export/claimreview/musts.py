"""What a ClaimReview must satisfy before it is written, beside the gate."""

from __future__ import annotations

from collections.abc import Iterator

from claimkit.export.claimreview.wording import label, reviewed
from claimkit.export.dates import full
from claimkit.model.article import Article
from claimkit.model.config import Config
from claimkit.rules.standing import Standing


def broken(standing: Standing, article: Article, config: Config) -> tuple[str, ...]:
    """The musts that a published claim breaks, in words that say what to do; empty where it breaks none."""
    return (
        *_words(standing, article, config),
        *undated(standing),
    )


def undated(standing: Standing) -> Iterator[str]:
    """The dates of the ledger that are none."""
    yield from _dates([entry.date for entry in standing.ledger])


def _words(standing: Standing, article: Article, config: Config) -> Iterator[str]:
    if not reviewed(standing.claim):
        yield "it has no wording"
    if not label(standing, article, config):
        yield f"the verdict {standing.verdict!r} has no label; give it one in claimkit.toml"
    texts = [standing.claim.text, standing.claim.short]
    if any("\ud800" <= character <= "\udfff" for text in texts for character in text):
        yield "its wording holds a lone surrogate, which is no character; write the whole character"


def _dates(dates: list[str]) -> Iterator[str]:
    for value in dates:
        if not full(value):
            yield f"the ledger's date {value!r} is no date; correct it to YYYY-MM-DD"
