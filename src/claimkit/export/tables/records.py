"""One claim as a record: what is public of it, in plain values, the same for every table."""

from __future__ import annotations

from claimkit.annotations.dossiers import Dossier
from claimkit.export import LeftOut, Refusal
from claimkit.export.claimreview.wording import named
from claimkit.export.iris import review_iri
from claimkit.export.jsonld import Node, filled
from claimkit.export.selection import selected
from claimkit.model.attribution import Link
from claimkit.model.config import Config
from claimkit.model.decision import Decision, LedgerEntry
from claimkit.model.raw import to_raw
from claimkit.model.review import Evidence
from claimkit.model.vocabulary import Act
from claimkit.rules.standing import Signed, Standing, State


def records(
    dossier: Dossier, config: Config, claims: frozenset[str] | None
) -> tuple[list[Node], tuple[LeftOut, ...], tuple[Refusal, ...]]:
    """The records in the order of the text, without what is empty; what has none; what is refused.

    Left out are claims whose words the present text has not.
    """
    every, refused = selected(dossier, claims)
    lost = tuple(LeftOut(claim=item.claim.id, reasons=item.lost) for item in every if item.state is State.ORPHANED)
    kept = [item for item in every if item.state is not State.ORPHANED]
    return [record(item, dossier, config) for item in kept], lost, tuple(refused)


def record(standing: Standing, dossier: Dossier, config: Config) -> Node:
    """The record of one claim. Comments and the desk's reasons (``why``) are for the desk, and are in none.

    Of a retracted claim there is no verdict, no rationale and no evidence: nobody may take it for one that holds. Only
    quotes that stand in the text are given.
    """
    claim, metadata = standing.claim, dossier.claims.item.article.metadata
    worth = claim.check_worthiness
    head = filled(
        article=dossier.slug,
        articleUrl=metadata.url,
        id=claim.id,
        text=claim.text,
        short=claim.short,
        proposed=standing.proposed.text if standing.proposed.text != claim.text else "",
        kind=claim.kind.value,
        state=standing.state.value,
        worth=worth.score if worth else None,
        quotes=[
            {"start": anchor.start, "end": anchor.end, "text": anchor.quote}
            for anchor in claim.anchors
            if not standing.retraction or anchor.stands_in(dossier.text)
        ],
        saidBy=[_said(link) for link in claim.voices],
        proposedBy=claim.proposed_by,
        derivedFrom=list(claim.derived_from),
        reviews=[_review(signed) for signed in standing.reviews],
    )
    settled = {} if standing.retraction else _settled(standing, metadata.language, config)
    return head | settled | _ledger(standing.ledger)


def _said(link: Link) -> Node:
    source = link.source
    return filled(
        name=source.name,
        type=source.type.value,
        role=source.role,
        mode=link.mode.value,
        medium=link.medium,
        date=link.date_said,
        sameAs=list(source.same_as),
    )


def _review(signed: Signed) -> Node:
    """A review without its rationale, its verdict and its comment: those that stand are the claim's own."""
    review = signed.review
    return {
        "reviewer": signed.reviewer.id,
        "stage": review.stage.value,
        "disposition": review.disposition.value,
        "when": review.when,
    }


def _settled(standing: Standing, language: str, config: Config) -> Node:
    decision = standing.decision
    if decision is None or not decision.verdict:
        return filled(settled=_decided(decision) if decision else None)
    verdict = config.verdict(decision.verdict)
    return filled(
        verdict=decision.verdict,
        label=named(decision.verdict, language, config),
        rank=verdict.rank if verdict else None,
        settled=_decided(decision),
        rationale=standing.rationale,
        firstAppearance=to_raw(standing.first_appearance) if standing.first_appearance else None,
        evidence=[_evidence(evidence) for evidence in dict.fromkeys(standing.evidence)],
    )


def _decided(decision: Decision) -> Node:
    return {"how": decision.how.value, "by": decision.who, "when": decision.when}


def _evidence(evidence: Evidence) -> Node:
    return filled(
        stance=evidence.stance.value,
        url=evidence.url,
        title=evidence.title,
        publisher=evidence.publisher,
        published=evidence.published,
        archive=evidence.archive,
        sha256=evidence.sha256,
        quote=evidence.quote,
    )


def _ledger(ledger: tuple[LedgerEntry, ...]) -> Node:
    """The publication, the corrections and the retraction on record."""
    found: Node = {}
    for entry in ledger:
        if entry.act is Act.PUBLISHED:
            name = review_iri(entry.url, entry.claim)
            found["published"] = filled(date=entry.date, url=entry.url, claimReview=name, verdict=entry.verdict)
        elif entry.act is Act.CORRECTED:
            correction = filled(
                date=entry.date, change=entry.change, verdict=entry.verdict, formerVerdict=entry.former_verdict
            )
            found.setdefault("corrections", []).append(correction)
        else:
            found["retracted"] = filled(date=entry.date, change=entry.change)
    return found
