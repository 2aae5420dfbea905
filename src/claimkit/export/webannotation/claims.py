"""The annotations on one claim."""

from __future__ import annotations

from collections.abc import Iterator

from claimkit.annotations.dossiers import Dossier
from claimkit.export.claimreview.wording import named
from claimkit.export.dates import universal
from claimkit.export.iris import claim_iri, review_iri
from claimkit.export.jsonld import Node, filled
from claimkit.export.webannotation.names import Names
from claimkit.export.webannotation.targets import on, quotation
from claimkit.model.attribution import Link
from claimkit.model.config import Config
from claimkit.model.review import Evidence
from claimkit.model.spans import Anchor
from claimkit.model.vocabulary import Act
from claimkit.rules.standing import Signed, Standing


def annotated(standing: Standing, dossier: Dossier, config: Config, names: Names) -> Iterator[Node]:
    """The claim first, then who says it, the finished reviews with their evidence, the decision.

    Drafts and what is for the desk only are left out. Of a retracted claim there is only that it was, and is no more.
    """
    claim = standing.claim
    metadata = dossier.claims.item.article.metadata
    source = metadata.url or names.of("text")
    yield _claim(standing, dossier, names, source)
    if not standing.retraction:
        for number, link in enumerate(claim.voices, start=1):
            yield _saying(number, link, standing, dossier, names, source)
        for signed in standing.finished:
            yield _review(signed, metadata.language, config, names)
            for number, evidence in enumerate(signed.review.evidence, start=1):
                yield _evidence(number, evidence, signed, names)
    if standing.decision or standing.ledger:
        yield _decision(standing, metadata.language, config, names)


def _claim(standing: Standing, dossier: Dossier, names: Names, source: str) -> Node:
    claim, language = standing.claim, dossier.claims.item.article.metadata.language
    publication = standing.publication
    body = [
        _text(claim.text, "identifying", language),
        _text(claim.short, "describing", language),
        _text(claim.kind.value, "classifying"),
        _text(standing.state.value, "classifying"),
        _resource(claim_iri(publication.url, claim.id), "linking") if publication else None,
    ]
    return _annotation(
        names.of("claim", claim.id),
        "identifying",
        on(source, _standing_in(claim.anchors, dossier.text)),
        body,
        creator={"type": "Software" if ":" in claim.proposed_by else "Person", "name": claim.proposed_by},
    )


def _saying(number: int, link: Link, standing: Standing, dossier: Dossier, names: Names, source: str) -> Node:
    """Who says it, outermost first: the name, other names for them, and the words that name them and say so."""
    claim = standing.claim.id
    places = [anchor for anchor in (link.source.anchor, link.cue) if anchor]
    words = on(source, _standing_in(places, dossier.text))
    body = [
        _text(link.source.name, "identifying"),
        *(_resource(address, "identifying") for address in link.source.same_as),
        _text(link.source.role, "describing"),
        _text(link.mode.value, "classifying"),
        None if isinstance(words, str) else words | {"purpose": "linking"},
    ]
    return _annotation(names.of("claim", claim, "said", number), "linking", names.of("claim", claim), body)


def _review(signed: Signed, language: str, config: Config, names: Names) -> Node:
    review = signed.review
    first = review.history[0].when if review.history else review.when
    body = [
        *_verdict(review.verdict, language, config),
        _text(review.disposition.value, "classifying"),
        _text(review.rationale, "assessing", language),
    ]
    return _annotation(
        _review_name(signed, names),
        "assessing",
        names.of("claim", review.claim),
        body,
        creator=_person(signed.reviewer.id, signed.reviewer.name, names),
        created=universal(first),
        modified=universal(review.when) if review.when != first else "",
    )


def _evidence(number: int, evidence: Evidence, signed: Signed, names: Names) -> Node:
    """A page, with the words quoted from it, and what it does to the claim, as that review sees it."""
    name = _review_name(signed, names)
    words = Anchor(start=0, end=0, quote=evidence.quote)
    page = _resource(evidence.url, "linking") | ({"selector": quotation(words)} if evidence.quote else {})
    body = [page, _text(evidence.stance.value, "tagging"), _text(evidence.title, "describing")]
    person = _person(signed.reviewer.id, signed.reviewer.name, names)
    return _annotation(f"{name}-evidence-{number}", "linking", name, body, creator=person)


def _decision(standing: Standing, language: str, config: Config, names: Names) -> Node:
    """The settled verdict, the name of its ClaimReview, and what was corrected or retracted since."""
    claim, decision = standing.claim.id, standing.decision
    publication, gone = standing.publication, standing.retraction
    told = [entry for entry in standing.ledger if entry.act is not Act.PUBLISHED]
    body: list[Node | None] = [
        *([] if gone or not decision else _verdict(decision.verdict, language, config)),
        _text("retracted", "classifying") if gone else None,
        None if gone else _text(standing.rationale, "assessing", language),
        _resource(review_iri(publication.url, claim), "linking") if publication else None,
    ]
    for entry in told:
        if comment := _text(entry.change, "commenting", language):
            body.append(comment | filled(created=universal(entry.date)))
    return _annotation(
        names.of("claim", claim, "decision"),
        "moderating",
        names.of("claim", claim),
        body,
        creator=_person(decision.who, "", names) if decision else None,
        created=universal(decision.when) if decision else "",
        modified=max((universal(entry.date) for entry in told), default=""),
    )


def _annotation(name: str, motivation: str, target: Node | str, body: list[Node | None], **given: object) -> Node:
    head: Node = {"id": name, "type": "Annotation", "motivation": motivation}
    return head | filled(**given, body=[item for item in body if item]) | {"target": target}


def _review_name(signed: Signed, names: Names) -> str:
    return names.of("claim", signed.review.claim, "review", signed.reviewer.id)


def _person(who: str, name: str, names: Names) -> Node:
    return {"id": names.person(who), "type": "Person", "name": name or who}


def _verdict(verdict: str, language: str, config: Config) -> list[Node | None]:
    """The label for readers, as a tag, and the id for machines."""
    if not verdict:
        return []
    return [_text(named(verdict, language, config), "tagging", language), _text(verdict, "classifying")]


def _text(value: str, purpose: str, language: str = "") -> Node | None:
    """A body that is a text; None where there is none."""
    if not value:
        return None
    head: Node = {"type": "TextualBody", "value": value, "format": "text/plain"}
    return head | filled(language=language) | {"purpose": purpose}


def _resource(address: str, purpose: str) -> Node:
    return {"type": "SpecificResource", "source": address, "purpose": purpose}


def _standing_in(anchors: list[Anchor] | tuple[Anchor, ...], text: str) -> list[Anchor]:
    return [anchor for anchor in anchors if anchor.stands_in(text)]
