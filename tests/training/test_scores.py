"""Scores: a perfect reading, one counted by hand, and the shared task's own program as the oracle."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from training.scores import (
    MEASURES,
    Analysis,
    Entity,
    Reading,
    Span,
    Tally,
    entity_scores,
    relation_scores,
    total,
    word_scores,
)

TEXT = "We met Ann Lee in New-York. She left."

GOLD = """
We       we       PRON   PRP  Case=Nom|Number=Plur       2  nsubj
met      meet     VERB   VBD  Tense=Past|VerbForm=Fin    0  root
Ann      Ann      PROPN  NNP  Number=Sing                2  obj
Lee      Lee      PROPN  NNP  Number=Sing                3  flat
in       _        ADP    IN   _                          6  case
New-York New-York PROPN  NNP  Number=Sing                2  obl
.        .        PUNCT  .    _                          2  punct

She      she      PRON   PRP  Case=Nom|Number=Sing       2  nsubj
left     leave    VERB   VBD  Tense=Past|VerbForm=Fin    0  root
.        .        PUNCT  .    _                          2  punct
"""

SYSTEM = """
We       we       PRON   PRP  Number=Plur|Case=Nom       2  nsubj
met      meet     VERB   VBD  VerbForm=Fin|Tense=Past    0  root
Ann      Ann      NOUN   NN   Number=Sing                2  obl
Lee      Lee      PROPN  NNP  Number=Sing|Typo=Yes       3  flat:name
in       in       ADP    IN   _                          8  case
New      new      ADJ    JJ   Degree=Pos                 8  amod
-        -        PUNCT  HYPH _                          8  punct
York     York     PROPN  NNP  Number=Sing                2  obl
.        .        PUNCT  .    _                          2  punct

She      she      PRON   PRP  Case=Nom|Number=Sing       0  root

