"""Label Studio: both exports, several annotators, answers on regions; offsets by the words that each region repeats."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimkit.errors import DataError
from claimkit.imports.foreign import Foreign, Rating, Stretch
from claimkit.imports.labelstudio import foreign
from claimkit.model.review import Reviewer
from mutating.drawn import mutated

TEXT = "\U0001f4a9This bridge was closed on Monday,\nAda Stone said. It is re\u0301d."
CLOSED, SPEAKER = "This bridge was closed on Monday", "Ada Stone"


def units(text: str) -> int:
    """How many UTF-16 code units a text has."""
    return len(text.encode("utf-16-le")) // 2


def region(name: str, words: str, *labels: str, utf16: bool = False, **given: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    start, end = (units(TEXT[:start]), units(TEXT[: start + len(words)])) if utf16 else (start, start + len(words))
    value = {"start": start, "end": end, "text": words.replace("\n", "\\n"), "labels": list(labels)} | given
    return {"id": name, "from_name": "label", "to_name": "text", "type": "labels", "value": value, "origin": "manual"}


def answer(name: str, question: str, **value: Any) -> dict[str, Any]:
    kind = next(iter(value))
    return {
        "id": name,
        "from_name": question,
        "to_name": "text",
        "type": kind,
        "value": {"start": 1, "end": 33} | value,
    }


def task(*results: dict[str, Any], **given: Any) -> dict[str, Any]:
    annotation = {
        "id": 1001, "completed_by": 10, "result": list(results), "was_cancelled": False, "ground_truth": False,
        "created_at": "2026-03-09T22:16:08.728353Z", "updated_at": "2026-03-10T22:16:08.728378Z", "lead_time": 4.288,
    }  # fmt: skip
    return {
        "id": 3, "annotations": [annotation], "drafts": [], "predictions": [], "data": {"text": TEXT, "title": "Bridge"},
        "meta": {}, "created_at": "2026-03-01T00:00:00Z", "project": 1,
    } | given  # fmt: skip


FULL = task(
    region("r1", CLOSED, "Claim"),
    region("r2", SPEAKER, "Speaker"),
    region("r3", "said", "Cue"),
    answer("r1", "verdict", choices=["Mostly false"]),
    answer("r1", "topic", choices=["roads"]),
    answer("r1", "rationale", text=["It opened in May."]),
    answer("r1", "note", text=["Ask the city.", ""]),
    answer("r1", "quality", rating=4),
    {"from_id": "r2", "to_id": "r1", "type": "relation", "direction": "right", "labels": ["says"]},
)


def read(*tasks: Any, labels: tuple[str, ...] = ()) -> tuple[Foreign, ...]:
    return foreign(json.dumps(tasks).encode(), "folder/project-1.json", labels=labels)


def told(document: Foreign) -> str:
    return "\n".join(remark.message for remark in document.remarks)


def test_a_region_has_its_words_and_what_is_answered_on_it() -> None:
    (document,) = read(FULL)
    (statement,) = document.statements
    assert [(one.quote, one.start) for one in statement.stretches] == [(CLOSED, 1)]
    assert statement.rating == Rating(label="Mostly false")
    assert (statement.rationale, statement.comment) == ("It opened in May.", "Ask the city.")
    assert [link.source.name for link in statement.attribution] == [SPEAKER]
    assert (statement.reviewer, statement.when) == (
        Reviewer(id="annotator-10"),
        "2026-03-10T22:16:08.728378Z",
    )
    assert (document.name, document.text, document.metadata.title, statement.id) == (
        "project-1-3",
        TEXT,
        "Bridge",
        "r1",
    )
    for words in ("answers to 'topic' are", "answers to 'quality' are", "labelled 'Cue'"):
        assert words in told(document)


@pytest.mark.parametrize("utf16", [False, True], ids=["code points, as now", "UTF-16, as before 2021"])
@pytest.mark.parametrize("words", [CLOSED, "Monday,\nAda", "re\u0301d", "\U0001f4a9This"])
def test_the_words_decide_how_offsets_count(words: str, utf16: bool) -> None:
    (document,) = read(task(region("r1", words, "Claim", utf16=utf16)))
    assert [(one.quote, one.start) for one in document.statements[0].stretches] == [(words, TEXT.index(words))]
    assert document.remarks == ()


def test_offsets_that_fit_in_no_unit_are_mended_by_the_words_nearby_or_left_out() -> None:
    wrong = region("r1", CLOSED, "Claim", start=7, end=39)
    nowhere = region("r2", CLOSED, "Claim", text="Some other words", start=-9, end=10**20)
    (document,) = read(task(wrong, nowhere))
    assert [(one.id, one.stretches[0].start) for one in document.statements] == [("r1", 1)]
    assert "words that stand elsewhere" in told(document)
    assert "spans whose words do not stand in the text are left out" in told(document)


def test_offsets_without_words_are_code_points_and_that_is_said_where_it_matters() -> None:
    bare = region("r1", CLOSED, "Claim")
    del bare["value"]["text"]
    (document,) = read(task(bare))
    assert document.statements[0].stretches[0].quote == CLOSED
    assert "offsets without their words are read as code points" in told(document)


def test_several_annotators_are_several_reviewers_and_cancelled_work_is_left_out() -> None:
    other = {
        "completed_by": {"id": 4, "email": "ben@e.example", "first_name": "Ben", "last_name": "Ek"},
        "result": [region("x", CLOSED, "Claim")],
    }
    skipped = {"completed_by": 5, "was_cancelled": True, "result": [region("y", CLOSED, "Claim")]}
    annotations = [*FULL["annotations"], other, skipped]
    (document,) = read(
        FULL | {"annotations": annotations, "predictions": [{"result": [], "model_version": "1"}], "drafts": [{}]}
    )
    first, second = document.statements
    assert first.reviewer != second.reviewer
    assert second.reviewer is not None
    assert (second.reviewer.name, second.when) == ("Ben Ek", "")
    for words in ("cancelled or skipped are not taken over", "predictions of models are not", "drafts are not"):
        assert words in told(document)


def test_completions_are_annotations_of_before_version_1() -> None:
    old = {
        "id": 25001,
        "data": {"text": TEXT},
        "completions": [{"id": 1, "created_at": 1609789589, "result": [region("r1", CLOSED, "Claim", utf16=True)]}],
    }
    (document,) = read(old)
    assert document.statements[0].stretches[0].start == 1
    assert document.statements[0].when == ""


SMALL = {
    "text": TEXT, "id": 3, "annotator": 10, "annotation_id": 1001, "created_at": "2026-03-09T22:16:08.728353Z",
    "updated_at": "2026-03-10T22:16:08.728378Z", "lead_time": 4.288,
    "label": [{"start": 1, "end": 33, "text": CLOSED, "labels": ["Claim"]}, {"start": 35, "end": 44, "text": SPEAKER, "labels": ["Speaker"]}],
    "verdict": [{"start": 1, "end": 33, "text": CLOSED, "choices": ["False"]}], "topic": "roads",
}  # fmt: skip


def test_json_min_joins_answers_to_regions_by_their_places_and_annotations_to_tasks_by_their_ids() -> None:
    (document,) = read(SMALL, SMALL | {"annotator": "ben@e.example", "annotation_id": 1002})
    assert [one.rating for one in document.statements] == [Rating(label="False")] * 2
    assert [one.reviewer and one.reviewer.name for one in document.statements] == ["", "ben"]
    assert document.statements[0].stretches[0].quote == CLOSED


def test_the_text_is_that_in_which_the_words_stand() -> None:
    data = {"headline": "A headline that is much longer than the text itself " * 9, "body": TEXT}
    (document,) = read(task(region("r1", CLOSED, "Claim"), data=data))
    assert document.text == TEXT


def test_regions_of_html_and_of_dialogues_are_known_by_their_words() -> None:
    html = {
        "start": "/div[1]/p[2]/text()[1]",
        "end": "/div[1]/p[2]/text()[1]",
        "startOffset": 2,
        "endOffset": 9,
        "globalOffsets": {"start": 10, "end": 17},
        "text": "It is\\nred.",
        "hypertextlabels": ["Claim"],
    }
    talk = {
        "start": "0",
        "end": "0",
        "startOffset": 0,
        "endOffset": 4,
        "text": "I say so.",
        "paragraphlabels": ["Claim"],
    }
    (document,) = read(
        task(
            *({"id": str(number), "type": "x", "value": value} for number, value in enumerate((html, talk))),
            data={"html": "<p>x</p>"},
        )
    )
    assert [one.stretches for one in document.statements] == [
        (Stretch(quote="It is\nred."),),
        (Stretch(quote="I say so."),),
    ]
    assert document.text == ""
    assert "known by their words alone" in told(document)


def test_a_label_says_which_mark_claims() -> None:
    with pytest.raises(DataError, match=r"its labels are 'Statement' \(1\); --label names"):
        read(task(region("r1", CLOSED, "Statement")))
    (document,) = read(task(region("r1", CLOSED, "Statement", "Other")), labels=("Statement",))
    assert len(document.statements) == 1


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"[]", "no span in it has a label"),
        (b"[3]", r"\[0\]: it must be an object, and is the number 3"),
        (b'[{"data": {}, "annotations": 3}]', "annotations: it must be a list"),
        (b'[{"data": {}, "annotations": [{"result": [{"value": []}]}]}]', r"value: it must be an object, and is a list"),
        (b'[{"data": {}, "annotations": [{"result": [{"value": {"start": 1, "end": 2, "labels": ["claim"]}}]}]}]', "its data has no text"),
        (b'[{"data": {"text": "x"}, "annotations": [{"result": [{"value": {"start": 1, "end": 2.5, "labels": ["claim"]}}]}]}]', "value.end: it must be a whole number"),
        (b'[{"data": {"text": "x"}, "annotations": [{"completed_by": [], "result": []}]}]', "completed_by: it must be a text"),
        (b"{", "not JSON"),
    ],
)  # fmt: skip
def test_what_is_no_such_export_is_refused_with_its_place(data: bytes, words: str) -> None:
    with pytest.raises(DataError) as caught:
        foreign(data, "x.json")
    assert re.search(words, str(caught.value))


@given(st.data())
@settings(deadline=None, max_examples=400)
def test_whatever_is_changed_in_a_file_it_is_read_or_refused_and_every_quote_stands(data: st.DataObject) -> None:
    try:
        documents = foreign(data.draw(mutated([FULL, SMALL | {"id": 4}])), "x")
    except DataError as error:
        assert error.what
    else:
        for document in documents:
            for statement in document.statements:
                for one in statement.stretches:
                    if one.start is not None:
                        assert document.text[one.start : one.start + len(one.quote)] == one.quote
