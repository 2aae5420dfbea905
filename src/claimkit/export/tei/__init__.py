"""TEI P5: the article with every claim, attribution and review, valid against tei_all.

The encoding, in TEI P5: atomised segs in the text, W3C-style annotations in standOff.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimkit.annotations.dossiers import Dossier
from claimkit.export import Refusal, Rendering
from claimkit.export.selection import selected
from claimkit.export.tei.body import add_body
from claimkit.export.tei.entries import Entry, entries
from claimkit.export.tei.fitness import astray, orphans, unfit
from claimkit.export.tei.header import add_header
from claimkit.export.tei.ids import Ids
from claimkit.export.tei.layers import anchors, other_anchors
from claimkit.export.tei.origin import add_earlier
from claimkit.export.tei.places import Places
from claimkit.export.tei.registers import add_evidence, add_sources
from claimkit.export.tei.segments import Segments, blocks
from claimkit.export.tei.sentences import add_sentences
from claimkit.export.tei.streaming import stream
from claimkit.export.tei.xml import XML_LANG, add, root
from claimkit.model.config import Config
from claimkit.model.spans import Span
from claimkit.rules.standing import State


def render(dossier: Dossier, config: Config, claims: frozenset[str] | None = None) -> Rendering:
    """``<slug>.tei.xml``, with all claims whatever their state.

    Refused are claims whose anchors do not stand in the text or whose verdicts the scale has not; left out, and named,
    are claims that the present text has not, and reviews of no claim. Raises :class:`RefusalError` when the text holds
    what XML cannot.
    """
    every, refused = selected(dossier, claims)
    found = entries(dossier, (item for item in every if item.state is not State.ORPHANED))
    reasons = {entry.id: unfit(entry, dossier.text, config) for entry in found}
    refused += [Refusal(claim=name, reasons=wrong) for name, wrong in reasons.items() if wrong]
    data = _document(dossier, config, [entry for entry in found if not reasons[entry.id]])
    left_out = (*astray(every), *orphans(dossier, claims))
    lost = {item.claim for item in left_out}
    return Rendering(
        files={f"{dossier.slug}.tei.xml": data},
        left_out=left_out,
        refused=tuple(item for item in refused if item.claim not in lost),
    )


def _document(dossier: Dossier, config: Config, found: list[Entry]) -> bytes:
    article = dossier.claims.item.article
    text_blocks = blocks(dossier.text, article.structure)
    segments = Segments(text_blocks, _layers(found, dossier.text))
    ids = Ids(entry.id for entry in found)
    document = root()
    document.set(XML_LANG, article.metadata.language)
    add_header(document, dossier, config, ids)
    text = add(document, "text")
    add_body(text, dossier.text, text_blocks, segments, ids)
    if article.earlier:
        add_earlier(text, dossier.texts.versions[:-1], ids)
    stand_off = add(document, "standOff") if found or article.sentences else None
    if stand_off is not None:
        add_sentences(stand_off, article.sentences, ids)
    claims = None
    if stand_off is not None and found:  # an empty list is invalid
        add_sources(stand_off, found, ids)
        add_evidence(stand_off, found, ids)
        claims = add(stand_off, "listAnnotation", type="claims")
    return stream(document, claims, found, Places(dossier.text, text_blocks, segments, ids))


def _layers(found: list[Entry], text: str) -> Iterator[list[Span]]:
    """All that segs are cut by, thing by thing."""
    for entry in found:
        for layer in anchors(entry):
            yield [anchor.span for anchor in layer]
        for layer in other_anchors(entry):
            if all(anchor.stands_in(text) for anchor in layer):
                yield [anchor.span for anchor in layer]
