"""The lemmatizer reads its table by tags and endings, minds capitals, and survives damaged files in words."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.lookups import Lookups
from spacy.tokens import Doc

from claimkit.errors import SplitError
from claimkit.parsing.lemmatizer import TABLE, Lemmatizer, kind_of, lemma_of, make_lemmatizer

ENDINGS = {
    "ADJ": {"^peruvian": (8, "Peruvian")},
    "AUX": {"^'d": (2, "would")},
    "comparative": {"er": (2, "")},
    "gerund": {"ing": (3, ""), "nning": (4, ""), "^being": (3, "")},
    "NUM": {"^k": (1, "thousand")},
    "PART": {"^n't": (3, "not")},
    "past": {"ed": (2, "")},
    "plural": {"s": (1, ""), "ies": (3, "y"), "^people": (0, ""), "^geese": (4, "oose")},
    "PROPN": {"^sept.": (1, "ember")},
    "third person": {"^'s": (2, "be")},
}


@pytest.fixture
def lemmatizer() -> Lemmatizer:
    made = Lemmatizer(spacy.blank("en").vocab, "lemmatizer")
    made.lookups.add_table(TABLE, ENDINGS)
    return made


@pytest.mark.parametrize(
    ("text", "upos", "xpos", "first", "expected"),
    [
        ("attacks", "NOUN", "NNS", False, "attack"),
        ("ATTACKS", "NOUN", "NNS", False, "attack"),
        ("Cities", "NOUN", "NNS", True, "city"),
        ("Geese", "NOUN", "NNS", True, "goose"),
        ("people", "NOUN", "NNS", False, "people"),
        ("States", "PROPN", "NNPS", False, "State"),
        ("STATES", "PROPN", "NNPS", False, "STATE"),
        ("James", "PROPN", "NNP", False, "James"),
        ("Sept.", "PROPN", "NNP", False, "September"),
        ("SEPT.", "PROPN", "NNP", False, "SEPTEMBER"),
        ("running", "VERB", "VBG", False, "run"),
        ("Being", "AUX", "VBG", True, "be"),
        ("running", "VERB", "JJ", False, "run"),
        ("United", "VERB", "NNP", False, "Unit"),
        ("run", "VERB", "NN", False, "run"),
        ("running", "NOUN", "NN", False, "running"),
        ("running", "NOUN", "VBG", False, "running"),
        ("Greater", "ADJ", "JJR", False, "Great"),
        ("Greater", "ADJ", "JJR", True, "great"),
        ("GREATER", "ADJ", "JJR", False, "great"),
        ("Er", "ADJ", "JJR", False, "Er"),
        ("Peruvian", "ADJ", "JJ", True, "Peruvian"),
        ("Ruritanian", "ADJ", "JJ", False, "Ruritanian"),
        ("n’t", "PART", "RB", False, "not"),
        ("’d", "AUX", "MD", False, "would"),
        ("10,000", "NUM", "CD", False, "10000"),
        ("1,200", "NUM", "NNP", False, "1200"),
        (",", "NUM", "CD", False, ","),
        ("II", "NUM", "CD", False, "II"),
        ("Two", "NUM", "CD", False, "two"),
        ("k", "NUM", "CD", False, "thousand"),
        ("s", "NOUN", "NNS", False, "s"),
        ("İzmir", "PROPN", "NNP", False, "İzmir"),
        ("Αθήνα", "X", "FW", False, "αθήνα"),
    ],
)
def test_lemmas(text: str, upos: str, xpos: str, first: bool, expected: str) -> None:
    assert lemma_of(text, upos, xpos, ENDINGS.get(kind_of(text.lower(), upos, xpos), {}), first=first) == expected


def test_a_capital_after_opening_marks_is_the_sentences(lemmatizer: Lemmatizer) -> None:
    words = ["“", "New", "rules", "hit", "New", "Delhi", ".", "\n", "Big", "Ben", "rang", "."]
    tags = ["``", "JJ", "NNS", "VBD", "JJ", "NNP", ".", "_SP", "JJ", "NNP", "VBD", "."]
    pos = ["PUNCT", "ADJ", "NOUN", "VERB", "ADJ", "PROPN", "PUNCT", "SPACE", "ADJ", "PROPN", "VERB", "PUNCT"]
    starts: list[bool | int | None] = [number in {0, 8} for number in range(len(words))]
    doc = lemmatizer(Doc(lemmatizer.vocab, words=words, tags=tags, pos=pos, sent_starts=starts))
    assert " ".join(token.lemma_ for token in doc) == "“ new rule hit New Delhi . \n big Ben rang ."


@pytest.mark.parametrize(
    ("verb", "tag", "dep", "expected"),
    [("gone", "VBN", "aux", "have"), ("going", "VBG", "aux", "be"), ("seen", "VBN", "aux:pass", "be")],
)
def test_a_contracted_auxiliary_is_told_by_its_verb(
    lemmatizer: Lemmatizer, verb: str, tag: str, dep: str, expected: str
) -> None:
    doc = Doc(
        lemmatizer.vocab,
        words=["She", "’s", verb],
        pos=["PRON", "AUX", "VERB"],
        tags=["PRP", "VBZ", tag],
        heads=[2, 2, 2],
        deps=["nsubj", dep, "ROOT"],
    )
    assert next(iter(lemmatizer.pipe([doc])))[1].lemma_ == expected


def test_the_table_is_written_and_read(lemmatizer: Lemmatizer, tmp_path: Path) -> None:
    lemmatizer.to_disk(tmp_path / "lemmatizer")
    other = make_lemmatizer(spacy.blank("en"), "lemmatizer")
    assert other.from_disk(tmp_path / "lemmatizer") is other
    doc = Doc(other.vocab, words=["geese"], pos=["NOUN"], tags=["NNS"])
    assert other(doc)[0].lemma_ == "goose"


def test_a_perfect_progressive_is_of_have(lemmatizer: Lemmatizer) -> None:
    words, pos, tags = ["It", "'s", "been", "raining"], ["PRON", "AUX", "AUX", "VERB"], ["PRP", "VBZ", "VBN", "VBG"]
    doc = Doc(lemmatizer.vocab, words, pos=pos, tags=tags, heads=[3] * 4, deps=["expl", "aux", "aux", "ROOT"])
    assert lemmatizer(doc)[1].lemma_ == "have"


def test_lemmas_outlive_a_zone_of_memory(lemmatizer: Lemmatizer) -> None:
    """What spaCy forgets at the end of the zone is not remembered by its number."""
    blank = spacy.blank("en")
    other = make_lemmatizer(blank, "lemmatizer").from_bytes(lemmatizer.to_bytes())

    def lemma() -> str:
        return str(other(Doc(blank.vocab, words=["zorbing"], pos=["VERB"], tags=["VBG"]))[0].lemma_)

    with blank.memory_zone():
        assert lemma() == "zorb"
    assert lemma() == "zorb"


@pytest.mark.parametrize("damaged", [None, b"", b"\xc1nothing", b"\x80"])
def test_a_damaged_table_is_told(lemmatizer: Lemmatizer, tmp_path: Path, damaged: bytes | None) -> None:
    lemmatizer.to_disk(tmp_path)
    (tmp_path / "lookups.bin").unlink()
    if damaged is not None:
        (tmp_path / "lookups.bin").write_bytes(damaged)
    with pytest.raises(SplitError, match=r"lookups\.bin is missing or damaged"):
        lemmatizer.from_disk(tmp_path)


def test_damaged_bytes_are_told(lemmatizer: Lemmatizer) -> None:
    with pytest.raises(SplitError, match="lemmatizer is missing or damaged"):
        lemmatizer.from_bytes(b"\xc1nothing")


def test_without_a_table_there_are_no_lemmas() -> None:
    bare = Lemmatizer(spacy.blank("en").vocab, "lemmatizer")
    assert bare.lookups.tables == Lookups().tables == []
    with pytest.raises(SplitError, match="has no table"):
        bare(Doc(bare.vocab, words=["geese"], pos=["NOUN"], tags=["NNS"]))
