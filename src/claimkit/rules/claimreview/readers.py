"""The rules of those who read ClaimReview objects as they stand on a page: Google and Bing."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from claimkit.model.findings import Code, Severity
from claimkit.rules.claimreview.everybody import GOOGLE
from claimkit.rules.claimreview.reading import NUMBERS, at, listed, page, text_at
from claimkit.rules.claimreview.rule import Place, Rule, Subject

BING = "Bing's help page on ClaimReview, November 2026"
SHORT = 75
"""Google asks for fewer than 75 characters of claimReviewed (its fact-check documentation, September 2026)."""


def _long(subject: Subject) -> Iterator[str]:
    """A short wording that is too long is found while it is written (CK501); here there is none."""
    wording = text_at(subject.node, "claimReviewed")
    if len(wording) >= SHORT and wording == text_at(subject.node, "itemReviewed.text"):
        yield str(len(wording))


def _page_shared(subject: Subject) -> Iterator[str]:
    here = page(text_at(subject.node, "url"))
    count = subject.among.pages[here]
    if count > 1:
        yield f"{here} carries {count} reviews"


def _claim_date(subject: Subject) -> Iterator[str]:
    works = listed(at(subject.node, "itemReviewed.appearance"))
    if not text_at(subject.node, "itemReviewed.datePublished") and not any(
        text_at(work, "datePublished") for work in works
    ):
        yield "itemReviewed.datePublished"


def _policy(subject: Subject) -> Iterator[str]:
    if not any(text_at(subject.node, f"author.{name}") for name in ("correctionsPolicy", "publishingPrinciples")):
        yield "author.correctionsPolicy"


def _own_claim(subject: Subject) -> Iterator[str]:
    own = _host(text_at(subject.node, "author.url")).removeprefix("www.")
    for work in listed(at(subject.node, "itemReviewed.appearance")):
        host = _host(text_at(work, "url"))
        if own and (host.removeprefix("www.") == own or host.endswith(f".{own}")):
            yield host


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _sources(subject: Subject) -> Iterator[str]:
    if not listed(at(subject.node, "citation")):
        yield "citation"


def _unnumbered(subject: Subject) -> Iterator[str]:
    missing = [name for name in NUMBERS if at(subject.node, f"reviewRating.{name}") is None]
    if len(missing) == len(NUMBERS):
        yield repr(text_at(subject.node, "reviewRating.alternateName"))


def _claim_author(subject: Subject) -> Iterator[str]:
    if not text_at(subject.node, "itemReviewed.author.name"):
        yield "itemReviewed.author"


def _incomplete(subject: Subject) -> Iterator[str]:
    yield from (path for path in ("author.name", "datePublished") if not text_at(subject.node, path))


OF_GOOGLE = (
    Rule(
        code=Code.GOOGLE_LONG_CLAIM,
        source=f"{GOOGLE}: recommended",
        message=(
            f"claimReviewed has {{}} characters and is to have fewer than {SHORT}; give it a short wording with "
            "'claimkit annotate --short'"
        ),
        place=Place.WORDING,
        test=_long,
        severity=Severity.WARNING,
    ),
    Rule(
        code=Code.GOOGLE_ONE_A_PAGE,
        source=f"{GOOGLE}: eligibility",
        message="{}, and one is allowed; put {claim} before the # in [pages] url, or leave google out of [claimreview]",
        place=Place.LEDGER,
        test=_page_shared,
    ),
    Rule(
        code=Code.GOOGLE_CLAIM_DATE,
        source=f"{GOOGLE}: recommended",
        message="{} is missing; say when it was said, or split the article again with its date, --published",
        place=Place.ARTICLE,
        test=_claim_date,
        severity=Severity.WARNING,
    ),
    Rule(
        code=Code.GOOGLE_POLICY,
        source=f"{GOOGLE}: eligibility",
        message="{} is missing; give correctionsPolicy or publishingPrinciples under [publisher]",
        place=Place.CONFIG,
        test=_policy,
        severity=Severity.WARNING,
    ),
    Rule(
        code=Code.GOOGLE_OWN_CLAIM,
        source=f"{GOOGLE}: eligibility",
        message=(
            "the claim appeared at {}, which is the publisher's own site; check what others claim, or split the "
            "article again with the right --url"
        ),
        place=Place.ARTICLE,
        test=_own_claim,
    ),
    Rule(
        code=Code.GOOGLE_NO_SOURCES,
        source=f"{GOOGLE}: eligibility",
        message="{} is missing, so that nobody can trace the sources; give it with 'claimkit annotate --evidence'",
        place=Place.EVIDENCE,
        test=_sources,
        severity=Severity.WARNING,
    ),
)

# What Bing requires and honesty forbids is a warning: a refusal would be a reason to make a number or a speaker up.
OF_BING = (
    Rule(
        code=Code.BING_NUMBERS,
        source=f"{BING}: required",
        message="the verdict {} is off the scale and has no numbers, so that Bing will not show the review",
        place=Place.VERDICT,
        test=_unnumbered,
        severity=Severity.WARNING,
    ),
    Rule(
        code=Code.BING_CLAIM_AUTHOR,
        source=f"{BING}: required",
        message="{} is missing, so that Bing will not show the review; say who makes the claim where it is known",
        place=Place.ATTRIBUTION,
        test=_claim_author,
        severity=Severity.WARNING,
    ),
    Rule(
        code=Code.BING_INCOMPLETE,
        source=f"{BING}: required",
        message="{} is missing; name the publisher in claimkit.toml, and the day in the ledger",
        place=Place.CONFIG,
        test=_incomplete,
    ),
)
