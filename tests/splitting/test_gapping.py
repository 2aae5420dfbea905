"""Clauses that leave out their verb, lists that are none, and what stands before the first sentence of a block."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from claimkit.articles.plain import structure
from claimkit.model.vocabulary import Granularity, NoClaim
from claimkit.splitting.datelines import opening_end
from claimkit.splitting.splitter import Splitting, split_article

if TYPE_CHECKING:
    from spacy.language import Language

SplitText = Callable[[str], Splitting]

GAPPED = {
    "objects and phrases": (
        "Norway borders Sweden to the east and Russia to the north.",
        ["Norway borders Sweden to the east.", "Norway borders Russia to the north."],
    ),
    "amounts and times": (
        "Sales rose 3 percent in May and 5 percent in June.",
        ["Sales rose 3 percent in May.", "Sales rose 5 percent in June."],
    ),
    "subjects and numbers": (
        "The Greens won 12 seats, the Liberals 9 and Labour 7.",
        ["The Greens won 12 seats.", "The Liberals won 9.", "Labour won 7."],
    ),
    "subjects and things of one kind": (
        "Scorsese received the Oscar for Best Director and William Monahan the Oscar for Best Screenplay.",
        ["Scorsese received the Oscar for Best Director.", "William Monahan received the Oscar for Best Screenplay."],
    ),
}

WHOLE = (
    "The talks were held between Israel and Egypt.",
    "He chose among Rome, Oslo and Bonn.",
    "Ann Lee and Tom Hill married in Paris.",
    "She was born in Paris, Texas.",
)


@pytest.mark.parametrize("granularity", list(Granularity))
@pytest.mark.parametrize(("text", "expected"), GAPPED.values(), ids=GAPPED.keys())
def test_gapping(text: str, expected: list[str], granularity: Granularity, nlp: Language) -> None:
    """Each clause gets the verb that is said but once, coarse and fine."""
    found = split_article(text, structure(text), nlp, granularity=granularity).claims
    assert [claim.text for claim in found] == expected
    assert {claim.proposed_by for claim in found} == {"rule:gapping"}


def test_a_gapped_claim_rests_on_the_verb_too(split: SplitText) -> None:
    """Its anchors hold the verb of the first clause."""
    claims = split("The Greens won 12 seats and Labour 7.").claims
    assert [anchor.quote for anchor in claims[1].anchors] == ["won", "Labour 7"]


@pytest.mark.parametrize("granularity", list(Granularity))
@pytest.mark.parametrize("text", WHOLE)
def test_what_holds_of_all_together(text: str, granularity: Granularity, nlp: Language) -> None:
    """Between, among, what two do together, and places in places are never told apart."""
    found = split_article(text, structure(text), nlp, granularity=granularity).claims
    assert [claim.text for claim in found] == [text]


DATELINES = (
    "WASHINGTON (AP) \u2014 ",
    "LONDON, May 3 (Reuters) - ",
    "Paris (AFP) \u2013 ",
    "(CNN) -- ",
    "KYIV, Ukraine \u2014 ",
    "BERLIN/PARIS (Reuters) - ",
    "1. ",
    "(b) ",
)


@pytest.mark.parametrize("opening", DATELINES)
def test_datelines_are_in_no_claim(opening: str, split: SplitText) -> None:
    """The dateline or number stands in the sentence's span and not in its claim."""
    text = f"{opening}The president signed the bill on Monday."
    found = split(text)
    assert [claim.text for claim in found.claims] == ["The president signed the bill on Monday."]
    assert found.claims[0].anchors[0].start == len(opening)
    assert [(sentence.start, sentence.end) for sentence in found.sentences] == [(0, len(text))]


@pytest.mark.parametrize(
    "text",
    ["The vote \u2013 the third this year \u2013 failed.", "NATO-led troops left.", "3. ", "(AP)", "A. Smith won.", ""],
)
def test_no_dateline(text: str) -> None:
    """Nothing is taken off what merely looks like one."""
    assert opening_end(text, 0, len(text)) == 0


TABLE = """Name | Seats | Share
Greens | 12 | 14.3
Liberals | 9 | 11.0"""


def test_tables_and_headings_say_nothing(split: SplitText) -> None:
    """Rows of a table are fragments."""
    found = split(TABLE)
    assert not found.claims
    assert [sentence.no_claim for sentence in found.sentences] == [NoClaim.FRAGMENT] * 3
