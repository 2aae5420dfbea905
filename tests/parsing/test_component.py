"""The parser keeps its promises on any text: offsets, trees, one parse whatever surrounds it, presets kept."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimkit.errors import SplitError
from claimkit.parsing import SURE
from claimkit.parsing.network import Network, Read
from claimkit.parsing.subwords import WINDOW, Encoded
from claimkit.splitting.recording import UNSURE

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc

NEWS = """The mayor's office, which has denied any fault, said on Tuesday that 26 people were hurt.

“We will rebuild the bridge,” Ilse Brandt told reporters. “It won't be cheap.”
Prices rose 4.5% in the U.S. in March 2024, according to Dr. A. B. Sand of the Institute for Trade."""

ODD = {
    "empty": "",
    "one character": "a",
    "a blank": " ",
    "line breaks": "\n \r\n\t\n",
    "digits": "1234567890 " * 40,
    "emoji": "😀👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿 laughed 🤣 at him 👍🏽.",
    "combining marks": "Ame\u0301lie vis\u0323ited Zu\u0308rich" + "\u0301" * 50,
    "zero width": "The\u200b mayor\u200d sa\u00adid\ufeff so.",
    "both directions": "\u202eThe mayor\u202c said \u2067שלום\u2069 to us.",
    "mixed scripts": "Путин met 习近平 and Modi मोदी in Αθήνα.",
    "control characters": "The\x01 mayor\x7f said\x85 so\u2028and left\u2029.",
    "one long word": "a" * 5000,
    "an address": "See https://example.com/" + "a-b/" * 500 + " for more.",
    "astral letters": "𝕿𝖍𝖊 𝖒𝖆𝖞𝖔𝖗 𝖘𝖆𝖎𝖉 𝖘𝖔.",
    "only stops": "." * 300,
}


def analysis(doc: Doc) -> list[tuple[object, ...]]:
    """All that the parser says of each token."""
    return [
        (t.text, t.pos_, t.tag_, str(t.morph), t.lemma_, t.dep_, t.head.i - t.i, t.ent_iob_, t.ent_type_) for t in doc
    ]


def check(doc: Doc, text: str) -> None:
    """What is true of every parse."""
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token.text)] == token.text for token in doc)
    assert "".join(sentence.text_with_ws for sentence in doc.sents) == text
    for sentence in doc.sents:
        roots = [token for token in sentence if token.head.i == token.i]
        assert [token.dep_ for token in roots] == ["ROOT"]
        assert all(token.head in sentence for token in sentence)
        assert all(token.dep_ != "ROOT" for token in sentence if token.i != roots[0].i)
    assert all(token.pos_ and token.tag_ and token.dep_ and token.lemma_ for token in doc)
    assert all(name.text.strip() for name in doc.ents)
    assert 0 <= doc.user_data[SURE] <= 1


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_text_is_parsed(parser: Language, text: str) -> None:
    """No text is too odd for a tree, and none is altered."""
    check(parser(text), text)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=200))
def test_offsets_refer_to_the_text_that_was_given(parser: Language, text: str) -> None:
    """Whatever the code points."""
    check(parser(text), text)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from([*"aI.,“”'\n -–—", "said", "Mr.", "the", "\u0301", "😀", "3%"]), max_size=60))
def test_offsets_hold_in_what_looks_like_prose(parser: Language, words: list[str]) -> None:
    """Words and marks in any order."""
    check(parser(" ".join(words)), " ".join(words))


def test_a_text_has_one_parse_alone_and_in_a_batch(parser: Language) -> None:
    """Rounding to 8 bits looks at a line alone, so that no neighbour changes its figures."""
    texts = [*NEWS.split("\n"), NEWS, *(text for text in ODD.values() if len(text) < 500)]
    alone = [analysis(parser(text)) for text in texts]
    for size in (1, 3, 64):
        assert [analysis(doc) for doc in parser.pipe(texts, batch_size=size)] == alone
    assert [analysis(doc) for doc in parser.pipe(reversed(texts))] == alone[::-1]


def test_a_line_has_one_parse_whatever_the_other_lines_are(parser: Language) -> None:
    """So that a change in one paragraph changes no claim of another."""
    line = "The dock, built in 1931, was closed on Monday."
    for text in (f"{NEWS}\n\n{line}\n\n{NEWS}", f"{line}\nNo."):
        doc = parser(text)
        start = text.index(line)
        found = doc.char_span(start, start + len(line))
        assert found is not None
        assert analysis(found.as_doc()) == analysis(parser(line))


def test_the_number_of_threads_changes_nothing(weights: Path) -> None:
    """The same parse in a process of one thread and in one of many; and spaCy finds the component by itself."""
    code = (
        "import sys, spacy; nlp = spacy.load(sys.argv[1]); assert nlp.get_pipe('parser').labels; "
        "print([(t.text, t.dep_, t.head.i, t.tag_, t.ent_type_) for t in nlp(sys.argv[2])])"
    )
    outputs = set()
    for threads in ("1", "2", "7"):
        environment = {**os.environ, "OMP_NUM_THREADS": threads, "PYTHONHASHSEED": threads}
        command = [sys.executable, "-c", code, str(weights), NEWS]
        outputs.add(subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout)
    assert len(outputs) == 1


def test_the_pipeline_goes_to_other_processes(parser: Language) -> None:
    """By spaCy's own means: as bytes, as a pickle, and shared out among processes."""
    texts = NEWS.split("\n")
    expected = [analysis(doc) for doc in parser.pipe(texts)]
    unpacked = type(parser).from_config(parser.config).from_bytes(parser.to_bytes())
    for copy in (unpacked, pickle.loads(pickle.dumps(parser))):  # noqa: S301 - our own bytes
        assert [analysis(doc) for doc in copy.pipe(texts)] == expected
    assert [analysis(doc) for doc in parser.pipe(texts, n_process=2)] == expected


