"""Sayings inside a claim and clauses packed into nouns: claims of their own, with whoever says them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimkit.model.claim import Claim
from claimkit.splitting.splitter import Splitting

SplitText = Callable[[str], Splitting]


def told(claims: tuple[Claim, ...], rules: set[str]) -> list[str]:
    """The claims that these rules made, each after its chain of speakers with their cues."""
    found = []
    for claim in claims:
        chain = " > ".join(f"{link.source.name} {link.cue.quote if link.cue else '-'}" for link in claim.attribution)
        if claim.proposed_by.removeprefix("rule:") in rules:
            found.append(f"{chain}: {claim.text}")
    return found


EMBEDDED = {
    "in a clause of time": (
        "The caucus held a press conference, shortly after Ann Lee criticized the bill.",
        ["Ann Lee criticized: Ann Lee criticized the bill."],
    ),
    "in a relative clause": (
        "In Charlotte, demonstrators who called for an inquiry marched through the streets.",
        ["demonstrators called: Demonstrators called for an inquiry."],
    ),
    "a participle after its noun": (
        "Police seized a letter urging members to resign.",
        ["letter urging: A letter urged members to resign."],
    ),
    "a gerund after a preposition": (
        "In defending his record, Ann Lee made many enemies.",
        ["Ann Lee defending: Ann Lee defended his record."],
    ),
    "a gerund of the object": (
        "The panel held Pagliano in contempt for refusing to testify.",
        ["Pagliano refusing: Pagliano refused to testify."],
    ),
    "not under a condition": ("If Ann Lee criticizes the bill, it will fail.", []),
    "not under a condition without its word": ("Had Ann Lee criticized the bill, it would have failed.", []),
    "not under a modal verb": ("The talk may go on while Ann Lee would criticize the bill.", []),
    "not where it is denied": ("The mayor denied that she had criticized the bill.", []),
    "not in a quotation": ('"It failed after Ann Lee criticized it," said Tom Berg.', []),
}


@pytest.mark.parametrize(("sentence", "expected"), EMBEDDED.values(), ids=EMBEDDED.keys())
def test_embedded_sayings(split: SplitText, sentence: str, expected: list[str]) -> None:
    """A clause that stays inside another claim and in which somebody says something is a claim too."""
    assert told(split(sentence).claims, {"embedded-saying"}) == expected


def test_what_is_said_in_a_clause_inside_another(split: SplitText) -> None:
    """The content of the inner saying is a claim, said by whoever says it there."""
    claims = split("The mayor left by the back door after saying the bridge was unsafe.").claims
    assert told(claims, {"reported-content"}) == ["mayor saying: The bridge was unsafe."]


PRESUPPOSED = {
    "support": (
        "The US reiterated its concern regarding Pakistan's support for terrorist groups.",
        [
            "US reiterated: The US is concerned about Pakistan's support for terrorist groups.",
            "US reiterated > Pakistan support: Pakistan supports terrorist groups.",
        ],
    ),
    "a need": (
        "Rubio emphasized the need for talks.",
        ["Rubio emphasized: There is a need for talks."],
    ),
    "an event": (
        "Critics condemned the killing of 26 civilians in Pahalgam.",
        ["Critics condemned: 26 civilians were killed in Pahalgam."],
    ),
    "a refusal": (
        "Ann Lee's refusal to testify angered voters.",
        ["Ann Lee refusal: Ann Lee refused to testify."],
    ),
    "a clause of nobody's": (
        "Ann Lee took offense at suggestions that the bridge was unsafe.",
        ["unnamed suggestions: The bridge was unsafe."],
    ),
    "a claim that is rejected": (
        "The mayor dismissed the claim that the bridge was unsafe.",
        ["unnamed claim: The bridge was unsafe."],
    ),
    "whose claim it is": (
        "Police dismissed the mayor's claim that the bridge was unsafe.",
        ["mayor claim: The bridge was unsafe."],
    ),
    "what is called for need not be": ("The US called for Pakistan's support for the inquiry.", []),
    "nor what could be": ("Pakistan's support for the inquiry could help.", []),
    "nor what is indefinite": ("Critics fear a killing of civilians.", []),
    "nor what is on a condition": ("If Pakistan's support for the inquiry ends, the talks fail.", []),
}


@pytest.mark.parametrize(("sentence", "expected"), PRESUPPOSED.values(), ids=PRESUPPOSED.keys())
def test_presupposed_contents(split: SplitText, sentence: str, expected: list[str]) -> None:
    """What a noun holds and the sentence takes for granted is a claim marked so."""
    assert told(split(sentence).claims, {"presupposed"}) == expected


def test_presupposed_contents_are_marked(split: SplitText) -> None:
    """The reason of the kind says that the sentence takes it for granted."""
    claim = next(
        item for item in split("Ann Lee's refusal to testify angered voters.").claims if "refused" in item.text
    )
    assert claim.kind_reason == "it states what is or was; its sentence takes it for granted"


ACTS = {
    "She is worried about the bridge.": "She is worried: about the bridge",
    "He was criticized by the judge for failing to show up.": "judge was criticized: He … for failing to show up",
    "Ann Lee is expected to win the election.": "unnamed is expected: Ann Lee … to win the election",
    "Ann Lee wants to triple the size of the programme.": "Ann Lee wants: to triple the size of the programme",
    "Ann Lee attacked the mayor over the bridge.": "Ann Lee attacked: the mayor over the bridge",
    "Ann Lee thanked the mayor on Monday for backing it.": "Ann Lee thanked: the mayor … for backing it",
    "The report notes the size of the gap.": "report notes: the size of the gap",
    "A federal judge found that law unconstitutional.": "federal judge found: that law unconstitutional",
}


@pytest.mark.parametrize(("sentence", "expected"), ACTS.items())
def test_acts(split: SplitText, sentence: str, expected: str) -> None:
    """A wish, a feeling, a stance and a passive have source, cue and content as well."""
    (link,) = split(sentence).claims[0].attribution
    content = " … ".join(anchor.quote for anchor in link.content)
    assert f"{link.source.name} {link.cue.quote if link.cue else '-'}: {content}" == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The army attacked the town.",
        "Ann Lee will criticize the bill.",
        "Ann Lee did not criticize the bill.",
        "China has tacitly backed Pakistan.",
        "Jane Smith was angry on Tuesday.",
        "The beam supports the roof.",
    ],
)
def test_no_acts(split: SplitText, sentence: str) -> None:
    """Blows, what is not said, and what no speaker does is no saying."""
    assert split(sentence).claims[0].attribution == ()


def test_quoted_as_saying(split: SplitText) -> None:
    """Whoever is quoted speaks; the cue is all of the words."""
    claim = split("Ann Lee was quoted as saying that the bridge was unsafe.").claims[-1]
    assert told((claim,), {"reported-content"}) == ["Ann Lee was quoted as saying: The bridge was unsafe."]


HELD = {
    "He made no claim that the bridge was safe.": [],
    "The review found no evidence that the bridge was safe, while a Dutch team found some.": [],
    "He did not make the claim that the bridge was safe.": [],
    "Police found evidence that the bridge was safe.": ["The bridge was safe."],
}


@pytest.mark.parametrize(("sentence", "expected"), HELD.items())
def test_what_nobody_holds_is_no_claim(split: SplitText, sentence: str, expected: list[str]) -> None:
    """No evidence, no claim: the clause of a denied noun is never told as if somebody said it."""
    assert [claim.text for claim in split(sentence).claims if claim.text == "The bridge was safe."] == expected


def test_what_somebody_is_committed_to(split: SplitText) -> None:
    """An infinitive after the noun is a gerund after *committed to*."""
    claims = split("Despite Pakistan's commitment to stop the raids, the US voiced concerns.").claims
    assert told(claims, {"presupposed"}) == [": Pakistan is committed to stopping the raids."]
