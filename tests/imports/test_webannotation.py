"""Web Annotations: claimkit's own come back, and those of others give what they say of words."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from claimkit.annotations.dossiers import Dossier
from claimkit.errors import DataError
from claimkit.export.claimreview.wording import named
from claimkit.export.selection import selected
from claimkit.export.webannotation import render
from claimkit.imports.foreign import Foreign, Rating, Statement, Stretch
from claimkit.imports.spans.values import plain
from claimkit.imports.webannotation import foreign
from claimkit.model.review import Reviewer
from claimkit.model.vocabulary import Disposition, SourceType, Stance
from claimkit.rules.standing import Standing, State
from dossiers import dossiers
from mutating.drawn import mutated
from pahalgam import BACKED, CONFIG, KILLED, LIST, PMO, READOUT, SHARIF, SLUG, TEXT, TIES, VIOLATED, article, dossier


def read(*annotations: Any, labels: Iterable[str] = ()) -> tuple[Foreign, ...]:
    return foreign(json.dumps(annotations).encode(), "notes.json", labels=tuple(labels))


def one(annotation: dict[str, Any]) -> tuple[Foreign, Statement]:
    """The only page and the only statement that an annotation gives."""
    (page,) = read(annotation)
    (statement,) = page.statements
    return page, statement


def messages(pages: Iterable[Foreign]) -> str:
    return "\n".join(remark.message for page in pages for remark in page.remarks)


def annotation(selector: Any, **given: Any) -> dict[str, Any]:
    """A plain annotation of words of a page."""
    target = {"source": "https://e.example/news/1", "selector": selector}
    return {"id": "https://notes.example/7", "type": "Annotation", "target": target} | given


def position(start: int, end: int) -> dict[str, Any]:
    return {"type": "TextPositionSelector", "start": start, "end": end}


def quotation(exact: str, **given: str) -> dict[str, Any]:
    return {"type": "TextQuoteSelector", "exact": exact} | given


def exported(item: Dossier) -> bytes:
    ((_, data),) = render(item, CONFIG).files.items()
    return data


def by_claim(pages: Iterable[Foreign]) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = {}
    for page in pages:
        for statement in page.statements:
            found.setdefault(statement.id.partition("-claim-")[2], []).append(statement)
    return found


def test_our_own_export_gives_the_article_and_its_claims_back() -> None:
    (page,) = foreign(exported(dossier()), "x.jsonld")
    metadata = article().metadata
    assert (page.name, page.metadata.title, page.metadata.url) == (SLUG, metadata.title, metadata.url)
    assert page.metadata.language == "en"
    first, second = by_claim([page])[KILLED.id]
    assert first.text == KILLED.text
    assert first.short == KILLED.short
    assert [(one.start, one.quote) for one in first.stretches] == [(one.start, one.quote) for one in KILLED.anchors]
    assert first.rating == Rating(label="Mostly true")
    assert first.rationale == "One of them was no civilian."
    assert (first.reviewer, first.when) == (Reviewer(id="ada", name="Ada Stone"), "2026-11-23T10:00:00Z")
    assert [(one.url, one.title, one.stance) for one in first.evidence] == [(LIST.url, LIST.title, Stance.SUPPORTS)]
    assert second.reviewer == Reviewer(id="ben")
    assert [one.quote for one in second.evidence] == ["", READOUT.quote]


def test_who_says_it_comes_back_outermost_first() -> None:
    ((statement,),) = [by_claim(foreign(exported(dossier()), "x"))[VIOLATED.id]]
    outer, inner = (link.source for link in statement.attribution)
    assert (outer.name, outer.role) == (PMO.name, PMO.role)
    assert (inner.name, inner.role, inner.same_as) == (SHARIF.name, SHARIF.role, SHARIF.same_as)
    assert inner.type is SourceType.PERSON, "the export does not say that; a remark tells"
    assert "all are put down as people" in messages(foreign(exported(dossier()), "x"))


def test_a_claim_without_a_review_comes_back_by_itself_and_a_retracted_one_without_its_verdict() -> None:
    found = by_claim(foreign(exported(dossier()), "x"))
    for claim in (TIES, BACKED):
        (statement,) = found[claim.id]
        assert (statement.rating, statement.evidence, statement.reviewer) == (None, (), None)


def reviews_of(standing: Standing) -> list[tuple[Any, ...]]:
    """What the finished reviews of a claim say, as far as an export carries it; nothing of a retracted one."""
    return [
        (
            signed.reviewer.id,
            named(signed.review.verdict, "en", CONFIG) if signed.review.verdict else "",
            plain(signed.review.rationale),
            [(one.url, plain(one.title) or one.url, one.stance, plain(one.quote)) for one in signed.review.evidence],
        )
        for signed in standing.finished
        if signed.review.disposition is not Disposition.REJECTED and not standing.retraction
    ]


def reviewed(statement: Statement) -> tuple[Any, ...]:
    return (
        statement.reviewer.id if statement.reviewer else "",
        statement.rating.label if statement.rating else "",
        statement.rationale,
        [(one.url, one.title, one.stance, one.quote) for one in statement.evidence],
    )


@given(dossiers())
@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
def test_any_dossier_gives_its_claims_words_voices_verdicts_and_evidence_back(item: Dossier) -> None:
    """Blanks around a text are lost, and so is a claim or a speaker that is nothing but blanks."""
    standings = [one for one in selected(item, None)[0] if one.state is not State.ORPHANED]
    assume(standings)
    found = by_claim(foreign(exported(item), "x"))
    for standing in standings:
        statements = found[standing.claim.id]
        there = [(one.start, one.quote) for one in standing.claim.anchors if one.stands_in(item.text)]
        voices = [] if standing.retraction else [plain(link.source.name) for link in standing.claim.voices]
        for statement in statements:
            assert [(one.start, one.quote) for one in statement.stretches] == there
            assert [link.source.name for link in statement.attribution] == list(filter(None, voices))
            if plain(standing.claim.text):
                assert (statement.text, statement.short) == (plain(standing.claim.text), plain(standing.claim.short))
        if reviews := reviews_of(standing):
            assert [reviewed(one) for one in statements] == reviews
        else:
            assert [reviewed(one)[1:] for one in statements] == [("", "", [])]


def test_the_quotation_says_the_words_and_a_position_that_fits_says_where() -> None:
    _, statement = one(annotation([position(4, 10), quotation("bridge", prefix="The ", suffix=" was")]))
    assert statement.stretches == (Stretch(quote="bridge", start=4, prefix="The ", suffix=" was"),)
    assert (statement.text, statement.id, statement.url) == ("", "https://notes.example/7", "https://notes.example/7")


@pytest.mark.parametrize(("start", "end", "known"), [(2, 4, 2), (3, 6, None), (2, 9, None)])
def test_positions_count_code_points_so_that_utf16_does_not_fit(start: int, end: int, known: int | None) -> None:
    """An emoji is one code point and two units: what fits the quotation's length is what counts."""
    _, statement = one(annotation([position(start, end), quotation("\U0001f600e")]))
    assert statement.stretches == (Stretch(quote="\U0001f600e", start=known),)


