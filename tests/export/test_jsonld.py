"""JSON-LD in a page: hostile text neither breaks out nor is altered."""

from __future__ import annotations

import json
from dataclasses import replace

import extruct
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimkit.errors import RefusalError
from claimkit.export.claimreview import render
from claimkit.export.jsonld import node, written
from pahalgam import BACKED, CONFIG, KILLED, VIOLATED, dossier

HOSTILE = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "--> ]]> <![CDATA[",
    "line\u2028and\u2029paragraph",
    "&lt;b&gt; &amp; &#60;",
    'quotes " and \\ backslash',
    "\u202ebidi\u202c and \U0001f600 and e\u0301",
    "\\u003c",
]


def page(*items: dict[str, object]) -> str:
    return "<!doctype html><title>Check</title><p>Text" + "".join(
        f'<script type="application/ld+json">{written(item).decode()}</script>' for item in items
    )


def scripts_in(html: str) -> list[object]:
    """What extruct reads out of the page, which must hold no other element than ours."""
    assert html.lower().count("<script") == html.lower().count("</script") == html.count("application/ld+json")
    found: list[object] = extruct.extract(html, syntaxes=["json-ld"])["json-ld"]
    return found


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_back_out_of_a_page(text: str) -> None:
    claim = replace(VIOLATED, text=text)
    (data,) = render(dossier(claims=(claim,)), CONFIG, frozenset({claim.id})).files.values()
    assert scripts_in(page(json.loads(data))) == [json.loads(data)]
    assert json.loads(data)["claimReviewed"] == text


def test_each_review_of_a_page_has_its_own_script() -> None:
    items = [json.loads(data) for data in render(dossier(), CONFIG).files.values()]
    found = scripts_in(page(*items))
    assert found == items
    assert [item["@id"].rpartition("-")[2] for item in items] == [KILLED.id, VIOLATED.id, BACKED.id]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_survives_without_a_character_that_html_heeds(text: str) -> None:
    made = written({"text": text})
    assert json.loads(made) == {"text": text}
    assert not set(made) & set("<>&\u2028\u2029")


PLAIN = (
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text()
)
NESTED = st.recursive(PLAIN, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))


@given(st.dictionaries(st.text(), NESTED))
def test_it_is_indented_as_the_json_module_does_it(item: dict[str, object]) -> None:
    assert json.loads(written(item)) == item
    plain = {"a": [1, {"b": "c", "d": []}], "e": {}, "f": None, "g": {"h": [[], [2.5, True]]}}
    assert written(plain).decode() == json.dumps(plain, indent=2) + "\n"
    assert written(item).count(b"\n") == json.dumps(item, indent=2).count("\n") + 1


@pytest.mark.parametrize("value", [2**64, "\ud800"])
def test_what_json_has_not_is_refused(value: object) -> None:
    with pytest.raises(RefusalError, match="cannot be written as JSON"):
        written({"value": value})


def test_nothing_empty_is_written() -> None:
    assert node("Thing", name="x", url="", image=None, sameAs=[], about={}) == {"@type": "Thing", "name": "x"}


def test_the_oracle_sees_a_break_out() -> None:
    with pytest.raises(AssertionError):
        scripts_in(page({"text": "x"}) + "<script type='application/ld+json'>{}</script><script>alert(1)</script>")
