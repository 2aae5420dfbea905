"""ClaimReview as others publish it: JSON-LD in a file or a page, microdata, RDFa; mended where that is safe.

What real ones look like is documented in docs/imports.md. Each form that is mended gives a remark, each that cannot be
trusted is refused with one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from claimkit.imports.claimreview.files import documents_of
from claimkit.imports.claimreview.graph import Graph, Node
from claimkit.imports.claimreview.mending import Mending
from claimkit.imports.claimreview.review import STATUS, Read, read_review, retracted
from claimkit.imports.foreign import Foreign, Remark, Statement
from claimkit.model.article import Metadata


def foreign(data: bytes, place: str) -> list[Foreign]:
    """What the file says, article by article: ClaimReviews of one appearance, else of one page, are of one article.

    Raises :class:`~claimkit.errors.DataError` for JSON that cannot be parsed, and
    :class:`~claimkit.errors.SourceError` for a page that cannot be read.
    """
    documents = documents_of(data, place)
    reads: list[Read] = []
    remarks, graves = list(documents.remarks), []
    for root in documents.roots:
        graph = Graph(root)
        for node in graph.of_type("ClaimReview"):
            reads.append(read_review(_mending(graph, node, documents.base, len(reads) + 1), node))
        graves += [remark for node in graph.nodes for remark in _tombstone(graph, node, documents.base)]
    remarks += graves
    if not reads and not graves and not any(remark.refused for remark in remarks):
        remarks.append(Remark(message="it has no ClaimReview; name a page or a file that has one", refused=True))
    return [*_nothing(remarks), *_articles(_once(reads))]


def _mending(graph: Graph, node: Node, base: str, number: int) -> Mending:
    url = graph.first(node, "url")
    name = url if isinstance(url, str) else graph.name(node)
    return Mending(graph=graph, name=name.strip() or f"ClaimReview {number}", base=base)


def _tombstone(graph: Graph, node: Node, base: str) -> Iterable[Remark]:
    """What is said where something that is no ClaimReview was taken back: ours are written so."""
    mending = _mending(graph, node, base, 0)
    kind = "ClaimReview"
    if STATUS in graph.values(node, "creativeWorkStatus") and all(node is not one for one in graph.of_type(kind)):
        retracted(mending, node)
    return mending.remarks


def _nothing(remarks: list[Remark]) -> list[Foreign]:
    """What is to be told of the file as a whole."""
    if not remarks:
        return []
    return [Foreign(name="", metadata=Metadata(title="", language=""), remarks=tuple(remarks))]


def _once(reads: list[Read]) -> list[Read]:
    """Each review once: pages say the same in JSON-LD and in microdata."""
    found: dict[object, Read] = {}
    for read in reads:
        said = read.statement
        key = (said.text, said.url, said.rating and said.rating.label, said.reviewer) if said else id(read)
        if key in found:
            twice = Remark(message="it stands in the file twice; the first one is taken", where=read.page)
            found[key] = replace(found[key], remarks=(*found[key].remarks, twice))
        else:
            found[key] = read
    return list(found.values())


def _articles(reads: list[Read]) -> list[Foreign]:
    groups: dict[object, list[Read]] = {}
    for read in reads:
        key = read.article.url or read.article.title or read.page or id(read)
        groups.setdefault(key if read.statement else id(read), []).append(read)
    return [_article(group) for group in groups.values()]


def _article(reads: list[Read]) -> Foreign:
    """One article with all that is said of it; what the first does not know of it the next may."""
    statements: tuple[Statement, ...] = tuple(read.statement for read in reads if read.statement)
    known = [read.article for read in reads]
    metadata = Metadata(
        title=next((item.title for item in known if item.title), ""),
        language=next((item.language for item in known if item.language), ""),
        url=next((item.url for item in known if item.url), ""),
        publisher=next((item.publisher for item in known if item.publisher), ""),
        authors=next((item.authors for item in known if item.authors), ()),
        date_published=next((item.date_published for item in known if item.date_published), ""),
    )
    page = reads[0].page.rstrip("/").rpartition("/")[2] if not metadata.url else ""
    remarks = tuple(remark for read in reads for remark in read.remarks)
    return Foreign(name=metadata.title or page, metadata=metadata, statements=statements, remarks=remarks)
