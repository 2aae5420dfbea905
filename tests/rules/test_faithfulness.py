"""The claim lint: what a claim says beyond its anchors, and what it leaves out of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimkit.annotations.dossiers import open_dossier
from claimkit.annotations.texts import Texts
from claimkit.annotations.workspace import Workspace
from claimkit.articles.plain import structure
from claimkit.model.findings import Code, Severity
from claimkit.model.vocabulary import Granularity
from claimkit.review.recording import record
from claimkit.rules.faithfulness import added, faithfulness_findings, lost, wording_of
from claimkit.splitting.splitter import split_article
from made import AT, CLOSED, HURT, SLUG, workspace

if TYPE_CHECKING:
    from spacy.language import Language

SOURCE = 'About 1,200 people may not have voted in Leeds, the "People\'s Panel" told Ann Lee.'

ADDED = {
    "Some 1,300 people may not have voted.": ["the number “1,300”", "the quantifier “Some”"],
    "1200 people may not have voted in York.": ["the name “York”"],
    "The panel never met Ann Lee's people.": [],
    "Ann Lee must not vote.": ["the hedge “must”"],
    'The "Public Panel" may not vote.': ["the name “Public”", "the quotation “Public Panel”"],
    "The “People's Panel” told Ann Lee.": [],
    "All twelve people voted.": ["the number “twelve”", "the quantifier “All”"],
    "They'll vote.": ["the hedge “They'll”"],
}
LOST = {
    "About 1,200 people may not have voted.": [],
    "About 1200 people have voted.": ["the negation “not”", "the hedge “may”"],
    "People may not have voted.": ["the number “1,200”", "the quantifier “About”"],
    "About 1,200 people mayn't have voted.": ["the hedge “may”"],
}


@pytest.mark.parametrize("text", ADDED)
def test_what_is_said_beyond_the_source(text: str) -> None:
    """Numbers, negation, quantity, modality, names, quotations; whatever the case, the commas, the quotation marks."""
    assert list(added(text, [SOURCE])) == ADDED[text]


@pytest.mark.parametrize("text", LOST)
def test_what_is_left_out(text: str) -> None:
    """What changes the meaning, names and descriptions aside."""
    assert list(lost(text, [SOURCE])) == LOST[text]


def test_names_may_come_from_the_article() -> None:
    """In the place of *she*; a number may not, and small numbers go where names take their place."""
    assert not list(added("She and Rubio met.", ["She and he met."], "Rubio came."))
    assert list(added("She met 12.", ["She met them."], "12 came.")) == ["the number “12”"]
    assert not list(lost("India and Pakistan met.", ["The two sides met."]))


def test_a_date_may_come_from_the_day_of_publication() -> None:
    """*On Tuesday (6 May 2025)*, and no other day; without a day of publication none is accepted."""
    day = date(2025, 5, 8)
    assert not list(added("It closed on Tuesday (6 May 2025).", ["It closed on Tuesday"], "", day))
    assert list(added("It closed on Tuesday (7 May 2025).", ["It closed on Tuesday"], "", day))
    assert list(added("It closed on Tuesday (6 May 2025).", ["It closed on Tuesday"]))


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    """The workspace of the tests' article."""
    return workspace(tmp_path)


def test_findings_stand_at_the_wording(desk: Workspace) -> None:
    """An edited wording is checked in the review and no longer in claims.json; a rejected one is not."""
    assert not list(faithfulness_findings(open_dossier(desk, SLUG)))
    edit = {"claim": CLOSED.id, "disposition": "edited", "text": "Almost 9 bridges were closed in York."}
    record(desk, SLUG, "first", [("", edit)], AT)
    found = list(faithfulness_findings(open_dossier(desk, SLUG)))
    assert [finding.code for finding in found][:1] == [Code.ADDED_WORDS]
    assert found[0].path == ("reviews", 0, "text")
    assert found[0].severity is Severity.WARNING
    assert all(part in found[0].message for part in ("“Almost”", "“9”", "“York”"))


def test_a_lost_negation_is_found(desk: Workspace) -> None:
    """A proposed claim whose text lost a word of its anchors; where these are not in the text, that comes first."""
    dossier = open_dossier(desk, SLUG)
    item = replace(dossier.claims.item, claims=(replace(HURT, text="People were hurt."),))
    lossy = replace(dossier, claims=replace(dossier.claims, item=item))
    (found,) = faithfulness_findings(lossy)
    assert found.code is Code.LOST_WORDS
    assert "“12”" in found.message
    assert not list(faithfulness_findings(replace(lossy, texts=Texts(lossy.text.replace("12", "13")))))


@pytest.mark.parametrize("granularity", list(Granularity))
def test_our_own_claims_are_faithful(granularity: Granularity, nlp: Language) -> None:
    """The lint finds nothing in what the splitter says of the seed article and of other prose."""
    seed = Path(__file__).parents[2] / "seeds" / "us-reaffirms-support-for-india.txt"
    other = (
        "If the bill passes, taxes will rise and services could be cut, the minister said, adding that “not one of us” "
        "wanted it. Nearly 40 of the 65 members, among them Ann Lee (62), did not vote. Born in 1999, Okoye, who has "
        "never lost, won 3 of 4 games."
    )
    for text in (seed.read_text("utf-8"), other):
        for claim in split_article(text, structure(text), nlp, granularity=granularity).claims:
            anchors = [anchor.quote for anchor in claim.anchors]
            others = [link.source.name for link in claim.attribution]
            others += [anchor.quote for anchor in claim.antecedents]
            assert not list(added(claim.text, [*anchors, *others]))
            assert not list(lost(claim.text, anchors))


def test_about_is_a_quantifier_before_an_amount_alone() -> None:
    """*concerned about it* says nothing of how many; *about 30* does."""
    assert not wording_of("She is concerned about the bridge.").quantifiers
    assert wording_of("It cost about 30 francs.").quantifiers == {"about": "about"}
