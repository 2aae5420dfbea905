"""Fine claims: one adjunct, list item, quality, title or bracket at a time; what holds of all together stays whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimkit.articles.plain import structure
from claimkit.model.vocabulary import Granularity
from claimkit.splitting.inflection import indefinite
from claimkit.splitting.splitter import Splitting, split_article

if TYPE_CHECKING:
    from spacy.language import Language

CASES = {
    "one adjunct at a time": (
        "The minister met her colleague in Paris on Tuesday.",
        ["The minister met her colleague in Paris.", "The minister met her colleague on Tuesday."],
    ),
    "a time before the subject is one adjunct of several": (
        "In 2015, the company sold the plant to a rival for 3 million euros.",
        [
            "In 2015, the company sold the plant.",
            "The company sold the plant to a rival.",
            "The company sold the plant for 3 million euros.",
        ],
    ),
    "what completes the verb stays": (
        "He relied on the report during the trial because it was new.",
        ["He relied on the report during the trial.", "He relied on the report because it was new.", "It was new."],
    ),
    "qualities of a predicate noun": (
        "Maleficent is a 2014 American film.",
        ["Maleficent is a 2014 film.", "Maleficent is an American film."],
    ),
    "what is said of a predicate noun is told of the subject": (
        "Maleficent is a film directed by Robert Stromberg that won two prizes.",
        ["Maleficent is a film.", "Maleficent was directed by Robert Stromberg.", "Maleficent won two prizes."],
    ),
    "a list of bare words": (
        "The actor is known for dramatic and comedic roles.",
        ["The actor is known for dramatic roles.", "The actor is known for comedic roles."],
    ),
    "as well as": (
        "The firm makes trains as well as buses.",
        ["The firm makes trains.", "The firm makes buses."],
    ),
    "what is of several together stays whole": (
        "The cost of repair and maintenance was 3 million euros.",
        ["The cost of repair and maintenance was 3 million euros."],
    ),
    "a title with and inside stays whole": (
        'She wrote the novel "Pride and Prejudice".',
        ['She wrote "Pride and Prejudice".', '"Pride and Prejudice" is a novel.'],
    ),
    "a title before a name": (
        "Production designer Robert Stromberg left the studio.",
        ["Robert Stromberg left the studio.", "Robert Stromberg is a production designer."],
    ),
    "brackets": (
        "Dennis Quaid (born April 9, 1954) starred in Far from Heaven (2002).",
        [
            "Dennis Quaid was born April 9, 1954.",
            "Dennis Quaid starred in Far from Heaven.",
            "Far from Heaven is dated 2002.",
        ],
    ),
    "two brackets": (
        "The firm (Acme Corp.) (NYSE: ACM) closed two plants.",
        [
            "For the firm, the text gives Acme Corp.",
            "For the firm, the text gives NYSE: ACM.",
            "The firm closed two plants.",
        ],
    ),
    "a time alone before the subject": (
        "On Monday, the bridge was closed.",
        ["On Monday, the bridge was closed.", "The bridge was closed."],
    ),
    "a limit before the subject stays": (
        "Under the plan, the bridge was closed on Monday.",
        ["Under the plan, the bridge was closed on Monday."],
    ),
    "a condition stays": (
        "If the bill passes, the bridge will close in May for ever.",
        ["If the bill passes, the bridge will close in May.", "If the bill passes, the bridge will close for ever."],
    ),
    "what is denied stays whole": (
        "The minister did not meet her colleague in Paris on Tuesday.",
        ["The minister did not meet her colleague in Paris on Tuesday."],
    ),
    "one time has two ends": (
        "She worked in Paris from 1963 to 1967.",
        ["She worked in Paris.", "She worked from 1963 to 1967."],
    ),
    "connectives go": (
        "However, the bridge was also closed.",
        ["The bridge was closed."],
    ),
    "too is a degree before an adjective": (
        "The bridge was too narrow.",
        ["The bridge was too narrow."],
    ),
    "examples of an object": (
        "She has played in films such as Heaven, Gravity and Alien.",
        [
            "She has played in films.",
            "She has played in Heaven.",
            "She has played in Gravity.",
            "She has played in Alien.",
        ],
    ),
    "examples of a subject": (
        "Five people, including a child, were killed.",
        ["Five people were killed.", "A child was killed."],
    ),
    "examples of one group say nothing of its members": (
        "The team, including Ann Lee and Tom Hill, won the cup.",
        ["The team, including Ann Lee, won the cup.", "The team, including Tom Hill, won the cup."],
    ),
    "adjectives with a comma": (
        "The town has a narrow, winding street.",
        ["The town has a narrow street.", "The town has a winding street."],
    ),
    "what a participle tells of an object": (
        "The town has a plan backed by the mayor.",
        ["The town has a plan.", "The plan was backed by the mayor."],
    ),
    "what picks out the object stays": (
        "The mayor opened the bridge built in 2010.",
        ["The mayor opened the bridge built in 2010."],
    ),
    "what picks out the predicate noun stays": (
        "It was the second large game held in the town.",
        ["It was the second large game held in the town."],
    ),
    "what each of several is": (
        "Aruba and Bonaire are Caribbean islands.",
        ["Aruba is a Caribbean island.", "Bonaire is a Caribbean island."],
    ),
    "what two are together": (
        "Ann Lee and Tom Hill are partners.",
        ["Ann Lee and Tom Hill are partners."],
    ),
    "what stands before the subject": (
        "A former teacher, Ann Lee was elected in 2010.",
        ["Ann Lee was a former teacher.", "Ann Lee was elected in 2010."],
    ),
    "an apposition with both articles": (
        "The mayor, a former teacher, resigned.",
        ["The mayor is a former teacher.", "The mayor resigned."],
    ),
    "a name in apposition": (
        "The longest bridge, the Queen Anna Bridge, was closed.",
        ["The longest bridge is the Queen Anna Bridge.", "The Queen Anna Bridge was closed."],
    ),
    "an office with capitals": (
        "Finance Secretary John Swinney has raised the tax.",
        ["John Swinney is Finance Secretary.", "John Swinney has raised the tax."],
    ),
    "a title of several": (
        "Actors Johnny Depp and Jude Law left the studio.",
        [
            "Johnny Depp is an actor.",
            "Jude Law is an actor.",
            "Johnny Depp left the studio.",
            "Jude Law left the studio.",
        ],
    ),
    "verbs that share their object": (
        "He produced and directed music videos.",
        ["He produced music videos.", "He directed music videos."],
    ),
    "what somebody had done before": (
        "Ann Lee moved to Oslo after winning the cup.",
        ["Ann Lee moved to Oslo.", "Ann Lee moved to Oslo after winning the cup.", "Ann Lee won the cup."],
    ),
    "what somebody did by it": (
        "Keith Farmer helped the team by winning the race.",
        ["Keith Farmer helped the team by winning the race.", "Keith Farmer won the race."],
    ),
    "somebody in particular": (
        "A robber who threatened a worker was caught.",
        ["A robber was caught.", "The robber threatened a worker."],
    ),
    "anybody who": (
        "A person who smokes is at risk.",
        ["A person who smokes is at risk."],
    ),
    "an age and a home": (
        "Eva Chapin, 34, from Austin, Texas, was accused.",
        ["Eva Chapin is 34.", "Eva Chapin is from Austin, Texas.", "Eva Chapin was accused."],
    ),
    "the title, the age and the rest": (
        "Opposition leader Peter Hale, 58, who lost in May, demanded a referendum.",
        [
            "Peter Hale is an opposition leader.",
            "Peter Hale is 58.",
            "Peter Hale lost in May.",
            "Peter Hale demanded a referendum.",
        ],
    ),
    "only keeps a list together": (
        "He only met Ann Lee and Tom Hill.",
        ["He only met Ann Lee and Tom Hill."],
    ),
    "a clause inside keeps its list together": (
        "The team has played since the leagues Alpha and Beta merged.",
        [
            "The team has played.",
            "The team has played since the leagues Alpha and Beta merged.",
            "The leagues Alpha and Beta merged.",
        ],
    ),
    "adjectives before the noun of the list": (
        "Rust is a modern, imperative, functional and strong programming language.",
        [
            "Rust is a modern language.",
            "Rust is an imperative language.",
            "Rust is a functional language.",
            "Rust is a strong language.",
            "Rust is a programming language.",
        ],
    ),
    "a phrase in brackets": (
        "The islands (near the north pole) are cold.",
        ["The islands are near the north pole.", "The islands are cold."],
    ),
    "an abbreviation in brackets": (
        "The National Football League (NFL) was founded.",
        ["The National Football League is abbreviated NFL.", "The National Football League was founded."],
    ),
    "another name in brackets": (
        "The tax (also called the levy) was raised.",
        ["The tax is also called the levy.", "The tax was raised."],
    ),
    "another language in brackets": (
        "Norway (Norwegian: Norge) joined the union.",
        ["In Norwegian, Norway is Norge.", "Norway joined the union."],
    ),
    "who says it is not split": (
        "The minister said on Monday in Paris that taxes would rise.",
        ["The minister said on Monday in Paris that taxes would rise.", "Taxes would rise."],
    ),
}


def fine(text: str, nlp: Language) -> Splitting:
    """The text split finely."""
    return split_article(text, structure(text), nlp, granularity=Granularity.FINE)


@pytest.mark.parametrize("name", CASES)
def test_fine_claims(name: str, nlp: Language) -> None:
    """Each sentence gives these claims and no others."""
    text, expected = CASES[name]
    assert sorted(claim.text for claim in fine(text, nlp).claims) == sorted(expected)


def test_anchors_hold_what_the_claim_says(nlp: Language) -> None:
    """The place is no part of the claim about the time; a bracket's anchor has the name and what is in it."""
    found = fine("The minister met Ann Lee (62) in Paris on Tuesday.", nlp).claims
    quotes = {claim.text: [anchor.quote for anchor in claim.anchors] for claim in found}
    assert quotes["The minister met Ann Lee on Tuesday."] == ["The minister met Ann Lee", "on Tuesday"]
    assert quotes["Ann Lee is 62."] == ["Ann Lee (62"]


