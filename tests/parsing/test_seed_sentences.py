"""Each sentence of the seed article has the right predicate, subject and object."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Span

SEED = Path(__file__).parents[2] / "seeds" / "us-reaffirms-support-for-india.txt"

SENTENCES = [
    ("The United States has reiterated its concern", "reiterated", "States", "concern"),
    ("This comes after a terrorist attack", "comes", "This", ""),
    ("US Secretary of State Marco Rubio has spoken", "spoken", "Rubio", ""),
    ("The US has strongly condemned", "condemned", "US", "attack"),
    ("Secretary Rubio conveyed", "conveyed", "Rubio", "condolences"),
    ("The US has maintained", "maintained", "US", "communication"),
    ("The US is urging", "urging", "US", "India"),
    ("Secretary Rubio expressed", "expressed", "Rubio", "support"),
    ("Tammy Bruce", "emphasized", "Bruce", "need"),
    ("During his call", "reaffirmed", "Sharif", "resolve"),
    ("He also stated", "stated", "He", "violated"),
    ("The US has expressed sorrow", "expressed", "US", "sorrow"),
    ("Despite Pakistan's commitment", "voiced", "US", "concerns"),
    ("The US has been monitoring", "monitoring", "US", "situation"),
    ("The US President Donald Trump", "offered", "Trump", "mediate"),
    ("China has tacitly backed", "backed", "China", "Pakistan"),
    ("The US and India have deepened", "deepened", "US", "ties"),
    ("The US is trying", "trying", "US", "ensure"),
    ("The US has urged", "urged", "US", "Pakistan"),
    ("The US has also conveyed", "conveyed", "US", "intention"),
]


@pytest.fixture(scope="module")
def sentences(parser: Language) -> list[Span]:
    """The sentences of the article, headings included."""
    return list(parser(SEED.read_text(encoding="utf-8")).sents)


@pytest.mark.parametrize(("begin", "predicate", "subject", "complement"), SENTENCES)
def test_who_does_what(sentences: list[Span], begin: str, predicate: str, subject: str, complement: str) -> None:
    """A name counts by its last word; where there is no object, the complement clause's predicate is named.

    Whom somebody urges is an object of either kind: the treebanks have ``iobj`` five times and ``obj`` three times. Beside
    an ``obj``, an ``iobj`` is not the object.
    """
    (found,) = (sentence for sentence in sentences if sentence.text.startswith(begin))
    assert found.root.text == predicate
    assert names(found, "nsubj") == [subject]
    complements = (names(found, *relations) for relations in (("obj",), ("iobj",), ("ccomp", "xcomp")))
    assert next(filter(None, complements), [""])[0] == complement


def names(sentence: Span, *relations: str) -> list[str]:
    """The last word of each name, or the word itself, that hangs under the root so."""
    heads = [token for token in sentence.root.children if token.dep_ in relations]
    return [([token, *(child for child in token.children if child.dep_ == "flat")])[-1].text for token in heads]


def test_all_sentences_are_found_and_none_else(sentences: list[Span]) -> None:
    """Twenty sentences, and four headings on lines of their own."""
    assert len(SENTENCES) == 20
    assert len(sentences) == 24