def test_several_parts_are_several_stretches_in_their_order() -> None:
    parts = {"type": "Composite", "items": [quotation("is closed"), quotation("The bridge")]}
    places = {"type": "Composite", "items": [position(11, 20), position(0, 10)]}
    _, statement = one(annotation([places, parts, position(0, 20)]))
    assert [(part.quote, part.start) for part in statement.stretches] == [("is closed", 11), ("The bridge", 0)]


@pytest.mark.parametrize(
    ("selector", "quote"),
    [
        ({"type": "XPathSelector", "value": "/p[2]", "refinedBy": quotation("closed")}, "closed"),
        (quotation("The bridge is closed.") | {"refinedBy": position(4, 10)}, "bridge"),
        (quotation("The bridge is closed.") | {"refinedBy": quotation("is closed")}, "is closed"),
        ({"type": "FragmentSelector", "value": "p", "refinedBy": [position(0, 6), quotation("bridge")]}, "bridge"),
    ],
)  # fmt: skip
def test_a_refined_selector_is_the_way_to_the_inner_one(selector: dict[str, Any], quote: str) -> None:
    _, statement = one(annotation(selector))
    assert statement.stretches == (Stretch(quote=quote),)


def test_what_others_say_in_bodies_is_comment_verdict_and_rationale() -> None:
    body = [
        {"type": "TextualBody", "value": "Checked with the city.", "purpose": "commenting", "language": "en-GB"},
        {"type": "TextualBody", "value": "Mostly False", "purpose": "tagging"},
        {"type": "TextualBody", "value": "transport", "purpose": "tagging"},
        {"type": "TextualBody", "value": "It opened in May.", "purpose": "assessing"},
        {"type": "SpecificResource", "source": "https://city.example/roads", "purpose": "linking"},
    ]
    creator = {"id": "https://people.example/ada", "type": "Person", "name": "Ada Stone"}
    page, statement = one(
        annotation(quotation("The bridge is closed."), body=body, creator=creator, created="2026-05-01T10:00:00Z")
    )
    assert statement.comment == "Checked with the city."
    assert statement.rating == Rating(label="Mostly False")
    assert statement.rationale == "It opened in May."
    assert [(one.url, one.stance) for one in statement.evidence] == [("https://city.example/roads", Stance.CONTEXT)]
    assert (statement.reviewer, statement.when) == (Reviewer(id="ada", name="Ada Stone"), "2026-05-01T10:00:00Z")
    assert (page.name, page.metadata.url, page.metadata.language) == ("1", "https://e.example/news/1", "en-GB")
    assert "the tag 'transport' is not taken over" in messages([page])


