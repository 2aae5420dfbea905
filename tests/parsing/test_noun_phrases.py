"""Noun phrases: a table of trees by hand, and what is true of the phrases of any tree."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

from claimkit.parsing.noun_phrases import noun_chunks, noun_phrases
from training.treebanks import documents

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.tokens import Span

CASES = {
    "the subject and the object": (
        "The/DET/2/det mayor/NOUN/3/nsubj met/VERB/0/root her/PRON/3/obj ./PUNCT/3/punct",
        ["The mayor", "her"],
    ),
    "adjectives in a row": (
        "a/DET/5/det big/ADJ/5/amod ,/PUNCT/2/punct old/ADJ/5/amod house/NOUN/0/root",
        ["a big , old house"],
    ),
    "adjectives joined": (
        "big/ADJ/4/amod and/CCONJ/3/cc small/ADJ/1/conj towns/NOUN/5/nsubj grew/VERB/0/root",
        ["big and small towns"],
    ),
    "a number with its adverb": (
        "about/ADV/2/advmod 300/NUM/3/nummod people/NOUN/4/nsubj fled/VERB/0/root",
        ["about 300 people"],
    ),
    "a possessor with its own words": (
        "the/DET/3/det old/ADJ/3/amod city/NOUN/6/nmod:poss ’s/PART/3/case new/ADJ/6/amod mayor/NOUN/7/nsubj spoke/VERB/0/root",
        ["the old city ’s new mayor"],
    ),
    "a possessive pronoun": ("his/PRON/2/nmod:poss wife/NOUN/0/root", ["his wife"]),
    "a title and a name": (
        "President/NOUN/2/nmod:desc Marta/PROPN/4/nsubj Lindqvist/PROPN/2/flat spoke/VERB/0/root",
        ["President Marta Lindqvist"],
    ),
    "a title with a preposition inside": (
        "Secretary/NOUN/4/nmod:desc of/ADP/3/case State/PROPN/1/nmod Rubio/PROPN/5/nsubj spoke/VERB/0/root",
        ["Secretary of State Rubio"],
    ),
    "a name in pieces": (
        "Ann/PROPN/0/root “/PUNCT/3/punct Bo/PROPN/1/flat:name ”/PUNCT/3/punct Lee/PROPN/1/flat:name",
        ["Ann “ Bo ” Lee"],
    ),
    "a hyphen inside": (
        "a/DET/5/det well/ADV/4/advmod -/PUNCT/4/punct known/ADJ/5/amod bank/NOUN/0/root",
        ["a well - known bank"],
    ),
    "a compound with a hyphen behind": (
        "eye/NOUN/3/compound -/PUNCT/1/punct tracking/NOUN/4/compound study/NOUN/0/root",
        ["eye - tracking study"],
    ),
    "an adverb between": (
        "the/DET/3/det then/ADV/3/advmod president/NOUN/4/nsubj left/VERB/0/root",
        ["the then president"],
    ),
    "an adverb before": (
        "even/ADV/3/advmod the/DET/3/det president/NOUN/4/nsubj left/VERB/0/root",
        ["the president"],
    ),
    "a prepositional phrase": (
        "the/DET/2/det mayor/NOUN/6/nsubj of/ADP/5/case the/DET/5/det town/NOUN/2/nmod left/VERB/0/root",
        ["the mayor", "the town"],
    ),
    "a relative clause": (
        "the/DET/2/det man/NOUN/6/nsubj who/PRON/4/nsubj won/VERB/2/acl:relcl it/PRON/4/obj left/VERB/0/root",
        ["the man", "who", "it"],
    ),
    "an apposition": (
        "the/DET/2/det mayor/NOUN/6/nsubj ,/PUNCT/4/punct Ann/PROPN/2/appos ,/PUNCT/4/punct left/VERB/0/root",
        ["the mayor", "Ann"],
    ),
    "coordinated nouns": (
        "the/DET/2/det men/NOUN/5/nsubj and/CCONJ/4/cc women/NOUN/2/conj left/VERB/0/root",
        ["the men", "women"],
    ),
    "coordinated modifiers": (
        "the/DET/5/det coal/NOUN/5/compound and/CCONJ/4/cc steel/NOUN/2/conj industry/NOUN/0/root",
        ["the coal and steel industry"],
    ),
    "a predicate": (
        "She/PRON/4/nsubj is/AUX/4/cop a/DET/4/det doctor/NOUN/0/root",
        ["She", "a doctor"],
    ),
    "determined adjectives": (
        "the/DET/2/det rich/ADJ/6/nsubj and/CCONJ/5/cc the/DET/5/det poor/ADJ/2/conj left/VERB/0/root",
        ["the rich", "the poor"],
    ),
    "an adjective that is the predicate of a clause": (
        "I/PRON/2/nsubj think/VERB/0/root it/PRON/6/nsubj is/AUX/6/cop the/DET/6/det best/ADJ/2/ccomp",
        ["I", "it"],
    ),
    "an adjective alone": ("young/ADJ/2/nsubj won/VERB/0/root", []),
    "a number alone": ("in/ADP/2/case 2024/NUM/3/obl won/VERB/0/root", []),
    "a determined number": (
        "the/DET/2/det two/NUM/3/nsubj paid/VERB/0/root $/SYM/3/obj 5/NUM/6/compound million/NUM/4/nummod",
        ["the two", "$ 5 million"],
    ),
    "an expletive": (
        "It/PRON/2/expl rains/VERB/0/root",
        [],
    ),
    "all of them": (
        "all/DET/3/det:predet the/DET/3/det men/NOUN/4/nsubj left/VERB/0/root",
        ["all the men"],
    ),
    "a determiner out of reach": (
        "the/DET/4/det ,/PUNCT/4/punct however/X/4/discourse men/NOUN/0/root",
        ["men"],
    ),
    "a gap inside": (
        "big/ADJ/3/amod is/AUX/0/root house/NOUN/2/nsubj",
        ["house"],
    ),
    "a blank inside": ("the/DET/3/det \u00a0/SPACE/1/dep men/NOUN/0/root \u00a0/SPACE/3/dep", ["the \u00a0 men"]),
}


def parsed(rows: str) -> Doc:
    """One sentence; a row is form/UPOS/head/relation, heads counted from 1."""
    cells = [row.split("/") for row in rows.split(" ")]
    return Doc(
        Vocab(),
        words=[cell[0] for cell in cells],
        pos=[cell[1] for cell in cells],
        heads=[int(cell[2]) - 1 if cell[2] != "0" else number for number, cell in enumerate(cells)],
        deps=["ROOT" if cell[3] == "root" else cell[3] for cell in cells],
    )


@pytest.mark.parametrize("case", CASES)
def test_phrases(case: str) -> None:
    rows, expected = CASES[case]
    assert [phrase.text for phrase in noun_phrases(parsed(rows))] == expected


def test_of_a_part_whole_phrases_alone() -> None:
    doc = parsed(CASES["a prepositional phrase"][0])
    assert [phrase.text for phrase in noun_phrases(doc[1:6])] == ["the town"]
    assert [(phrase.start, phrase.end, phrase.label_) for phrase in noun_phrases(doc[2:6])] == [(3, 5, "NP")]


def test_spacy_has_them_as_noun_chunks() -> None:
    nlp = spacy.blank("en")
    nlp.vocab.get_noun_chunks = noun_chunks  # type: ignore[assignment]  # spaCy's stub has spans, its code offsets
    doc = Doc(
        nlp.vocab,
        words=["The", "man", "left"],
        pos=["DET", "NOUN", "VERB"],
        heads=[1, 2, 2],
        deps=["det", "nsubj", "ROOT"],
    )
    assert [chunk.text for chunk in doc.noun_chunks] == ["The man"]
    assert [chunk.text for chunk in doc[0:2].noun_chunks] == ["The man"]


def test_without_a_parse_there_are_none() -> None:
    with pytest.raises(ValueError, match="dependency parse"):
        list(noun_phrases(Doc(Vocab(), words=["The", "man"])))


def test_on_the_treebank_they_are_sound(treebanks: Path) -> None:
    sentences = [sentence for document in documents("gum-dev", treebanks) for sentence in document.sentences][::10]
    vocab = Vocab()
    docs = [
        Doc(
            vocab,
            words=[word.surface for word in sentence.words],
            pos=[word.upos for word in sentence.words],
            heads=[word.head - 1 if word.head else number for number, word in enumerate(sentence.words)],
            deps=[word.deprel if word.head else "ROOT" for word in sentence.words],
        )
        for sentence in sentences
    ]
    doc = Doc.from_docs(docs)
    phrases = list(noun_phrases(doc))
    assert len(phrases) > len(docs)
    assert all(left.end <= right.start for left, right in pairwise(phrases))
    assert all(sound(phrase) for phrase in phrases)
    covered = {token.i for phrase in phrases for token in phrase}
    assert all(
        token.i in covered for token in doc if token.pos_ in {"NOUN", "PROPN"} and token.dep_ in {"nsubj", "obj"}
    )


def sound(phrase: Span) -> bool:
    """Within a sentence; with its head; with neither end at a mark or a preposition."""
    heads = {"NOUN", "PROPN", "PRON", "NUM", "SYM", "ADJ"}
    return (
        phrase[0].sent == phrase[-1].sent
        and phrase.root.pos_ in heads
        and phrase[0].dep_ not in {"case", "cc", "mark"}
        and phrase[-1].dep_ not in {"case", "cc", "mark", "det"}
    )
