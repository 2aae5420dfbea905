"""The ClaimReview object of one published claim: schema.org 30.0, as Google, Bing and Duke read it."""

from __future__ import annotations

from claimkit.export.claimreview.claims import reviewed_claim
from claimkit.export.claimreview.wording import label, named, reviewed
from claimkit.export.dates import full
from claimkit.export.iris import review_iri
from claimkit.export.jsonld import Node, node, trimmed
from claimkit.model.article import Article
from claimkit.model.config import Config, Publisher
from claimkit.model.decision import LedgerEntry
from claimkit.model.review import Evidence
from claimkit.model.vocabulary import Act, Stance
from claimkit.rules.standing import Standing

STANCES = {
    Stance.SUPPORTS: "supports the claim",
    Stance.REFUTES: "refutes the claim",
    Stance.CONTEXT: "gives context to the claim",
}
"""What a piece of evidence does to the claim, for a reader of the object; the code is for programs."""


def claim_review(standing: Standing, entry: LedgerEntry, article: Article, config: Config) -> Node:
    """The object for a claim that the ledger's ``entry`` published.

    Whether it may be written, the rules of :mod:`claimkit.rules.claimreview` say.
    """
    corrected = max((line.date for line in standing.ledger if line.act is Act.CORRECTED), default="")
    settings = config.claimreview
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "@id": review_iri(entry.url, entry.claim),
    } | trimmed(
        url=entry.url,
        inLanguage=article.metadata.language,
        datePublished=entry.date,
        dateModified=corrected,
        author=publisher(config.publisher),
        editor=_editor(standing) if settings.editor else None,
        claimReviewed=reviewed(standing.claim),
        itemReviewed=reviewed_claim(standing.claim, standing.first_appearance, article, entry.url),
        reviewRating=_rating(standing, article, config),
        reviewBody=standing.rationale,
        citation=_citations(standing),
        correction=corrections(standing, article, config),
        sdLicense=settings.licence,
        sdDatePublished=(corrected or entry.date) if settings.licence else "",
    )


def publisher(who: Publisher) -> Node:
    """Who publishes the fact-checks."""
    return node(
        who.type,
        name=who.name,
        url=who.url,
        logo=who.logo,
        sameAs=list(who.same_as),
        publishingPrinciples=who.publishing_principles,
        correctionsPolicy=who.corrections_policy,
        actionableFeedbackPolicy=who.actionable_feedback_policy,
        verificationFactCheckingPolicy=who.verification_fact_checking_policy,
    )


def _editor(standing: Standing) -> Node | None:
    """The reviewer whose words stand, where they gave a name; an id is no name."""
    name = standing.lead.reviewer.name.strip() if standing.lead else ""
    return node("Person", name=name) if name else None


def corrections(standing: Standing, article: Article, config: Config) -> list[Node]:
    """What was corrected or retracted, in the order of the ledger.

    schema.org has no term for a verdict that was taken back, so the text says it, with the one that came in its place.
    """
    language = article.metadata.language
    found = [line for line in standing.ledger if line.act in {Act.CORRECTED, Act.RETRACTED}]
    return [
        node("CorrectionComment", datePublished=line.date, text=_told(line, standing, language, config))
        for line in found
    ]


def _told(line: LedgerEntry, standing: Standing, language: str, config: Config) -> str:
    change = line.change.strip()
    if not line.former_verdict:
        return change
    both = (line.former_verdict, line.verdict or standing.verdict)
    return f"{change} ({' → '.join(named(verdict, language, config) for verdict in both if verdict)})"


def _rating(standing: Standing, article: Article, config: Config) -> Node:
    """The rating. Off the scale a verdict has none of the three numbers: each would be read as a degree of truth."""
    verdict = config.verdict(standing.verdict)
    rank = verdict.rank if verdict else None
    worst, best = config.ranks() if rank is not None else (None, None)
    return node(
        "Rating",
        alternateName=label(standing, article, config),
        ratingValue=rank,
        bestRating=best,
        worstRating=worst,
        ratingExplanation=standing.rationale,
    )


def _citations(standing: Standing) -> list[Node]:
    """The evidence that bears on the claim, one citation a page.

    schema.org has no term for what evidence does to a claim. We put it as keywords that have a code, which is the same
    in every language: what we say of the page, and not what the page says.
    """
    found: dict[str, Node] = {}
    stances: dict[str, dict[Stance, None]] = {}
    for evidence in standing.evidence:
        # What one reviewer noted of the page and another did not (an archived copy, say) is added, never replaced.
        found[evidence.url] = _properties(evidence) | found.get(evidence.url, {})
        stances.setdefault(evidence.url, {})[evidence.stance] = None
    order = ("name", "url", "datePublished", "publisher", "archivedAt")
    return [
        node(
            "CreativeWork",
            **{name: item.get(name) for name in order},
            keywords=[node("DefinedTerm", termCode=stance, name=STANCES[stance]) for stance in stances[url]],
        )
        for url, item in found.items()
    ]


def _properties(evidence: Evidence) -> Node:
    return trimmed(
        name=evidence.title,
        url=evidence.url,
        datePublished=full(evidence.published),
        publisher=node("Organization", name=evidence.publisher) if evidence.publisher.strip() else None,
        archivedAt=evidence.archive,
    )