def test_short_forms_of_the_model_are_read() -> None:
    _, statement = one(
        annotation(quotation("The bridge is closed."), bodyValue="Really?", creator="https://p.example/ben")
    )
    assert (statement.comment, statement.reviewer) == ("Really?", Reviewer(id="ben"))


def test_each_target_is_annotated_by_itself() -> None:
    targets = [
        {"source": "https://e.example/1", "selector": quotation("One.")},
        {"source": "https://e.example/2#p3", "selector": quotation("Two.")},
        "https://e.example/2",
    ]
    first, second = read({"type": "Annotation", "target": targets})
    assert [page.metadata.url for page in (first, second)] == ["https://e.example/1", "https://e.example/2"]
    assert [page.statements[0].stretches[0].quote for page in (first, second)] == ["One.", "Two."]
    assert "annotations of a whole page" in messages([second])


HYPOTHESIS = {
    "total": 2,
    "rows": [
        {
            "id": "AbC-1",
            "created": "2026-03-01T09:00:00.123456+00:00",
            "updated": "2026-03-02T09:00:00.123456+00:00",
            "user": "acct:ada.stone@hypothes.is",
            "user_info": {"display_name": "Ada Stone"},
            "uri": "https://e.example/news/1",
            "text": "The city says it is open.",
            "tags": ["claim", "false"],
            "document": {"title": ["Bridge closed"]},
            "links": {"html": "https://hypothes.is/a/AbC-1", "json": "https://hypothes.is/api/annotations/AbC-1"},
            "target": [
                {
                    "source": "https://e.example/news/1",
                    "selector": [
                        {"type": "RangeSelector", "startContainer": "/p[1]", "endContainer": "/p[1]", "startOffset": 0, "endOffset": 9},
                        {"type": "TextPositionSelector", "start": 1203, "end": 1224},
                        {"type": "TextQuoteSelector", "exact": "The bridge is closed.", "prefix": "x\n", "suffix": " Why"},
                    ],
                }
            ],
        },
        {
            "id": "AbC-2", "user": "acct:ben@hypothes.is", "uri": "https://e.example/news/1", "text": "No.", "tags": [],
            "references": ["AbC-1"], "target": [{"source": "https://e.example/news/1"}],
        },
    ],
}  # fmt: skip


def test_hypothesis_gives_quotations_and_no_places_since_it_counts_the_whole_page() -> None:
    (page,) = foreign(json.dumps(HYPOTHESIS).encode(), "h.json")
    (statement,) = page.statements
    assert statement.stretches == (Stretch(quote="The bridge is closed.", prefix="x\n", suffix=" Why"),)
    assert statement.rating == Rating(label="false")
    assert statement.comment == "The city says it is open."
    assert statement.reviewer == Reviewer(id="ada.stone", name="Ada Stone")
    assert statement.when == "2026-03-02T09:00:00.123456+00:00"
    assert (statement.id, statement.url) == ("AbC-1", "https://hypothes.is/a/AbC-1")
    assert page.metadata.title == "Bridge closed"
    assert "replies and what moderators hid are not taken over" in messages([page])


def test_a_label_takes_only_what_has_that_tag() -> None:
    data = json.dumps(HYPOTHESIS).encode()
    assert len(foreign(data, "h", labels=("claim",))[0].statements) == 1
    with pytest.raises(DataError, match="no annotation of words has the tag 'sentence'"):
        foreign(data, "h", labels=("sentence",))


