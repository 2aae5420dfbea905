"""The rules for everybody: what schema.org says, and what was seen live to go wrong in others' ClaimReviews."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from claimkit.model.findings import Code, Severity
from claimkit.rules.claimreview.reading import NUMBERS, at, exact, leaves, listed, page, text_at, texts
from claimkit.rules.claimreview.rule import Place, Rule, Subject

SEEN = "claimkit: seen live, and read wrongly"
SCHEMA_ORG = "schema.org 30.0"
GOOGLE = "Google's fact-check documentation of 2026-09-15"

DATES = ("datePublished", "dateModified", "sdDatePublished", "dateCreated")
# Which share of the way from worst to best the standard words stand for: Google's documented scale, 1 False to 5 True.
WORDS = {
    "false": (0, 0),
    "mostly false": (0.01, 0.49),
    "half true": (0.3, 0.7),
    "mostly true": (0.51, 0.99),
    "true": (1, 1),
}
SHORTENERS = frozenset(
    [
        "bit.ly",
        "buff.ly",
        "cutt.ly",
        "dlvr.it",
        "fb.me",
        "goo.gl",
        "is.gd",
        "j.mp",
        "lnkd.in",
        "ow.ly",
        "rb.gy",
        "rebrand.ly",
        "shorturl.at",
        "t.co",
        "t.ly",
        "tiny.cc",
        "tinyurl.com",
        "trib.al",
        "v.gd",
    ]
)
LONG_LABEL = 40
"""Code points from which a label is taken for a sentence: consumers show the first few words of it."""

_SLUG = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)+")
_OBJECTS = ("author", "editor", "itemReviewed", "reviewRating", "citation", "correction")
_OBJECTS_OF_CLAIM = ("appearance", "firstAppearance", "author")


def _empty(subject: Subject) -> Iterator[str]:
    yield from (path for path, value in leaves(subject.node) if value in (None, "", [], {}))


def _untrimmed(subject: Subject) -> Iterator[str]:
    for path, value in texts(subject.node):
        if value and value != value.strip() and not path.endswith("hasPart.text"):  # a verbatim quotation is as it is
            yield path


def _dates(subject: Subject) -> Iterator[str]:
    for path, value in leaves(subject.node):
        if path.rpartition(".")[2] in DATES and value and not exact(value):
            yield f"{path} {value!r}"
    date = at(subject.node, "datePublished")
    if exact(date) and len(str(date)) > len("YYYY-MM-DD"):
        yield f"datePublished {date!r}"


def _numbers(subject: Subject) -> Iterator[str]:
    rating = at(subject.node, "reviewRating")
    numbers = [at(rating, name) for name in NUMBERS]
    if numbers != [None] * 3 and not _sound(numbers):
        yield ", ".join(f"{name} {number!r}" for name, number in zip(NUMBERS, numbers, strict=True))


def _sound(numbers: list[Any]) -> bool:
    if not all(type(number) is int for number in numbers):
        return False
    worst, value, best = numbers
    return bool(worst == 1 and worst <= value <= best and worst < best)


def _contradicted(subject: Subject) -> Iterator[str]:
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


def _odd_label(subject: Subject) -> Iterator[str]:
    label = text_at(subject.node, "reviewRating.alternateName")
    if _SLUG.fullmatch(label) or len(label) > LONG_LABEL or label.endswith("."):
        yield repr(label)


def _names(subject: Subject) -> Iterator[str]:
    """Each name once, over all reviews of the article, and none of them the bare page."""
    here = [str(value) for path, value in leaves(subject.node) if path.rpartition(".")[2] == "@id"]
    there = {value for other in subject.others for path, value in leaves(other) if path.rpartition(".")[2] == "@id"}
    pages = {page(text_at(subject.node, "url")), text_at(subject.node, "url")}
    for name in dict.fromkeys(here):
        if here.count(name) > 1 or name in there or name in pages:
            yield repr(name)


def _address_parts(subject: Subject) -> Iterator[str]:
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


def _shortened(subject: Subject) -> Iterator[str]:
    for path, value in texts(subject.node):
        if value.startswith(("http://", "https://")) and _host(value) in SHORTENERS:
            yield f"{path} {value!r}"


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _missing(path: str) -> Any:
    def test(subject: Subject) -> Iterator[str]:
        if not text_at(subject.node, path):
            yield path

    return test


def _appearance(subject: Subject) -> Iterator[str]:
    claim = at(subject.node, "itemReviewed")
    works = [work for name in ("appearance", "firstAppearance") for work in listed(at(claim, name))]
    if not any(isinstance(work, str) or text_at(work, "url") for work in works):
        yield "itemReviewed.appearance"


def _bare(subject: Subject) -> Iterator[str]:
    claim = at(subject.node, "itemReviewed")
    paths = [*_OBJECTS, *(f"itemReviewed.{name}" for name in _OBJECTS_OF_CLAIM if isinstance(claim, dict))]
    for path in paths:
        if any(not isinstance(item, dict) for item in listed(at(subject.node, path))):
            yield path


def _verdict_in_wording(subject: Subject) -> Iterator[str]:
    wording = text_at(subject.node, "claimReviewed")
    label = text_at(subject.node, "reviewRating.alternateName")
    labels = {*(re.escape(word) for word in (label, *WORDS) if word), r"fact[ -]?check(ed)?"}
    words = "|".join(sorted(labels))
    if re.match(rf"({words})\s*[:–—]|({words})\s+-\s", wording, re.IGNORECASE) or re.search(
        rf"[(\[–—:]\s*({words})[)\].!]*$", wording, re.IGNORECASE
    ):
        yield repr(wording)


def _shared_address(subject: Subject) -> Iterator[str]:
    url = text_at(subject.node, "url")
    if url and any(text_at(other, "url") == url for other in subject.others):
        yield repr(url)


def _surrogates(subject: Subject) -> Iterator[str]:
    for path, value in texts(subject.node):
        if any("\ud800" <= character <= "\udfff" for character in value):
            yield path


RULES = (
    Rule(
        code=Code.EMPTY_VALUE,
        source=SEEN,
        message="{} is empty; leave it out, or fill it",
        place=Place.WORDING,
        test=_empty,
    ),
    Rule(
        code=Code.UNTRIMMED,
        source=SEEN,
        message="{} begins or ends with blanks or line ends; take them away",
        place=Place.WORDING,
        test=_untrimmed,
    ),
    Rule(
        code=Code.INEXACT_DATE,
        source=SCHEMA_ORG,
        message="{} is no date; correct it to YYYY-MM-DD, or to a date and time with its zone where it is no page's",
        place=Place.LEDGER,
        test=_dates,
    ),
    Rule(
        code=Code.RATING_NUMBERS,
        source=GOOGLE,
        message="the rating has {}; give whole numbers with worst 1 and best above it, or none of the three",
        place=Place.CONFIG,
        test=_numbers,
    ),
    Rule(
        code=Code.RATING_CONTRADICTED,
        source=SEEN,
        message="the rating says {}; let the label and the rank in claimkit.toml mean the same",
        place=Place.CONFIG,
        test=_contradicted,
    ),
    Rule(
        code=Code.ODD_LABEL,
        source=SEEN,
        message="the label {} is a slug or a sentence; readers see it: give a word or two",
        place=Place.CONFIG,
        test=_odd_label,
        severity=Severity.WARNING,
    ),
    Rule(
        code=Code.SHARED_NAME,
        source="claimkit: one name, one thing",
        message="the name {} is that of another thing too; publish each claim at an address of its own",
        place=Place.LEDGER,
        test=_names,
    ),
    Rule(
        code=Code.NOT_CANONICAL,
        source=GOOGLE,
        message="the page's address {}; publish at the one address that the page calls its own",
        place=Place.LEDGER,
        test=_address_parts,
        severity=Severity.WARNING,
    ),
    Rule(
        code=Code.SHORTENED,
        source=GOOGLE,
        message="{} is a shortened address, which ends with its shortener; give the one that it leads to",
        place=Place.EVIDENCE,
        test=_shortened,
        severity=Severity.WARNING,
    ),
    Rule(
        code=Code.NO_WORDING,
        source=f"{GOOGLE}: required; Bing's, too",
        message="it has no wording: {} is missing",
        place=Place.WORDING,
        test=_missing("claimReviewed"),
    ),
    Rule(
        code=Code.NO_LABEL,
        source=f"{GOOGLE}: required; Bing's and Duke's, too",
        message="its verdict has no label: {} is missing; give it one in claimkit.toml",
        place=Place.CONFIG,
        test=_missing("reviewRating.alternateName"),
    ),
    Rule(
        code=Code.NO_APPEARANCE,
        source=f"{GOOGLE}: recommended",
        message="nobody can see where the claim was made: {} has no address; give the article's url",
        place=Place.ARTICLE,
        test=_appearance,
        severity=Severity.WARNING,
    ),
    Rule(
        code=Code.BARE_VALUE,
        source=SCHEMA_ORG,
        message="{} is a bare text where an object is wanted",
        place=Place.ARTICLE,
        test=_bare,
    ),
    Rule(
        code=Code.VERDICT_IN_WORDING,
        source=GOOGLE,
        message="the wording {} gives the verdict away; say only what is claimed",
        place=Place.WORDING,
        test=_verdict_in_wording,
        severity=Severity.WARNING,
    ),
    Rule(
        code=Code.SHARED_ADDRESS,
        source=f"{GOOGLE}: several reviews on a page",
        message="another review has the address {} too; publish each at an anchor of its own",
        place=Place.LEDGER,
        test=_shared_address,
        severity=Severity.WARNING,
    ),
    Rule(
        code=Code.SURROGATE,
        source="RFC 8259, section 8.2",
        message="{} holds a lone surrogate, which is no character; write the whole character",
        place=Place.WORDING,
        test=_surrogates,
    ),
)
