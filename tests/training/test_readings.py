"""Readings: a treebank's words where they stand in the text, and a pipeline's without blanks."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc, Span

from training.readings import Tags, parsed, printed
from training.scores import Analysis
from training.treebanks import Sentence, Word


def word(form: str, head: int, deprel: str, *, surface: str = "", space: bool = True, feats: str = "") -> Word:
    return Word(
        form=form,
        surface=surface or form,
        space=space,
        lemma=form.lower(),
        upos="X",
        xpos="XX",
        feats=feats,
        head=head,
        deprel=deprel,
        misc={},
    )


PARAGRAPH = (
    Sentence(
        id="1",
        text="Lee can't.",
        words=(
            word("Lee", 2, "nsubj", feats="Number=Sing|Case=Nom"),
            word("can", 0, "root", surface="ca", space=False),
            word("not", 2, "advmod", surface="n't", space=False),
            word(".", 2, "punct"),
        ),
    ),
    Sentence(id="2", text="Go!", words=(word("Go", 0, "root", space=False), word("!", 1, "punct"))),
)


def test_words_and_sentences_stand_where_they_are_printed() -> None:
    text, reading = printed(PARAGRAPH, [None, None])
    assert text == "Lee can't. Go!"
    assert list(reading.words) == [(0, 3), (4, 6), (6, 9), (9, 10), (11, 13), (13, 14)]
    assert reading.sentences == reading.silent == {(0, 10), (11, 14)}
    assert reading.words[0, 3] == Analysis(
        lemma="lee", upos="X", xpos="XX", feats=frozenset({"Case=Nom", "Number=Sing"}), head=(4, 6), relation="nsubj"
    )
    assert (reading.words[4, 6].head, reading.words[4, 6].feats) == (None, frozenset())


def test_tags_make_spans() -> None:
    tags: list[Tags | None] = [["B-PERSON", "I-PERSON", "B-PERSON", None], ["I-LOC", "I-ORG"]]
    _, reading = printed(PARAGRAPH, tags)
    assert reading.entities == {(0, 6, "PERSON"), (6, 9, "PERSON"), (11, 13, "LOC"), (13, 14, "ORG")}
    assert reading.silent == set()


def test_a_pipelines_blanks_are_no_words() -> None:
    doc = Doc(
        spacy.blank("en").vocab,
        words=[" ", "Lee", " ", "left", " "],
        spaces=[False, True, False, False, False],
        heads=[1, 2, 3, 3, 3],
        deps=["dep", "nsubj", "dep", "ROOT", "dep"],
        pos=["SPACE", "PROPN", "SPACE", "VERB", "SPACE"],
        tags=["_SP", "NNP", "_SP", "VBD", "_SP"],
        lemmas=[" ", "Lee", " ", "leave", " "],
        morphs=["", "Number=Sing", "", "", ""],
    )
    reading = parsed(doc, ["PERSON"])
    assert reading.sentences == {(1, 10)}
    assert reading.words == {
        (1, 4): Analysis(
            lemma="Lee", upos="PROPN", xpos="NNP", feats=frozenset({"Number=Sing"}), head=(6, 10), relation="nsubj"
        ),
        (6, 10): Analysis(lemma="leave", upos="VERB", xpos="VBD", feats=frozenset(), head=None, relation="root"),
    }


def test_other_pipelines_types_are_translated_or_left_out() -> None:
    doc = Doc(spacy.blank("en").vocab, words=["Lee", "left", "Rome", "Monday"], sent_starts=[True, False, False, False])
    doc.set_ents([Span(doc, 0, 1, "PER"), Span(doc, 2, 3, "GPE"), Span(doc, 3, 4, "DATE")])
    assert parsed(doc, ["PERSON", "LOC"]).entities == {(0, 3, "PERSON"), (9, 13, "LOC")}
