"""ClaimReview: who is in it, who is left out, who is refused, and what it says."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from claimkit.annotations.dossiers import Dossier
from claimkit.export.claimreview import render
from claimkit.model.attribution import Link, Source
from claimkit.model.claim import Claim
from claimkit.model.config import DEFAULT_VERDICTS, Config
from claimkit.model.decision import DecisionsFile, LedgerEntry
from claimkit.model.review import ReviewFile
from claimkit.model.vocabulary import Act, How, Mode, SourceType
from oracles import claimreview_problems, tombstone_problems
from pahalgam import (
    BACKED,
    CONDEMNED,
    CONFIG,
    DECISIONS,
    FIRST,
    KILLED,
    LINKS,
    LIST,
    OFFICIALS,
    PAGE,
    READOUT,
    TIES,
    US,
    VIOLATED,
    article,
    decision,
    dossier,
    published,
    review,
)


def one(claim: Claim, url: str = "", verdict: str = "unproven", **given: Any) -> Dossier:
    """A dossier with one published claim and one finished review of it."""
    fields = {"verdict": verdict, "rationale": "For this reason.", "evidence": (READOUT,)} | given
    file = replace(FIRST, added=(), reviews=(review(claim, **fields),))
    decisions = replace(DECISIONS, decisions=(decision(claim, verdict),), ledger=(published(claim, url),))
    return dossier(claims=(claim,), reviews=(file,), decisions=decisions)


def rendered(item: Dossier, config: Config = CONFIG) -> dict[str, Any]:
    """The only object."""
    ((_, data),) = render(item, config).files.items()
    result: dict[str, Any] = json.loads(data)
    return result


def refusal(item: Dossier, config: Config = CONFIG) -> str:
    """Why the only claim is refused."""
    rendering = render(item, config)
    assert rendering.files == {}
    (only,) = rendering.refused
    return "; ".join(only.reasons)


@pytest.mark.parametrize(
    "claim", [KILLED, VIOLATED, BACKED], ids=["on-scale-and-corrected", "off-scale-and-quoted", "retracted"]
)
def test_golden(claim: Claim, file_regression: FileRegressionFixture) -> None:
    text = render(dossier(), CONFIG).files[f"claimreview/{claim.id}.jsonld"].decode("utf-8")
    file_regression.check(text, encoding="utf-8", extension=".jsonld", newline="\n")


def test_what_does_not_stand_in_the_article_is_not_quoted() -> None:
    moved = replace(CONDEMNED, anchors=(replace(CONDEMNED.anchors[0], quote="nonsense"),))
    assert "its quote 'nonsense' does not stand at" in refusal(one(moved))


def test_the_oracles_find_nothing_wrong(data: Path) -> None:
    for name, content in render(dossier(), CONFIG).files.items():
        problems = tombstone_problems if BACKED.id in name else claimreview_problems
        assert problems(json.loads(content), data) == []


def test_a_retracted_review_leaves_its_name_and_why_and_is_no_claimreview() -> None:
    stone = json.loads(render(dossier(), CONFIG).files[f"claimreview/{BACKED.id}.jsonld"])
    assert (stone["@type"], stone["creativeWorkStatus"]) == ("CreativeWork", "Retracted")
    assert (stone["@id"], stone["url"]) == (f"{PAGE}#claimreview-{BACKED.id}", f"{PAGE}#{BACKED.id}")
    assert (stone["datePublished"], stone["dateModified"]) == ("2026-11-25", "2026-11-27")
    assert [item["text"] for item in stone["correction"]] == ["The source withdrew."]
    assert BACKED.text not in json.dumps(stone)


def test_a_claim_that_was_retracted_since_its_words_are_gone_leaves_its_tombstone_too() -> None:
    moved = replace(BACKED, anchors=(replace(BACKED.anchors[0], quote="nonsense"),))
    assert f"claimreview/{BACKED.id}.jsonld" in render(dossier(claims=(moved,)), CONFIG).files


def test_a_tombstone_with_a_date_that_is_none_is_refused_and_one_without_a_page_left_out() -> None:
    gone = LedgerEntry(claim=BACKED.id, act=Act.RETRACTED, date="2026-02-30", who="desk", change="Wrong.")
    bad = dossier(claims=(BACKED,), decisions=replace(DECISIONS, ledger=(published(BACKED), gone)))
    assert "is no date" in render(bad, CONFIG).refused[0].reasons[0]
    bare = dossier(claims=(BACKED,), decisions=replace(DECISIONS, ledger=(gone,)))
    assert "the ledger has no publication of it" in str(render(bare, CONFIG).left_out)


def test_the_adjudicators_verdict_and_rationale_are_published() -> None:
    item = one(VIOLATED, verdict="false", evidence=(READOUT,))
    settled = decision(
        VIOLATED, "half-true", how=How.ADJUDICATED, why="Both have a point.", rationale="Half of it is so."
    )
    file = replace(DECISIONS, decisions=(settled,), ledger=(published(VIOLATED),))
    item = replace(item, decisions=dossier(decisions=file).decisions)
    ((_, data),) = render(item, CONFIG).files.items()
    found = json.loads(data)
    assert (found["reviewRating"]["alternateName"], found["reviewBody"]) == ("Half true", "Half of it is so.")
    assert "Both have a point." not in data.decode(), "the reason for the desk is not published"
    bare = replace(DECISIONS, decisions=(replace(settled, rationale=""),), ledger=(published(VIOLATED),))
    assert "no rationale for the reader" in refusal(replace(item, decisions=dossier(decisions=bare).decisions))


def test_a_correction_says_which_verdict_it_took_back() -> None:
    line = LedgerEntry(
        claim=VIOLATED.id, act=Act.CORRECTED, date="2026-12-01", who="desk", change="A court has settled it.",
        verdict="unproven", former_verdict="false",
    )  # fmt: skip
    file = replace(DECISIONS, decisions=(decision(VIOLATED, "unproven"),), ledger=(published(VIOLATED), line))
    found = rendered(replace(one(VIOLATED), decisions=dossier(decisions=file).decisions))
    assert found["correction"][0]["text"] == "A court has settled it. (False → Unproven)"


def test_who_is_left_out_and_why() -> None:
    left_out = {item.claim: item.reasons for item in render(dossier(), CONFIG).left_out}
    assert set(left_out) == {CONDEMNED.id, TIES.id, LINKS.id}
    assert left_out[CONDEMNED.id] == ("it is not published yet; publish it with 'claimkit publish'",)
    assert left_out[TIES.id] == ("nobody has reviewed it; review it with 'claimkit review'",)
    assert "it has no verdict of the scale" in left_out[LINKS.id]


def test_a_published_claim_that_fails_the_gate_is_refused() -> None:
    assert "no rationale" in refusal(one(VIOLATED, rationale=""))


def test_a_published_claim_without_a_settled_verdict_is_refused() -> None:
    bare = replace(DECISIONS, decisions=(), ledger=(published(VIOLATED),))
    assert "no settled verdict" in refusal(dossier(claims=(VIOLATED,), reviews=(FIRST,), decisions=bare))


def test_a_verdict_that_its_review_no_longer_gives_is_refused() -> None:
    stale = replace(DECISIONS, decisions=(decision(VIOLATED, "false"),), ledger=(published(VIOLATED),))
    assert "no longer what the review says" in refusal(
        dossier(claims=(VIOLATED,), reviews=(replace(FIRST, added=()),), decisions=stale)
    )


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("fact-checks/1", "no absolute http or https address"),
        ("ftp://example.org/1", "no absolute http or https address"),
        ("https://[::1", "no absolute http or https address"),
        ("https://example.net/1", "outside of the publisher's domain example.org"),
        ("https://badexample.org/1", "outside of the publisher's domain"),
    ],
)
def test_a_page_where_consumers_would_not_trust_it_is_refused(url: str, reason: str) -> None:
    assert reason in refusal(one(VIOLATED, url))


def test_a_page_that_is_the_checked_article_is_refused() -> None:
    checked = replace(
        one(VIOLATED, "https://example.org/a#x").claims.item.article.metadata, url="http://example.org/a/"
    )
    item = one(VIOLATED, "https://example.org/a#x")
    file = replace(item.claims.item, article=replace(article(), metadata=checked))
    assert "the checked article itself" in refusal(replace(item, claims=replace(item.claims, item=file)))


def test_a_page_below_the_publishers_domain_is_fine() -> None:
    config = replace(CONFIG, publisher=replace(CONFIG.publisher, url="https://www.example.org/about"))
    assert rendered(one(VIOLATED, "https://facts.example.org/1"), config)["url"] == "https://facts.example.org/1"


def test_a_publisher_without_an_address_is_refused() -> None:
    assert "the publisher's url" in refusal(
        one(VIOLATED), replace(CONFIG, publisher=replace(CONFIG.publisher, url="x"))
    )


def test_a_claim_without_words_a_label_or_a_date_is_refused() -> None:
    blank = replace(VIOLATED, text=" ")
    label = tuple(replace(verdict, label={"en": " "}) for verdict in DEFAULT_VERDICTS)
    item = one(blank)
    entry = replace(published(blank), date="2026-02-30")
    item = replace(item, decisions=replace(item.decisions, item=replace(item.decisions.item, ledger=(entry,))))  # type: ignore[type-var, union-attr]
    reasons = refusal(item, replace(CONFIG, verdicts=label))
    assert "it has no wording" in reasons
    assert "its verdict has no label" in reasons
    assert "'2026-02-30' is no date" in reasons


def test_a_lone_surrogate_is_refused() -> None:
    assert "lone surrogate" in refusal(one(replace(VIOLATED, text="\ud800")))


def test_the_name_has_one_hash_and_is_never_the_page() -> None:
    found = rendered(one(VIOLATED, f"{PAGE}#here"))
    assert found["@id"] == f"{PAGE}#claimreview-{VIOLATED.id}"
    assert found["itemReviewed"]["@id"] == f"{PAGE}#claim-{VIOLATED.id}"
    assert found["url"] == f"{PAGE}#here"


def test_a_verdict_off_the_scale_carries_no_number() -> None:
    assert set(rendered(one(VIOLATED))["reviewRating"]) == {"@type", "alternateName", "ratingExplanation"}


def test_a_verdict_on_the_scale_carries_all_three_as_integers() -> None:
    rating = rendered(one(VIOLATED, verdict="false"))["reviewRating"]
    assert (rating["worstRating"], rating["ratingValue"], rating["bestRating"]) == (1, 1, 5)


def test_the_label_is_in_the_articles_language() -> None:
    verdicts = tuple(replace(verdict, label={"de": "Unbelegt", "en": "Unproven"}) for verdict in DEFAULT_VERDICTS)
    found = rendered(one(VIOLATED), replace(CONFIG, verdicts=verdicts))
    assert (found["inLanguage"], found["reviewRating"]["alternateName"]) == ("en", "Unproven")


def author_of(*sources: Source) -> Any:
    chain = tuple(Link(source=source, mode=Mode.INDIRECT) for source in sources)
    return rendered(one(replace(VIOLATED, attribution=chain)))["itemReviewed"].get("author")


def test_in_a_chain_the_innermost_source_makes_the_claim() -> None:
    india = Source(name="India's foreign ministry", type=SourceType.ORGANIZATION)
    assert author_of(US, india) == {"@type": "Organization", "name": "India's foreign ministry"}


def test_a_place_speaks_as_an_organization_and_is_not_the_same_as_the_place() -> None:
    assert US.same_as
    assert author_of(US) == {"@type": "Organization", "name": "United States"}


def test_nobody_stands_in_for_an_unnamed_source() -> None:
    assert author_of(US, OFFICIALS) is None


def test_a_claim_in_the_writers_own_voice_names_no_author() -> None:
    assert author_of() is None


def test_dates_that_are_not_exact_are_left_out() -> None:
    link = replace(VIOLATED.attribution[-1], date_said="2025-05")
    found = rendered(one(replace(VIOLATED, attribution=(link,)), evidence=(LIST,)))
    assert "datePublished" not in found["itemReviewed"]
    assert "datePublished" not in found["citation"][0]


def test_a_page_that_two_reviews_cite_is_cited_once_with_what_either_knows() -> None:
    bare = replace(READOUT, archive="", publisher="")
    first = replace(FIRST, added=(), reviews=(review(VIOLATED, verdict="unproven", rationale="x", evidence=(bare,)),))
    second = ReviewFile(
        article=FIRST.article,
        reviewer=replace(FIRST.reviewer, id="zoe"),
        reviews=(review(VIOLATED, verdict="unproven", rationale="y", evidence=(READOUT, LIST)),),
    )
    item = replace(one(VIOLATED), reviews=dossier(reviews=(first, second)).reviews)
    found = rendered(item)["citation"]
    assert [entry["name"] for entry in found] == ["Readout of a call", "Casualty list"]
    assert found[0]["archivedAt"] == READOUT.archive


def test_corrections_are_told_and_dated() -> None:
    item = one(VIOLATED)
    lines = [
        LedgerEntry(claim=VIOLATED.id, act=Act.CORRECTED, date=date, who="desk", change=f"Mended on {date}.")
        for date in ("2026-12-01", "2026-12-03")
    ]
    file = replace(DECISIONS, decisions=(decision(VIOLATED, "unproven"),), ledger=(published(VIOLATED), *lines))
    found = rendered(replace(item, decisions=dossier(decisions=file).decisions))
    assert found["dateModified"] == "2026-12-03"
    assert [entry["text"] for entry in found["correction"]] == ["Mended on 2026-12-01.", "Mended on 2026-12-03."]


def test_only_known_metadata_of_the_article_appears() -> None:
    item = one(VIOLATED)
    metadata = replace(article().metadata, url="", publisher="", authors=("Ada Example",), date_published="2025-05-09")
    file = replace(item.claims.item, article=replace(article(), metadata=metadata))
    (appearance,) = rendered(replace(item, claims=replace(item.claims, item=file)))["itemReviewed"]["appearance"]
    assert set(appearance) == {"@type", "headline", "datePublished", "author", "hasPart"}
    assert appearance["author"] == [{"@type": "Person", "name": "Ada Example"}]


def test_nothing_leaks_from_one_claim_to_the_next() -> None:
    both = render(dossier(), CONFIG).files
    for claim in (KILLED, VIOLATED):
        alone = render(dossier(), CONFIG, frozenset({claim.id})).files
        assert alone.items() <= both.items()


def test_an_empty_ledger_leaves_everybody_out() -> None:
    rendering = render(dossier(decisions=DecisionsFile(article="x")), CONFIG)
    assert (rendering.files, rendering.refused) == ({}, ())
