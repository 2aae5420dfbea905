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
    "what frames the clause stays": (
        "In 2015, the company sold the plant to a rival for 3 million euros.",
        ["In 2015, the company sold the plant to a rival.", "In 2015, the company sold the plant for 3 million euros."],
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
        ['She wrote the novel "Pride and Prejudice".', '"Pride and Prejudice" is a novel.'],
    ),
    "a title before a name": (
        "Production designer Robert Stromberg left the studio.",
        ["Production designer Robert Stromberg left the studio.", "Robert Stromberg is a production designer."],
    ),
    "brackets": (
        "Dennis Quaid (born April 9, 1954) starred in Far from Heaven (2002).",
        [
            "Dennis Quaid was born April 9, 1954.",
            "Dennis Quaid starred in Far from Heaven.",
            "Of Far from Heaven the text adds: 2002.",
        ],
    ),
    "two brackets": (
        "The firm (Acme Corp.) (NYSE: ACM) closed two plants.",
        [
            "Of the firm the text adds: Acme Corp.",
            "Of the firm the text adds: NYSE: ACM.",
            "The firm closed two plants.",
        ],
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
    assert quotes["Of Ann Lee the text adds: 62."] == ["Ann Lee (62"]


def test_an_aside_in_reported_speech_is_the_speaker_s(nlp: Language) -> None:
    """What stands within somebody's content is attributed to them, asides too."""
    found = fine("The board said the film Heaven (2002) had cost 3 million euros.", nlp).claims
    told = {claim.text: claim.attribution for claim in found}
    assert [link.source.name for link in told["Of Heaven the text adds: 2002."]] == ["board"]


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
