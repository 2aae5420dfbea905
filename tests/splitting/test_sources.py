"""Who a source is over the whole article: speakers that a layout names, entities, and those without a name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimkit.model.attribution import Link, Source
from claimkit.model.vocabulary import Mode, SourceType
from claimkit.splitting.entities import gathered, identified
from claimkit.splitting.splitter import Splitting

SplitText = Callable[[str], Splitting]


def speakers(splitting: Splitting) -> list[str]:
    """Each claim with a speaker, after the innermost one's name."""
    return [f"{claim.attribution[-1].source.name}: {claim.text}" for claim in splitting.claims if claim.attribution]


LAYOUTS = {
    "a turn in an interview": (
        "WALLACE: The bridge is unsafe. It is old.\nPENCE: Why?",
        ["Wallace: The bridge is unsafe.", "Wallace: It is old."],
    ),
    "a turn of two words": ("ANN LEE: The bridge is unsafe.\nBOB ROE: Why?", ["Ann Lee: The bridge is unsafe."]),
    "no turn, a place": ("MUMBAI: The bridge is unsafe.", []),
    "no turns, labels": ("MYTH: The bridge is unsafe.\nFACT: The bridge is safe.", []),
    "a mark that is not closed goes on": (
        'Ann Lee said: "The bridge is unsafe.\n\n"The bridge is old.',
        ["Ann Lee: The bridge is unsafe.", "Ann Lee: The bridge is old."],
    ),
    "no turn, a notice": ("UPDATE: The bridge is unsafe.", []),
    "a signature": ("“The bridge is unsafe.” ― Ana Lopez", ["Ana Lopez: The bridge is unsafe."]),
    "a signature with a place": ('"The bridge is unsafe." -- Ana Lopez, Dover', ["Ana Lopez: The bridge is unsafe."]),
    "a typewriter's marks": (
        "''The bridge is unsafe,'' said Ana Lopez. ''It is old.''",
        ["Ana Lopez: The bridge is unsafe.", "Ana Lopez: It is old."],
    ),
    "a party between commas": (
        "“The bridge is unsafe,” Senator Ann Lee, R-Ky., said Tuesday.",
        ["Ann Lee: The bridge is unsafe."],
    ),
    "a party in brackets": (
        "“The bridge is unsafe,” Rep. Gwen Moore (D-Wis.) said Friday.",
        ["Gwen Moore: The bridge is unsafe."],
    ),
    "the speaker behind the verb, without marks": (
        "The bridge is not likely to last, noted Dante Chinni.",
        ["Dante Chinni: The bridge is not likely to last."],
    ),
    "a speaker that is not a person": ("One report says the bridge is unsafe.", ["One report: The bridge is unsafe."]),
    "a question in marks": (
        "Ana Lopez said: “Who will pay for the bridge?”",
        ["Ana Lopez: Ana Lopez said: “Who will pay for the bridge?”"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), LAYOUTS.values(), ids=LAYOUTS.keys())
def test_layouts(split: SplitText, text: str, expected: list[str]) -> None:
    """The speaker is found wherever the layout puts the name, and the name is no part of the claim."""
    assert speakers(split(text)) == expected


def test_the_anchors_keep_the_typewriters_marks(split: SplitText) -> None:
    """Offsets are those of the article, whatever the parser read."""
    text = "''The bridge is unsafe,'' said Ana Lopez."
    claim = split(text).claims[0]
    assert claim.anchors[0].quote == "The bridge is unsafe"
    assert claim.attribution[0].content[0].quote == "''The bridge is unsafe,''"


def link(name: str, role: str = "", kind: SourceType = SourceType.ORGANIZATION) -> Link:
    """A link of a source of that name."""
    return Link(source=Source(name=name, type=kind, role=role), mode=Mode.INDIRECT)


def names(chain: list[Link], people: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """The names and roles of the sources of an article with that chain."""
    entities = gathered([tuple(chain)], people)
    return [(each.source.name, each.source.role) for each in identified(tuple(chain), entities)]


def test_a_surname_gets_the_full_name_and_the_role() -> None:
    """*Rubio* is *US Secretary of State Marco Rubio*."""
    person = SourceType.PERSON
    chain = [link("Marco Rubio", "US Secretary of State", person), link("Rubio", kind=person)]
    assert names(chain) == [("Marco Rubio", "US Secretary of State")] * 2


def test_an_abbreviation_gets_the_full_name() -> None:
    """*the FBI* and *the S.E.C.*, by the initials of names that the article gives."""
    chain = [link("Federal Bureau of Investigation"), link("FBI"), link("F.B.I."), link("SEC")]
    assert [name for name, _ in names(chain)] == ["Federal Bureau of Investigation"] * 3 + ["SEC"]


def test_a_short_name_gets_the_one_that_ends_so() -> None:
    """*State Department* is the *US State Department*; with two of them, neither."""
    one = [link("US State Department"), link("State Department")]
    two = [*one, link("Ohio State Department")]
    assert [name for name, _ in names(one)] == ["US State Department"] * 2
    assert [name for name, _ in names(two)][1] == "State Department"


def test_two_persons_of_one_surname_stay_apart() -> None:
    """Whose surname it is, is not told."""
    assert names([link("Lee", kind=SourceType.PERSON)], ("Ann Lee", "Tom Lee")) == [("Lee", "")]


REASONS = {
    "A senior official, who spoke on condition of anonymity, said the deal was dead.": "who spoke on condition of anonymity",
    "Officials said, speaking on condition of anonymity, that the deal was dead.": "speaking on condition of anonymity",
    "One aide, who asked not to be named, said the deal was dead.": "who asked not to be named",
    "One aide, who was not authorized to speak, said the deal was dead.": "who was not authorized to speak",
    "One aide, who lives in Dover, said the deal was dead.": "",
}


@pytest.mark.parametrize(("sentence", "reason"), REASONS.items())
def test_why_a_source_has_no_name(split: SplitText, sentence: str, reason: str) -> None:
    """The reason stands in the article's own words; without one, none is made up."""
    claim = next(item for item in split(sentence).claims if item.text == "The deal was dead.")
    assert claim.attribution[0].source.unnamed_reason == reason
    assert claim.attribution[0].source.type is SourceType.UNNAMED


def test_a_spokesman_for_somebody_is_not_they(split: SplitText) -> None:
    """The one who speaks has no name; *Minister for Health Ann Lee* has one."""
    claims = split("A spokesman for Governor Paul Reyes said the deal was dead.").claims
    assert claims[-1].attribution[0].source.name == "spokesman for Governor Paul Reyes"
    claims = split("Minister for Health Ann Lee said the deal was dead.").claims
    assert (claims[-1].attribution[0].source.name, claims[-1].attribution[0].source.role) == (
        "Ann Lee",
        "Minister for Health",
    )


NAMED = {
    "Danish bicycle maker Halvorsen A/S will cut 400 jobs, it said on Thursday.": "Danish bicycle maker Halvorsen A/S",
    '"The strike goes on," its regional organiser, Paul Dacre, told reporters.': "Paul Dacre",
    "A spokesman for Falk, Jonas Berg, said the figures were wrong.": "Jonas Berg",
    "Mayor Rita Calloway, a Democrat who was first elected in 2019, said the road was shut.": "Rita Calloway",
    "Keane, 58, said the road was shut.": "Keane",
    "According to a memo by finance director Paula Okafor, the city is broke.": (
        "memo by finance director Paula Okafor"
    ),
}


@pytest.mark.parametrize(("sentence", "name"), NAMED.items())
def test_names_of_sources(split: SplitText, sentence: str, name: str) -> None:
    """The name stands alone, whatever is told of it on the way; a memo is not its author."""
    assert next(claim for claim in split(sentence).claims if claim.voices).voices[-1].source.name == name


@pytest.mark.parametrize("sentence", ["Neither side has confirmed that it will attend.", "Nobody said it was safe."])
def test_what_nobody_says_is_nobodys_claim(split: SplitText, sentence: str) -> None:
    """A source that there is none of says nothing."""
    (claim,) = split(sentence).claims
    assert (claim.text, claim.attribution) == (sentence, ())
