"""Whatever a page is made of, it is taken in well or refused in words."""

from __future__ import annotations

import json
import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from claimkit.articles import fields
from claimkit.articles.formats import Format
from claimkit.articles.intake import take_in
from claimkit.errors import SourceError

DEFINITIONS = json.loads((Path(__file__).parents[2] / "schemas" / "claims.schema.json").read_text("utf-8"))["$defs"]
PROSE = "<p>The bridge over the river was closed on Monday, because a storm came in from the sea during the night."
TAGS = [
    "p",
    "div",
    "h2",
    "ul",
    "li",
    "table",
    "tr",
    "td",
    "th",
    "br",
    "hr",
    "blockquote",
    "a",
    "b",
    "span",
    "article",
    "nav",
]
PIECES = st.sampled_from(
    [*(f"<{tag}>" for tag in TAGS), *(f"</{tag}>" for tag in TAGS), PROSE, "word ", "\n", "&#1;", "&lt;", "<!--"]
)
DATES = st.from_regex(
    r"[0-9]{4}(-[0-9]{2}(-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:?[0-9]{2})?)?)?)?"
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_tag_soup_gives_well_placed_blocks_or_a_refusal(soup: str) -> None:
    """Blocks fill the text of record, a blank line between two."""
    try:
        taken = take_in(soup.encode(), name="a.html", format=Format.HTML, max_characters=100_000)
    except SourceError:
        return
    spans = [*taken.structure.paragraphs, *(heading.span for heading in taken.structure.headings)]
    assert "\n\n".join(taken.text[span.start : span.end] for span in sorted(spans)) + "\n" == taken.text


@given(st.binary(max_size=200), st.sampled_from(Format))
def test_any_bytes_are_taken_in_or_refused(data: bytes, form: Format) -> None:
    """Nothing but a SourceError stops an intake."""
    try:
        taken = take_in(data, name="a", format=form, max_characters=100)
    except SourceError as error:
        assert error.place == "a"
    else:
        assert taken.data == taken.text.encode()


@given(st.text() | DATES)
def test_fields_are_empty_or_as_the_schema_has_them(value: str) -> None:
    """The patterns are those of claims.schema.json."""
    for read, name in (
        (fields.date, "dateOrTime"),
        (fields.url, "url"),
        (fields.language, "language"),
        (fields.field, "text"),
    ):
        result = read(value)
        assert not result or re.search(DEFINITIONS[name]["pattern"], result)
