"""The tokenizer: cases as the treebanks cut them, hostile chunks, and that nothing is ever lost."""

from __future__ import annotations

import time

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokenizer import Tokenizer

from training.tokenizer import LONGEST, ud_tokenizer

TOKENIZER = ud_tokenizer(spacy.blank("en"))

CASES = {
    "contractions": (
        "do|n't ca|n’t wo|n't CA|N'T they|'ve I|’m she|'d|'ve John|'s James|' companies|’ it|’ll U.K.|’s Yo|`s you|’ve|—|you "
        "did|n't|--|like let|'s y'|all can|not Can|not do|nt CA|NT what|s i|m gon|na wan|na got|ta gim|me lem|me du|n|no "
        "'t|is ’T|is ma'am o’clock ’em D’Angelo Sha'ban"
    ),
    "words that only look like contractions": "id its lets Wed wed well shell were whys kinda everyday",
    "hyphens": (
        "Pakistan|-|administered U.S.|-|backed U.N.|-|led al|-|Qaeda COVID|-|19 F|-|16s G|-|7 5|-|year|-|old state|-|of|-|the|-|art "
        "self|-|made Wal|-|Mart Anglo|-|American vice|-|president under|-|20s over|-|the|-|counter Mar|-|a|-|Lago adult|-|like"
    ),
    "hyphens that do not cut": (
        "e-mail anti-government pre-war co-operation re-elected mid-1990s post-9/11 non-U.S. ex-husband Sub-Saharan "
        "socio-economic cross-border career-wise Kafka-esque pro-EU|'s"
    ),
    "dashes": (
        "said|—|and said|—|“|and “|word|”|—|he (|word|)|—|he “|What|?|”|—|she “|no|,|”|—|“|yes|.|”|—|he 1939|–|45 3|–|2 D.C.|–|Speaker --|Sally -|for book|- "
        "hearing|----|it now|.|--|Liz [|1|]|–|[|11|]"
    ),
    "abbreviations": (
        "U.S. U.K. D.C.|, D.C.|. (|U.S.|) J. J.K. J.|Smith P.O.|Box Ph.D. M.Sc. e.g. (|e.g. i.e.|, a.m. P.M. Mr. MR. St. Sept. Lt. Gov. "
        "Inc. Co.|, al. vol.|14 Nov.|28"
    ),
    "full stops of their own": (
        "end|. (|end|.|) end|.|” 2001|. EU|. CoM|. 5|%|. 180.9|m|. Jones|’|. etc|. that|.|They small|.|circles 1|."
    ),
    "what follows tells": "No. No.|1 “|No|.|” “|No|,|” etc.|) etc.|, etc.|; etc|.",
    "quantities": (
        "$|5 US$|5 A$|3 HK$|5 £|5 €|1.2|bn|, $|2.5|bn $|10|-|$|20 £|5|m|–|£|6|m 5|% 10|%|-|15|% 100|kg 60|km|/|h 65|k 10|MM 50|p ₹|500 "
        "Rs|500 24|°|C 5|'|10 1,000,000 1,00,000 [|13|,|14|] 10|-|15 #|1"
    ),
    "no quantities": "5G 3D 4x4 F|-|35B A1M AK47s M23 1st 1990s 1990's '90s ’90s ‘90s '72 9/11 11/28/2000 2|-|1",
    "times": "5|pm 5|p.m. 7:30|PM 10|am|-|5|pm 10:30 10:30:15",
    "numbers to call and dates": "713-853-3989 345-9945|. +44 1-800-991-9019 2001-09-11 77042-2016",
    "slashes": "and|/|or he|/|she w/o w/|friends Russia|/|Ukraine AT&T R&D A&E",
    "runs": "!!! ?! Really|?!? wait|... …| ... .... ** *****|NOTE|***** ------ ____ <<|file|>> '' good|!!|.. [...] [|sic|]",
    "brackets": "account|(|s|) (|a|) (|Listing 1|)|: hens|(|Not 34|(|12|)|, word|)|... USD|[|38,000",
    "missing blanks": "it|?|how hand|,|get 3,500 gda|;|for Work|:|832 was|.|WOW|!",
    "addresses": (
        "http://www.bbc.co.uk/news/uk-123|, (|https://t.co/a?x=1|) <|name@host.org|> BBC.com www.x.org/a_b @POTUS #MeToo "
        "comp.sources.unix trans_expn-2.pdf Rice@ENRON"
    ),
    "faces and names": ":) ;-) <3 ^_^ Yahoo!|'s A|+",
}


def words(text: str, tokenizer: Tokenizer = TOKENIZER) -> list[str]:
    return [token.text for token in tokenizer(text) if not token.is_space]


@pytest.mark.parametrize(
    "cut", [pytest.param(cut, id=f"{name}: {cut}") for name, cuts in CASES.items() for cut in cuts.split()]
)
def test_chunks_are_cut_as_in_the_treebanks(cut: str) -> None:
    assert words(cut.replace("|", "")) == [word for word in cut.split("|") if word]


def test_a_sentence_of_news() -> None:
    text = "“We don’t,” Mr. Xi’s U.S.-backed rival said on Sept. 11 — at 10:30 p.m. — of the $2.5bn (£2bn) deal."
    assert " ".join(words(text)) == (
        "“ We do n’t , ” Mr. Xi ’s U.S. - backed rival said on Sept. 11 — at 10:30 p.m. — of the $ 2.5 bn ( £ 2 bn ) deal ."
    )


HOSTILE = r"""
a- e- . ' " “ ( ) [{( () 1 1, 1- a. A. ab. 's n't ?!. ! : @ a@ / a/ http:// _ * $1- 5k- 😀 … …. – a? é 字 non- 9am- 123-4567-
"""


@pytest.mark.parametrize("piece", HOSTILE.split())
@pytest.mark.parametrize("last", ["", "a", "."])
def test_hostile_chunks_take_no_time(piece: str, last: str) -> None:
    text = piece * (100_000 // len(piece)) + last
    start = time.perf_counter()
    doc = TOKENIZER(text)
    assert time.perf_counter() - start < 20
    assert doc.text == text


def test_many_chunks_just_short_of_the_longest_take_no_time() -> None:
    text = " ".join(f"{number}{'!)' * (LONGEST // 2 - 3)}" for number in range(100_000 // LONGEST))
    start = time.perf_counter()
    TOKENIZER(text)
    assert time.perf_counter() - start < 20


MARKS = st.text(alphabet=" \n\t.,;:!?'’\"“”()[]<>-–—…/&%$€#@*_+=~°²´`aAsStTnNdm019éÉß字\u0301\ufe0f😀", max_size=60)


@given(
    st.one_of(
        st.text(),
        MARKS,
        st.lists(st.sampled_from([cut for cuts in CASES.values() for cut in cuts.split("|")])).map("".join),
    )
)
def test_nothing_is_lost(text: str) -> None:
    doc = TOKENIZER(text)
    assert doc.text == text
    assert "".join(token.text_with_ws for token in doc) == text
    assert all(token.text for token in doc)


def test_the_saved_tokenizer_gives_the_same_words() -> None:
    saved = Tokenizer(spacy.blank("en").vocab).from_bytes(TOKENIZER.to_bytes())
    for cuts in CASES.values():
        text = cuts.replace("|", "")
        assert words(text, saved) == words(text)


def test_what_is_longer_than_a_word_is_cut_at_its_infixes_only() -> None:
    assert words(f"({'a' * LONGEST}-b)") == [f"({'a' * LONGEST}", "-", "b)"]
