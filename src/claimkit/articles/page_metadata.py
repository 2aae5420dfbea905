"""What a page says of itself: JSON-LD first, then meta tags, then its markup.

Own code beside trafilatura's, whose dates are partly guessed (htmldate, with the clock) and whose names are respelt.
Keys: schema.org Article, the Open Graph protocol, Dublin Core, Highwire's citation tags, HTML.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from html import unescape

from lxml.html import HtmlElement

from claimkit.articles import fields
from claimkit.model.article import Metadata

_MAX_JSON = 1_000_000
_MAX_AUTHORS = 50

_DATES = (
    *("article:published_time", "og:article:published_time", "datepublished", "dc.date.issued", "dcterms.issued"),
    *("dcterms.created", "dc.date", "parsely-pub-date", "citation_publication_date", "pubdate", "publish_date", "date"),
)
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "citation_author", "byl")

_ARTICLES = ("Article", "BlogPosting", "Report")
"""How the names of schema.org's types of article end: NewsArticle, ReportageNewsArticle, LiveBlogPosting."""

Meta = dict[str, list[str]]
Raw = dict[str, object]


def page_metadata(page: HtmlElement) -> Metadata:
    """The metadata of a page; what it does not say, or not in a form that the schema allows, is empty.

    No date is taken from running text, from the address or from the clock.
    """
    meta = _meta(page)
    article = _article(page)
    titles = [_unescaped(article.get("headline")), *_values(meta, "og:title", "dc.title"), *_titles(page)]
    languages = [*_languages(page), *_values(meta, "og:locale"), article.get("inLanguage")]
    addresses = [*_canonical(page), *_values(meta, "og:url"), *_addresses(article)]
    publishers = [*_names(article.get("publisher")), *_values(meta, "og:site_name", "dc.publisher")]
    dates = [article.get("datePublished"), *_values(meta, *_DATES), *_times(page)]
    return Metadata(
        title=_first(fields.field, titles),
        language=_first(fields.language, languages),
        url=_first(fields.url, addresses),
        publisher=_first(fields.field, publishers),
        authors=_people(_names(article.get("author"))) or _people(_values(meta, *_AUTHORS)),
        date_published=_first(fields.date, dates),
    )


def _first(read: Callable[[object], str], candidates: Iterable[object]) -> str:
    """The first candidate that ``read`` accepts."""
    return next((value for candidate in candidates if (value := read(candidate))), "")


def _meta(page: HtmlElement) -> Meta:
    """The contents of the meta tags under each of their names, in lower case."""
    meta: Meta = {}
    for element in page.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            if name := element.get(attribute):
                meta.setdefault(name.strip().lower(), []).append(element.get("content") or "")
    return meta


def _values(meta: Meta, *names: str) -> list[str]:
    return [value for name in names for value in meta.get(name, [])]


def _titles(page: HtmlElement) -> Iterator[str]:
    """The only first-level heading, else the page's title, in which the site's name may stand too."""
    headings = list(page.iter("h1"))
    if len(headings) == 1:
        yield "".join(headings[0].itertext())
    yield from ("".join(title.itertext()) for title in page.iter("title"))


def _languages(page: HtmlElement) -> Iterator[str | None]:
    yield from (root.get(name) for root in page.iter("html") for name in ("lang", "xml:lang"))


def _canonical(page: HtmlElement) -> Iterator[str | None]:
    yield from (link.get("href") for link in page.iter("link") if (link.get("rel") or "").lower() == "canonical")


def _times(page: HtmlElement) -> Iterator[str | None]:
    """Microdata: only a time that is marked as that of publication counts."""
    yield from (time.get("datetime") for time in page.iter("time") if time.get("itemprop") == "datePublished")


def _people(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once; an address or a handle is no name."""
    read = (fields.field(name).removeprefix("By ").removeprefix("by ") for name in names)
    return tuple(dict.fromkeys(name for name in read if name and not name.startswith(("http:", "https:", "@"))))[
        :_MAX_AUTHORS
    ]


def _article(page: HtmlElement) -> Raw:
    """The first object of JSON-LD that is an article; empty without one."""
    for script in page.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and len(source := script.text or "") <= _MAX_JSON:
            try:
                raw = json.loads(source, strict=False)
            except (ValueError, RecursionError):  # as hand-made JSON-LD often is; the meta tags must do
                continue
            if (found := next(_articles(raw), None)) is not None:
                return found
    return {}


def _articles(raw: object) -> Iterator[Raw]:
    """The articles at the top, in ``@graph``, or as what the page is about; not those in a list of links."""
    stack = [raw]
    while stack:
        match stack.pop():
            case list() as items:
                stack.extend(reversed(items))
            case dict() as item:
                if any(str(kind).endswith(_ARTICLES) for kind in _as_list(item.get("@type"))):
                    yield item
                stack += [item.get("mainEntity"), item.get("@graph")]


def _addresses(article: Raw) -> Iterator[object]:
    for key in ("url", "mainEntityOfPage"):
        value = article.get(key)
        yield value.get("@id") if isinstance(value, dict) else value


def _names(value: object) -> list[str]:
    """The names of people or organizations, which JSON-LD gives as a string, an object, or a list of these."""
    names = (item.get("name") if isinstance(item, dict) else item for item in _as_list(value))
    return [name for each in names for name in map(_unescaped, _as_list(each)) if name]


def _as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _unescaped(value: object) -> str:
    """A string of JSON-LD, where sites often escape what is no HTML."""
    return unescape(value) if isinstance(value, str) and len(value) <= 10 * fields.MAX_FIELD else ""
