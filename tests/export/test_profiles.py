"""The profiles: their files, what they refuse, what check says of them and where, and what the desk may choose."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_regressions.file_regression import FileRegressionFixture

from claimkit.annotations.workspace import parse_config
from claimkit.errors import WorkspaceError
from claimkit.export import default_formats, exporter
from claimkit.export.claimreview.findings import profile_findings
from claimkit.model.config import ClaimReviewSettings, Config, Pages, Verdict
from claimkit.model.findings import Code, Severity
from claimkit.model.review import Appearance, Evidence, Reviewer
from claimkit.model.vocabulary import PagePlan, Profile, Stance
from claimkit.rules.claimreview.everybody import RULES
from claimkit.rules.claimreview.rule import Subject, breaches
from oracles import claimreview_problems
from pahalgam import (
    CONFIG,
    DECISIONS,
    FIRST,
    FULL,
    KILLED,
    READOUT,
    VIOLATED,
    decision,
    dossier,
    own_pages,
    published,
    review,
)


def with_profiles(*profiles: Profile) -> Config:
    return replace(CONFIG, claimreview=ClaimReviewSettings(profiles=profiles))


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("duke", f"duke/{KILLED.id}.json"),
        ("duke", f"duke/{VIOLATED.id}.json"),
        ("google-api", f"google-api/{KILLED.id}.json"),
    ],
    ids=["duke-on-scale", "duke-off-scale", "google-api"],
)
def test_golden(name: str, file: str, file_regression: FileRegressionFixture) -> None:
    text = exporter(name)(dossier(), CONFIG).files[file].decode("utf-8")
    file_regression.check(text, encoding="utf-8", extension=".json", newline="\n")


def test_golden_with_all_that_a_desk_may_choose(file_regression: FileRegressionFixture, data: Path) -> None:
    text = exporter("claimreview")(own_pages(), FULL).files[f"claimreview/{VIOLATED.id}.jsonld"].decode("utf-8")
    file_regression.check(text, encoding="utf-8", extension=".jsonld", newline="\n")
    assert claimreview_problems(json.loads(text), data) == []


def test_only_the_formats_of_configured_profiles_are_exported_unasked() -> None:
    assert default_formats(CONFIG) == ("claimreview", "tei")
    assert set(default_formats(FULL)) == {"claimreview", "tei", "duke", "datafeed", "google-api"}


def test_google_allows_one_review_a_page_and_schema_org_several() -> None:
    config = with_profiles(Profile.GOOGLE)
    refused = exporter("claimreview")(dossier(), config).refused
    assert {item.claim for item in refused} == {KILLED.id, VIOLATED.id}
    assert "CK622: " in refused[0].reasons[0]
    assert exporter("claimreview")(own_pages(), config).refused == ()
    assert exporter("claimreview")(dossier(), CONFIG).refused == ()
    assert exporter("google-api")(dossier(), config).refused == (), "what readers of pages ask is not asked of files"


def test_the_other_claims_count_where_one_alone_is_exported() -> None:
    rendering = exporter("claimreview")(dossier(), with_profiles(Profile.GOOGLE), frozenset({KILLED.id}))
    assert [item.claim for item in rendering.refused] == [KILLED.id]


def test_one_body_holds_all_reviews_of_a_page_and_keeps_its_name() -> None:
    (data,) = exporter("google-api")(dossier(), CONFIG).files.values()
    assert len(json.loads(data)["claimReviewMarkups"]) == 2
    assert set(exporter("google-api")(own_pages(), CONFIG).files) == {
        f"google-api/{KILLED.id}.json",
        f"google-api/{VIOLATED.id}.json",
    }


def test_what_was_retracted_is_in_no_file_for_others() -> None:
    for name in ("duke", "google-api"):
        rendering = exporter(name)(dossier(), CONFIG)
        assert any("it was retracted on 2026-11-27" in item.reasons[0] for item in rendering.left_out)
        assert not any(b"China" in data for data in rendering.files.values())


def test_a_finding_says_whose_rule_it_is_and_where_to_mend_it() -> None:
    found = list(profile_findings(dossier(), with_profiles(Profile.GOOGLE, Profile.BING)))
    by_code = {item.code: item for item in found}
    assert by_code[Code.GOOGLE_ONE_A_PAGE].severity is Severity.ERROR
    assert by_code[Code.GOOGLE_ONE_A_PAGE].path[0] == "ledger"
    assert (by_code[Code.GOOGLE_POLICY].file, by_code[Code.GOOGLE_POLICY].path) == ("claimkit.toml", ())
    assert "Bing" in by_code[Code.BING_NUMBERS].message
    assert by_code[Code.BING_NUMBERS].path == ("decisions", 1)
    assert len([item for item in found if item.code is Code.GOOGLE_POLICY]) == 1, "once, and not once a claim"
    assert list(profile_findings(dossier(), CONFIG)) == []


def test_the_stance_of_evidence_is_a_keyword_with_a_code() -> None:
    both = (
        READOUT,
        replace(READOUT, stance=Stance.REFUTES),
        replace(READOUT, url="https://x.example/", stance=Stance.CONTEXT),
    )
    file = replace(FIRST, added=(), reviews=(review(VIOLATED, verdict="unproven", rationale="x", evidence=both),))
    decisions = replace(DECISIONS, decisions=(decision(VIOLATED, "unproven"),), ledger=(published(VIOLATED),))
    (data,) = exporter("claimreview")(
        dossier(claims=(VIOLATED,), reviews=(file,), decisions=decisions), CONFIG
    ).files.values()
    found = [[word["termCode"] for word in item["keywords"]] for item in json.loads(data)["citation"]]
    assert found == [["supports", "refutes"], ["context"]]


def test_the_editor_is_named_only_where_the_desk_says_so_and_a_name_is_known() -> None:
    name = f"claimreview/{VIOLATED.id}.jsonld"
    assert "editor" not in json.loads(exporter("claimreview")(own_pages(), CONFIG).files[name])
    assert json.loads(exporter("claimreview")(own_pages(), FULL).files[name])["editor"]["name"] == "Ada Stone"
    nameless = replace(FIRST, reviewer=Reviewer(id="ada"))
    item = replace(own_pages(), reviews=dossier(reviews=(nameless,)).reviews)
    assert "editor" not in json.loads(exporter("claimreview")(item, FULL).files[name])


def test_a_scale_whose_labels_contradict_its_ranks_is_refused() -> None:
    turned = (
        Verdict(id="unproven", label={"en": "False"}, rank=5),
        Verdict(id="mostly-true", label={"en": "True"}, rank=1),
    )
    reasons = str(exporter("claimreview")(dossier(), replace(CONFIG, verdicts=turned)).refused)
    assert "CK605: the rating says 'False' for 5 on a scale from 1 to 5" in reasons


@pytest.mark.parametrize(
    ("language", "label"),
    [("de", "D"), ("de-AT", "A"), ("DE-at", "A"), ("de-CH-1996", "D"), ("pt", "P"), ("fr", "E")],
)
def test_a_label_is_in_the_language_or_the_nearest_that_there_is(language: str, label: str) -> None:
    verdict = Verdict(id="x", label={"it": "I", "de": "D", "de-AT": "A", "pt-BR": "P", "en": "E"})
    assert verdict.label_in(language) == label
    assert Verdict(id="x", label={"it": "I"}).label_in(language) == "I"


def test_the_page_plan_is_chosen_by_the_address() -> None:
    assert Pages(url="https://e.org/{slug}#{claim}").plan is PagePlan.ARTICLE
    assert Pages(url="https://e.org/{slug}/{claim}").plan is PagePlan.CLAIM


def test_a_policy_that_schema_org_has_for_news_media_only_is_refused_for_others() -> None:
    text = '[publisher]\nname = "x"\nurl = "https://e.org/"\nverificationFactCheckingPolicy = "https://e.org/v"\n'
    with pytest.raises(WorkspaceError, match="NewsMediaOrganization only"):
        parse_config(text, "x")
    assert parse_config(text + 'type = "NewsMediaOrganization"\n', "x")
    with pytest.raises(WorkspaceError, match="profiles"):
        parse_config('[publisher]\nname = "x"\nurl = "https://e.org/"\n[claimreview]\nprofiles = ["yahoo"]\n', "x")


WORDS = st.sampled_from(["", " ", "x", " x\r", "\n", "ü & <b>", "x" * 200])
DAYS = st.sampled_from(["", "2025", "2025-05", "2025-05-08", "2025-05-08T10:00:00Z", "2025-02-30"])


@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_nothing_that_is_rendered_is_ever_empty_or_untrimmed(data: st.DataObject) -> None:
    draw = data.draw
    link = VIOLATED.attribution[-1]
    source = replace(link.source, name=draw(WORDS), role=draw(WORDS))
    claim = replace(
        VIOLATED,
        text=draw(WORDS),
        short=draw(WORDS),
        attribution=draw(
            st.sampled_from([(), (replace(link, source=source, medium=draw(WORDS), date_said=draw(DAYS)),)])
        ),
    )
    evidence = Evidence(
        url="https://x.example/", title=draw(WORDS), stance=draw(st.sampled_from(list(Stance))), publisher=draw(WORDS),
        published=draw(DAYS),
    )  # fmt: skip
    verdict = draw(st.sampled_from(["true", "false", "unproven"]))
    words = review(claim, verdict=verdict, rationale="x " + draw(WORDS), evidence=(READOUT, evidence))
    base = dossier(
        claims=(claim,),
        reviews=(replace(FIRST, added=(), reviews=(words,)),),
        decisions=replace(DECISIONS, decisions=(decision(claim, verdict),), ledger=(published(claim),)),
    )
    metadata = replace(
        base.claims.item.article.metadata, title=draw(WORDS), publisher=draw(WORDS), date_published=draw(DAYS),
        authors=tuple(draw(st.lists(WORDS, max_size=2))),
    )  # fmt: skip
    article = replace(base.claims.item.article, metadata=metadata)
    item = replace(base, claims=replace(base.claims, item=replace(base.claims.item, article=article)))
    rules = tuple(rule for rule in RULES if rule.code in {Code.EMPTY_VALUE, Code.UNTRIMMED, Code.INEXACT_DATE})
    for name in ("claimreview", "duke", "datafeed", "google-api"):
        for written in exporter(name)(item, FULL).files.values():
            assert [found.message for found in breaches(Subject(node=json.loads(written)), rules)] == []


def first_at(url: str, **more: str) -> Any:
    """The ClaimReview of a claim that a reviewer first saw at ``url``."""
    item = review(VIOLATED, verdict="unproven", rationale="x", evidence=(READOUT,))
    file = replace(FIRST, added=(), reviews=(replace(item, first_appearance=Appearance(url=url, **more)),))
    decisions = replace(DECISIONS, decisions=(decision(VIOLATED, "unproven"),), ledger=(published(VIOLATED),))
    desk = dossier(claims=(VIOLATED,), reviews=(file,), decisions=decisions)
    return {
        name: json.loads(next(iter(exporter(name)(desk, CONFIG).files.values()))) for name in ("claimreview", "duke")
    }


def test_the_first_appearance_is_what_a_reviewer_asserts_and_stands_once(data: Path) -> None:
    found = first_at("https://social.example/1", published="2025-05-07", publisher="Social")
    claim = found["claimreview"]["itemReviewed"]
    assert claim["firstAppearance"] == {
        "@type": "CreativeWork",
        "url": "https://social.example/1",
        "datePublished": "2025-05-07",
        "publisher": {"@type": "Organization", "name": "Social"},
    }
    assert claimreview_problems(found["claimreview"], data) == []
    article = claim["appearance"][0]["url"]
    assert [work["url"] for work in found["duke"]["itemReviewed"]["appearance"]] == [
        article,
        "https://social.example/1",
    ]
    own = first_at(article)["claimreview"]["itemReviewed"]
    assert (own["firstAppearance"]["url"], own["firstAppearance"]["@type"]) == (article, "NewsArticle")
    assert "appearance" not in own
