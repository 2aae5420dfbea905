"""Each rule has an object that breaks it, and only it; sound objects break none."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from claimkit.export import exporter
from claimkit.export.claimreview.findings import SHAPES
from claimkit.export.claimreview.published import published
from claimkit.model.config import DEFAULT_VERDICTS
from claimkit.model.findings import Code
from claimkit.model.vocabulary import Profile
from claimkit.rules.claimreview.profiles import ON_PAGES, PROFILES, page_rules
from claimkit.rules.claimreview.rule import Among, Subject, breaches
from pahalgam import CONFIG, VIOLATED, dossier

Node = dict[str, Any]
PAGE = "https://example.org/checks/1"
SOUND: Node = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "@id": f"{PAGE}#claimreview-c1",
    "url": f"{PAGE}#c1",
    "datePublished": "2026-11-25",
    "author": {
        "@type": "Organization",
        "name": "Desk",
        "url": "https://example.org/",
        "correctionsPolicy": "https://example.org/corrections",
    },
    "claimReviewed": "12 people were hurt",
    "itemReviewed": {
        "@type": "Claim",
        "@id": f"{PAGE}#claim-c1",
        "text": "12 people were hurt on the bridge.",
        "name": "at a press conference",
        "author": {"@type": "Person", "name": "Ada Stone", "sameAs": ["https://id.example/1", "https://id.example/2"]},
        "datePublished": "2026-11-20",
        "appearance": [
            {
                "@type": "NewsArticle",
                "url": "https://news.example/1",
                "hasPart": [{"@type": "Quotation", "text": " 12 people "}],
            }
        ],
    },
    "reviewRating": {
        "@type": "Rating",
        "alternateName": "Mostly true",
        "ratingValue": 4,
        "bestRating": 5,
        "worstRating": 1,
    },
    "citation": [{"@type": "CreativeWork", "name": "Minutes", "url": "https://minutes.example/1"}],
}
OTHER: Node = {"@id": "https://example.org/checks/2#claimreview-c2", "url": "https://example.org/checks/2#c2"}


def put(path: str, value: object) -> Callable[[Node], None]:
    """A change that sets the value at a path."""

    def change(node: Node) -> None:
        *keys, last = path.split(".")
        for key in keys:
            node = node[int(key)] if isinstance(node, list) else node[key]
        node[last] = value

    return change


def drop(path: str) -> Callable[[Node], None]:
    """A change that takes away what stands at a path."""

    def change(node: Node) -> None:
        *keys, last = path.split(".")
        for key in keys:
            node = node[key]
        for name in last.split(","):
            del node[name]

    return change


def numbers(worst: object, value: object, best: object) -> Callable[[Node], None]:
    def change(node: Node) -> None:
        node["reviewRating"] |= {"worstRating": worst, "ratingValue": value, "bestRating": best}

    return change


def rated(label: str, value: int | None) -> Callable[[Node], None]:
    def change(node: Node) -> None:
        node["reviewRating"] = {"@type": "Rating", "alternateName": label}
        if value is not None:
            node["reviewRating"] |= {"worstRating": 1, "ratingValue": value, "bestRating": 5}

    return change


def long_claim(node: Node) -> None:
    node["claimReviewed"] = node["itemReviewed"]["text"] = "x" * 75


BROKEN: list[tuple[Code, Callable[[Node], None]]] = [
    (Code.EMPTY_VALUE, put("reviewBody", None)),
    (Code.EMPTY_VALUE, put("reviewBody", "")),
    (Code.EMPTY_VALUE, put("correction", [])),
    (Code.UNTRIMMED, put("claimReviewed", "12 people were hurt\r")),
    (Code.INEXACT_DATE, put("itemReviewed.datePublished", "2020-06-23 20:02")),
    (Code.INEXACT_DATE, put("itemReviewed.datePublished", "2020-06-23T20:02:00+0200")),
    (Code.INEXACT_DATE, put("dateModified", "2026-02-30")),
    (Code.INEXACT_DATE, put("datePublished", "2026-11-25T10:00:00Z")),
    (Code.INEXACT_DATE, put("itemReviewed.datePublished", "2020")),
    (Code.RATING_NUMBERS, numbers(0, 4, 5)),
    (Code.RATING_NUMBERS, numbers(-1, -1, -1)),
    (Code.RATING_NUMBERS, numbers(1, 6, 5)),
    (Code.RATING_NUMBERS, numbers(5, 4, 1)),
    (Code.RATING_NUMBERS, numbers(1, 1, 1)),
    (Code.RATING_NUMBERS, numbers(1, "four", 5)),
    (Code.RATING_NUMBERS, numbers(1, True, 5)),
    (Code.RATING_NUMBERS, drop("reviewRating.bestRating")),
    (Code.RATING_CONTRADICTED, rated("False", 5)),
    (Code.RATING_CONTRADICTED, rated("Mostly true", 2)),
    (Code.RATING_CONTRADICTED, rated("Unproven", 3)),
    (Code.ODD_LABEL, put("reviewRating.alternateName", "mostly-right")),
    (Code.ODD_LABEL, put("reviewRating.alternateName", "pants_on_fire")),
    (Code.ODD_LABEL, put("reviewRating.alternateName", "This is mostly right, with a detail that is not.")),
    (Code.SHARED_NAME, put("itemReviewed.@id", f"{PAGE}#claimreview-c1")),
    (Code.SHARED_NAME, put("@id", PAGE)),
    (Code.SHARED_NAME, put("@id", OTHER["@id"])),
    (Code.NOT_CANONICAL, put("url", "http://example.org/checks/1#c1")),
    (Code.NOT_CANONICAL, put("url", "https://Example.org/checks/1#c1")),
    (Code.NOT_CANONICAL, put("url", "https://example.org/checks/1?utm_source=x#c1")),
    (Code.NOT_CANONICAL, put("url", "https://[example.org/checks/1")),
    (Code.SHORTENED, put("citation", [{"@type": "CreativeWork", "url": "https://bit.ly/x"}])),
    (Code.NO_WORDING, drop("claimReviewed")),
    (Code.NO_LABEL, put("reviewRating", {"@type": "Rating", "worstRating": 1, "ratingValue": 4, "bestRating": 5})),
    (Code.NO_APPEARANCE, put("itemReviewed.appearance", [{"@type": "NewsArticle", "headline": "Hurt"}])),
    (Code.BARE_VALUE, put("itemReviewed.appearance", ["https://news.example/1"])),
    (Code.BARE_VALUE, put("editor", "Ben")),
    (Code.VERDICT_IN_WORDING, put("claimReviewed", "False: 12 people were hurt")),
    (Code.VERDICT_IN_WORDING, put("claimReviewed", "Fact check: 12 people were hurt")),
    (Code.VERDICT_IN_WORDING, put("claimReviewed", "12 people were hurt (mostly true)")),
    (Code.SURROGATE, put("reviewBody", "\ud800")),
    (Code.GOOGLE_LONG_CLAIM, long_claim),
    (Code.GOOGLE_ONE_A_PAGE, put("url", "https://example.org/checks/2#c1")),
    (Code.GOOGLE_CLAIM_DATE, drop("itemReviewed.datePublished")),
    (Code.GOOGLE_POLICY, drop("author.correctionsPolicy")),
    (Code.GOOGLE_OWN_CLAIM, put("itemReviewed.appearance", [{"@type": "NewsArticle", "url": "https://news.example.org/"}])),
    (Code.GOOGLE_NO_SOURCES, drop("citation")),
    (Code.BING_NUMBERS, rated("Unproven", None)),
    (Code.BING_CLAIM_AUTHOR, drop("itemReviewed.author")),
    (Code.BING_INCOMPLETE, drop("datePublished")),
]  # fmt: skip
SHAPED: list[tuple[Profile, Code, Callable[[Node], None]]] = [
    (Profile.DUKE, Code.DUKE_KEYS, put("@id", "https://example.org/1")),
    (Profile.DUKE, Code.DUKE_KEYS, put("reviewRating.name", "x")),
    (Profile.DUKE, Code.DUKE_NUMBERS, put("reviewRating.ratingValue", 4)),
    (Profile.DUKE, Code.DUKE_NUMBERS, put("reviewRating.ratingValue", "four")),
    (Profile.DUKE, Code.DUKE_AUTHOR, put("author", "Desk")),
    (Profile.DATACOMMONS, Code.FEED_ITEM, put("dataFeedElement", [{"@type": "DataFeedItem", "url": PAGE}])),
    (Profile.DATACOMMONS, Code.FEED_ITEM, put("@type", "ItemList")),
    (Profile.GOOGLE_API, Code.API_KEYS, put("name", "pages/1")),
    (Profile.GOOGLE_API, Code.API_KEYS, put("claimReviewMarkups.0.claimAuthor.sameAs", ["https://id.example/1"])),
    (Profile.GOOGLE_API, Code.API_NUMBERS, put("claimReviewMarkups.0.rating.ratingValue", "4")),
    (Profile.GOOGLE_API, Code.API_NUMBERS, put("claimReviewMarkups.0.rating.bestRating", 2**31)),
    (Profile.GOOGLE_API, Code.API_ADDRESS, put("claimReviewMarkups.0.url", "https://example.org/checks/2")),
]


def put_in(node: Node, change: Callable[[Node], None]) -> Node:
    made = copy.deepcopy(node)
    change(made)
    return made


def codes(node: Node, *others: Node) -> list[Code]:
    subject = Subject(node=node, verdicts=DEFAULT_VERDICTS, among=Among.of([node, *others]))
    return [item.rule.code for item in breaches(subject, page_rules(ON_PAGES))]


def test_a_sound_object_breaks_no_rule_of_any_profile() -> None:
    assert codes(SOUND, OTHER) == []
    for profile, shape in SHAPES.items():
        assert breaches(Subject(node=shape(SOUND)), PROFILES[profile]) == []


@pytest.mark.parametrize(("code", "change"), BROKEN, ids=[f"{code.name}-{n}" for n, (code, _) in enumerate(BROKEN)])
def test_an_object_that_breaks_one_rule_breaks_only_it(code: Code, change: Callable[[Node], None]) -> None:
    assert codes(put_in(SOUND, change), OTHER) == [code]


def test_two_reviews_at_one_address_share_a_page_too() -> None:
    assert set(codes(SOUND, OTHER | {"url": SOUND["url"]})) == {Code.SHARED_ADDRESS, Code.GOOGLE_ONE_A_PAGE}


@pytest.mark.parametrize(
    ("profile", "code", "change"), SHAPED, ids=[f"{code.name}-{n}" for n, (_, code, _) in enumerate(SHAPED)]
)
def test_a_file_for_others_that_breaks_one_rule_breaks_only_it(
    profile: Profile, code: Code, change: Callable[[Node], None]
) -> None:
    node = put_in(SHAPES[profile](SOUND), change)
    assert {item.rule.code for item in breaches(Subject(node=node), PROFILES[profile])} == {code}


def test_every_rule_has_an_object_that_breaks_it_a_source_and_a_code_of_its_own() -> None:
    rules = [rule for profile in Profile for rule in PROFILES[profile]]
    tried = {code for code, _ in BROKEN} | {code for _, code, _ in SHAPED} | {Code.SHARED_ADDRESS}
    assert {rule.code for rule in rules} == tried
    assert len(rules) == len(tried)
    assert all(rule.source and rule.message for rule in rules)


def test_the_message_says_whose_rule_it_is() -> None:
    node = put_in(SOUND, drop("claimReviewed"))
    (breach,) = breaches(Subject(node=node), page_rules(()))
    assert "claimReviewed is missing" in breach.message
    assert "Google" in breach.message


@pytest.mark.parametrize("value", [None, [], {}, "x", 1, {"author": []}, {"itemReviewed": "x", "reviewRating": [1]}])
def test_rules_stand_anything_that_json_can_be(value: object) -> None:
    node = value if isinstance(value, dict) else {"itemReviewed": value, "dataFeedElement": value, "url": value}
    subject = Subject(node=node, among=Among.of([node]))
    found = {profile: {item.rule.code for item in breaches(subject, rules)} for profile, rules in PROFILES.items()}
    assert {Code.NO_WORDING, Code.NO_LABEL} <= found[Profile.SCHEMA_ORG], "none of these has a wording or a verdict"
    assert Code.DUKE_AUTHOR in found[Profile.DUKE]
    assert Code.FEED_ITEM in found[Profile.DATACOMMONS]


def test_what_is_rendered_breaks_no_rule_of_schema_org() -> None:
    every = published(dossier(), CONFIG)
    assert VIOLATED.id in {one.standing.claim.id for one in every.found if one.live}
    for one in every.found:
        assert [item.message for item in every.breaches(one, CONFIG, page_rules(()))] == []
    assert exporter("claimreview")(dossier(), CONFIG).refused == ()
