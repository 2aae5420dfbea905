"""No claim says the opposite of its sentence: what is denied, refused, doubted or only possible is not put forward."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from claimkit.model.article import Structure
from claimkit.model.spans import Span
from claimkit.model.vocabulary import Granularity
from claimkit.splitting.splitter import Splitting, split_article

if TYPE_CHECKING:
    from spacy.language import Language

SplitText = Callable[[str], Splitting]

WHOLE = [
    "He neither drinks nor smokes.",
    "Trump would neither confirm nor deny that he had talked to Putin.",
    "The company neither admitted nor denied that it broke the law.",
    "No studies show that vaccines cause autism.",
    "Few experts say that the drug works.",
    "Neither the mayor nor the governor said that the bridge was safe.",
    "The minister refused to say that the war was lost.",
    "Police have yet to confirm that Bob died.",
    "Lee may say that the war is lost.",
    "It is false that the mayor said the bridge was unsafe.",
    "Had the mayor said the bridge was unsafe, police would have closed it.",
    "Ann ruled out that Bob lied.",
    "The mayor's denial that he took bribes was heard.",
    "The study found little evidence that the drug works.",
    "The attempted murder of Bob failed.",
    "The US withdrew its support for the rebels.",
    "The firm does not sell cars, trucks and buses.",
    "Ann would have won the cup, the race and the prize if she had trained.",
    "Ann left without saying that the bridge was unsafe.",
]


@pytest.mark.parametrize("sentence", WHOLE)
def test_what_is_not_put_forward_stays_in_its_sentence(split: SplitText, sentence: str) -> None:
    """The one claim is the sentence, with all that denies or limits it."""
    assert [claim.text for claim in split(sentence).claims] == [sentence]


def test_what_is_said_after_all(split: SplitText) -> None:
    """*went on to say* puts it forward."""
    claims = split("Ann went on to say that the war was lost.").claims
    assert claims[-1].text == "The war was lost."


@pytest.mark.parametrize("sentence", ["Would-be president Ann Lee left.", "Then-President Ann Lee left."])
def test_titles_that_are_taken_back(nlp: Language, sentence: str) -> None:
    """Nobody is told to be what they only would be, or were then."""
    structure = Structure(paragraphs=(Span(start=0, end=len(sentence)),))
    found = split_article(sentence, structure, nlp, granularity=Granularity.FINE)
    assert not [claim.text for claim in found.claims if " is " in claim.text]
