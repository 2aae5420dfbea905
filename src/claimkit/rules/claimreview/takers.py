"""The rules of those who take files: Duke's Fact-Check Insights, the Data Commons feed, Google's API."""

from __future__ import annotations

from collections.abc import Iterator

from claimkit.model.findings import Code
from claimkit.rules.claimreview.reading import NUMBERS, at, exact, listed, page, text_at
from claimkit.rules.claimreview.rule import Place, Rule, Subject

DUKE = "Duke Reporters' Lab: claim-review-schema.json of TechAndCheck/zenodotus"
FEED = "schema.org 30.0: DataFeed, as the Data Commons feed has it"
API = "Google Fact Check Tools API v1alpha1: ClaimReviewMarkupPage"

DUKE_KEYS = frozenset(
    ["@context", "@type", "datePublished", "url", "author", "claimReviewed", "reviewRating", "itemReviewed"]
)
DUKE_RATING_KEYS = frozenset(
    ["@type", "ratingValue", "bestRating", "worstRating", "image", "alternateName", "ratingExplanation"]
)
API_KEYS = frozenset(
    [
        "pageUrl",
        "publishDate",
        "claimReviewAuthor.name",
        "claimReviewAuthor.imageUrl",
        "claimReviewMarkups.url",
        "claimReviewMarkups.claimReviewed",
        "claimReviewMarkups.claimDate",
        "claimReviewMarkups.claimLocation",
        "claimReviewMarkups.claimFirstAppearance",
        "claimReviewMarkups.claimAppearances",
        "claimReviewMarkups.claimAuthor.name",
        "claimReviewMarkups.claimAuthor.jobTitle",
        "claimReviewMarkups.claimAuthor.imageUrl",
        "claimReviewMarkups.claimAuthor.sameAs",
        "claimReviewMarkups.rating.ratingValue",
        "claimReviewMarkups.rating.worstRating",
        "claimReviewMarkups.rating.bestRating",
        "claimReviewMarkups.rating.textualRating",
        "claimReviewMarkups.rating.ratingExplanation",
        "claimReviewMarkups.rating.imageUrl",
    ]
)
_INT32 = 2**31


def _duke_keys(subject: Subject) -> Iterator[str]:
    rating = at(subject.node, "reviewRating")
    yield from (key for key in subject.node if key not in DUKE_KEYS)
    yield from (
        f"reviewRating.{key}" for key in (rating if isinstance(rating, dict) else ()) if key not in DUKE_RATING_KEYS
    )


def _duke_numbers(subject: Subject) -> Iterator[str]:
    numbers = [at(subject.node, f"reviewRating.{name}") for name in NUMBERS]
    if numbers != [None] * 3 and not all(isinstance(number, str) and number.isdecimal() for number in numbers):
        yield ", ".join(f"{name} {number!r}" for name, number in zip(NUMBERS, numbers, strict=True))


def _duke_author(subject: Subject) -> Iterator[str]:
    yield from (path for path in ("author.name", "author.url") if not text_at(subject.node, path))


def _feed_items(subject: Subject) -> Iterator[str]:
    items = listed(at(subject.node, "dataFeedElement"))
    if text_at(subject.node, "@type") != "DataFeed" or not items:
        yield "a DataFeed without items"
    for number, item in enumerate(items, 1):
        lacks = [
            name
            for name, there in (
                ("url", bool(text_at(item, "url"))),
                ("dateCreated", exact(at(item, "dateCreated"))),
                ("item", isinstance(at(item, "item"), list) and bool(at(item, "item"))),
            )
            if not there
        ]
        if lacks:
            yield f"item {number} without {', '.join(lacks)}"


def _api_keys(subject: Subject) -> Iterator[str]:
    yield from dict.fromkeys(path for path, _ in subject.leaves if path not in API_KEYS)
    for markup in listed(at(subject.node, "claimReviewMarkups")):
        if isinstance(at(markup, "claimAuthor.sameAs"), list):
            yield "a list as claimAuthor.sameAs"


def _api_numbers(subject: Subject) -> Iterator[str]:
    for markup in listed(at(subject.node, "claimReviewMarkups")):
        numbers = [at(markup, f"rating.{name}") for name in NUMBERS]
        whole = all(type(number) is int and abs(number) < _INT32 for number in numbers)
        if numbers != [None] * 3 and not whole:
            yield ", ".join(f"{name} {number!r}" for name, number in zip(NUMBERS, numbers, strict=True))


def _api_address(subject: Subject) -> Iterator[str]:
    here = text_at(subject.node, "pageUrl")
    for markup in listed(at(subject.node, "claimReviewMarkups")):
        url = text_at(markup, "url")
        if not here or "#" in here or (url and page(url) != here):
            yield f"{url!r} on the page {here!r}"


OF_DUKE = (
    Rule(
        code=Code.DUKE_KEYS,
        source=DUKE,
        message="{} is no property that Duke takes",
        place=Place.WORDING,
        test=_duke_keys,
    ),
    Rule(
        code=Code.DUKE_NUMBERS,
        source=DUKE,
        message="the rating has {}; all three are whole numbers written as texts, or none is there",
        place=Place.CONFIG,
        test=_duke_numbers,
    ),
    Rule(
        code=Code.DUKE_AUTHOR,
        source=DUKE,
        message="{} is missing, and Duke drops the review; name the publisher and its url in claimkit.toml",
        place=Place.CONFIG,
        test=_duke_author,
    ),
)
OF_DATACOMMONS = (
    Rule(
        code=Code.FEED_ITEM,
        source=FEED,
        message="the feed has {}; each item has its page, its day and its reviews",
        place=Place.LEDGER,
        test=_feed_items,
    ),
)
OF_GOOGLE_API = (
    Rule(
        code=Code.API_KEYS,
        source=API,
        message="{} is no field of it",
        place=Place.WORDING,
        test=_api_keys,
    ),
    Rule(
        code=Code.API_NUMBERS,
        source=API,
        message="the rating has {}; all three are 32-bit integers, or none is there",
        place=Place.CONFIG,
        test=_api_numbers,
    ),
    Rule(
        code=Code.API_ADDRESS,
        source=API,
        message="{}: a review's url is its page, with an anchor or without",
        place=Place.LEDGER,
        test=_api_address,
    ),
)
