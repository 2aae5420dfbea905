"""AVeriTeC: each claim with its verdict, and the pages that its answers came from. The entries here are invented."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimkit.errors import DataError
from claimkit.imports.averitec import foreign
from claimkit.imports.foreign import Foreign, Rating
from claimkit.model.vocabulary import Stance
from mutating.drawn import mutated

WAYBACK = "https://web.archive.org/web/20201130144023/https://paper.example/bridge"
ENTRY: dict[str, Any] = {
    "claim": "The bridge in Lund was closed for 12 years. ",
    "required_reannotation": False,
    "label": "Conflicting Evidence/Cherrypicking",
    "justification": "It was closed twice, for six years each.",
    "claim_date": "5-8-2020",
    "speaker": "Ada Stone",
    "original_claim_url": "https://web.archive.org/web/20201113115127/https://social.example/ada/status/1",
    "cached_original_claim_url": None,
    "fact_checking_article": "https://checks.example/2020/bridge",
    "reporting_source": "Facebook",
    "location_ISO_code": "SE",
    "claim_types": ["Numerical Claim"],
    "fact_checking_strategies": ["Written Evidence"],
    "questions": [
        {
            "question": "When was it closed?",
            "answers": [
                {"answer": "From 2001 to 2007 \U0001f600.", "answer_type": "Extractive", "source_url": WAYBACK, "source_medium": "Web text", "cached_source_url": WAYBACK},
                {"answer": "No", "answer_type": "Boolean", "boolean_explanation": "It opened.", "source_url": "https://city.example/a.pdf", "source_medium": "PDF", "cached_source_url": "https://archive.example/9"},
                {"answer": "No answer could be found.", "answer_type": "Unanswerable", "source_url": "", "source_medium": ""},
                {"answer": "Facebook", "answer_type": "Abstractive", "source_url": "Metadata", "source_medium": "Metadata", "cached_source_url": None},
            ],
        },
        {"question": "And again?", "answers": [{"answer": "Yes.", "answer_type": "Abstractive", "source_url": "https://paper.example/bridge"}]},
    ],
}  # fmt: skip
UNLABELLED = {
    "claim_id": 1007,
    "claim": "It opened in May.",
    "claim_date": "31-10-2020",
    "speaker": None,
    "original_claim_url": None,
    "reporting_source": "Radio",
}


def read(*entries: dict[str, Any]) -> tuple[Foreign, ...]:
    return foreign(json.dumps(entries).encode(), "data/dev.json")


def test_a_claim_comes_with_its_verdict_why_and_who_said_it() -> None:
    (page,) = read(ENTRY)
    (statement,) = page.statements
    assert statement.text == "The bridge in Lund was closed for 12 years."
    assert statement.rating == Rating(label="Conflicting Evidence/Cherrypicking")
    assert statement.rationale == "It was closed twice, for six years each."
    assert statement.url == "https://checks.example/2020/bridge"
    assert [(link.source.name, link.date_said) for link in statement.attribution] == [("Ada Stone", "2020-08-05")]
    assert (page.name, page.text) == ("dev-0", "")
    assert page.metadata.url == "https://social.example/ada/status/1", "the page, and not the archive that keeps it"
    assert (page.metadata.publisher, page.metadata.date_published) == ("Facebook", "2020-08-05")


def test_each_page_is_one_piece_of_evidence_with_all_that_it_answers() -> None:
    (page,) = read(ENTRY)
    paper, city = page.statements[0].evidence
    assert (paper.url, paper.archive, paper.title) == ("https://paper.example/bridge", WAYBACK, "paper.example")
    assert paper.note == "When was it closed?\nFrom 2001 to 2007 \U0001f600.\n\nAnd again?\nYes."
    assert (paper.quote, paper.stance) == ("", Stance.CONTEXT), "answers are not word for word, nor do they take sides"
    assert (city.archive, city.note) == ("https://archive.example/9", "When was it closed?\nNo It opened.")


def test_answers_without_a_page_are_named_by_their_medium() -> None:
    told = [(remark.message, remark.where) for remark in read(ENTRY)[0].remarks]
    assert (
        "answers without the address of a page are left out (medium: unknown)",
        "[0].questions[0].answers[2]",
    ) in told
    assert (
        "answers without the address of a page are left out (medium: Metadata)",
        "[0].questions[0].answers[3]",
    ) in told


def test_the_test_set_has_claims_without_verdicts() -> None:
    (page,) = read(UNLABELLED)
    (statement,) = page.statements
    assert (statement.rating, statement.evidence, statement.attribution, statement.id) == (None, (), (), "1007")
    assert (page.name, page.metadata.title) == ("dev-1007", "It opened in May.")


def test_claims_of_one_page_are_of_one_article_and_others_of_one_each() -> None:
    pages = read(ENTRY, UNLABELLED, ENTRY | {"claim": "It is red."}, UNLABELLED | {"claim": "It is long."})
    assert [[one.text for one in page.statements] for page in pages] == [
        ["The bridge in Lund was closed for 12 years.", "It is red."],
        ["It opened in May."],
        ["It is long."],
    ]


@pytest.mark.parametrize("day", ["2020-08-25", "31-2-2020", "8/25/2020", "None", "25-13-2020", "\u0661-1-2020"])
def test_a_date_that_is_no_day_month_year_is_left_out_and_said(day: str) -> None:
    (page,) = read(ENTRY | {"claim_date": day})
    assert (page.metadata.date_published, page.statements[0].attribution[0].date_said) == ("", "")
    assert any("no day-month-year" in remark.message for remark in page.remarks)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"{}", "it has no claim"),
        (b'[{"claim": 7}]', r"\[0\]\.claim: it must be a text, and is the number 7"),
        (b'[{"claim": "x", "questions": "y"}]', r"questions: it must be a list"),
        (b'[{"claim": "x", "questions": [{"answers": [3]}]}]', r"answers\[0\]: it must be an object"),
        (b'[{"claim": "x", "label": true}]', "it must be a text, and is true or false"),
        (b'[{"claim": "x"}', "not JSON"),
        (b'[{"claim": "\\udfff"}]', "lone surrogate"),
        (b'[{"claim": "x", "claim": "x"}]', "stands twice"),
    ],
)  # fmt: skip
def test_what_is_no_list_of_claims_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(DataError, match=words):
        foreign(data, "dev.json")


@given(st.data())
@settings(deadline=None, max_examples=300)
def test_whatever_is_changed_in_a_file_it_is_read_or_refused(data: st.DataObject) -> None:
    try:
        foreign(data.draw(mutated([ENTRY, UNLABELLED])), "x")
    except DataError as error:
        assert error.what
