"""What a ClaimReview must satisfy before it is written: the musts of the reference's field mapping."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import SplitResult, urlsplit

from claimkit.export.claimreview.wording import label, reviewed
from claimkit.export.dates import full
from claimkit.model.article import Article
from claimkit.model.config import Config
from claimkit.rules.standing import Standing


def broken(standing: Standing, url: str, article: Article, config: Config) -> tuple[str, ...]:
    """The musts that a claim published at ``url`` breaks, in words that say what to do; empty where it breaks none."""
    return (
        *_address(url, article, config),
        *_words(standing, article, config),
        *_dates([entry.date for entry in standing.ledger]),
    )


def _address(url: str, article: Article, config: Config) -> Iterator[str]:
    parts, publisher = _split(url), _split(config.publisher.url)
    if parts is None:
        yield f"its page {url!r} is no absolute http or https address; publish it at one"
        return
    if publisher is None:
        yield f"the publisher's url {config.publisher.url!r} in claimkit.toml is no absolute http or https address"
    elif not _within(parts, publisher):
        yield (
            f"its page is at {parts.hostname}, outside of the publisher's domain {_domain(publisher)}; consumers trust "
            "only a page of the publisher's own: publish it there, or correct the publisher's url in claimkit.toml"
        )
    checked = _split(article.metadata.url)
    if checked and _place(parts) == _place(checked):
        yield "its page is the checked article itself; publish it at the page of the fact-check"


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


def _split(url: str) -> SplitResult | None:
    """The parts of an absolute http or https address, None where it is none."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return None
    return parts if parts.scheme in {"http", "https"} and parts.hostname else None


def _domain(publisher: SplitResult) -> str:
    return (publisher.hostname or "").removeprefix("www.")


def _within(parts: SplitResult, publisher: SplitResult) -> bool:
    """Whether the page is on the publisher's host or below it. No list of public suffixes is asked."""
    host, domain = parts.hostname or "", _domain(publisher)
    return host == domain or host.endswith(f".{domain}")


def _place(parts: SplitResult) -> tuple[str, str, str]:
    """What two addresses of one page have in common: neither scheme nor fragment tell pages apart."""
    return (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/"), parts.query
