"""W3C Web Annotation: claims on their words, who says them, reviews, evidence, the settled verdict and the ledger.

Motivations as in TEI: a claim is *identifying*, who says it and what bears on it *linking*, a review *assessing*, what
the desk settled and published *moderating*. All that is not about the article targets the annotation it is about.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimkit.annotations.dossiers import Dossier
from claimkit.export import LeftOut, Rendering
from claimkit.export.iris import page
from claimkit.export.jsonld import Node, line
from claimkit.export.selection import selected
from claimkit.export.webannotation.claims import annotated
from claimkit.export.webannotation.names import Names
from claimkit.model.config import Config
from claimkit.rules.standing import State

# The Recommendation's context has no Composite: its appendix D only proposes it. The name is that of the oa namespace.
CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"Composite": "http://www.w3.org/ns/oa#Composite"}]


def render(dossier: Dossier, config: Config, claims: frozenset[str] | None = None) -> Rendering:
    """``<slug>.annotations.jsonld``: an AnnotationCollection with one page, an annotation a line.

    Left out are claims whose words the present text has not. Raises :class:`RefusalError` on a lone surrogate.
    """
    every, refused = selected(dossier, claims)
    lost = tuple(LeftOut(claim=item.claim.id, reasons=item.lost) for item in every if item.state is State.ORPHANED)
    names = Names(base=page(config.publisher.url), slug=dossier.slug)
    items = [
        item
        for standing in every
        if standing.state is not State.ORPHANED
        for item in annotated(standing, dossier, config, names)
    ]
    data = b"".join(_pieces(items, dossier, names))
    return Rendering(files={f"{dossier.slug}.annotations.jsonld": data}, left_out=lost, refused=tuple(refused))


def _pieces(items: list[Node], dossier: Dossier, names: Names) -> Iterator[bytes]:
    head: Node = {
        "@context": CONTEXT,
        "id": names.of("collection"),
        "type": "AnnotationCollection",
        "label": dossier.claims.item.article.metadata.title,
        "total": len(items),
    }
    first: Node = {"id": names.of("page"), "type": "AnnotationPage", "partOf": head["id"], "startIndex": 0}
    yield line(head)[:-1] + b',"first":' + line(first)[:-1] + b',"items":[\n'
    yield b",\n".join(line(item) for item in items)
    yield b"\n]}}\n"