@pytest.mark.parametrize("mark", ["(", "—", "😀", "\u0301", "Why?"])
def test_reading_gets_on_whatever_begins_a_sentence(
    parser: Language, mark: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where each mark looks like the beginning of a sentence, a window is not read again for each of them."""
    read, windows = Network.read, 0

    def counted(self: Network, encoded: Encoded) -> Read:
        nonlocal windows
        windows += 1
        return read(self, encoded)

    monkeypatch.setattr(Network, "read", counted)
    doc = parser(f"{mark} " * 1000)
    check(doc, doc.text)
    assert windows <= 16 * len(doc) / WINDOW + 16


def test_noun_phrases_begin_with_words(parser: Language) -> None:
    """A blank at the head of a text is no part of them."""
    assert [chunk.text for chunk in parser("\t The Bank rose.").noun_chunks] == ["The Bank"]


MANY = 10_000 if "CLAIMKIT_FROM_WHEEL" in os.environ else 100_000  # a minute's work, once is enough

THINGS = (
    "bridge dock school ferry market hospital library factory stadium museum prison station harbour tunnel theatre hotel "
    "church mill farm quarry airport brewery garden palace cinema office tower canal warehouse park"
)
FATES = (
    "closed sold painted flooded robbed renamed enlarged emptied searched rebuilt damaged bought visited abandoned praised "
    "burnt inspected repaired guarded leased moved cleaned photographed fenced insured taxed measured lit blocked planned"
)


def test_a_sentence_longer_than_a_window_is_read_to_its_end(parser: Language) -> None:
    """Parsed by windows that overlap, in one tree, the last clauses like the first."""
    pairs = list(zip(THINGS.split(), FATES.split(), strict=True))
    clauses = [f"the old {thing} near the river had been {fate}" for thing, fate in pairs]
    text = f"The mayor said that {', that '.join(clauses)}."
    doc = parser(text)
    check(doc, text)
    assert [len(sentence) for sentence in doc.sents] == [len(doc)]
    assert len(doc) > WINDOW
    subjects = {child.head.text: child.text for child in doc if child.dep_ == "nsubj:pass"}
    for thing, fate in (*pairs[:2], *pairs[-2:]):
        assert subjects[fate] == thing


@pytest.mark.parametrize(
    ("words", "count"), [(["mayor", "said", "the", "of", "bridge"], MANY), (["so"], 10_000), (["🤣", "7", "—"], 10_000)]
)
def test_words_without_a_stop_are_cut_somewhere(parser: Language, words: list[str], count: int) -> None:
    """A hundred thousand words without a full stop need neither their square in memory nor a deep stack."""
    text = " ".join(words * (count // len(words)))
    doc = parser(text)
    check(doc, text)
    assert max(len(sentence) for sentence in doc.sents) <= 700


def test_sentence_starts_that_are_set_before_are_kept(parser: Language) -> None:
    """As spaCy's own parser does."""
    doc = parser.make_doc("He came. She left the house and they stayed.")
    doc[3].is_sent_start = False
    doc[7].is_sent_start = True
    for _, component in parser.pipeline:
        doc = component(doc)
    assert [sentence.text for sentence in doc.sents] == ["He came. She left the house", "and they stayed."]


def test_a_start_that_was_set_on_a_blank_is_that_of_the_word_behind_it(parser: Language) -> None:
    """So does a sentencizer that counts the second of two blanks to the next sentence."""
    doc = parser.make_doc("He came  and she left.")
    for token in doc[1:]:
        token.is_sent_start = token.text == " "
    for _, component in parser.pipeline:
        doc = component(doc)
    assert [sentence.text.strip() for sentence in doc.sents] == ["He came", "and she left."]


def test_a_name_goes_on_over_a_blank_in_it(parser: Language) -> None:
    """Two blanks, or one that does not break, are tokens of their own."""
    for blank in ("  ", "\u00a0", " \u2009"):
        doc = parser(f"On Tuesday Marco{blank}Rubio met Tammy Bruce in London.")
        assert f"Marco{blank}Rubio" in [name.text for name in doc.ents]


BOUNDARIES = {
    "a quotation of several sentences": (
        "“We closed it. Nobody was told. It was a mistake,” the mayor said. She resigned.",
        ["“We closed it.", "Nobody was told.", "It was a mistake,” the mayor said.", "She resigned."],
    ),
    "abbreviations and initials": (
        "Dr. A. B. Sand of Acme Inc. met U.S. officials at 5 p.m. on Monday. They agreed.",
        ["Dr. A. B. Sand of Acme Inc. met U.S. officials at 5 p.m. on Monday.", "They agreed."],
    ),
    "a question in a sentence": (
        '"Why was it closed?" he asked. Nobody answered.',
        ['"Why was it closed?" he asked.', "Nobody answered."],
    ),
    "figures": (
        "Sales rose 3.5 percent to $1.2 billion. Profits fell.",
        ["Sales rose 3.5 percent to $1.2 billion.", "Profits fell."],
    ),
    "a heading on its own line": (
        "Bridge Closed Again\nThe mayor said so.",
        ["Bridge Closed Again", "The mayor said so."],
    ),
    "no final stop": ("The bridge was closed. The mayor said so", ["The bridge was closed.", "The mayor said so"]),
}


@pytest.mark.parametrize(("text", "expected"), BOUNDARIES.values(), ids=BOUNDARIES.keys())
def test_sentences_are_cut_where_they_end(parser: Language, text: str, expected: list[str]) -> None:
    """By the network alone, without the rules of splitting."""
    assert [sentence.text.strip() for sentence in parser(text).sents] == expected


def test_a_line_break_ends_a_sentence(parser: Language) -> None:
    """A headline without a stop is not joined with what follows."""
    for mark in ("\n", "\r\n", "\n\n", "\u2028"):
        doc = parser(f"Prices rise again{mark}The mayor said so.")
        assert [sentence.text.strip() for sentence in doc.sents] == ["Prices rise again", "The mayor said so."]


@pytest.mark.parametrize(
    "text",
    [
        "Der Minister sagte am Dienstag, dass die Regierung im nächsten Jahr die Steuern erhöhen werde.",
        "Le ministre a déclaré mardi que le gouvernement augmenterait les impôts l'année prochaine.",
        "Министр заявил во вторник, что правительство повысит налоги в следующем году.",
        "मंत्री ने मंगलवार को कहा कि सरकार अगले साल कर बढ़ाएगी।",
    ],
)
def test_another_language_is_parsed_with_little_confidence(parser: Language, text: str) -> None:
    """The parser knows when it does not know."""
    assert parser(text).user_data[SURE] < UNSURE
    assert parser(NEWS).user_data[SURE] > 0.85


@pytest.mark.parametrize(
    "text",
    ["Ann came. Bob left.", "Dogs bark.", "The mayor left.\nShe resigned.\n\nAnn came.", "12345", "((((", "",
     "Jaishankar met Shehbaz Sharif in Pahalgam."],
)  # fmt: skip
def test_short_english_is_no_other_language(parser: Language, text: str) -> None:
    """Nor are figures, marks and foreign names."""
    assert parser(text).user_data.get(SURE, 1.0) > UNSURE


def test_a_parser_without_weights_says_so() -> None:
    """The factory alone is no parser."""
    import spacy  # noqa: PLC0415

    blank = spacy.blank("en")
    blank.add_pipe("claimkit_parser")
    with pytest.raises(SplitError, match="has no weights"):
        blank("The mayor said so.")
