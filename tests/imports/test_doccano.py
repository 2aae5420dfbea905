"""doccano: its present export, that with relations, and older ones; offsets as its page counts, and as Python does."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimkit.errors import DataError
from claimkit.imports.doccano import foreign
from claimkit.imports.foreign import Foreign
from claimkit.model.review import Reviewer
from mutating.drawn import mutated

TEXT = "The bridge was closed on Monday, Ada Stone said. It is red."
CLOSED, SPEAKER = "The bridge was closed on Monday", "Ada Stone"
FIREMEN = "\U0001f468\U0001f3fb\u200d\U0001f692 firemen drive firetrucks"
"""The text of doccano's issue 2290, where its page gives *firetrucks* as 22..32 and Python as 19..29."""


def span(words: str, text: str = TEXT) -> list[int]:
    return [text.index(words), text.index(words) + len(words)]


PLAIN = {
    "id": 7,
    "text": TEXT,
    "label": [[*span(CLOSED), "Claim"], [*span("It is red."), "Opinion"]],
    "Comments": ["Check it."],
    "title": "Bridge",
}
RELATED = {
    "id": 8,
    "text": TEXT,
    "Comments": [],
    "entities": [
        {"id": 41, "label": "check-worthy claim", "start_offset": span(CLOSED)[0], "end_offset": span(CLOSED)[1]},
        {"id": 42, "label": "Speaker", "start_offset": span(SPEAKER)[0], "end_offset": span(SPEAKER)[1]},
    ],
    "relations": [{"id": 1, "from_id": 42, "to_id": 41, "type": "says"}, {"id": 2, "from_id": 41, "to_id": 43, "type": "near"}],
}  # fmt: skip
OLD = {
    "id": 9,
    "text": TEXT,
    "meta": {"url": "https://e.example/news/1", "date": "2026-01-02", "source": "Gazette"},
    "annotation_approver": None,
    "annotations": [
        {"label": 3, "start_offset": span(CLOSED)[0], "end_offset": span(CLOSED)[1], "user": 1},
        {"label": 3, "start_offset": span(CLOSED)[0], "end_offset": span(CLOSED)[1], "user": 2},
    ],
}  # fmt: skip


def read(*documents: Any, labels: tuple[str, ...] = ()) -> tuple[Foreign, ...]:
    lines = "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in documents)
    return foreign(lines.encode(), "folder/all.jsonl", labels=labels)


def told(document: Foreign) -> str:
    return "\n".join(f"{remark.where} {remark.message}" for remark in document.remarks)


def test_a_document_has_its_text_and_its_claims() -> None:
    (document,) = read(PLAIN)
    (statement,) = document.statements
    assert [(one.quote, one.start) for one in statement.stretches] == [(CLOSED, 0)]
    assert statement.comment == "Check it.", "a comment on a document with one claim is on that"
    assert (document.name, document.text, document.metadata.title) == ("all-7", TEXT, "Bridge")
    assert "label[1] spans labelled 'Opinion' are not taken over" in told(document)


def test_relations_say_who_says_it() -> None:
    (document,) = read(RELATED)
    (statement,) = document.statements
    assert [link.source.name for link in statement.attribution] == [SPEAKER]
    assert statement.id == "41"
    assert "relations 'near' are not taken over" in told(document)


def test_old_exports_number_labels_and_users() -> None:
    (document,) = read(OLD, labels=("3",))
    assert [one.reviewer for one in document.statements] == [Reviewer(id="annotator-1"), Reviewer(id="annotator-2")]
    metadata = document.metadata
    assert (metadata.url, metadata.date_published, metadata.publisher) == (
        "https://e.example/news/1",
        "2026-01-02",
        "Gazette",
    )


@pytest.mark.parametrize("key", ["label", "labels"])
@pytest.mark.parametrize("form", ["lines", "array", "indented", "one"])
def test_lines_arrays_and_both_names_of_the_labels_are_read(key: str, form: str) -> None:
    item = {"text": TEXT, key: [[*span(CLOSED), "CLAIM"]]}
    data = {
        "lines": f"{json.dumps(item)}\r\n\r\n{json.dumps(item)}",
        "array": json.dumps([item, item]),
        "indented": json.dumps([item, item], indent=2),
        "one": json.dumps(item, indent=2),
    }[form]
    documents = foreign(b"\xef\xbb\xbf" + data.encode(), "x.jsonl")
    assert len(documents) == (1 if form == "one" else 2)
    assert len({one.name for one in documents}) == len(documents)


