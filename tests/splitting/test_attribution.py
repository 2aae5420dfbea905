"""Who says it: source, cue, content, mode."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimkit.model.attribution import Link
from claimkit.model.claim import Claim
from claimkit.model.vocabulary import Mode, SourceType
from claimkit.splitting.splitter import Splitting

SplitText = Callable[[str], Splitting]


def the_link(claim: Claim) -> Link:
    (link,) = claim.attribution
    return link


def shown(link: Link) -> tuple[str, str, list[str]]:
    return link.source.name, link.cue.quote if link.cue else "", [anchor.quote for anchor in link.content]


CASES = {
    "that-clause": (
        "The minister said that the bridge was unsafe.",
        "The bridge was unsafe.",
        ("minister", "said", ["that the bridge was unsafe"]),
        Mode.INDIRECT,
    ),
    "quotation before its verb": (
        '"The bridge is unsafe," Anna Berg said.',
        "The bridge is unsafe.",
        ("Anna Berg", "said", ['"The bridge is unsafe,"']),
        Mode.DIRECT,
    ),
    "words quoted inside a report": (
        "The minister said that the attack was “a crime against humanity”.",
        "The attack was “a crime against humanity”.",
        ("minister", "said", ["that the attack was “a crime against humanity”"]),
        Mode.MIXED,
    ),
    "according to": (
        "According to police, three people died in the fire.",
        "Three people died in the fire.",
        ("police", "According to", ["three people died in the fire"]),
        Mode.INDIRECT,
    ),
    "the verb is the saying": (
        "The US has condemned the attack in Pahalgam.",
        "The US has condemned the attack in Pahalgam.",
        ("US", "has condemned", ["the attack in Pahalgam"]),
        Mode.INDIRECT,
    ),
    "an infinitive is what is urged": (
        "The US has urged Pakistan to support any investigation.",
        "The US has urged Pakistan to support any investigation.",
        ("US", "has urged", ["Pakistan to support any investigation"]),
        Mode.INDIRECT,
    ),
    "a light verb with a noun of saying": (
        "The US has expressed sorrow for the loss of life.",
        "The US has expressed sorrow for the loss of life.",
        ("US", "has expressed", ["sorrow for the loss of life"]),
        Mode.INDIRECT,
    ),
}


@pytest.mark.parametrize(("sentence", "claim", "link", "mode"), CASES.values(), ids=CASES.keys())
def test_links(split: SplitText, sentence: str, claim: str, link: tuple[str, str, list[str]], mode: Mode) -> None:
    """The claim of that text has one link with this source, cue and content."""
    found = next(item for item in split(sentence).claims if item.text == claim)
    assert shown(the_link(found)) == link
    assert the_link(found).mode is mode


def test_the_saying_is_the_writers_own(split: SplitText) -> None:
    """That somebody said it is told by the writer: no chain."""
    saying = split("The minister said that the bridge was unsafe.").claims[0]
    assert saying.proposed_by == "rule:saying"
    assert saying.attribution == ()


def test_chains_run_outermost_first(split: SplitText) -> None:
    """A saying inside a saying has two links."""
    claims = split("The spokesman said that the minister had condemned the attack.").claims
    assert [link.source.name for link in claims[-1].attribution] == ["spokesman", "minister"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister denied that the bridge was unsafe.",
        "The minister did not say that the bridge was unsafe.",
        "Reporters asked whether the bridge was unsafe.",
    ],
)
def test_what_is_not_put_forward_is_no_claim(split: SplitText, sentence: str) -> None:
    """A clause that its source denies, withholds or asks after is not claimed."""
    assert [claim.text for claim in split(sentence).claims] == [sentence]


SOURCES = {
    "US Secretary of State Marco Rubio": ("Marco Rubio", "US Secretary of State", SourceType.PERSON),
    "Prime Minister Sharif": ("Sharif", "Prime Minister", SourceType.PERSON),
    "Officials": ("Officials", "", SourceType.UNNAMED),
    "A source": ("source", "", SourceType.UNNAMED),
    "The United Nations": ("United Nations", "", SourceType.ORGANIZATION),
}


@pytest.mark.parametrize(("phrase", "source"), SOURCES.items())
def test_sources(split: SplitText, phrase: str, source: tuple[str, str, SourceType]) -> None:
    """A title before a name is its role; officials and sources have no name."""
    found = the_link(split(f"{phrase} said that the bridge was unsafe.").claims[-1]).source
    assert (found.name, found.role, found.type) == source
    assert found.anchor


def test_a_surname_is_completed_from_the_article(split: SplitText) -> None:
    """*Secretary Rubio* is the Marco Rubio of the sentence before; the anchor stays where it is."""
    text = "US Secretary of State Marco Rubio has condemned the attack.\nSecretary Rubio urged Pakistan to help."
    last = the_link(split(text).claims[-1]).source
    assert last.name == "Marco Rubio"
    assert last.anchor
    assert last.anchor.quote == "Secretary Rubio"


def test_a_pronoun_is_the_speaker_of_the_sentence_before(split: SplitText) -> None:
    """*He also stated* is traced within its paragraph."""
    claims = split("President Donald Trump condemned the attack. He also stated that the talks had failed.").claims
    assert the_link(claims[-1]).source.name == "Donald Trump"


def test_a_quotation_of_two_sentences_has_one_speaker(split: SplitText) -> None:
    """The speaker is named beside the second sentence and speaks in the first as well."""
    claims = split('"The bridge is unsafe. The council has closed the road," Anna Berg said.').claims
    first = next(claim for claim in claims if claim.text == "The bridge is unsafe.")
    assert the_link(first).source.name == "Anna Berg"
    assert the_link(first).mode is Mode.DIRECT


def test_a_noun_before_a_name_is_its_role(split: SplitText) -> None:
    """*said production designer Tomas Reik*: the name speaks, whatever the noun before it."""
    found = split('"We lost three weeks in one night," said production designer Tomas Reik.').claims[0]
    source = the_link(found).source
    assert (source.name, source.role, source.type) == ("Tomas Reik", "production designer", SourceType.PERSON)


def test_what_is_not_said_is_no_saying(split: SplitText) -> None:
    """A negated verb of saying makes nobody a speaker."""
    found = split("The team would not reveal the location.").claims
    assert [claim.attribution for claim in found] == [()]


def test_brackets_are_no_part_of_a_name(split: SplitText) -> None:
    """An age behind a name."""
    found = split("The mayor Ada Stone (58) said that the bridge is closed.").claims[1]
    source = the_link(found).source
    assert (source.name, source.role) == ("Ada Stone", "mayor")
