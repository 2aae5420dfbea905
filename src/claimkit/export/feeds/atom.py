"""Atom (RFC 4287): an entry for each published claim; a retracted one keeps its entry, which then says so."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from lxml import etree

from claimkit.annotations.dossiers import Dossier
from claimkit.export import Rendering
from claimkit.export.feeds.updates import Update, told, updates
from claimkit.export.iris import page
from claimkit.export.tei.xml import legal
from claimkit.model.config import Config, Publisher

NS = "http://www.w3.org/2005/Atom"
RETRACTED = "retracted"
"""The term of the category that a retracted entry has in place of a verdict."""


def render(dossier: Dossier, config: Config, claims: frozenset[str] | None = None) -> Rendering:
    """``feed.atom`` with the article's published claims; no file where there are none, since a feed needs a date."""
    found, left_out, refused = updates(dossier, config, claims)
    files = {"feed.atom": written(found, config.publisher, dossier.slug)} if found else {}
    return Rendering(files=files, left_out=left_out, refused=refused)


def written(items: Iterable[Update], publisher: Publisher, slug: str = "") -> bytes:
    """The feed of an article, or of the whole workspace, the newest entry first. There must be one.

    Its name is made of the publisher's address, so it stays the same wherever the feed lies.
    """
    newest = sorted(items, key=_age, reverse=True)
    feed = etree.Element(f"{{{NS}}}feed", nsmap={None: NS})
    add(feed, "id", f"{page(publisher.url)}#fact-checks{f'-{slug}' if slug else ''}")
    add(feed, "title", f"Fact-checks by {publisher.name}")
    add(feed, "updated", moment(newest[0].modified, newest[0].later))
    author = add(feed, "author")
    add(author, "name", publisher.name)
    add(author, "uri", publisher.url)
    add(feed, "link", rel="alternate", href=publisher.url)
    for update in newest:
        _entry(add(feed, "entry"), update)
    etree.indent(feed)
    return etree.tostring(feed, encoding="UTF-8", xml_declaration=True) + b"\n"


def moment(day: str, later: int = 0) -> str:
    """A date as RFC 3339 has it; the ledger knows the day only, and midnight UTC stands for it.

    What came ``later`` on one day is so many seconds after it, since readers look whether the moment changed.
    """
    return day if "T" in day else f"{day}T{later // 3600:02}:{later // 60 % 60:02}:{later % 60:02}Z"


def _age(update: Update) -> tuple[str, int, str]:
    return update.modified, update.later, update.name


def _entry(entry: etree._Element, update: Update) -> None:
    item = update.item
    label = item.get("reviewRating", {}).get("alternateName", "Retracted")
    add(entry, "id", update.name)
    add(entry, "title", f"{label}: {item['claimReviewed']}" if "claimReviewed" in item else label)
    add(entry, "link", rel="alternate", href=item["url"])
    add(entry, "published", moment(update.created))
    add(entry, "updated", moment(update.modified, update.later))
    add(entry, "category", term=update.verdict or RETRACTED, label=label)
    add(entry, "content", _html(update), type="html")


def _html(update: Update) -> str:
    """The claim, its verdict and why, then each correction: paragraphs, with every text escaped."""
    item = update.item
    lines = [item.get("claimReviewed", ""), item.get("reviewBody", "")]
    lines += [f"{entry['datePublished']}: {entry['text']}" for entry in told(item)]
    return "".join(f"<p>{escape(line, quote=False)}</p>" for line in lines if line)


def add(parent: etree._Element, name: str, text: str = "", /, **attributes: str) -> etree._Element:
    """A new last child with a text and attributes; raises :class:`RefusalError` where one holds what XML cannot."""
    element = etree.SubElement(parent, f"{{{NS}}}{name}")
    for key, value in attributes.items():
        element.set(key, legal(value, f"feed's {name}/@{key}"))
    element.text = legal(text, f"feed's {name}") or None
    return element
