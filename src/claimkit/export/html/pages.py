"""What a page shows of an article: its published claims, the words that bear them, and whose page it is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimkit.annotations.dossiers import Dossier
from claimkit.export import Refusal, Rendering
from claimkit.export.claimreview import render as claimreviews
from claimkit.export.claimreview.retraction import retracted
from claimkit.export.html.cards import Card, card, gravestone
from claimkit.export.html.marked import Passage, passages
from claimkit.export.html.verdicts import Shown, scale
from claimkit.export.html.words import Day, day
from claimkit.export.iris import page
from claimkit.model.config import Config, Gate, Policy, Publisher
from claimkit.model.spans import Anchor
from claimkit.rules.standing import standings

RESERVED = ("index", "article")
"""The names of the article's own pages: no claim's page can have them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The checked article."""

    title: str
    language: str
    url: str
    archive: str
    publisher: str
    authors: tuple[str, ...]
    published: Day | None
    whole: bool
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Who publishes the page, how it works, what its verdicts mean, what it asks of a claim first."""

    publisher: Publisher
    policies: tuple[Policy, ...]
    method: tuple[str, ...]
    scale: tuple[Shown, ...]
    gate: Gate


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What templates are given. ``cards`` are the published claims in the order of the text, then the retracted ones.

    ``address`` is where the page is published, empty where that is not known; ``scripts`` are the cards whose JSON-LD
    stands in it; ``one`` says that it is the page of one claim.
    """

    address: str
    article: About
    cards: tuple[Card, ...]
    retracted: tuple[Card, ...]
    scripts: tuple[Card, ...]
    desk: Desk
    one: bool = False

    @property
    def modified(self) -> Day | None:
        """The day of the last correction."""
        days = [item.modified for item in self.cards if item.modified]
        return max(days, key=lambda item: item.machine, default=None)


def pages(dossier: Dossier, config: Config, claims: frozenset[str] | None) -> tuple[Page, dict[str, Page], Rendering]:
    """The page of the article, that of each claim by its id, and the ClaimReviews that stand in them.

    Only what has a ClaimReview, or the tombstone of one, has a place: both pass through the same gate.
    """
    reviews = claimreviews(dossier, config, claims)
    article = dossier.claims.item.article
    language = article.metadata.language
    live: list[Card] = []
    gone: list[Card] = []
    taken: set[str] = set()
    anchors: dict[int, tuple[Anchor, ...]] = {}
    for standing in standings(dossier):
        script = reviews.files.get(f"claimreview/{standing.claim.id}.jsonld")
        if script is None or standing.claim.id in RESERVED:
            continue
        if grave := retracted(standing):
            gone.append(_placed(gravestone(standing, grave, script), taken))
        elif entry := standing.publication:
            live.append(_placed(card(standing, entry, len(live) + 1, script, language, config), taken))
            anchors[len(live)] = standing.claim.anchors
    whole = Page(
        address=_address(live + gone),
        article=_about(dossier, anchors, config),
        cards=tuple(live),
        retracted=tuple(gone),
        scripts=tuple(item for item in live + gone if not item.alone),
        desk=_desk(language, config),
    )
    single = {item.id: _single(whole, item, dossier, anchors, config) for item in live + gone}
    return whole, single, replace(reviews, refused=(*reviews.refused, *_misnamed(reviews)))


def _placed(item: Card, taken: set[str]) -> Card:
    """The card with an id of its own: two addresses may have one fragment, and ck- begins the page's own ids."""
    name = item.anchor
    if name in taken or name.startswith("ck-"):
        name = f"ck-card-{len(taken) + 1}"
    taken.add(name)
    return replace(item, anchor=name)


def _misnamed(reviews: Rendering) -> list[Refusal]:
    reason = "its id is the name of the article's page; give it another"
    return [
        Refusal(claim=name, reasons=(reason,)) for name in RESERVED if f"claimreview/{name}.jsonld" in reviews.files
    ]


def _single(whole: Page, item: Card, dossier: Dossier, anchors: dict[int, tuple[Anchor, ...]], config: Config) -> Page:
    only = replace(item, number=1) if item.number else item
    excerpt = replace(config, html=replace(config.html, article=type(config.html.article).EXCERPT))
    words = {1: anchors[item.number]} if item.number else {}
    return replace(
        whole,
        address=page(item.url),
        article=_about(dossier, words, excerpt),
        cards=(only,) if item.number else (),
        retracted=() if item.number else (only,),
        scripts=(only,),
        one=True,
    )


def _address(cards: list[Card]) -> str:
    """The page on which all the claims stand that are published by a fragment of it; empty where that is not one."""
    found = {page(item.url) for item in cards if not item.alone}
    return found.pop() if len(found) == 1 else ""


def _about(dossier: Dossier, anchors: dict[int, tuple[Anchor, ...]], config: Config) -> About:
    article = dossier.claims.item.article
    known = article.metadata
    return About(
        title=known.title,
        language=known.language,
        url=known.url,
        archive=known.archive,
        publisher=known.publisher,
        authors=known.authors,
        published=day(known.date_published),
        whole=config.html.article == "whole",
        passages=passages(dossier.text, article, anchors, config.html.article),
    )


def _desk(language: str, config: Config) -> Desk:
    return Desk(
        publisher=config.publisher,
        policies=_policies(config.publisher),
        method=config.html.method,
        scale=scale(language, config),
        gate=config.gate,
    )


def _policies(who: Publisher) -> tuple[Policy, ...]:
    """Those of the publisher that have a property of schema.org, and then the others; each page once."""
    named = {
        who.publishing_principles: "Publishing principles",
        who.verification_fact_checking_policy: "How facts are checked",
        who.corrections_policy: "Corrections policy",
        who.actionable_feedback_policy: "Report an error",
    }
    own = {policy.url: policy.name for policy in who.policies}
    return tuple(Policy(name=name, url=url) for url, name in ({**named, **own}).items() if url)
