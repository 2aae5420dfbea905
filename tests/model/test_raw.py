"""Between raw JSON and the model: nothing is lost, nothing empty is written, keys are in camel case."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimkit.model.claim import ClaimsFile
from claimkit.model.decision import DecisionsFile
from claimkit.model.raw import camel, from_raw, to_raw
from claimkit.model.review import Former, ReviewFile
from claimkit.model.vocabulary import Kind
from made import HURT, SAID, claims_file


@pytest.mark.parametrize("cls", [ClaimsFile, ReviewFile, DecisionsFile])
@given(data=st.data())
@settings(max_examples=30, deadline=None)
def test_an_object_comes_back_from_its_json(cls: type, data: st.DataObject) -> None:
    st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
    raw = st.dictionaries(st.text(), st.text())
    st.register_type_strategy(Former, st.builds(Former, when=st.text(), changed=st.just(("verdict",)), was=raw))
    item = data.draw(st.from_type(cls))
    assert from_raw(cls, json.loads(json.dumps(to_raw(item)))) == item


def test_what_is_empty_is_left_out_and_names_are_camel() -> None:
    raw = to_raw(claims_file())
    assert list(raw["article"]["metadata"]) == ["title", "language", "url", "publisher"]
    assert raw["article"]["sentences"][0]["noClaim"] == "heading"
    assert "short" not in raw["claims"][0]
    assert camel("date_published") == "datePublished"


def test_the_claimant_is_the_innermost_source_and_of_a_saying_the_writer() -> None:
    assert HURT.claimant == HURT.attribution[-1]
    assert replace(SAID, attribution=HURT.attribution).claimant is None, "the cue stands in the claim's own words"
    uncued = (replace(HURT.attribution[0], cue=None),)
    assert replace(HURT, attribution=uncued).claimant == uncued[0]
    assert replace(HURT, attribution=uncued, kind=Kind.QUOTATION).claimant is None
