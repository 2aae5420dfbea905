"""TEI P5: the article with every claim, attribution and review, valid against tei_all.

The encoding, in TEI P5: atomised segs in the text, W3C-style annotations in standOff.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from claimkit.annotations.dossiers import Dossier
from claimkit.errors import RefusalError
from claimkit.export import Refusal, Rendering
from claimkit.export.selection import selected
from claimkit.export.tei.body import add_body
from claimkit.export.tei.chains import anchors, other_anchors
from claimkit.export.tei.claims import add_claim
from claimkit.export.tei.entries import Entry, entries
from claimkit.export.tei.fitness import astray, orphans, unfit
from claimkit.export.tei.header import add_header
from claimkit.export.tei.ids import Ids
from claimkit.export.tei.origin import add_earlier
from claimkit.export.tei.places import Places
from claimkit.export.tei.registers import add_evidence, add_sources
from claimkit.export.tei.segments import Segments, blocks
from claimkit.export.tei.sentences import add_sentences
from claimkit.export.tei.xml import XML_LANG, add, indent, root, written
from claimkit.model.config import Config
from claimkit.model.spans import Span
from claimkit.rules.standing import State
from claimkit.schemas.tei import problems


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
    document = _document(dossier, config, [entry for entry in found if not reasons[entry.id]])
    _refuse_invalid(document)
    left_out = (*astray(every), *orphans(dossier, claims))
    lost = {item.claim for item in left_out}
    return Rendering(
        files={f"{dossier.slug}.tei.xml": written(document)},
        left_out=left_out,
        refused=tuple(item for item in refused if item.claim not in lost),
    )


def _refuse_invalid(document: etree._Element) -> None:
    """Raise :class:`RefusalError` for a document that breaks our own schemas: nothing that a user did is wrong then."""
    if found := problems(document):
        raise RefusalError(
            f"the TEI breaks the rules of its own schema, which is a fault of claimkit: {found[0].message}",
            remedy="report it with the article's annotations; nothing was written",
        )


def _document(dossier: Dossier, config: Config, found: list[Entry]) -> etree._Element:
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
    if found or article.sentences:
        stand_off = add(document, "standOff")
        add_sentences(stand_off, article.sentences, ids)
        _annotations(stand_off, found, Places(dossier.text, text_blocks, segments, ids))
    indent(document)
    return document


def _layers(found: list[Entry], text: str) -> Iterator[list[Span]]:
    """All that segs are cut by, thing by thing."""
    for entry in found:
        for layer in anchors(entry):
            yield [anchor.span for anchor in layer]
        for layer in other_anchors(entry):
            if all(anchor.stands_in(text) for anchor in layer):
                yield [anchor.span for anchor in layer]


def _annotations(parent: etree._Element, found: list[Entry], places: Places) -> None:
    if not found:  # an empty list is invalid
        return
    add_sources(parent, found, places.ids)
    add_evidence(parent, found, places.ids)
    claims = add(parent, "listAnnotation", type="claims")
    for entry in found:
        add_claim(claims, entry, places)