left     left     VERB   VBN  Tense=Past|VerbForm=Part   0  root
.        .        PUNCT  .    _                          1  punct
"""
"""Another tokenization, a sentence cut in two; Ann has another relation, Lee another subtype."""


def reading(rows: str, *entities: tuple[str, str]) -> Reading:
    words: dict[Span, Analysis] = {}
    sentences: list[Span] = []
    end = 0
    for block in rows.strip().split("\n\n"):
        cells = [row.split() for row in block.splitlines()]
        spans = []
        for form, *_ in cells:
            start = TEXT.index(form, end)
            end = start + len(form)
            spans.append((start, end))
        for span, (_, lemma, upos, xpos, feats, head, relation) in zip(spans, cells, strict=True):
            words[span] = Analysis(
                lemma=lemma,
                upos=upos,
                xpos=xpos,
                feats=frozenset() if feats == "_" else frozenset(feats.split("|")),
                head=spans[int(head) - 1] if int(head) else None,
                relation=relation,
            )
        sentences.append((spans[0][0], spans[-1][1]))
    return Reading(words=words, sentences=sentences, entities=[named(*entity) for entity in entities])


def named(name: str, kind: str) -> Entity:
    return TEXT.index(name), TEXT.index(name) + len(name), kind


def conllu(text: str, read: Reading) -> str:
    """The reading as a file that the oracle reads."""
    blocks = []
    for start, end in sorted(read.sentences):
        spans = sorted(span for span in read.words if start <= span[0] < end)
        numbers = {span: str(number) for number, span in enumerate(spans, 1)}
        rows = []
        for span, word in ((span, read.words[span]) for span in spans):
            feats, head = "|".join(sorted(word.feats)) or "_", numbers[word.head] if word.head else "0"
            form = text[slice(*span)]
            rows.append("\t".join([numbers[span], form, word.lemma, word.upos, word.xpos, feats, head, word.relation]))
        blocks.append("".join(f"{row}\t_\t_\n" for row in rows) + "\n")
    return "".join(blocks)


@pytest.mark.parametrize("name", ["Sentences", *MEASURES])
def test_a_perfect_reading_scores_100(name: str) -> None:
    tally = word_scores(reading(GOLD), reading(GOLD))[name]
    assert (tally.precision, tally.recall, tally.f1) == (100, 100, 100)


BY_HAND = {
    "Sentences": Tally(2, 3, 1),
    "Words": Tally(10, 12, 9),  # all but New-York
    "UPOS": Tally(10, 12, 8),  # Ann
    "XPOS": Tally(10, 12, 7),  # Ann, left
    "UFeats": Tally(10, 12, 8),  # left
    "Feats": Tally(10, 12, 7),  # left, Lee
    "AllTags": Tally(10, 12, 7),  # Ann, left
    "Lemmas": Tally(10, 12, 8),  # left; the treebank has no lemma for "in"
    "UAS": Tally(10, 12, 7),  # in, whose head has no match; She
    "LAS": Tally(10, 12, 6),  # the same and Ann
    "CLAS": Tally(7, 8, 4),  # We, met, Lee, left
    "UAS-p": Tally(8, 9, 5),  # We, met, Ann, Lee, left
    "LAS-p": Tally(8, 9, 3),  # We, met, left
    "UAS-m": Tally(7, 7, 5),
    "LAS-m": Tally(7, 7, 3),
}


@pytest.mark.parametrize("name", BY_HAND)
def test_scores_are_those_counted_by_hand(name: str) -> None:
    assert word_scores(reading(GOLD), reading(SYSTEM))[name] == BY_HAND[name]


def test_every_score_is_counted_by_hand() -> None:
    assert list(word_scores(reading(GOLD), reading(SYSTEM))) == list(BY_HAND)


def test_a_relation_is_right_with_its_head_and_its_subtype() -> None:
    scores = relation_scores(reading(GOLD), reading(SYSTEM))
    assert scores["nsubj"] == Tally(2, 1, 1)
    assert scores["root"] == Tally(2, 3, 2)
    assert scores["obl"] == Tally(1, 2, 0)
    assert (scores["flat"], scores["flat:name"]) == (Tally(1, 0, 0), Tally(0, 1, 0))
    assert scores["punct"] == Tally(2, 3, 2)


def test_whoever_calls_everything_punctuation_gains_nothing() -> None:
    gold = reading(GOLD)
    system = replace(gold, words={span: replace(word, relation="punct") for span, word in gold.words.items()})
    assert word_scores(gold, system)["UAS-p"] == Tally(8, 0, 0)


def test_names_are_compared_by_place_and_type() -> None:
    gold = reading(GOLD, ("Ann Lee", "PERSON"), ("New-York", "LOC"))
    system = reading(SYSTEM, ("Ann Lee", "PERSON"), ("New-York", "ORG"), ("left", "ORG"))
    assert entity_scores(gold, system) == {
        "all": Tally(2, 3, 1),
        "spans": Tally(2, 3, 2),
        "LOC": Tally(1, 0, 0),
        "ORG": Tally(0, 2, 0),
        "PERSON": Tally(1, 1, 1),
    }


def test_names_do_not_count_where_the_annotation_is_silent() -> None:
    gold = reading(GOLD, ("Ann Lee", "PERSON"))
    system = reading(SYSTEM, ("Ann Lee", "PERSON"), ("She", "PERSON"))
    assert entity_scores(gold, system)["all"].f1 < 100
    assert entity_scores(replace(gold, silent=sorted(gold.sentences)[1:]), system)["all"].f1 == 100


def test_texts_are_added_up() -> None:
    assert total([{"a": Tally(1, 2, 1)}, {"a": Tally(3, 2, 1), "b": Tally(0, 1, 0)}]) == {
        "a": Tally(4, 4, 2),
        "b": Tally(0, 1, 0),
    }


def test_nothing_to_find_is_no_division_by_zero() -> None:
    assert (Tally().precision, Tally().recall, Tally().f1) == (0, 0, 0)


def test_the_shared_tasks_program_agrees(tmp_path: Path) -> None:
    oracle = pytest.importorskip("udtools.udeval", reason="the oracle is the package udtools")
    loaded = []
    for name, rows in (("gold", GOLD), ("system", SYSTEM)):
        (tmp_path / name).write_text(conllu(TEXT, reading(rows)), encoding="utf-8")
        with (tmp_path / name).open(encoding="utf-8") as file:
            loaded.append(oracle.load_conllu(file, name, {}))
    theirs = {
        name: Tally(score.gold_total, score.system_total, score.correct)
        for name, score in oracle.evaluate(*loaded).items()
    }
    ours = word_scores(reading(GOLD), reading(SYSTEM))
    shared = [name for name in ours if name != "Feats" and "-" not in name]
    assert {name: ours[name] for name in shared} == {name: theirs[name] for name in shared}
