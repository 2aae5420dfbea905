"""Dates behind *on Tuesday* and the like, where the article says when it came out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimkit.model.dates import published_on
from claimkit.rules.faithfulness import added
from claimkit.splitting.splitter import split_article
from splitting.conftest import paragraphs

if TYPE_CHECKING:
    from spacy.language import Language

CASES = {
    "Boeing cut 400 jobs on Tuesday.": ["Boeing cut 400 jobs on Tuesday (6 May 2025)."],
    "The plant will close on Friday.": ["The plant will close on Friday (9 May 2025)."],
    "The plant was sold last month, and talks failed yesterday.": [
        "The plant was sold last month (April 2025).",
        "Talks failed yesterday (7 May 2025).",
    ],
    "The attack on Tuesday night killed 20 people.": ["The attack on Tuesday night (6 May 2025) killed 20 people."],
    "The deal was signed on Monday and Tuesday.": [
        "The deal was signed on Monday (5 May 2025).",
        "The deal was signed on Tuesday (6 May 2025).",
    ],
    "The accident occurred yesterday afternoon.": ["The accident occurred yesterday afternoon (7 May 2025)."],
    "Talks failed today.": ["Talks failed today (8 May 2025)."],
    # left alone
    "Today, many people live in Leeds.": ["Today, many people live in Leeds."],
    "On Tuesday, May 6, talks failed.": ["On Tuesday, May 6, talks failed."],
    "The bridge closes on Tuesdays.": ["The bridge closes on Tuesdays."],
    "Every Tuesday the bridge was closed.": ["Every Tuesday the bridge was closed."],
    "Tuesday's talks failed.": ["Tuesday's talks failed."],
    "The sides may meet on Monday.": ["The sides may meet on Monday."],
    "Had they met on Monday, talks would have failed.": ["Had they met on Monday, talks would have failed."],
    "In 2015 the bridge was closed on Monday.": ["In 2015 the bridge was closed on Monday."],
    'Ann Lee said: "It closed on Monday."': ["It closed on Monday.", 'Ann Lee said: "It closed on Monday."'],
}


@pytest.mark.parametrize("text", CASES)
def test_dates(text: str, nlp: Language) -> None:
    """Each sentence of an article of Thursday, 8 May 2025, gives these claims, and the lint accepts them."""
    found = split_article(text, paragraphs(text), nlp, published="2025-05-08")
    assert sorted(claim.text for claim in found.claims) == sorted(CASES[text])
    for claim in found.claims:
        assert not list(added(claim.text, [anchor.quote for anchor in claim.anchors], text, published_on("2025-05-08")))


def test_without_a_day_of_publication(nlp: Language) -> None:
    """Nothing is completed: no clock is read."""
    for published in ("", "2025", "May"):
        found = split_article("It closed yesterday.", paragraphs("It closed yesterday."), nlp, published=published)
        assert found.claims[0].text == "It closed yesterday."
