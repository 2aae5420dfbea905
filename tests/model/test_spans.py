"""Spans and anchors: half-open, in code points, proven by their quotes."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimkit.model.identity import claim_id
from claimkit.model.spans import CONTEXT, Anchor, Span, merged


@given(st.text(min_size=1), st.data())
def test_an_anchor_stands_in_its_text_with_its_context(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    anchor = Anchor.at(text, start, end)
    assert anchor.stands_in(text)
    assert anchor.prefix + anchor.quote + anchor.suffix in text
    assert max(len(anchor.prefix), len(anchor.suffix)) <= CONTEXT
    assert not anchor.stands_in("x" + text) or text[start:end] == ("x" + text)[start:end]


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 2), (0, 9)])
def test_a_span_that_is_not_in_the_text_has_no_anchor(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no span"):
        Anchor.at("bridge", start, end)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9))))
def test_merged_spans_cover_the_same_code_points_and_do_not_touch(pairs: list[tuple[int, int]]) -> None:
    spans = [Span(start=start, end=start + length) for start, length in pairs]
    result = merged(spans)
    assert {i for span in result for i in range(span.start, span.end)} == {
        i for span in spans for i in range(span.start, span.end)
    }
    assert all(one.end < two.start for one, two in itertools.pairwise(result))


def test_offsets_are_code_points_not_bytes_or_utf_16_units() -> None:
    assert Anchor.at("😀 é bridge", 4, 10).quote == "bridge"


def test_an_id_depends_on_words_and_not_on_places_and_is_never_given_twice() -> None:
    one = claim_id("A.", [Anchor.at("A. B.", 0, 2)], set())
    assert claim_id("A.", [Anchor.at("B. A.", 3, 5)], set()) == one
    assert claim_id("A.", [Anchor.at("A. B.", 0, 2)], {one}) != one
