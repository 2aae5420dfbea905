"""The teiHeader: what the file is, what it was made from, and what its annotation means."""

from __future__ import annotations

import re

from lxml import etree

from claimkit import __version__
from claimkit.annotations.dossiers import Dossier
from claimkit.export.dates import temporal
from claimkit.export.tei.ids import Ids
from claimkit.export.tei.origin import add_digests, add_splitter, add_versions
from claimkit.export.tei.people import Person, people
from claimkit.export.tei.taxonomies import TAXONOMIES
from claimkit.export.tei.xml import add, legal
from claimkit.model.article import Article
from claimkit.model.claim import Splitter
from claimkit.model.config import Config

_QUOTATION = "Quotation marks are kept as text; quotations are recorded only in standOff."
_SEGMENTATION = (
    "A seg is a run of text on which the same set of claims, sources and cues lies; it carries no meaning of its own, "
    "and its id is no lasting name. Where an annotation has several segs as target, it is about their union. The "
    "string value of body is the article, character for character (body has xml:space=preserve; the white space "
    "between paragraphs is the article's own). The offset of a seg is the number of Unicode code points before it."
)
_ATTRIBUTION = (
    "A linking annotation says who says what it targets: the claim, or in a chain (the US said that India said) the "
    "linking annotation of the next source inwards."
)


def add_header(parent: etree._Element, dossier: Dossier, config: Config, ids: Ids) -> None:
    """Add the teiHeader. It is in English, whatever the article's language."""
    article = dossier.claims.item.article
    header = add(parent, "teiHeader", xml_lang="en")
    _file_description(add(header, "fileDesc"), article, people(dossier), config, ids)
    encoding = add(header, "encodingDesc")
    add(add(encoding, "projectDesc"), "p", "Atomic claims of one news article with their attribution and reviews.")
    _editorial(add(encoding, "editorialDecl"), dossier.claims.item.splitter)
    _classes(add(encoding, "classDecl"), config, ids)
    # TEI wants at most four numbers, of which a development version of Python's has more.
    version = re.match(r"\d+(\.\d+){0,3}", __version__)
    application = add(add(encoding, "appInfo"), "application", ident="claimkit", version=version[0] if version else "0")
    add(application, "label", "claimkit")
    profile = add(header, "profileDesc")
    add_versions(profile, article, ids)
    languages = add(profile, "langUsage")
    add(languages, "language", ident=article.metadata.language)


def _file_description(
    parent: etree._Element, article: Article, persons: list[Person], config: Config, ids: Ids
) -> None:
    titles = add(parent, "titleStmt")
    add(titles, "title", f"{article.metadata.title}: reviewed claims")
    for person in persons:
        statement = add(titles, "respStmt")
        for task in person.tasks:
            add(statement, "resp", task)
        name = ids.of(("person", person.id), f"rev.{person.id}")
        # An id is a name, though perhaps no person's: persName only where somebody said so.
        add(statement, "persName" if person.name else "name", person.name or person.id, xml_id=name, n=person.id)
    length = str(article.text.length)
    add(add(parent, "extent"), "measure", f"{length} characters", unit="characters", quantity=length)
    publication = add(parent, "publicationStmt")
    add(publication, "publisher", config.publisher.name)
    add(publication, "ptr", target=config.publisher.url)
    add(publication, "idno", article.slug, type="claimkit")
    _source(add(add(parent, "sourceDesc"), "bibl", xml_id=ids.of("article", "article")), article)


def _source(bibl: etree._Element, article: Article) -> None:
    metadata = article.metadata
    add(bibl, "title", metadata.title, level="a", xml_lang=metadata.language)
    for author in metadata.authors:
        add(bibl, "author", author)
    if metadata.publisher:
        add(bibl, "publisher", metadata.publisher)
    if metadata.date_published:
        add(bibl, "date", metadata.date_published, when=temporal(metadata.date_published))
    if metadata.url:
        add(bibl, "ptr", target=metadata.url)
    if metadata.archive:
        add(bibl, "ptr", type="archive", target=metadata.archive)
    add_digests(bibl, article.text)


def _editorial(parent: etree._Element, splitter: Splitter) -> None:
    add(add(parent, "quotation", marks="all"), "p", _QUOTATION)
    add(add(parent, "segmentation"), "p", _SEGMENTATION)
    interpretation = add(parent, "interpretation")
    add_splitter(add(interpretation, "p"), splitter)
    add(interpretation, "p", _ATTRIBUTION)


def _classes(parent: etree._Element, config: Config, ids: Ids) -> None:
    _verdicts(parent, config, ids)
    for name, (description, categories) in TAXONOMIES.items():
        taxonomy = add(parent, "taxonomy", xml_id=ids.of(("taxonomy", name), name))
        add(taxonomy, "desc", description)
        for item, meaning in categories.items():
            category = add(taxonomy, "category", xml_id=ids.of((name, item), f"{name}.{item}"))
            term = add(add(category, "catDesc"), "term", item.replace("-", " ").capitalize())
            term.tail = f": {meaning}"


def _verdicts(parent: etree._Element, config: Config, ids: Ids) -> None:
    """The scale, each label in its language. ``@n`` is the rank, higher is truer; what has none is off the scale."""
    taxonomy = add(parent, "taxonomy", xml_id=ids.of(("taxonomy", "verdict"), "verdict"))
    add(
        taxonomy,
        "desc",
        "Verdicts; @n is the rank on the scale, higher is truer; without it a verdict is off the scale",
    )
    for verdict in config.verdicts:
        name = ids.of(("verdict", verdict.id), f"verdict.{verdict.id}")
        rank = "" if verdict.rank is None else str(verdict.rank)
        category = add(taxonomy, "category", xml_id=name, n=rank)
        terms = [
            add(add(category, "catDesc", xml_lang=language), "term", label) for language, label in verdict.label.items()
        ]
        if verdict.description and terms:
            terms[0].tail = legal(f": {verdict.description}", "desc")
