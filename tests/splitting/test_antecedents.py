"""What claims have for pronouns, short names and bare descriptions, and where these are left alone."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

import pytest

from claimkit.splitting.splitter import Splitting

SplitText = Callable[[str], Splitting]

PERSONS = {
    "the subject of the sentence before": (
        "Mayor Helen Marsh opened the bridge. She thanked the builders.",
        ["Mayor Helen Marsh opened the bridge.", "Helen Marsh thanked the builders."],
    ),
    "a possessive": (
        "Mayor Helen Marsh opened the bridge. Her deputy praised the builders.",
        ["Mayor Helen Marsh opened the bridge.", "Helen Marsh's deputy praised the builders."],
    ),
    "who says it, in what is said": (
        "Helen Marsh told reporters that she would run again.",
        ["Helen Marsh told reporters that she would run again.", "Helen Marsh would run again."],
    ),
    "titles tell": (
        "Mr Reid met Mrs Stone. He left early.",
        ["Mr Reid met Mrs Stone.", "Reid left early."],
    ),
    "a name beside a role": (
        "The mayor, Helen Marsh, opened the bridge. She thanked the builders.",
        ["The mayor, Helen Marsh, opened the bridge.", "Helen Marsh thanked the builders."],
    ),
    "a contraction is spelt out": (
        "Mayor Helen Marsh opened the bridge. She's a lawyer. She'll run again.",
        ["Mayor Helen Marsh opened the bridge.", "Helen Marsh is a lawyer.", "Helen Marsh will run again."],
    ),
    "somebody without a name": (
        "A woman called the police. She had seen a man on the roof.",
        ["A woman called the police.", "The woman had seen a man on the roof."],
    ),
    "two who may be meant": (
        "The letter was sent by Ann Lee to Clara Stone. She left early.",
        ["The letter was sent by Ann Lee to Clara Stone.", "She left early."],
    ),
    "the object is not the subject": (
        "Tom Reid praised him.",
        ["Tom Reid praised him."],
    ),
    "too far back": (
        "Helen Marsh came. The bridge is old. The river is wide. The road is new. The hill is steep. She left.",
        [
            "Helen Marsh came.",
            "The bridge is old.",
            "The river is wide.",
            "The road is new.",
            "The hill is steep.",
            "She left.",
        ],
    ),
    "named below": (
        "Tom Reid came. He said Tom Reid would win.",
        ["Tom Reid came.", "He said Tom Reid would win.", "Tom Reid would win."],
    ),
}

THINGS = {
    "an organization that speaks": (
        "Boeing said it would cut 400 jobs. It will close its plant in Leeds.",
        [
            "Boeing said it would cut 400 jobs.",
            "Boeing would cut 400 jobs.",
            "Boeing will close its plant in Leeds.",
        ],
    ),
    "several": (
        "The company's workers went on strike. They want higher pay.",
        ["The company's workers went on strike.", "The company's workers want higher pay."],
    ),
    "it stands for nothing": (
        "The council met. It rained. It was clear that the vote would fail.",
        ["The council met.", "It rained.", "It was clear that the vote would fail."],
    ),
    "a group in the singular takes no plural verb": (
        "The government fell. They are in talks.",
        ["The government fell.", "They are in talks."],
    ),
    "nothing so many": (
        "Many people left. They took their phones.",
        ["Many people left.", "They took their phones."],
    ),
}

NAMES = {
    "the fullest name": (
        "Helen Marsh came to Leeds. Marsh spoke. She left at ten.",
        ["Helen Marsh came to Leeds.", "Helen Marsh spoke.", "Helen Marsh left at ten."],
    ),
    "two of one surname": (
        "Helen Marsh met Tom Marsh. Marsh spoke.",
        ["Helen Marsh met Tom Marsh.", "Marsh spoke."],
    ),
    "the rest of a title is no name": (
        "US Secretary of State Marco Rubio called. Secretary Rubio urged restraint.",
        ["US Secretary of State Marco Rubio called.", "Secretary Marco Rubio urged restraint."],
    ),
    "an abbreviation in brackets": (
        "The World Health Organization (WHO) met in Geneva. The WHO warned of cholera.",
        [
            "The World Health Organization (WHO) met in Geneva.",
            "The World Health Organization warned of cholera.",
        ],
    ),
}

DESCRIPTIONS = {
    "a role before a name": (
        "Prime Minister Narendra Modi came. The prime minister spoke.",
        ["Prime Minister Narendra Modi came.", "Prime minister Narendra Modi spoke."],
    ),
    "a role beside a name": (
        "Tammy Bruce, US State Department Spokesperson, came. The spokesperson urged restraint.",
        [
            "Tammy Bruce is US State Department Spokesperson.",
            "Tammy Bruce came.",
            "Spokesperson Tammy Bruce urged restraint.",
        ],
    ),
    "another without a name": (
        "Minister Ann Lee came. A minister resigned. The minister was ill.",
        ["Minister Ann Lee came.", "A minister resigned.", "The minister was ill."],
    ),
    "an event": (
        "Gunmen killed 26 people in an attack in Pahalgam. India blamed Pakistan for the attack.",
        ["Gunmen killed 26 people in an attack in Pahalgam.", "India blamed Pakistan for the attack in Pahalgam."],
    ),
    "an age": (
        "Daniel Montalvo, 34, was arrested in Leeds. The 34-year-old denied the charge.",
        ["Daniel Montalvo, 34, was arrested in Leeds.", "34-year-old Daniel Montalvo denied the charge."],
    ),
    "a place": (
        "Mayor Helen Marsh visited Leeds. Builders went there.",
        ["Mayor Helen Marsh visited Leeds.", "Builders went to Leeds."],
    ),
}

CASES = PERSONS | THINGS | NAMES | DESCRIPTIONS


@pytest.mark.parametrize("name", CASES)
def test_antecedents(name: str, split: SplitText) -> None:
    """Each text gives these claims."""
    text, expected = CASES[name]
    assert [claim.text for claim in split(text).claims] == expected


def test_words_in_quotation_marks_stay(split: SplitText) -> None:
    """Nobody's words are altered."""
    for text in (
        'Helen Marsh came. Tom Reid said: "She is right."',
        'Helen Marsh came. "I know. She is right," Tom Reid said.',
        "Helen Marsh came. “I know. She is right,” Tom Reid said.",
        "Helen Marsh came. “Marsh is right,” Tom Reid said.",
    ):
        assert all("Helen Marsh is right" not in claim.text for claim in split(text).claims)


