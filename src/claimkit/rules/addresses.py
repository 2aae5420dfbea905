"""Where a fact-check may be published: consumers trust only a page of the publisher's own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import SplitResult, urlsplit

from claimkit.model.article import Article
from claimkit.model.config import Config


def address_faults(url: str, article: Article, config: Config) -> Iterator[str]:
    """What speaks against publishing a check of ``article`` at ``url``, in words that say what to do."""
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


@lru_cache(maxsize=256)  # the publisher's and the article's come again with every claim
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
