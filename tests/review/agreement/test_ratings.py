"""What counts as what a reviewer says of a claim, and what is missing."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest

from claimkit.annotations.documents import load, save
from claimkit.annotations.dossiers import open_dossier
from claimkit.annotations.workspace import Workspace, parse_config
from claimkit.errors import WorkspaceError
from claimkit.model.config import AgreementSettings
from claimkit.model.review import Review, ReviewFile
from claimkit.model.vocabulary import AttributionField, Disposition, Over, SplittingField, Stage, VerdictField
from claimkit.review.agreement.ratings import Unit, units
from claimkit.review.agreement.report import Splitting, splittings
from claimkit.review.agreement.values import label, splitting_value
from claimkit.review.recording import record
from made import AT, CLOSED, CONFIG, HURT, SAID, SLUG, workspace

DONE: dict[str, Any] = {"verdict": "true", "rationale": "The minutes say so.", "stage": "done"}
COUNCIL = {"source": {"name": "the council", "type": "organization"}, "mode": "indirect"}


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    return workspace(tmp_path)


def review(desk: Workspace, who: str, claim: str = CLOSED.id, **entry: Any) -> None:
    record(desk, SLUG, who, [("", {"claim": claim} | entry)], AT)


def add(desk: Workspace, who: str, text: str = "People were hurt.", **entry: Any) -> None:
    added = {"text": text, "anchors": ["people were hurt"], "attribution": [COUNCIL]}
    record(desk, SLUG, who, [("", {"add": added} | entry)], AT)


def found(desk: Workspace, over: Over, **fields: Any) -> tuple[Unit, ...]:
    return units(open_dossier(desk, SLUG), AgreementSettings(**fields), over)


def said(desk: Workspace, over: Over, **fields: Any) -> dict[str, dict[str, str]]:
    """What each reviewer says of each claim, in words."""
    return {
        unit.claim: {name: label(value) for name, value in unit.values.items()} for unit in found(desk, over, **fields)
    }


def test_a_draft_a_missing_verdict_and_an_orphan_say_nothing_of_the_verdict(desk: Workspace) -> None:
    review(desk, "ada", **DONE)
    review(desk, "ben", verdict="false")
    review(desk, "cleo", comment="Which bridge?", stage="done")
    path = desk.review_path(SLUG, "ada")
    file = load(desk, path, ReviewFile)
    orphan = Review(claim="c9", disposition=Disposition.ACCEPTED, verdict="true", stage=Stage.DONE, when=AT)
    item = ReviewFile(article=SLUG, reviewer=file.item.reviewer, reviews=(*file.item.reviews, orphan))
    save(desk, path, item, replaces=file.digest)
    (unit,) = found(desk, Over.VERDICT)
    assert (unit.claim, set(unit.values), unit.pairable, unit.disputed) == (CLOSED.id, {"ada"}, False, False)


@pytest.mark.parametrize("over", list(Over))
def test_comment_rationale_and_confidence_are_no_disagreement(desk: Workspace, over: Over) -> None:
    confirmed = DONE | {"attribution": {"status": "confirmed"}}
    review(desk, "ada", **confirmed, comment="Fine.", confidence=0.9)
    review(desk, "ben", **(confirmed | {"rationale": "I was there."}), comment="Hm.", confidence=0.1)
    (unit,) = found(desk, over)
    assert unit.pairable
    assert not unit.disputed


def test_the_kind_counts_beside_the_verdict_if_it_is_said_to(desk: Workspace) -> None:
    review(desk, "ada", **DONE)
    review(desk, "ben", **DONE, kind="opinion")
    assert not found(desk, Over.VERDICT)[0].disputed
    both = tuple(VerdictField)
    assert said(desk, Over.VERDICT, verdict=both) == {CLOSED.id: {"ada": "true, fact", "ben": "true, opinion"}}


def test_an_attribution_is_the_chain_in_force_and_missing_where_nothing_is_said_of_it(desk: Workspace) -> None:
    review(desk, "ada", HURT.id, **DONE, attribution={"status": "confirmed"})
    review(desk, "ben", HURT.id, **DONE, attribution={"status": "corrected", "chain": [COUNCIL]})
    review(desk, "cleo", HURT.id, **DONE, attribution={"status": "corrected"})
    review(desk, "dan", HURT.id, **DONE)
    expected = {"ada": "Ada Stone", "ben": "the council", "cleo": "the writer"}
    assert said(desk, Over.ATTRIBUTION) == {HURT.id: expected}


def test_only_the_fields_of_an_attribution_that_count_make_a_difference(desk: Workspace) -> None:
    other = {"source": {"name": "Ada Stone", "type": "person", "role": "mayor"}, "mode": "direct", "cue": "said"}
    review(desk, "ada", HURT.id, **DONE, attribution={"status": "confirmed"})
    review(desk, "ben", HURT.id, **DONE, attribution={"status": "corrected", "chain": [other]})
    assert not found(desk, Over.ATTRIBUTION)[0].disputed
    same = (AttributionField.NAME, AttributionField.TYPE, AttributionField.CUE)
    assert not found(desk, Over.ATTRIBUTION, attribution=same)[0].disputed
    for field in (AttributionField.ROLE, AttributionField.MODE, AttributionField.CONTENT):
        assert found(desk, Over.ATTRIBUTION, attribution=(field,))[0].disputed, field


def test_who_added_a_claim_said_with_it_who_says_it(desk: Workspace) -> None:
    add(desk, "ada", **DONE)
    (values,) = said(desk, Over.ATTRIBUTION).values()
    assert values == {"ada": "the council"}


def test_edited_is_kept_and_the_wording_counts_only_if_it_is_said_to(desk: Workspace) -> None:
    review(desk, "ada")
    review(desk, "ben", text="The old bridge was closed on Monday.")
    review(desk, "cleo", disposition="rejected")
    assert said(desk, Over.CLAIMS) == {CLOSED.id: {"ada": "kept", "ben": "kept", "cleo": "cut"}}
    worded = said(desk, Over.CLAIMS, claims=(SplittingField.KEPT, SplittingField.EDITED, SplittingField.TEXT))
    assert worded[CLOSED.id] == {
        "ada": "kept, as proposed, The bridge was closed on Monday.",
        "ben": "kept, edited, The old bridge was closed on Monday.",
        "cleo": "cut",
    }


def test_a_review_that_leaves_the_wording_open_says_nothing_of_the_claim() -> None:
    wordless = Review(claim=CLOSED.id, disposition=cast(Disposition, "open"), stage=Stage.DONE, when=AT)
    assert splitting_value(wordless, CLOSED, AgreementSettings()) is None


def test_an_added_claim_is_cut_by_those_who_worked_on_the_article_and_did_not_add_it(desk: Workspace) -> None:
    add(desk, "ada")
    add(desk, "ben")
    review(desk, "cleo", SAID.id)
    by_claim = said(desk, Over.CLAIMS)
    assert by_claim.pop(SAID.id) == {"cleo": "kept"}
    assert list(by_claim.values()) == [{"ada": "kept", "ben": "kept", "cleo": "cut"}]


def test_each_reviewers_work_on_the_claims_is_counted(desk: Workspace) -> None:
    review(desk, "ada")
    review(desk, "ada", SAID.id, disposition="rejected")
    review(desk, "ada", HURT.id, text="Twelve people were hurt.")
    add(desk, "ada")
    assert splittings([open_dossier(desk, SLUG)]) == (Splitting(reviewer="ada", kept=2, edited=1, cut=1, added=1),)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('claims = ["text"]', 'claims lacks "kept"; add it'),
        ("attribution = []", "attribution is too short"),
        ('verdict = ["verdict", "comment"]', 'verdict[1] is "comment"; it must be one of verdict, kind'),
        ('verdict = ["verdict", "verdict"]', "names a thing twice"),
    ],
)
def test_a_field_that_cannot_count_is_refused_in_words(line: str, words: str) -> None:
    with pytest.raises(WorkspaceError) as stop:
        parse_config(f"{CONFIG}\n[agreement]\n{line}\n", "claimkit.toml")
    assert words in str(stop.value)


def test_the_fields_that_count_are_read_from_claimkit_toml() -> None:
    config = parse_config(f'{CONFIG}\n[agreement]\nattribution = ["name", "mode"]\n', "claimkit.toml")
    assert config.agreement == AgreementSettings(attribution=(AttributionField.NAME, AttributionField.MODE))
