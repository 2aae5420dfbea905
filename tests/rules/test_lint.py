"""What a careful editor asks of a review, and how grave it is in a draft, when finished, once published."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from claimkit import storage
from claimkit.annotations.documents import save
from claimkit.annotations.dossiers import open_dossier
from claimkit.annotations.workspace import Workspace
from claimkit.checks.articles import check_article
from claimkit.errors import RefusalError, ReviewError
from claimkit.model.config import Config, Publisher, Verdict
from claimkit.model.findings import Code, Severity
from claimkit.review.ledger import correct, publish
from claimkit.rules.gate import Gate
from claimkit.rules.lint import Scale, lint_findings, unresolved
from claimkit.rules.stages import BY_STEP
from claimkit.rules.standing import standings
from disputes import DONE, review
from made import CLOSED, SLUG, workspace

CONFIG = Config(publisher=Publisher(name="Desk", url="https://example.org/"))
PAGE = DONE["evidence"][0]
OTHER = {"url": "https://example.net/b", "title": "Letter", "stance": "refutes"}

LATER = "2025-05-12T08:00:00Z"


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    return workspace(tmp_path)


def found(desk: Workspace, claim: str = CLOSED.id, who: str = "ada", **entry: Any) -> set[tuple[Code, str]]:
    """The codes and the last keys of their places, after a review."""
    review(desk, who, claim, **(DONE | entry))
    findings = lint_findings(open_dossier(desk, SLUG), desk.config)
    return {(item.code, str(item.path[-1])) for item in findings}


def test_a_sound_review_has_nothing_against_it(desk: Workspace) -> None:
    assert found(desk) == set()


@pytest.mark.parametrize(
    ("rationale", "said"),
    [
        ("False: the minutes say otherwise.", "false"),
        ("This is false. The minutes say otherwise.", "false"),
        ("Mostly false, since one lane was open.", "mostly-false"),
        ("This is not false: the minutes say so.", None),
        ("It isn't false.", None),
        ("The minutes call the claim false alarm and confirm it.", None),
        ("A false alarm was raised that day; the minutes say so.", None),
        ("True, as the minutes say.", "true"),
        ("", None),
    ],
)
def test_the_verdict_that_a_rationale_begins_with(rationale: str, said: str | None) -> None:
    verdict = Scale(CONFIG).said(rationale)
    assert (verdict.id if verdict else None) == said


def test_labels_of_all_languages_are_read() -> None:
    config = replace(
        CONFIG,
        verdicts=(Verdict(id="f", label={"de": "Falsch"}, rank=1), Verdict(id="t", label={"de": "Wahr"}, rank=2)),
    )
    verdict = Scale(config).said("Das ist falsch, sagt das Protokoll.")
    assert verdict is not None
    assert verdict.id == "f"
    assert Scale(config).said("Das ist nicht falsch.") is None


def test_a_rationale_or_evidence_for_the_other_side_is_found(desk: Workspace) -> None:
    assert found(desk, rationale="False: it was open.") == {(Code.CONTRADICTED, "rationale")}
    assert found(desk, rationale="Half true: it was open at night.") == set(), "the middle contradicts neither side"
    assert found(desk, verdict="false", rationale="It was open.") == {(Code.CONTRADICTED, "verdict")}
    assert found(desk, verdict="false", evidence=[OTHER]) == set(), "one page on each side"
    assert found(desk, verdict="unproven", evidence=[]) == set()


def test_dates_of_which_the_later_one_comes_first_are_found(desk: Workspace) -> None:
    late = PAGE | {"published": "2025-05-10", "accessed": "2025-05-09"}
    assert found(desk, evidence=[late]) == {(Code.DATE_ORDER, "accessed")}
    assert found(desk, evidence=[PAGE | {"published": "2025-05", "accessed": "2025-05-09"}]) == set()
    assert found(desk, evidence=[PAGE | {"accessed": "2031-01-01"}]) == {(Code.DATE_ORDER, "accessed")}
    assert found(desk, evidence=[PAGE], reviewBy="2024-01-01") == {(Code.DATE_ORDER, "reviewBy")}


def test_nobody_checks_themselves(desk: Workspace) -> None:
    assert found(desk, attribution={"amend": {"source": {"name": "  DESK ", "type": "organization"}}}) == set()
    own = Workspace(root=desk.root, config=replace(desk.config, publisher=replace(desk.config.publisher, name="Desk")))
    assert [item.code for item in lint_findings(open_dossier(own, SLUG), own.config)] == [Code.CONFLICT_OF_INTEREST]


def test_a_shortened_source_is_found_before_it_is_published(desk: Workspace) -> None:
    assert found(desk, evidence=[PAGE | {"url": "https://bit.ly/x"}]) == {(Code.SHORTENED_SOURCE, "url")}
    first = {"url": "https://www.t.co/x"}
    assert found(desk, firstAppearance=first) >= {(Code.SHORTENED_SOURCE, "url")}


def severities(desk: Workspace) -> dict[Code, Severity]:
    return {item.code: item.severity for item in check_article(desk, SLUG)[1]}


def test_what_is_a_note_in_a_draft_is_an_error_once_published(desk: Workspace) -> None:
    review(desk, "ada", CLOSED.id, **(DONE | {"rationale": "False: it was open.", "stage": "draft"}))
    assert severities(desk)[Code.CONTRADICTED] is Severity.NOTE
    review(desk, "ada", CLOSED.id, stage="done")
    assert severities(desk)[Code.CONTRADICTED] is Severity.WARNING
    file = publish(open_dossier(desk, SLUG), desk.config, (CLOSED.id,), who="desk", at="2025-05-11T08:00:00Z")
    save(desk, desk.decisions_path(SLUG), file, replaces=None)
    assert severities(desk)[Code.CONTRADICTED] is Severity.ERROR
    review(desk, "ben", CLOSED.id, **(DONE | {"rationale": "False: it was open.", "stage": "draft"}))
    assert len([item for item in check_article(desk, SLUG)[1] if item.severity is Severity.NOTE]) == 1, "a draft of it"


@pytest.mark.parametrize("code", list(BY_STEP))
def test_no_code_becomes_less_grave_on_its_way(code: Code) -> None:
    grave = [list(Severity).index(severity) for severity in BY_STEP[code]]
    assert grave == sorted(grave, reverse=True)


def test_a_finding_is_passed_over_where_a_reviewer_says_why_and_only_there(desk: Workspace) -> None:
    review(desk, "ada", CLOSED.id, **(DONE | {"rationale": "False: it was open."}))
    review(desk, "ben", CLOSED.id, comment="Not mine.", ignored=[{"code": "CK411", "reason": "I think so."}])
    assert set(severities(desk)) == {Code.CONTRADICTED, Code.UNUSED_IGNORE}, (
        "nobody passes over what another review says"
    )
    review(desk, "ben", CLOSED.id, ignored=None)
    review(desk, "ada", CLOSED.id, ignored=[{"code": "CK411", "reason": "It quotes the minutes."}])
    assert severities(desk) == {}
    review(desk, "ada", CLOSED.id, rationale="The minutes say so.")
    assert severities(desk) == {Code.UNUSED_IGNORE: Severity.NOTE}


def test_what_is_ignored_holds_nothing_back_at_the_gate(desk: Workspace) -> None:
    config = replace(desk.config, gate=replace(desk.config.gate, checks=("CK411",)))
    review(desk, "ada", CLOSED.id, **(DONE | {"rationale": "False: it was open."}))
    standing = next(item for item in standings(open_dossier(desk, SLUG)) if item.claim.id == CLOSED.id)
    assert "CK411" in Gate.of(open_dossier(desk, SLUG), config).missing(standing)[0]
    review(desk, "ada", CLOSED.id, ignored=[{"code": "CK411", "reason": "It quotes the minutes."}])
    assert Gate.of(open_dossier(desk, SLUG), config).missing(standing) == ()


def test_only_what_is_about_content_can_be_ignored(desk: Workspace) -> None:
    with pytest.raises(ReviewError, match="CK201 cannot be ignored"):
        review(desk, "ada", CLOSED.id, ignored=[{"code": "CK201", "reason": "x"}])


@pytest.mark.parametrize(
    ("text", "leans"),
    [
        ("It was published online in June 2023.", True),
        ("She opened the bridge.", True),
        ('"They knew of it," Ms Holt told reporters.', True),
        ("This means that the bridge is closed.", True),
        ("It is clear that the bridge is closed.", False),
        ("It took the council a year to close the bridge.", False),
        ("This bridge was closed.", False),
        ("Italy closed the bridge.", False),
        ("Its bridge was closed.", False),
        ("The bridge was closed before it was sold.", False),
    ],
)
def test_a_claim_that_begins_with_a_word_for_something_else_leans_on_its_article(text: str, leans: bool) -> None:
    claim = replace(CLOSED, text=text)
    assert unresolved(claim, "en-GB") is leans
    assert not unresolved(claim, "de")


def test_a_leaning_claim_is_found_once_somebody_reviewed_it(desk: Workspace) -> None:
    assert found(desk, text="It was closed on Monday.") == {(Code.UNRESOLVED_PRONOUN, "0")}


def test_what_is_published_changes_only_on_record(desk: Workspace) -> None:
    review(desk, "ada", CLOSED.id, **DONE)
    file = publish(open_dossier(desk, SLUG), desk.config, (CLOSED.id,), who="desk", at="2025-05-11T08:00:00Z")
    save(desk, desk.decisions_path(SLUG), file, replaces=None)
    assert severities(desk) == {}
    with pytest.raises(RefusalError, match="nothing of it has changed since it was published"):
        correct(open_dossier(desk, SLUG), desk.config, CLOSED.id, who="desk", at=LATER, change="Nothing.")
    review(desk, "ada", CLOSED.id, at=LATER, evidence=[OTHER])
    assert severities(desk) == {Code.UNRECORDED_CORRECTION: Severity.WARNING}
    review(desk, "ada", CLOSED.id, at=LATER, rationale="Other reasons.")
    (finding,) = check_article(desk, SLUG)[1]
    assert (finding.code, finding.severity) == (Code.UNRECORDED_CORRECTION, Severity.ERROR)
    assert "rationale, evidence of" in finding.message
    file = correct(open_dossier(desk, SLUG), desk.config, CLOSED.id, who="desk", at=LATER, change="Why.")
    save(desk, desk.decisions_path(SLUG), file, replaces=storage.digest(desk.decisions_path(SLUG)))
    assert severities(desk) == {}
    again = correct(
        open_dossier(desk, SLUG),
        desk.config,
        CLOSED.id,
        who="desk",
        at="2025-05-13T08:00:00Z",
        change="A typo on the page.",
        anyway=True,
    )
    assert len(again.ledger) == 3


def test_an_entry_written_by_hand_hides_nothing_that_other_commands_rest_on(desk: Workspace) -> None:
    review(desk, "ada", CLOSED.id, **DONE)
    path = desk.review_path(SLUG, "ada")
    for code, old, new in (
        ("CK305", f'"claim": "{CLOSED.id}"', '"claim": "c9"'),
        (
            "CK303",
            '"disposition": "accepted"',
            '"disposition": "edited", "anchors": [{"start": 0, "end": 3, "quote": "Not"}]',
        ),
    ):
        before = path.read_text()
        ignored = f'"ignored": [{{"code": "{code}", "reason": "x"}}], {new}'
        assert old in before
        path.write_text(before.replace(old, ignored))
        found = {item.code: item for item in check_article(desk, SLUG)[1]}
        assert found[Code(code)].severity is Severity.ERROR
        assert f"no review can pass over {code}" in found[Code.UNUSED_IGNORE].message
        path.write_text(before)
    with pytest.raises(ReviewError, match="CK303 cannot be ignored"):
        review(desk, "ada", CLOSED.id, ignored=[{"code": "CK303", "reason": "x"}])
