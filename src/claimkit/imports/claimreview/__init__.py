"""ClaimReview as others publish it: JSON-LD in a file or a page, microdata, RDFa; mended where that is safe.

What real ones look like is documented in docs/imports.md. Each form that is mended gives a remark, each that cannot be
trusted is refused with one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from claimkit.imports.claimreview.files import Documents, documents_of
from claimkit.imports.claimreview.graph import Graph, Node, kinds
from claimkit.imports.claimreview.mending import Mending
from claimkit.imports.claimreview.review import STATUS, Read, read_review, retracted
from claimkit.imports.foreign import Foreign, Remark, Statement
from claimkit.model.article import Metadata

KIND = "ClaimReview"


def foreign(data: bytes, place: str) -> list[Foreign]:
    """What the file says, article by article: ClaimReviews of one appearance, else of one page, are of one article.

    Raises :class:`~claimkit.errors.DataError` for JSON that cannot be parsed, and
    :class:`~claimkit.errors.SourceError` for a page that cannot be read.
    """
    documents = documents_of(data, place)
    reads: list[Read] = []
    remarks, graves = list(documents.remarks), list[Remark]()
    for root, marked in (*((root, False) for root in documents.roots), *((root, True) for root in documents.marked)):
        graph = Graph(root)
        mending = partial(_mending, graph, documents, marked)
        for node in graph.of_type(KIND):
            reads.append(read_review(mending(node, len(reads) + 1), node))
        graves += _tombstones(graph, mending)
    remarks += graves
    if not reads and not graves and not any(remark.refused for remark in remarks):
        remarks.append(Remark(message="it has no ClaimReview; name a page or a file that has one", refused=True))
    return [*_nothing(remarks), *_articles(_once(reads))]


def _mending(graph: Graph, documents: Documents, marked: bool, node: Node, number: int = 1) -> Mending:
    """The object is called by its address, else its name, else its number in the file where it is not the first one."""
    url = graph.first(node, "url")
    nameless = KIND if number == 1 else f"{KIND} {number}"
    name = (url if isinstance(url, str) else graph.name(node)).strip() or nameless
    return Mending(graph=graph, name=name, base=documents.base, language=documents.language, marked=marked)


def _tombstones(graph: Graph, mending: Callable[[Node], Mending]) -> Iterable[Remark]:
    """What is said where something that is no ClaimReview was taken back: ours are written so."""
    for node in graph.nodes:
        if STATUS in graph.values(node, "creativeWorkStatus") and KIND.casefold() not in kinds(node):
            told = mending(node)
            retracted(told, node)
            yield from told.remarks


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