def test_offsets_of_the_page_count_utf16() -> None:
    (document,) = read({"text": FIREMEN, "label": [[22, 32, "Claim"]]})
    assert [(one.quote, one.start) for one in document.statements[0].stretches] == [("firetrucks", 19)]
    assert "offsets are read as UTF-16 code units: look at the claims" in told(document)


def test_offsets_of_python_count_code_points_and_whole_words_tell() -> None:
    (document,) = read({"text": FIREMEN, "label": [[19, 29, "Claim"]]})
    assert [(one.quote, one.start) for one in document.statements[0].stretches] == [("firetrucks", 19)]
    assert "offsets are read as code points" in told(document)


def test_combining_marks_are_code_points_in_both_and_nothing_is_said() -> None:
    text = "Cafe\u0301 owners struck."
    (document,) = read({"text": text, "label": [[6, 20, "Claim"]]})
    assert document.statements[0].stretches[0].quote == "owners struck."
    assert document.remarks == ()


def test_half_a_character_and_places_outside_of_the_text_are_left_out() -> None:
    spans = [
        [1, 30, "Claim"],
        [-4, 3, "Claim"],
        [0, 10**25, "Claim"],
        [5, 5, "Claim"],
        [9, 3, "Claim"],
        [16, 21, "Claim"],
    ]
    (document,) = read({"text": FIREMEN, "label": spans})
    assert [one.stretches[0].quote for one in document.statements] == ["drive"]
    assert "spans outside of the text are left out (4 times)" in told(document)
    assert "empty spans are left out" in told(document)


def test_documents_without_claims_are_counted_on_the_first_that_has_some() -> None:
    documents = read({"text": "Nothing.", "label": []}, PLAIN, {"text": "No.", "label": [[0, 2, "Opinion"]]}, RELATED)
    assert [one.name for one in documents] == ["all-7", "all-8"]
    assert "documents in which no claim is marked are left out (2 times)" in told(documents[0])


def test_comments_on_several_claims_and_labels_of_documents_are_not_taken_over() -> None:
    (document,) = read(PLAIN | {"label": [[0, 3, "Claim"], [4, 10, "Claim"]], "cats": ["news"]})
    assert not any(one.comment for one in document.statements)
    assert "comments are on a whole document" in told(document)
    assert "labels of a whole document" in told(document)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'{"text": "x", "label": ["False"]}', "no span in it has a label"),
        (b'{"text": "x", "label": [[0, 1, "PER"]]}', r"no span in it has a label with 'claim' in it; its labels are 'PER' \(1\)"),
        (b'{"text": "x", "label": [[0, 1]]}', r"label\[0\]: a span must be \[start, end, label\]"),
        (b'{"text": "x", "label": [[0, "1", "Claim"]]}', r"label\[0\]\[1\]: it must be a whole number, and is a text"),
        (b'{"text": "x", "label": [[0, 1.5, "Claim"]]}', "and is the number 1.5"),
        (b'{"text": "x", "label": [[0, true, "Claim"]]}', "and is true or false"),
        (b'{"label": [[0, 1, "Claim"]]}', "it has no text"),
        (b'{"text": 3, "label": [[0, 1, "Claim"]]}', "text: it must be a text, and is the number 3"),
        (b'{"text": "a"}\n[3]\n', "line 2: it must be an object"),
        (b'{"text": "a"}\n{"text": "a",}\n', "x.jsonl:2:14: it is not JSON"),
        (b'{"text": "a", "label": NaN}', "NaN"),
        (b"3", "it must be an object"),
        (b'\xff{"text": "x"}', "not UTF-8"),
    ],
)  # fmt: skip
def test_what_is_no_such_export_is_refused_with_its_place(data: bytes, words: str) -> None:
    with pytest.raises(DataError) as caught:
        foreign(data, "x.jsonl")
    assert re.search(words, str(caught.value))


@given(st.data())
@settings(deadline=None, max_examples=300)
def test_whatever_is_changed_in_a_file_it_is_read_or_refused_and_every_quote_stands(data: st.DataObject) -> None:
    base = [PLAIN, RELATED, OLD, {"id": 1, "text": FIREMEN, "label": [[22, 32, "Claim"]], "cats": ["x"]}]
    try:
        documents = foreign(data.draw(mutated(base)), "x", labels=data.draw(st.sampled_from([(), ("Claim", "3")])))
    except DataError as error:
        assert error.what
    else:
        for document in documents:
            for statement in document.statements:
                for one in statement.stretches:
                    assert one.start is not None
                    assert document.text[one.start : one.start + len(one.quote)] == one.quote
