"""Web Annotations: each claim is found on its words, and the collection is what the Recommendation wants."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from broken.webannotation import BROKEN
from claimkit.annotations.dossiers import Dossier
from claimkit.errors import RefusalError
from claimkit.export.webannotation import render
from oracles import webannotation_problems
from oracles.names import Name
from pahalgam import BACKED, CONFIG, KILLED, LINKS, PAGE, TEXT, TIES, VIOLATED, article, dossier

HOSTILE = ["</script><script>", 'quotes " and \\', "\u2028 \u202e \U0001f600 e\u0301", "\x00\x1f", "&lt;b&gt;"]


def rendered(item: Dossier | None = None) -> dict[str, Any]:
    ((_, data),) = render(item or dossier(), CONFIG).files.items()
    result: dict[str, Any] = json.loads(data)
    return result


def items(item: Dossier | None = None) -> dict[str, dict[str, Any]]:
    """The annotations by what their names end in."""
    prefix = "https://example.org/#annotation-us-reaffirms-support-for-india-claim-"
    return {one["id"].removeprefix(prefix): one for one in rendered(item)["first"]["items"]}


def found(text: str, selector: dict[str, Any]) -> set[int]:
    """The code points that a selector selects in ``text``, by the Recommendation's words."""
    if selector["type"] == "Composite":
        return set().union(*(found(text, one) for one in selector["items"]))
    if selector["type"] == "TextPositionSelector":
        return set(range(selector["start"], selector["end"]))
    before, exact = selector.get("prefix", ""), selector["exact"]
    whole = before + exact + selector.get("suffix", "")
    assert text.count(whole) == 1
    start = text.index(whole) + len(before)
    return set(range(start, start + len(exact)))


def test_golden(file_regression: FileRegressionFixture) -> None:
    ((_, data),) = render(dossier(), CONFIG).files.items()
    file_regression.check(data, binary=True, extension=".jsonld")


def test_the_oracle_finds_nothing_wrong() -> None:
    assert webannotation_problems(rendered()) == []
    assert webannotation_problems(rendered(dossier(reviews=(), decisions=None))) == []


@pytest.mark.parametrize("claim", [KILLED, VIOLATED, TIES, LINKS], ids=lambda claim: claim.id)
def test_every_selector_of_a_claim_leads_to_its_words(claim: Any) -> None:
    words = set().union(*(range(anchor.start, anchor.end) for anchor in claim.anchors))
    target = items()[claim.id]["target"]
    assert target["source"] == article().metadata.url
    positions, quotations, *whole = [found(TEXT, selector) for selector in target["selector"]]
    assert positions == quotations == words
    assert all(one >= words for one in whole)
    assert bool(whole) == (len(claim.anchors) > 1)


def test_a_review_assesses_the_claim_and_its_evidence_is_linked_to_it() -> None:
    one = items()
    review, evidence = one[f"{VIOLATED.id}-review-ada"], one[f"{VIOLATED.id}-review-ada-evidence-1"]
    assert (review["motivation"], review["target"]) == ("assessing", one[VIOLATED.id]["id"])
    assert [(body["purpose"], body["value"]) for body in review["body"]][:2] == [
        ("tagging", "Unproven"),
        ("classifying", "unproven"),
    ]
    assert evidence["target"] == review["id"]
    assert evidence["body"][0]["selector"]["exact"] == "attacks violated Pakistan's sovereignty"
    assert f"{VIOLATED.id}-review-ben" not in one, "a draft is nobody's business yet"


def test_the_decision_has_the_ledger_and_its_times_are_universal() -> None:
    decision = items()[f"{KILLED.id}-decision"]
    assert (decision["created"], decision["modified"]) == ("2026-11-24T03:30:00Z", "2026-11-26T00:00:00Z")
    assert decision["creator"]["name"] == "desk"
    assert f"{PAGE}#claimreview-{KILLED.id}" in [body.get("source") for body in decision["body"]]


def test_who_says_it_stands_with_the_words_that_say_so() -> None:
    said = items()[f"{VIOLATED.id}-said-2"]
    assert said["body"][0]["value"] == "Shehbaz Sharif"
    words = said["body"][-1]["selector"]
    assert "also stated that" in json.dumps(words)


def test_a_retracted_claim_has_no_verdict_and_says_that_it_is() -> None:
    mine = {name: one for name, one in items().items() if name.startswith(BACKED.id)}
    assert set(mine) == {BACKED.id, f"{BACKED.id}-decision"}
    assert [body["value"] for body in mine[f"{BACKED.id}-decision"]["body"]] == ["retracted", "The source withdrew."]


def test_names_do_not_change_when_a_claim_is_published() -> None:
    assert set(items(dossier(decisions=None))) <= set(items()) | {
        f"{BACKED.id}-review-ada",
        f"{BACKED.id}-review-ada-evidence-1",
    }


def test_an_article_without_an_address_has_a_name_of_its_own() -> None:
    metadata = replace(article().metadata, url="")
    item = dossier(of=replace(article(), metadata=metadata))
    assert (
        items(item)[KILLED.id]["target"]["source"]
        == "https://example.org/#annotation-us-reaffirms-support-for-india-text"
    )
    assert webannotation_problems(rendered(item)) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_back_as_it_was(text: str) -> None:
    item = dossier(claims=(replace(VIOLATED, text=text),))
    assert items(item)[VIOLATED.id]["body"][0]["value"] == text
    assert webannotation_problems(rendered(item)) == []


def test_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(RefusalError, match="cannot be written as JSON"):
        rendered(dossier(claims=(replace(VIOLATED, text="\ud800"),)))


@pytest.mark.parametrize("name", BROKEN)
def test_the_oracle_refuses_what_is_broken(name: str) -> None:
    collection = rendered()
    change, refused_by = BROKEN[name]
    change(collection["first"]["items"][0])
    problems = webannotation_problems(collection)
    assert any(refused_by[Name.ANNOTATION] in problem for problem in problems), problems


def test_the_oracle_sees_what_the_context_does_not_know() -> None:
    collection = rendered()
    collection["@context"] = [*collection["@context"][:1], {}]
    assert webannotation_problems(collection)
