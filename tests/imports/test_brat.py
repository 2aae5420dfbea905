"""brat standoff: claims on their words, however the tool that wrote the file counted line breaks and characters."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimkit.errors import DataError
from claimkit.imports.brat import foreign
from claimkit.imports.foreign import Foreign, Rating
from mutating.drawn import garbled

TEXT = "\U0001f6a7 Caf\u0065\u0301 news\nThe bridge was closed on Monday, Ada Stone said.\nIt is red.\n"
CLOSED, SPEAKER = "The bridge was closed on Monday", "Ada Stone"


def line(name: str, label: str, words: str, text: str = TEXT) -> str:
    start = text.index(words)
    return f"{name}\t{label} {start} {start + len(words)}\t{words}\n"


ANN = (
    line("T1", "Claim", CLOSED)
    + line("T2", "Speaker", SPEAKER)
    + line("T3", "Cue", "said")
    + f"T4\tClaim {TEXT.index('It is')} {TEXT.index('It is') + 2};{TEXT.index('red')} {TEXT.index('red') + 3}\tIt red\n"
    + "A1\tVerdict T1 Mostly-False\n"
    + "A2\tNegation T1\n"
    + "#1\tAnnotatorNotes T1\tThe city knows more.\n"
    + "#2\tAnnotatorNotes T2\tSpelt so?\n"
    + "R1\tSaid Arg1:T1 Arg2:T2\t\n"
    + "R2\tNear Arg1:T1 Arg2:T4\t\n"
    + "*\tEquiv T1 T4\n"
    + "N1\tReference T2 Wikidata:Q42\tAda Stone\n"
)


def read(ann: str, text: str = TEXT, *labels: str) -> Foreign:
    (document,) = foreign(ann.encode(), "folder/doc-1.ann", text=text, labels=labels)
    return document


def told(document: Foreign) -> str:
    return "\n".join(f"{remark.where} {remark.message}" for remark in document.remarks)


def test_a_claim_has_its_words_verdict_note_and_speaker() -> None:
    document = read(ANN)
    first, second = document.statements
    assert [(one.quote, one.start) for one in first.stretches] == [(CLOSED, TEXT.index(CLOSED))]
    assert first.stretches[0].suffix == TEXT[TEXT.index(CLOSED) + len(CLOSED) :][:32]
    assert first.rating == Rating(label="Mostly-False")
    assert first.comment == "The city knows more."
    assert [link.source.name for link in first.attribution] == [SPEAKER]
    assert (second.rating, second.attribution, second.comment) == (None, (), "")
    assert (document.name, document.text, first.id) == ("doc-1", TEXT, "T1")


def test_a_discontinuous_claim_has_its_pieces_in_their_order() -> None:
    second = read(ANN).statements[1]
    assert [one.quote for one in second.stretches] == ["It", "red"]


def test_pieces_without_blanks_between_them_are_of_before_brat_1_3() -> None:
    second = read(ANN.replace("\tIt red\n", "\tItred\n")).statements[1]
    assert [one.quote for one in second.stretches] == ["It", "red"]


def test_what_is_not_taken_over_is_named_with_its_line() -> None:
    words = told(read(ANN))
    for expected in (
        "line 3 spans labelled 'Cue' are not taken over",
        "line 6 attributes 'Negation' are not taken over",
        "line 8 notes that are not on a claim",
        "line 10 relations 'Near' are not taken over",
        "line 11 relations 'Equiv' are not taken over",
        "line 12 normalizations (N)",
        "all are put down as people",
    ):
        assert expected in words
    assert "'Speaker'" not in words


def test_an_event_says_who_says_it_too() -> None:
    ann = line("T1", "Claim", CLOSED) + line("T2", "Source", SPEAKER) + line("T3", "Say", "said")
    document = read(f"{ann}E1\tSay:T3 Who:T2 What:T1\n")
    assert [link.source.name for link in document.statements[0].attribution] == [SPEAKER]


def test_an_old_modifier_may_be_a_verdict_and_its_name_says_which() -> None:
    assert read(line("T1", "Claim", CLOSED) + "M1\tDebunked T1\n").statements[0].rating == Rating(label="Debunked")


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_the_lines_of_the_file_may_end_in_either_way(ends: str) -> None:
    assert read(ANN.replace("\n", ends)).statements == read(ANN).statements


def test_a_byte_order_mark_is_no_part_of_the_file() -> None:
    (document,) = foreign(b"\xef\xbb\xbf" + ANN.encode(), "x.ann", text=TEXT)
    assert document.statements == read(ANN).statements


WINDOWS = TEXT.replace("\n", "\r\n")


def test_breaks_of_two_characters_count_as_one_where_brat_read_them_so() -> None:
    """nlplab/brat issue 853: the file counts one, the text has two; and the other way round where it counts two."""
    document = read(ANN, WINDOWS)
    assert [one.quote for one in document.statements[0].stretches] == [CLOSED]
    assert document.statements[0].stretches[0].start == WINDOWS.index(CLOSED)
    assert document.statements[1].stretches[1].start == WINDOWS.index("red")
    assert "its offsets count CR LF as one character" in told(document)
    exact = read(line("T1", "Claim", CLOSED, WINDOWS) + line("T2", "Claim", "It is red.", WINDOWS), WINDOWS)
    assert [one.stretches[0].start for one in exact.statements] == [WINDOWS.index(CLOSED), WINDOWS.index("It is red.")]
    assert "count" not in told(exact)


def test_offsets_in_utf16_are_known_by_the_words() -> None:
    start = len(TEXT[: TEXT.index(CLOSED)].encode("utf-16-le")) // 2
    assert start == TEXT.index(CLOSED) + 1, (
        "the sign is one code point and two units; the combining accent is one of both"
    )
    document = read(f"T1\tClaim {start} {start + len(CLOSED)}\t{CLOSED}\n")
    assert document.statements[0].stretches[0].start == TEXT.index(CLOSED)
    assert "its offsets count UTF-16 code units" in told(document)


def test_a_mark_that_the_text_has_lost_still_counts() -> None:
    start = TEXT.index(CLOSED) + 1
    plain = TEXT.replace("\U0001f6a7", "x")
    document = read(f"T1\tClaim {start} {start + len(CLOSED)}\t{CLOSED}\n", plain)
    assert document.statements[0].stretches[0].start == plain.index(CLOSED)


def test_a_span_over_a_line_break_has_a_blank_in_the_file() -> None:
    words = "said.\nIt is red"
    start = TEXT.index(words)
    document = read(f"T1\tClaim {start} {start + len(words)}\tsaid. It is red\n")
    assert document.statements[0].stretches[0].quote == words


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_line_break_within_the_words_is_read_as_it_is(ends: str) -> None:
    """Some tools write the words over two lines; the numbers of the lines behind hold."""
    words = "said.\nIt is red"
    start = TEXT.index(words)
    ann = f"T1\tClaim {start} {start + len(words)}\t{words}\nT2\tCue 0 1\t{TEXT[0]}\n".replace("\n", ends)
    document = read(ann)
    assert document.statements[0].stretches[0].quote == words
    assert "line 3 spans labelled 'Cue'" in told(document)
    with pytest.raises(DataError, match=r"x\.ann:4:1"):
        foreign(f"{ann}nothing".encode(), "x.ann", text=TEXT)


def test_words_that_moved_are_found_nearby_and_others_left_out() -> None:
    ann = line("T1", "Claim", CLOSED) + "T2\tClaim 3 13\tIt is red.\nT3\tClaim 0 5\tXyzzy\nT4\tClaim 999 1004\tXyzzy\n"
    document = read(ann)
    assert [(one.id, one.stretches[0].start) for one in document.statements] == [
        ("T1", TEXT.index(CLOSED)),
        ("T2", TEXT.index("It is")),
    ]
    assert "line 2 words that stand elsewhere" in told(document)
    assert "line 3 spans whose words do not stand in the text are left out (2 times)" in told(document)


def test_a_span_without_words_is_taken_at_its_offsets_and_an_empty_one_left_out() -> None:
    start = TEXT.index(CLOSED)
    document = read(f"T1\tClaim {start} {start + len(CLOSED)}\nT2\tClaim 4 4\t\nT3\tClaim 5 99999\n")
    assert [one.stretches[0].quote for one in document.statements] == [CLOSED]
    assert "empty spans are left out" in told(document)


def test_another_text_is_refused() -> None:
    with pytest.raises(DataError, match=r"doc-1\.ann:1: T1: its words do not stand at .*that was annotated"):
        read(ANN, "Another text altogether, which has none of these words.")


def test_without_a_label_for_claims_the_labels_are_listed() -> None:
    ann = line("T1", "Statement", CLOSED) + line("T2", "Speaker", SPEAKER) + line("T3", "NonClaim", "said")
    with pytest.raises(DataError, match=r"'Statement' \(1\), 'Speaker' \(1\), 'NonClaim' \(1\); --label"):
        read(ann)
    assert len(read(ann, TEXT, "Statement", "Nothing").statements) == 1
    with pytest.raises(DataError, match="no span in it has the label 'Nothing'"):
        read(ann, TEXT, "Nothing")


def test_an_empty_file_is_a_text_in_which_nothing_is_marked() -> None:
    document = read("")
    assert (document.statements, told(document)) == ((), " nothing is marked in it")


@pytest.mark.parametrize(
    ("ann", "words"),
    [
        ("T1 Claim 0 5\tx\n", "x.ann:1:1: it does not begin with an id and a tab"),
        ("\nT1\tClaim 0\tx\n", "x.ann:2:1: after the id there must be a label and offsets"),
        ("T1\tClaim -1 5\tx\n", "a label and offsets"),
        ("T1\tClaim 0 5.5\tx\n", "a label and offsets"),
        ("T1\tClaim 0 99999999999999999999\tx\n", "a label and offsets"),
        ("T1\tClaim 5 0\tx\n", "a span ends before it begins"),
        ("T1\tClaim 0 1;\tx\n", "a label and offsets"),
        ("T1\tClaim " + ";".join(["0 1"] * 1001) + "\tx\n", "more than 1000 pieces"),
        ("T1\tClaim 0 1\tx\nT1\tClaim 0 1\tx\n", "x.ann:2:1: the id T1 stands twice"),
        ("A1\tVerdict\n", "an attribute's name and the id"),
        ("#1\tAnnotatorNotes\tx\n", "a note's kind"),
        ("R1\t\n", "its arguments"),
        ("\u0661\tClaim 0 1\tx\n", "does not begin with an id"),
    ],
)  # fmt: skip
def test_a_line_that_is_not_brats_is_refused_with_its_place(ann: str, words: str) -> None:
    with pytest.raises(DataError) as caught:
        foreign(ann.encode(), "x.ann", text=TEXT)
    assert words in str(caught.value)


def test_a_small_file_cannot_ask_for_the_text_again_and_again() -> None:
    text = "word " * 1_000_000
    ann = "".join(f"T{number}\tClaim 0 {len(text)}\n" for number in range(1, 60))
    with pytest.raises(DataError, match="take in too much text"):
        read(ann, text)


@given(st.data())
@settings(deadline=None, max_examples=400)
def test_whatever_is_changed_in_a_file_it_is_read_or_refused_and_every_quote_stands(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([TEXT, WINDOWS, "\ufeff" + TEXT, "", "\r\n", "\U0001f600"]))
    try:
        (document,) = foreign(data.draw(garbled(ANN.encode())), "x", text=text)
    except DataError as error:
        assert error.what
    else:
        for statement in document.statements:
            for one in statement.stretches:
                assert one.start is not None
                assert text[one.start : one.start + len(one.quote)] == one.quote


SLOW = """
from claimkit.errors import DataError
from claimkit.imports.brat import foreign
digits = "T" + "0" * 1_000_000
for ann in ("T1\\tClaim 0 9000000\\tx\\n" + digits, digits + " x\\tClaim 0 1\\tx"):
    try:
        foreign(ann.encode(), "x.ann", text="x", labels=())
    except DataError:
        pass
    else:
        raise AssertionError
"""


def test_long_runs_of_digits_take_no_time() -> None:
    """Each took hours. Here the limit is a minute for all."""
    subprocess.run([sys.executable, "-c", SLOW], check=True, timeout=60)
