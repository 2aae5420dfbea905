"""What can be wrong with any ClaimReview: the tests of the rules for everybody. Each yields what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from claimkit.rules.claimreview.reading import NUMBERS, at, exact, listed, own_names, page, text_at
from claimkit.rules.claimreview.rule import Subject
from claimkit.rules.shorteners import shortener

DATES = ("datePublished", "dateModified", "sdDatePublished", "dateCreated")
# Which share of the way from worst to best the standard words stand for: Google's documented scale, 1 False to 5 True.
WORDS = {
    "false": (0, 0),
    "mostly false": (0.01, 0.49),
    "half true": (0.3, 0.7),
    "mostly true": (0.51, 0.99),
    "true": (1, 1),
}
LONG_LABEL = 40
"""Code points from which a label is taken for a sentence: consumers show the first few words of it."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_SLUG = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)+")
_OBJECTS = ("author", "editor", "itemReviewed", "reviewRating", "citation", "correction")
_OBJECTS_OF_CLAIM = ("appearance", "firstAppearance", "author")


def empty(subject: Subject) -> Iterator[str]:
    """Where something is empty."""
    yield from (path for path, value in subject.leaves if value in (None, "", [], {}))


def untrimmed(subject: Subject) -> Iterator[str]:
    """Where a text begins or ends with blanks; a verbatim quotation may."""
    for path, value in subject.texts:
        if value and value != value.strip() and not path.endswith("hasPart.text"):  # a verbatim quotation is as it is
            yield path


def dates(subject: Subject) -> Iterator[str]:
    """The dates that are none; a day of publication has no time."""
    for path, value in subject.leaves:
        if path.endswith(DATES) and value and not exact(value):
            yield f"{path} {value!r}"
    date = at(subject.node, "datePublished")
    if exact(date) and len(str(date)) > len("YYYY-MM-DD"):
        yield f"datePublished {date!r}"


def numbers(subject: Subject) -> Iterator[str]:
    """The three numbers, where they are no scale from 1 with a value on it."""
    rating = at(subject.node, "reviewRating")
    numbers = [at(rating, name) for name in NUMBERS]
    if numbers != [None] * 3 and not _sound(numbers):
        yield ", ".join(f"{name} {number!r}" for name, number in zip(NUMBERS, numbers, strict=True))


def _sound(numbers: list[Any]) -> bool:
    if not all(type(number) is int for number in numbers):
        return False
    worst, value, best = numbers
    return bool(worst == 1 and worst <= value <= best and worst < best)


def contradicted(subject: Subject) -> Iterator[str]:
    """A number that its label contradicts: by the words that everybody uses, or by the desk's own scale."""
    numbers: list[Any] = [at(subject.node, f"reviewRating.{name}") for name in NUMBERS]
    label = text_at(subject.node, "reviewRating.alternateName")
    off = numbers == [None] * 3
    if not off and not _sound(numbers):
        return
    low, high = WORDS.get(label.lower().replace("-", " "), (0, 1))
    worst, value, best = (0, 0, 1) if off else map(int, numbers)
    ranks = {verdict.rank for verdict in subject.verdicts if label in {text.strip() for text in verdict.label.values()}}
    if not off and not low <= (value - worst) / (best - worst) <= high:
        yield f"{label!r} for {value} on a scale from {worst} to {best}"
    elif ranks and (None if off else value) not in ranks:
        yield f"{label!r} for {'no number' if off else value}"


def odd_label(subject: Subject) -> Iterator[str]:
    """The label, where it is a slug or a sentence."""
    label = text_at(subject.node, "reviewRating.alternateName")
    if _SLUG.fullmatch(label) or len(label) > LONG_LABEL or label.endswith("."):
        yield repr(label)


def names(subject: Subject) -> Iterator[str]:
    """Each name once, over all reviews of the article, and none of them the bare page."""
    here = [str(value) for path, value in subject.leaves if path.endswith("@id")]
    own = own_names(subject.node)
    pages = {page(text_at(subject.node, "url")), text_at(subject.node, "url")}
    for name in dict.fromkeys(here):
        if here.count(name) > 1 or subject.among.names[name] > own.count(name) or name in pages:
            yield repr(name)


def address_parts(subject: Subject) -> Iterator[str]:
    """What keeps the address of the page from being the one that the page calls its own."""
    url = text_at(subject.node, "url")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        yield f"{url!r} is no address"
        return
    if parts.scheme != "https":
        yield f"{url!r} does not begin with https://"
    elif parts.netloc != parts.netloc.lower() or port is not None:
        yield f"{url!r} has capitals or a port in its host"
    elif any(name.lower().startswith("utm_") for name, _ in parse_qsl(parts.query)):
        yield f"{url!r} has a parameter for tracking"


def shortened(subject: Subject) -> Iterator[str]:
    """The addresses that belong to a shortener."""
    for path, value in subject.texts:
        if shortener(value):
            yield f"{path} {value!r}"


def missing(path: str) -> Callable[[Subject], Iterator[str]]:
    """A test that finds the text at ``path`` missing."""

    def test(subject: Subject) -> Iterator[str]:
        if not text_at(subject.node, path):
            yield path

    return test


def appearance(subject: Subject) -> Iterator[str]:
    """The appearance, where none has an address."""
    claim = at(subject.node, "itemReviewed")
    works = [work for name in ("appearance", "firstAppearance") for work in listed(at(claim, name))]
    if not any(isinstance(work, str) or text_at(work, "url") for work in works):
        yield "itemReviewed.appearance"


def bare(subject: Subject) -> Iterator[str]:
    """Where a text stands for an object."""
    claim = at(subject.node, "itemReviewed")
    paths = [*_OBJECTS, *(f"itemReviewed.{name}" for name in _OBJECTS_OF_CLAIM if isinstance(claim, dict))]
    for path in paths:
        if any(not isinstance(item, dict) for item in listed(at(subject.node, path))):
            yield path


def verdict_in_wording(subject: Subject) -> Iterator[str]:
    """The wording, where it begins or ends with a verdict."""
    wording = text_at(subject.node, "claimReviewed")
    label = text_at(subject.node, "reviewRating.alternateName")
    labels = {*(re.escape(word) for word in (label, *WORDS) if word), r"fact[ -]?check(ed)?"}
    words = "|".join(sorted(labels))
    if re.match(rf"({words})\s*[:–—]|({words})\s+-\s", wording, re.IGNORECASE) or re.search(
        rf"[(\[–—:]\s*({words})[)\].!]*$", wording, re.IGNORECASE
    ):
        yield repr(wording)


def shared_address(subject: Subject) -> Iterator[str]:
    """The address, where another review has it."""
    url = text_at(subject.node, "url")
    if url and subject.among.addresses[url] > 1:
        yield repr(url)


def surrogates(subject: Subject) -> Iterator[str]:
    """Where a text holds half a character."""
    for path, value in subject.texts:
        if _SURROGATE.search(value):
            yield path
