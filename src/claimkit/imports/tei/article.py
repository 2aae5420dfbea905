"""The article, its texts and its splitter, out of the header."""

from __future__ import annotations

from lxml import etree

from claimkit.annotations.workspace import text_name
from claimkit.imports.tei.body import Body
from claimkit.imports.tei.nodes import NS, XML_LANG, categories, content, dated, each, find, first, offsets
from claimkit.imports.tei.registers import Registers
from claimkit.model.article import Article, Metadata, Received, Sentence, TextOfRecord
from claimkit.model.claim import Splitter
from claimkit.model.vocabulary import Granularity, NoClaim


def article_of(root: etree._Element, body: Body, registers: Registers) -> Article:
    """The article, with the records of all its texts."""
    slug = content(find(root, "teiHeader", "fileDesc", "publicationStmt"), "idno", "claimkit")
    *earlier, present = _records(root, slug, registers)
    return Article(
        slug=slug,
        metadata=_metadata(_bibl(root)),
        text=present,
        earlier=tuple(earlier),
        structure=body.structure,
        sentences=tuple(_sentence(span) for span in root.findall(f"{NS}standOff/{NS}spanGrp/{NS}span")),
    )


def texts_of(root: etree._Element) -> tuple[str, ...]:
    """The texts before the present one, oldest first."""
    return tuple(item.text or "" for item in root.findall(f"{NS}text/{NS}back/{NS}div/{NS}ab"))


def splitter_of(root: etree._Element) -> Splitter:
    """What proposed the claims."""
    paragraph = find(root, "teiHeader", "encodingDesc", "editorialDecl", "interpretation", "p")
    name, confidence = first(paragraph, "name", "splitter"), content(paragraph, "num", "confidence")
    return Splitter(
        name=content(paragraph, "name", "splitter"),
        version="" if name is None else name.get("n", ""),
        pipeline=content(paragraph, "name", "pipeline"),
        granularity=Granularity(content(paragraph, "term", "granularity") or Granularity.COARSE),
        confidence=float(confidence) if confidence else None,
    )


def _bibl(root: etree._Element) -> etree._Element:
    return find(root, "teiHeader", "fileDesc", "sourceDesc", "bibl")


def _metadata(bibl: etree._Element) -> Metadata:
    title = find(bibl, "title")
    addresses = {pointer.get("type", ""): pointer.get("target", "") for pointer in each(bibl, "ptr")}
    return Metadata(
        title=title.text or "",
        language=title.get(XML_LANG, ""),
        url=addresses.get("", ""),
        archive=addresses.get("archive", ""),
        publisher=content(bibl, "publisher"),
        authors=tuple(author.text or "" for author in each(bibl, "author")),
        date_published=content(bibl, "date"),
    )


def _records(root: etree._Element, slug: str, registers: Registers) -> list[TextOfRecord]:
    changes = root.findall(f"{NS}teiHeader/{NS}profileDesc/{NS}creation/{NS}listChange/{NS}change")
    if changes:
        return [
            _record(change, change, slug, number, (dated(change), registers.who(change)))
            for number, change in enumerate(changes, 1)
        ]
    return [_record(_bibl(root), find(root, "teiHeader", "fileDesc", "extent"), slug, 1, ("", ""))]


def _record(
    digests: etree._Element, extent: etree._Element, slug: str, number: int, made: tuple[str, str]
) -> TextOfRecord:
    received, measure = first(digests, "idno", "SHA-256", "received"), find(extent, "measure")
    text = first(digests, "idno", "SHA-256", "")
    return TextOfRecord(
        file=f"seeds/{text_name(slug, number)}",
        sha256="" if text is None else text.text or "",
        length=int(measure.get("quantity", "0")),
        received=None if received is None else Received(media_type=received.get("n", ""), sha256=received.text or ""),
        since=made[0],
        who=made[1],
    )


def _sentence(span: etree._Element) -> Sentence:
    start, end = offsets(span)
    reason = categories(span).get("no-claim")
    return Sentence(start=start, end=end, no_claim=NoClaim(reason) if reason else None)
