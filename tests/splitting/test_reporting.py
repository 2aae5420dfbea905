"""Sayings that the parser alone gets wrong: each sentence with its claims and with who says them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimkit.model.vocabulary import Mode, SourceType
from claimkit.splitting.splitter import Splitting

SplitText = Callable[[str], Splitting]

CASES = {
    "a measure that somebody gave": (
        "The repairs will cost £42.5 million, £9 million more than the council had estimated in 2024.",
        [
            "- The repairs will cost £42.5 million, £9 million more than the council had estimated in 2024.",
        ],
    ),
    "a saying before the end, and what the act does": (
        "Ashford General Hospital will close its maternity ward on 1 June, the county health board announced on"
        " Tuesday, ending 62 years of births at the hospital.",
        [
            "- Ashford General Hospital will close its maternity ward on 1 June, the county health board announced on"
            " Tuesday, ending 62 years of births at the hospital.",
            "county health board - Ashford General Hospital will close its maternity ward on 1 June, ending 62 years"
            " of births at the hospital.",
        ],
    ),
    "a saying with its place and day": (
        "Feeding dairy cows a small amount of seaweed can cut their methane by 34 per cent, researchers at the"
        " University of Aberdeen reported in Nature Food on Monday.",
        [
            "researchers at the University of Aberdeen - Feeding dairy cows a small amount of seaweed can cut their"
            " methane by 34 per cent.",
            "- Feeding dairy cows a small amount of seaweed can cut their methane by 34 per cent, researchers at the"
            " University of Aberdeen reported in Nature Food on Monday.",
        ],
    ),
    "a speaker with an apposition": (
        "Homeowners will pay an average of $148 more a year, the city's economist, Ray Dunn, estimated.",
        [
            "Ray Dunn - Homeowners will pay an average of $148 more a year.",
            "- Homeowners will pay an average of $148 more a year, the city's economist, Ray Dunn, estimated.",
        ],
    ),
    "a saying inside what is said": (
        "The bridge, the council said, will close in May.",
        ["- The bridge, the council said, will close in May.", "council - The bridge will close in May."],
    ),
    "what is said goes on after the saying": (
        "The law bans plastic bags, the minister noted, and fines will follow.",
        [
            "minister - The law bans plastic bags.",
            "- The law bans plastic bags, the minister noted.",
            "minister - Fines will follow.",
        ],
    ),
    "what happens after a quotation is the writer's": (
        '"We lost the vote," Anna Berg said, and the crowd cheered.',
        [
            "Anna Berg - We lost the vote.",
            '- "We lost the vote," Anna Berg said.',
            "- The crowd cheered.",
        ],
    ),
    "who adds is who said, after a saying at the end": (
        "The plan is dead, Smith said, adding that he would resign.",
        [
            "Smith - The plan is dead.",
            "- The plan is dead, Smith said.",
            "- Smith added that he would resign.",
            "Smith - Smith would resign.",
        ],
    ),
    "a quotation interrupted by its saying": (
        "“Farmers can’t pay for this alone,” its president, Alan Reid, told the BBC. “Unless ministers step in,"
        " nobody will use it.”",
        [
            "Alan Reid - Farmers can’t pay for this alone.",
            "- “Farmers can’t pay for this alone,” its president, Alan Reid, told the BBC.",
            "Alan Reid - Unless ministers step in, nobody will use it.",
        ],
    ),
    "a quotation after its speaker's paragraph": (
        "“We were never told,” said Anna Berg.\n“It came as a shock. Nobody asked us.”",
        [
            "Anna Berg - We were never told.",
            "- “We were never told,” said Anna Berg.",
            "Anna Berg - It came as a shock.",
            "Anna Berg - Nobody asked us.",
        ],
    ),
    "a quotation after a report of its speaker": (
        "Anna Berg said that the plan was unfair. “It will ruin the town.”",
        [
            "- Anna Berg said that the plan was unfair.",
            "Anna Berg - The plan was unfair.",
            "Anna Berg - It will ruin the town.",
        ],
    ),
    "a speaker beside words that are no clause": (
        "“Not in a hundred years,” said Anna Berg. “The town will never pay.”",
        ["Anna Berg - “Not in a hundred years,” said Anna Berg.", "Anna Berg - The town will never pay."],
    ),
    "a speaker announced in the paragraph before": (
        "Anna Berg spoke first. She said:\n“The town will never pay. The bank will.”",
        [
            "- Anna Berg spoke first.",
            "Anna Berg - The town will never pay.",
            "Anna Berg - The bank will.",
        ],
    ),
    "a quotation with no speaker": (
        '"It is a bad budget." Councillor Jane Smith was angry on Tuesday.',
        ["unnamed speaker - It is a bad budget.", "- Councillor Jane Smith was angry on Tuesday."],
    ),
    "a quotation that is not closed": (
        "“The cuts will hurt the town.",
        ["unnamed speaker - The cuts will hurt the town."],
    ),
    "whose after a speaker's age": (
        '"The ward is my second home," said Maria Lopes, 29, whose baby is due in July.',
        [
            "Maria Lopes - The ward is my second home.",
            '- "The ward is my second home," said Maria Lopes, 29.',
            "- Maria Lopes's baby is due in July.",
        ],
    ),
    "a speaker with an apposition after a subject with asides": (
        "Sarah Doyle, 34, who had worked there since 2019, denied the charges, her lawyer, Mark Bell, told reporters.",
        [
            "Mark Bell - Sarah Doyle had worked there since 2019.",
            "Mark Bell > Sarah Doyle - Sarah Doyle, 34, denied the charges.",
            "- Sarah Doyle, 34, who had worked there since 2019, denied the charges, her lawyer, Mark Bell, told reporters.",
        ],
    ),
    "part of a sentence quoted": (
        'Renters "will feel it too," Dunn told reporters.',
        ['Dunn - Renters "will feel it too."', '- Renters "will feel it too," Dunn told reporters.'],
    ),
    "what the speaker does besides": (
        "Local MP Priya Nair said she would not attend, but called on the health secretary to intervene.",
        [
            "- Local MP Priya Nair said she would not attend.",
            "Priya Nair - Local MP Priya Nair called on the health secretary to intervene.",
            "Priya Nair - Priya Nair would not attend.",
        ],
    ),
    "she is the person of the sentence before": (
        "The board's chief executive, Dr Helen Marsh, defended the decision. The ward was unsafe, she said.",
        [
            "Helen Marsh - The board's chief executive, Dr Helen Marsh, defended the decision.",
            "Helen Marsh - The ward was unsafe.",
            "- The ward was unsafe, Helen Marsh said.",
        ],
    ),
    "he is nobody where two are named": (
        "Tom Hill resigned, and Amir Khan left the party. The talks had failed, he said.",
        [
            "- Tom Hill resigned.",
            "- Amir Khan left the party.",
            "he - The talks had failed.",
            "- The talks had failed, he said.",
        ],
    ),
    "the agent of a passive speaks": (
        "O'Neill said he had been told by a former manager that the ward lost £3.2 million in 2023.",
        [
            "- O'Neill said he had been told by a former manager that the ward lost £3.2 million in 2023.",
            "O'Neill - O'Neill had been told by a former manager that the ward lost £3.2 million in 2023.",
            "O'Neill > former manager - The ward lost £3.2 million in 2023.",
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_claims_and_speakers(split: SplitText, text: str, expected: list[str]) -> None:
    """Each claim after its chain of speakers; no speaker is the writer."""
    found = []
    for claim in split(text).claims:
        chain = " > ".join(link.source.name for link in claim.attribution)
        found.append(f"{chain} - {claim.text}".lstrip())
    assert found == expected


SOURCES = {
    "the city's economist, Ray Dunn,": ("Ray Dunn", "the city's economist", SourceType.PERSON),
    "its regional secretary, Tom O'Neill,": ("Tom O'Neill", "regional secretary", SourceType.PERSON),
    "its regional secretary": ("its regional secretary", "", SourceType.UNNAMED),
    "local MP Priya Nair": ("Priya Nair", "local MP", SourceType.PERSON),
    "Councillor Jane Smith": ("Jane Smith", "Councillor", SourceType.PERSON),
    "Dr Helen Marsh": ("Helen Marsh", "Dr", SourceType.PERSON),
    "Ashford General Hospital": ("Ashford General Hospital", "", SourceType.ORGANIZATION),
}


@pytest.mark.parametrize(("phrase", "source"), SOURCES.items())
def test_sources_after_what_they_say(split: SplitText, phrase: str, source: tuple[str, str, SourceType]) -> None:
    """An apposed name is the name and the noun beside it the role; so is a title."""
    claim = split(f"The bridge was unsafe, {phrase} said.").claims[0]
    assert claim.text == "The bridge was unsafe."
    found = claim.attribution[0].source
    assert (found.name, found.role, found.type) == source


def test_both_halves_are_direct(split: SplitText) -> None:
    """The second half of an interrupted quotation is as direct as the first."""
    claims = split("“The bridge fell,” Anna Berg told the BBC. “Unless ministers step in, nobody will pay.”").claims
    assert [link.mode for claim in claims for link in claim.attribution] == [Mode.DIRECT, Mode.DIRECT]


FAULTS = {
    "a relative about the singular noun": (
        "Shares in Corvex, which employs 9,400 people, fell by 6 percent.",
        "Corvex employs 9,400 people.",
    ),
    "what the speaker says besides": (
        "Priya Nair wrote that the department was reviewing the matter but warned that it could take years.",
        "Priya Nair warned that it could take years.",
    ),
    "who cites, behind what is said": (
        "Analysts said costs have risen since May, citing new data.",
        "Analysts cited new data.",
    ),
    "a circumstance of what is said": (
        "Ann Lee said there is a danger when people get loose with it.",
        "There is a danger when people get loose with it.",
    ),
    "a second participle": (
        "The report, commissioned by the council and released last week, calls the risk low.",
        "The report was released last week.",
    ),
}


@pytest.mark.parametrize(("sentence", "claim"), FAULTS.values(), ids=FAULTS.keys())
def test_faults_of_the_parser_that_the_words_show(split: SplitText, sentence: str, claim: str) -> None:
    """Each repair gives the claim that the sentence makes."""
    assert claim in [item.text for item in split(sentence).claims]
