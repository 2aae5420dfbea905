"""Each rule by sentences that name it, with the claims that they must give."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimkit.model.vocabulary import Kind
from claimkit.splitting.splitter import Splitting

SplitText = Callable[[str], Splitting]

CASES = {
    "one predicate is one claim": ("The bridge was closed on Monday.", ["The bridge was closed on Monday."]),
    "predicates share a subject": (
        "Secretary Rubio conveyed his condolences to Jaishankar and reaffirmed the commitment.",
        ["Secretary Rubio conveyed his condolences to Jaishankar.", "Secretary Rubio reaffirmed the commitment."],
    ),
    "predicates share an auxiliary": (
        "The committee has rejected the plan and called for an inquiry.",
        ["The committee has rejected the plan.", "The committee has called for an inquiry."],
    ),
    "a perfect goes on without its progressive": (
        "The US has been monitoring the situation in South Asia for decades and consistently advocated for dialogue.",
        [
            "The US has been monitoring the situation in South Asia for decades.",
            "The US has consistently advocated for dialogue.",
        ],
    ),
    "predicates share a leading adjunct": (
        "In March, the company closed the plant and dismissed the workers.",
        ["In March, the company closed the plant.", "In March, the company dismissed the workers."],
    ),
    "coordinated clauses keep their own subjects": (
        "Companies may set up a firewall, but it does not always work.",
        ["Companies may set up a firewall.", "It does not always work."],
    ),
    "a condition holds for both clauses": (
        "If the bill passes, taxes will rise and services will be cut.",
        ["If the bill passes, taxes will rise.", "If the bill passes, services will be cut."],
    ),
    "a phrase with its own article is told apart": (
        "Flockhart has won a Golden Globe Award and a Screen Actors Guild Award.",
        ["Flockhart has won a Golden Globe Award.", "Flockhart has won a Screen Actors Guild Award."],
    ),
    "companies act one by one": (
        "Apple and Google have released new phones.",
        ["Apple has released new phones.", "Google has released new phones."],
    ),
    "an initial participle is passive": (
        "Born in Lagos, Okoye moved to London in 1999.",
        ["Okoye was born in Lagos.", "Okoye moved to London in 1999."],
    ),
    "who adds is who said": (
        "The minister told reporters that she would resign, adding that the vote had been a disaster.",
        [
            "The minister told reporters that she would resign.",
            "The minister added that the vote had been a disaster.",
            "The minister would resign.",
            "The vote had been a disaster.",
        ],
    ),
    "a verb lost behind an aside is found": (
        "Mr. Biden, who is visiting Warsaw, called on Congress to approve the aid.",
        ["Mr. Biden is visiting Warsaw.", "Mr. Biden called on Congress to approve the aid."],
    ),
    "a second thing that somebody is": (
        "Anna Berg is a lawyer and a member of the board.",
        ["Anna Berg is a lawyer.", "Anna Berg is a member of the board."],
    ),
    "whose becomes a genitive": (
        "Anna Berg, whose father founded the company, resigned.",
        ["Anna Berg's father founded the company.", "Anna Berg resigned."],
    ),
    "an aside between subject and verb": (
        "Sharif, speaking in Islamabad, rejected the plan.",
        ["Sharif spoke in Islamabad.", "Sharif rejected the plan."],
    ),
    "a passive aside is past": (
        "The bill, passed in May, bans plastic bags.",
        ["The bill was passed in May.", "The bill bans plastic bags."],
    ),
    "a state keeps the tense": (
        "The town, located in Norway, has two schools.",
        ["The town is located in Norway.", "The town has two schools."],
    ),
    "a perfect participle is past before the past": (
        "Having won the vote, the party named Ms Lee.",
        ["The party had won the vote.", "The party named Ms Lee."],
    ),
    "a verb that looks like a noun": (
        "The army shells the town, killing civilians.",
        ["The army shells the town.", "The army kills civilians."],
    ),
    "an aside that looks like the verb": (
        "The police chief, asked about the report, declined to comment.",
        ["The police chief was asked about the report.", "The police chief declined to comment."],
    ),
    "a participle after a phrase is that phrase's, not the subject's": (
        "Under the plan, adopted by 7 votes to 2, mothers will be sent to Milton.",
        ["Under the plan, mothers will be sent to Milton.", "The plan was adopted by 7 votes to 2."],
    ),
    "an age is closed by its comma": (
        "Opposition leader Peter Hale, 58, who lost in May, demanded a referendum.",
        [
            "Opposition leader Peter Hale lost in May.",
            "Opposition leader Peter Hale, 58, demanded a referendum.",
        ],
    ),
    "a semicolon parts two claims": (
        "The talks were held on Monday; the ministers met again on Friday.",
        ["The talks were held on Monday.", "The ministers met again on Friday."],
    ),
    "a saying after what is said": (
        "The bridge was unsafe, Anna Berg said.",
        ["The bridge was unsafe.", "The bridge was unsafe, Anna Berg said."],
    ),
    "a participle takes over a modal": (
        "The army will attack the town, killing civilians.",
        ["The army will attack the town.", "The army will kill civilians."],
    ),
    "a participle takes over a progressive": (
        "The army is shelling the town, killing civilians.",
        ["The army is shelling the town.", "The army is killing civilians."],
    ),
    "a participle takes over the pluperfect": (
        "The army had shelled the town, carrying off its people.",
        ["The army had shelled the town.", "The army had carried off its people."],
    ),
    "progressives share an auxiliary": (
        "The police are searching the house and questioning the owner.",
        ["The police are searching the house.", "The police are questioning the owner."],
    ),
    "infinitives share a modal": (
        "The council may close the bridge and open the tunnel.",
        ["The council may close the bridge.", "The council may open the tunnel."],
    ),
    "verbs with one object stay together": (
        "The team has played and won three matches.",
        ["The team has played and won three matches."],
    ),
    "a negation keeps predicates together": (
        "The army did not shell the town and spare the people.",
        ["The army did not shell the town and spare the people."],
    ),
    "a finite verb takes no auxiliary of a passive": (
        "The team was founded in 1946 and joined the league in 1949.",
        ["The team was founded in 1946.", "The team joined the league in 1949."],
    ),
    "a verb without a passive takes none": (
        "The villages were separated from the town and consisted of houses.",
        ["The villages were separated from the town.", "The villages consisted of houses."],
    ),
    "a passive aside is of the subject": (
        "The 49ers won in 1994, led by Joe Montana.",
        ["The 49ers won in 1994.", "The 49ers were led by Joe Montana."],
    ),
    "a name stands with its noun": (
        "Backup quarterback Nick Foles, who was underestimated, won.",
        ["Backup quarterback Nick Foles was underestimated.", "Backup quarterback Nick Foles won."],
    ),
    "what stands in brackets is not told again": (
        "Ann Lee (Oslo; June 1, 1988), known as Annie, won.",
        ["Ann Lee was known as Annie.", "Ann Lee (Oslo; June 1, 1988) won."],
    ),
    "a cause is told too": (
        "The minister wept because the bridge had fallen.",
        ["The minister wept because the bridge had fallen.", "The bridge had fallen."],
    ),
    "a saying in the middle": (
        "The bridge, police said, was closed on Monday.",
        ["The bridge, police said, was closed on Monday.", "The bridge was closed on Monday."],
    ),
    "an object relative clause": (
        "The council sold the house, which it had bought in 1990.",
        ["The council sold the house.", "It had bought the house in 1990."],
    ),
    "alternatives stay together": (
        "The minister will resign or face a vote.",
        ["The minister will resign or face a vote."],
    ),
    "a relative clause gets its noun back": (
        "The company bought the factory, which employs 300 people.",
        ["The company bought the factory.", "The factory employs 300 people."],
    ),
    "where becomes the place": (
        "This comes after a terrorist attack in Pahalgam, Jammu and Kashmir, where 26 civilians were killed.",
        [
            "This comes after a terrorist attack in Pahalgam, Jammu and Kashmir.",
            "26 civilians were killed in Pahalgam, Jammu and Kashmir.",
        ],
    ),
    "a restrictive relative clause stays": (
        "The man who stole the painting was arrested.",
        ["The man who stole the painting was arrested."],
    ),
    "a participle takes over the perfect": (
        "The US has maintained robust communication with India, expressing support for the fight against terrorism.",
        [
            "The US has maintained robust communication with India.",
            "The US has expressed support for the fight against terrorism.",
        ],
    ),
    "a participle takes over the past": (
        "The Philadelphia Eagles won the match, defeating the New England Patriots.",
        [
            "The Philadelphia Eagles won the match.",
            "The Philadelphia Eagles defeated the New England Patriots.",
        ],
    ),
    "an event's participle stays with its event": (
        "China has tacitly backed Pakistan, highlighting the wider geopolitical stakes of the tensions.",
        ["China has tacitly backed Pakistan, highlighting the wider geopolitical stakes of the tensions."],
    ),
    "an apposition says what somebody is": (
        "Tammy Bruce, US State Department Spokesperson, emphasized the need for open communication.",
        [
            "Tammy Bruce is US State Department Spokesperson.",
            "Tammy Bruce emphasized the need for open communication.",
            "There is a need for open communication.",
        ],
    ),
    "names after with are told apart": (
        "Rubio has spoken separately with Jaishankar and Sharif.",
        ["Rubio has spoken with Jaishankar.", "Rubio has spoken with Sharif."],
    ),
    "names after both are told apart": (
        "The US is urging both India and Pakistan to de-escalate the situation.",
        [
            "The US is urging India to de-escalate the situation.",
            "The US is urging Pakistan to de-escalate the situation.",
        ],
    ),
    "between holds its names together": (
        "The US President Donald Trump has offered to mediate between India and Pakistan.",
        ["The US President Donald Trump has offered to mediate between India and Pakistan."],
    ),
    "ties need two": (
        "The US and India have deepened security ties in recent years.",
        ["The US and India have deepened security ties in recent years."],
    ),
    "a contrast is two claims": (
        "The party lost three seats, while the opposition won five seats.",
        ["The party lost three seats.", "The opposition won five seats."],
    ),
    "a clause after after is told too": (
        "The minister resigned after the newspaper had published the letters.",
        [
            "The minister resigned after the newspaper had published the letters.",
            "The newspaper had published the letters.",
        ],
    ),
    "a saying is two claims": (
        "The minister said that the bridge was unsafe.",
        ["The minister said that the bridge was unsafe.", "The bridge was unsafe."],
    ),
    "according to is a saying": (
        "According to police, three people died in the fire.",
        ["According to police, three people died in the fire.", "Three people died in the fire."],
    ),
    "a conjunction at the head is left out": ("But the bridge was closed.", ["The bridge was closed."]),
    "a clause without its subject keeps the sentence whole": (
        "Wonderful that the bridge was closed.",
        ["Wonderful that the bridge was closed."],
    ),
}


@pytest.mark.parametrize(("sentence", "claims"), CASES.values(), ids=CASES.keys())
def test_claims(split: SplitText, sentence: str, claims: list[str]) -> None:
    """A sentence of the kind named gives exactly these claims."""
    assert [claim.text for claim in split(sentence).claims] == claims


def test_anchors_hold_the_shared_subject(split: SplitText) -> None:
    """The anchors of a second predicate are its own words and the subject that it shares."""
    second = split("The company closed the plant and dismissed the workers.").claims[1]
    assert [anchor.quote for anchor in second.anchors] == ["The company", "dismissed the workers"]
    assert second.proposed_by == "rule:coordination"


def test_anchors_hold_what_told_the_names_apart(split: SplitText) -> None:
    """*separately* is not in the text, as it says nothing of one name, but it bears the claim."""
    first = split("Rubio has spoken separately with Jaishankar and Sharif.").claims[0]
    assert [anchor.quote for anchor in first.anchors] == ["Rubio has spoken separately with Jaishankar"]
    assert first.proposed_by == "rule:distribution"


KINDS = {
    "The bridge was closed.": Kind.FACT,
    "The bridge will be closed next year.": Kind.PREDICTION,
    "The army will attack the town, killing civilians.": Kind.PREDICTION,
    "The council must close the bridge.": Kind.NORMATIVE,
    "I think the bridge is safe.": Kind.OPINION,
    "The US has condemned the attack.": Kind.QUOTATION,
    "The minister said that the bridge was safe.": Kind.QUOTATION,
}


REASONS = {
    "The board could go to court over the closure.": (Kind.OTHER, "it speaks of what is possible: 'could'"),
    "The bank is expected to cut rates.": (Kind.PREDICTION, "it speaks of the future: 'is expected to'"),
    "The council has to close the bridge.": (Kind.NORMATIVE, "it says what ought to be: 'has to'"),
    "The bridge will be closed.": (Kind.PREDICTION, "it speaks of the future: 'will'"),
    "The minister goes to court.": (Kind.FACT, "it states what is or was"),
}


@pytest.mark.parametrize(("sentence", "reason"), REASONS.items())
def test_the_reason_names_the_words_that_show_it(split: SplitText, sentence: str, reason: tuple[Kind, str]) -> None:
    """A reader sees the modal, not the bare verb."""
    first = split(sentence).claims[0]
    assert (first.kind, first.kind_reason) == reason


@pytest.mark.parametrize(("sentence", "kind"), KINDS.items())
def test_kinds(split: SplitText, sentence: str, kind: Kind) -> None:
    """A claim's kind follows from its own verb, and has a reason."""
    first = split(sentence).claims[0]
    assert first.kind is kind
    assert first.kind_reason


def test_a_passive_aside_is_a_fact_whatever_will_be(split: SplitText) -> None:
    """*built in 1931* takes over no modal."""
    claims = split("The bridge, built in 1931, will be closed.").claims
    assert [(claim.text, claim.kind) for claim in claims] == [
        ("The bridge was built in 1931.", Kind.FACT),
        ("The bridge will be closed.", Kind.PREDICTION),
    ]


def test_a_shared_modal_tells_the_kind(split: SplitText) -> None:
    """A participle under *will* is a prediction as well."""
    claims = split("The army will attack the town, killing civilians.").claims
    assert [claim.kind for claim in claims] == [Kind.PREDICTION, Kind.PREDICTION]