def test_the_antecedent_is_on_record(split: SplitText) -> None:
    """Its span in the text; the claim's own anchors keep the pronoun."""
    found = split("Mayor Helen Marsh opened the bridge. She thanked the builders.").claims[1]
    assert [anchor.quote for anchor in found.antecedents] == ["Helen Marsh"]
    assert [anchor.quote for anchor in found.anchors] == ["She thanked the builders"]


def test_ids_come_from_the_words_of_the_article(split: SplitText) -> None:
    """A claim keeps its id when another antecedent is found."""
    one, other = (
        split(f"{name} opened the bridge. She thanked the builders.") for name in ("Ann Lee", "Mrs Eve Stone")
    )
    assert one.claims[1].text != other.claims[1].text
    assert one.claims[1].id == other.claims[1].id


def test_a_heading_parts(split: SplitText) -> None:
    """Each text's memory is its own."""
    split("Mayor Helen Marsh opened the bridge.")
    assert split("She thanked the builders.").claims[0].text == "She thanked the builders."


@pytest.mark.parametrize(
    "sentence",
    [
        "Ann{n} Marsh met Tom{n} Marsh and it said they saw him. ",
        "The attack in Leeds was the 34-year-old's, they said of it there. ",
        "The Large Group of Odd Things (LGOT) gave its word to the minister, Ann Lee{n}. ",
    ],
)
def test_a_long_text_costs_as_much_a_sentence(sentence: str, split: SplitText) -> None:
    """Names, things and pronouns by the hundred: four times the text takes some four times as long."""

    def seconds(count: int) -> float:
        text = "\n".join("".join(sentence.format(n=n) for n in range(start, start + 5)) for start in range(0, count, 5))
        start = perf_counter()
        split(text)
        return perf_counter() - start

    seconds(10)
    assert seconds(200) < 12 * seconds(50)


WHOSE = {
    "the subject's own": (
        "Margaret Doyle resigned. A junior radiographer raised concerns with her manager.",
        "A junior radiographer raised concerns with her manager.",
    ),
    "the clerk's own": (
        "Prosecutor Deborah Kane was praised. She thanked a former clerk, Angela Ruiz, who reported her suspicions.",
        "A former clerk reported her suspicions.",
    ),
    "the first name tells who it is not": (
        "Alice Boudreau met Dale Finch on Monday. She resigned.",
        "Alice Boudreau resigned.",
    ),
    "the company, not its founder": (
        "Danish bicycle maker Halvorsen A/S was founded by Ole Halvorsen. Halvorsen could breach a covenant.",
        "Halvorsen could breach a covenant.",
    ),
}


@pytest.mark.parametrize(("text", "claim"), WHOSE.values(), ids=WHOSE.keys())
def test_whose_it_is(split: SplitText, text: str, claim: str) -> None:
    """Where somebody else is nearer, a name is left alone; where a first name rules the others out, it is written."""
    assert split(text).claims[-1].text == claim