def test_an_aside_in_reported_speech_is_the_speaker_s(nlp: Language) -> None:
    """What stands within somebody's content is attributed to them, asides too."""
    found = fine("The board said the film Heaven (2002) had cost 3 million euros.", nlp).claims
    told = {claim.text: claim.attribution for claim in found}
    assert [link.source.name for link in told["Heaven is dated 2002."]] == ["board"]


@pytest.mark.parametrize(
    ("word", "article"),
    [("apple", "an"), ("FBI", "an"), ("UN", "a"), ("university", "a"), ("hour", "an"), ("8", "an"), ("18th", "an"),
     ("1979", "a"), ("180", "a"), ("uninvited", "an"), ("European", "a"), ("one-off", "a"), ("house", "a")],
)  # fmt: skip
def test_articles(word: str, article: str) -> None:
    """*a* and *an* go by the sound."""
    assert indefinite(word) == article


PARTS = ("Ann Lee", "the (old) bridge", "a, b and c", "(2002)", "in Paris", "on Monday", "said", "was", "closed", "and",
         '"so"', "which won", ", born in 1954,", "the film Heaven", ";", "as well as", "(", ")", "of", "🙂")  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=14).map(" ".join))
def test_whatever_the_words_claims_are_sound(nlp: Language, text: str) -> None:
    """Quotes stand at their offsets, no claim is empty, and what coarse claims say is not lost."""
    found = fine(text, nlp)
    assert all(text[anchor.start : anchor.end] == anchor.quote for claim in found.claims for anchor in claim.anchors)
    assert all(claim.text.strip(" .") for claim in found.claims)
    coarse = split_article(text, structure(text), nlp)
    assert bool(found.claims) == bool(coarse.claims)


def test_a_title_needs_a_name_right_behind_it(nlp: Language) -> None:
    """What a newcomer met: no minister is an environment, and nobody is *and spokesman*."""
    text = "Environment minister Greta Olsen (Greens) and farmers' spokesman Karl Hinze both welcomed the discovery."
    told = [claim.text for claim in fine(text, nlp).claims]
    assert not any(" is an environment" in claim or " is and " in claim for claim in told)
