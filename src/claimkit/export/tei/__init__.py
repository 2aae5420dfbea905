"""TEI P5: the article with every claim, attribution and review, valid against tei_all.

The encoding, in TEI P5: atomised segs in the text, W3C-style annotations in standOff.
"""

from __future__ import annotations

from lxml import etree

from claimkit.annotations.dossiers import Dossier
from claimkit.export import Refusal, Rendering
from claimkit.export.selection import selected
from claimkit.export.tei.body import add_body
from claimkit.export.tei.chains import anchors
from claimkit.export.tei.claims import add_claim
from claimkit.export.tei.fitness import astray, orphans, unfit
from claimkit.export.tei.header import add_header
from claimkit.export.tei.ids import Ids
from claimkit.export.tei.registers import add_evidence, add_sources
from claimkit.export.tei.segments import Segments, blocks
from claimkit.export.tei.xml import XML_LANG, add, indent, root, written
from claimkit.model.config import Config
from claimkit.rules.standing import Standing, State


def render(dossier: Dossier, config: Config, claims: frozenset[str] | None = None) -> Rendering:
    """``<slug>.tei.xml``, with all claims whatever their state.

    Refused are claims whose anchors do not stand in the text or whose verdicts the scale has not; left out, and named,
    are claims that the present text has not, and reviews of no claim. Raises :class:`RefusalError` when the text holds
    what XML cannot.
    """
    every, refused = selected(dossier, claims)
    standings = [item for item in every if item.state is not State.ORPHANED]
    reasons = {item.claim.id: unfit(item, dossier.text, config) for item in standings}
    refused += [Refusal(claim=name, reasons=wrong) for name, wrong in reasons.items() if wrong]
    fit = [item for item in standings if not reasons[item.claim.id]]
    data = written(_document(dossier, config, fit))
    left_out = (*astray(every), *orphans(dossier, claims))
    lost = {item.claim for item in left_out}
    return Rendering(
        files={f"{dossier.slug}.tei.xml": data},
        left_out=left_out,
        refused=tuple(item for item in refused if item.claim not in lost),
    )


def _document(dossier: Dossier, config: Config, standings: list[Standing]) -> etree._Element:
    article = dossier.claims.item.article
    text_blocks = blocks(dossier.text, article.structure)
    layers = ([anchor.span for anchor in layer] for standing in standings for layer in anchors(standing))
    segments = Segments(text_blocks, layers)
    ids = Ids(standing.claim.id for standing in standings)
    document = root()
    document.set(XML_LANG, article.metadata.language)
    add_header(document, dossier, config, ids)
    add_body(add(document, "text"), dossier.text, text_blocks, segments, ids)
    if standings:
        _stand_off(add(document, "standOff"), standings, segments, ids)
    indent(document)
    return document


def _stand_off(parent: etree._Element, standings: list[Standing], segments: Segments, ids: Ids) -> None:
    add_sources(parent, standings, ids)
    add_evidence(parent, standings, ids)
    claims = add(parent, "listAnnotation", type="claims")
    for standing in standings:
        add_claim(claims, standing, segments, ids)
