"""Markdown to the text of record."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimkit.articles.formats import Format
from claimkit.articles.intake import Intake, take_in
from claimkit.errors import SourceError
from claimkit.model.article import Metadata, Received, Structure

STORY = """\
---
title: "The bridge: closed"
author: Ada Example   # of the local desk
date: 2025-05-09
url: https://example.org/bridge
lang: en-GB
tags:
  - roads
  - storm
---

# Bridge *closed*

The [bridge](https://example.org/b "title") over the **Aare** was
closed on Monday.\\
Two people were `hurt`. ![A photo](x.jpg)

The cause &amp; the cost
------------------------

1. A storm,
   from the west

   and a flood
2. Old age

> “It was
> time,” she said.

<div class="ad">Buy now!</div>

```
code = "dropped"
```

| Year | Cost |
|------|------|
| 2024 | *two* million |

***

The end<br>of it.<!-- hidden -->
"""


def places(structure: Structure) -> list[tuple[int, int]]:
    spans = [*structure.paragraphs, *(heading.span for heading in structure.headings)]
    return sorted((span.start, span.end) for span in spans)


def take(text: str) -> Intake:
    return take_in(text.encode(), name="story.md", format=Format.MARKDOWN, max_characters=2_000_000)


def test_the_words_stay_and_the_markup_goes() -> None:
    """Blocks apart by a blank line, a line feed at the end."""
    assert take(STORY).text == (
        "Bridge closed\n\n"
        "The bridge over the Aare was closed on Monday. Two people were hurt.\n\n"
        "The cause & the cost\n\n"
        "A storm, from the west\n\nand a flood\n\nOld age\n\n"
        "“It was time,” she said.\n\n"
        "Year\tCost\n\n2024\ttwo million\n\n"
        "The endof it.\n"
    )


def test_spans_lie_over_the_text_of_record() -> None:
    """Headings have their level, and each paragraph is the text between two blank lines."""
    taken = take(STORY)
    found = [(heading.level, taken.text[heading.start : heading.end]) for heading in taken.structure.headings]
    assert found == [(1, "Bridge closed"), (2, "The cause & the cost")]
    rest = [taken.text[span.start : span.end] for span in taken.structure.paragraphs]
    assert rest == [
        block for block in taken.text[:-1].split("\n\n") if (1, block) not in found and (2, block) not in found
    ]


def test_what_came_in_is_kept_as_a_digest() -> None:
    """The bytes of the text of record are those of the text, not of the Markdown."""
    taken = take(STORY)
    assert taken.received == Received(media_type="text/markdown", sha256=hashlib.sha256(STORY.encode()).hexdigest())
    assert taken.data == taken.text.encode()


def test_front_matter_gives_metadata() -> None:
    """Plain and quoted scalars; lists and all else are left out."""
    assert take(STORY).metadata == Metadata(
        title="The bridge: closed",
        language="en-GB",
        url="https://example.org/bridge",
        authors=("Ada Example",),
        date_published="2025-05-09",
    )


def test_values_that_the_schema_does_not_allow_are_dropped() -> None:
    """Front matter is written by strangers."""
    front = "---\ntitle: [a, b]\nauthor: &x Ada\ndate: next week\nurl: javascript:alert(1)\nlang: 'no language'\n---\n"
    assert take(front + "# Bridge closed\n\nIt was.\n").metadata == Metadata(title="Bridge closed", language="")


@pytest.mark.parametrize(
    "text", ["---\nThe bridge was shut.\n---\n", "---\n\nThe bridge was shut: look.\n", "---\na: b\n"]
)
def test_a_drawn_line_is_no_front_matter(text: str) -> None:
    """Where the lines after it are prose, or none closes it, nothing is taken away."""
    taken = take(text + "\nThe end.\n")
    assert taken.text.startswith(("The bridge was shut", "a: b"))
    assert taken.metadata.title == ""


def test_controls_from_character_references_do_not_reach_the_text() -> None:
    """CommonMark puts the replacement character in their place; soft hyphens go."""
    assert take("One&#7; two&#x1B; soft\u00adly.\n").text == "One\ufffd two\ufffd softly.\n"


@pytest.mark.parametrize("text", ["```\ncode\n```\n", "---\ntitle: a\n---\n", "![only](a.jpg)\n", "<p>raw</p>\n"])
def test_markdown_without_prose_is_refused(text: str) -> None:
    """Code, pictures and raw HTML make no article."""
    with pytest.raises(SourceError, match="there is no prose in it, only markup") as caught:
        take(text)
    assert caught.value.place == "story.md"


def test_brackets_that_would_take_the_parser_minutes_are_refused() -> None:
    """The parser takes quadratic time for them; the message names the paragraph's line."""
    with pytest.raises(
        SourceError, match="a paragraph has 200,000 opening square brackets, and the limit is 1,000"
    ) as caught:
        take("---\ntitle: a\n---\nFine.\n\n" + "![" * 200_000)
    assert caught.value.line == 6


@pytest.mark.parametrize("piece", ["> ", "- ", "*a _b ", "<!--", "`", "|a"])
def test_hostile_repetition_ends_soon(piece: str) -> None:
    """A hundred thousand of anything is read or refused, without a traceback."""
    assert take("A bridge.\n\n" + piece * 100_000).text.startswith("A bridge.\n")


MARKS = [
    "# ",
    "> ",
    "- ",
    "1. ",
    "*",
    "_",
    "`",
    "[",
    "](",
    ")",
    "![",
    "<b>",
    "|",
    "|-|-|",
    "---\n",
    "&#1;",
    "&amp;",
    "\\",
]
PIECES = st.sampled_from([*MARKS, "\n", "\n\n", "    ", "\t", "a: b", "The bridge", " is shut.", "ü"])


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_markdown_gives_well_placed_blocks_or_a_refusal(text: str) -> None:
    """Spans are ordered, apart, trimmed; every character that is not white space lies in one."""
    try:
        taken = take(text)
    except SourceError:
        return
    position = 0
    for span in places(taken.structure):
        assert position <= span[0] < span[1]
        assert not taken.text[position : span[0]].strip()
        assert taken.text[span[0] : span[1]] == taken.text[span[0] : span[1]].strip()
        position = span[1]
    assert taken.text[position:] == "\n"