@pytest.mark.parametrize("wrap", ["array", "lines", "page", "collection", "graph", "alone", "export"])
def test_annotations_are_found_in_whatever_holds_them(wrap: str) -> None:
    item = annotation(quotation("One."))
    page = {"type": "AnnotationPage", "items": [item]}
    text = {
        "array": json.dumps([item]),
        "lines": f"{json.dumps(item)}\n{json.dumps(annotation(quotation('Two.'), id='x'))}\r\n",
        "page": json.dumps(page),
        "collection": json.dumps({"type": ["AnnotationCollection"], "label": "Notes", "first": page}, indent=1),
        "graph": json.dumps({"@graph": [item]}),
        "alone": json.dumps(item, indent=2),
        "export": json.dumps({"export_date": "2026-01-01", "annotations": [HYPOTHESIS["rows"][0]]}),  # type: ignore[index]
    }[wrap]
    (found,) = foreign(b"\xef\xbb\xbf" + text.encode(), "x")
    assert found.statements[0].stretches


def test_what_is_not_taken_over_is_said() -> None:
    (page,) = read(
        annotation(quotation("One."), body={"type": "Choice", "items": ["https://e.example/a", "https://e.example/b"]}),
        annotation(position(1, 2), id="b"),
        annotation({"type": "SvgSelector", "value": "<svg/>"}, id="c"),
        annotation(quotation("bell \x07"), id="e"),
        {"type": "Annotation", "id": "d", "motivation": "replying", "target": "https://notes.example/7"},
    )
    assert len(page.statements) == 1
    told = messages([page])
    for words in (
        "bodies of several parts", "places without the words", "selectors of the kind SvgSelector", "quotations with control characters",
        "annotations of annotations are taken over only where they assess",
    ):  # fmt: skip
        assert words in told


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not JSON"),
        (b"[]", "holds no annotation"),
        (b"{}", "it is no annotation, and holds none"),
        (b"[1]", r"\[0\]: it must be an object, and is the number 1"),
        (b'{"type": "Annotation"}', "it has no target"),
        (b'{"type": "Annotation", "target": "https://e.example/1", "target": "x"}', "stands twice"),
        (b'{"type": "Annotation", "target": {"source": 1}}', r"target\.source: it must be a text"),
        (b'{"type": "Annotation", "target": "\\ud800"}', "lone surrogate"),
        (b"[" * 100_000, "nested too deeply"),
        (json.dumps(annotation(position(0, 1) | {"start": True})).encode(), "must be a whole number"),
        (b"{}\n{}", "line 1: it is no annotation"),
        (b'{"type": "Annotation", "target": "x"}\n{"type": }', "not JSON"),
        (b"\xff\xfe", "byte order mark"),
        (b'{"target": NaN}', "NaN"),
    ],
)  # fmt: skip
def test_what_cannot_be_trusted_is_refused_with_its_place(data: bytes, words: str) -> None:
    with pytest.raises(DataError, match=words) as caught:
        foreign(data, "notes.json")
    assert str(caught.value).startswith("notes.json")


def test_selectors_that_nest_without_end_are_refused() -> None:
    selector = quotation("x")
    for _ in range(300):
        selector = {"type": "XPathSelector", "refinedBy": selector}
    with pytest.raises(DataError, match="nest too deeply"):
        read(annotation(selector))


def test_the_text_of_the_article_has_the_words_where_the_import_says() -> None:
    for statement in foreign(exported(dossier()), "x")[0].statements:
        for stretch in statement.stretches:
            assert stretch.start is not None
            assert TEXT[stretch.start :].startswith(stretch.quote)


SOUND = [
    json.loads(exported(dossier())),
    HYPOTHESIS,
    annotation([position(4, 10), quotation("bridge")], body="https://e.example/2"),
]


@given(st.data())
@settings(deadline=None, max_examples=300)
def test_whatever_is_changed_in_a_file_it_is_read_or_refused(data: st.DataObject) -> None:
    try:
        pages = foreign(
            data.draw(mutated(data.draw(st.sampled_from(SOUND)))),
            "x",
            labels=data.draw(st.sampled_from([(), ("claim",)])),
        )
    except DataError as error:
        assert error.what
    else:
        assert all(stretch.quote for page in pages for statement in page.statements for stretch in statement.stretches)
