"""The structure of plain text."""

from __future__ import annotations

from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from claimkit.articles.formats import Format
from claimkit.articles.intake import take_in
from claimkit.articles.plain import structure
from claimkit.model.article import Structure

SEED = Path(__file__).parents[2] / "seeds" / "us-reaffirms-support-for-india.txt"

WRAPPED = """\
Bridge over the Aare closed after the storm

By Ada Example
BERN, May 9, 2025

The bridge over the river Aare was closed on Monday because of a storm that
came in from the west during the night. Two people were hurt, the police said
on Tuesday.
   A second paragraph begins with an indented line and goes on for a while so
that it wraps.

What happens next
The council meets on Friday. It will decide on the repairs, which may take up
to two years, and on the costs.

- first item which is long enough to be wrapped over the end of the line as it
  goes on
- second item
1. third

* * *
The end of it.
"""


def places(found: Structure) -> list[tuple[int, int]]:
    spans = [*found.paragraphs, *(heading.span for heading in found.headings)]
    return sorted((span.start, span.end) for span in spans)


def headings(text: str) -> list[tuple[int, str]]:
    return [(heading.level, text[heading.start : heading.end]) for heading in structure(text).headings]


def paragraphs(text: str) -> list[str]:
    return [text[span.start : span.end] for span in structure(text).paragraphs]


def test_the_seed_has_its_four_headings_and_seven_paragraphs() -> None:
    """One paragraph a line, sentences ended by a stop, headings not."""
    text = SEED.read_bytes().decode("utf-8")
    assert headings(text) == [
        (2, "US stance and Condemnation of Terrorism"),
        (2, "Call for De-escalation and Dialogue"),
        (2, "Pakistan's Response and US Concerns"),
        (2, "Broader Implications"),
    ]
    assert len(paragraphs(text)) == 7


def test_wrapped_lines_flow_together() -> None:
    """Title, credits, indented paragraphs, a heading above its paragraph, list items, a drawn line."""
    assert headings(WRAPPED) == [(1, "Bridge over the Aare closed after the storm"), (2, "What happens next")]
    assert [" ".join(paragraph.split())[:24] for paragraph in paragraphs(WRAPPED)] == [
        "By Ada Example",
        "BERN, May 9, 2025",
        "The bridge over the rive",
        "A second paragraph begin",
        "The council meets on Fri",
        "- first item which is lo",
        "- second item",
        "1. third",
        "* * *",
        "The end of it.",
    ]
    assert paragraphs(WRAPPED)[5].endswith("goes on")


def test_line_ends_and_capitals_change_no_structure() -> None:
    """CRLF, CR and a text all in capitals, as from a teleprinter."""
    plain = [len(part.split()) for part in paragraphs(WRAPPED)]
    for text in (WRAPPED.replace("\n", "\r\n"), WRAPPED.replace("\n", "\r"), WRAPPED.upper()):
        assert [len(part.split()) for part in paragraphs(text)] == plain
        assert len(headings(text)) == 2


def test_a_line_alone_is_a_paragraph() -> None:
    """A heading needs a text below it."""
    assert structure("Bridge closed").headings == ()
    assert paragraphs(" Bridge closed\n") == ["Bridge closed"]


def test_the_first_heading_is_the_title() -> None:
    """Level 1, and the metadata's title; a text that begins with a sentence has none."""
    data = b"\n  Bridge closed\n\nTwo people were hurt.\n\nThe cause\n\nA storm.\n"
    assert headings(data.decode()) == [(1, "Bridge closed"), (2, "The cause")]
    assert take_in(data, name="a.txt", format=Format.TEXT, max_characters=99).metadata.title == "Bridge closed"
    assert take_in(b"A storm.", name="a.txt", format=Format.TEXT, max_characters=99).metadata.title == ""


def test_sentences_questions_and_lists_are_no_headings() -> None:
    """Nor are introductions, credits, date lines, quotations that end a sentence, or what begins in lower case."""
    lines = [
        "The bridge is shut.",
        "Why was it closed?",
        "“It was time!”",
        "The reasons:",
        "- a storm",
        "2) a flood",
        "By Ada Example",
        "Updated 9 May 2025",
        "New Delhi, 9 May 2025",
        "and so on",
        "The end.",
    ]
    assert headings("\n".join(lines)) == []


def test_verse_and_tables_have_no_headings() -> None:
    """Many short lines in a row are something else."""
    assert headings("Roses are red\nViolets are blue\nSugar is sweet\nAnd so are you\n\nThat was verse.") == []


def test_short_paragraphs_a_line_each_do_not_flow_together() -> None:
    """Lines that end as sentences do were not wrapped."""
    text = "The bridge was closed on Monday because of a storm.\nTwo people were hurt.\nThe mayor said so."
    assert paragraphs(text) == text.split("\n")


def test_the_seed_is_kept_byte_for_byte() -> None:
    """Its digest is that of the file, so nothing was received besides it."""
    taken = take_in(SEED.read_bytes(), name=SEED.name, format=Format.TEXT, max_characters=10_000)
    assert taken.data == SEED.read_bytes()
    assert taken.received is None


def test_a_byte_order_mark_is_no_text() -> None:
    """It goes, and the digest of what came in is kept."""
    taken = take_in(b"\xef\xbb\xbfA storm.\r\n", name="a.txt", format=Format.TEXT, max_characters=99)
    assert taken.data == b"A storm.\r\n"
    assert taken.received is not None
    assert taken.received.media_type == "text/plain"


SPACES = ["\n", "\n\n", "\r\n", "\r", " ", "\t", "\u2028", "\x85", "\u00a0"]
MARKS = ["- ", "1. ", "“Yes”", "==", "May 9, 2025", "By", "水。", "a" * 70]
WORDS = st.sampled_from([*SPACES, *MARKS, "The", "bridge", "was", "shut.", "Why?", "closed", "ü"])
TEXTS = st.one_of(st.text(), st.lists(WORDS, max_size=60).map(" ".join), st.lists(WORDS, max_size=60).map("".join))


@given(TEXTS)
@example("The bridge was closed on Monday because\nof a storm that came in\n\nfrom the sea.")
def test_blocks_partition_the_text(text: str) -> None:
    """Spans are ordered, apart, not empty, trimmed and inside; all that is not white space lies in exactly one."""
    found = structure(text)
    spans = places(found)
    assert list(found.headings) == sorted(found.headings, key=lambda heading: heading.start)
    assert list(found.paragraphs) == sorted(found.paragraphs)
    position = 0
    for start, end in spans:
        assert position <= start < end <= len(text)
        assert not text[position:start].strip()
        assert text[start:end] == text[start:end].strip()
        position = end
    assert not text[position:].strip()


@given(
    st.text(
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff") | st.sampled_from("\t\r\n")
    )
)
def test_plain_text_is_kept_byte_for_byte(text: str) -> None:
    """What goes to the seeds is what came."""
    data = f"A{text}".encode()
    taken = take_in(data, name="a.txt", format=Format.TEXT, max_characters=10_000)
    assert taken.data == data
    assert taken.text == data.decode()
    assert taken.received is None
