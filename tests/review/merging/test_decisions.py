"""Two branches' versions of the desk's file become one; the ledger loses no line."""

from __future__ import annotations

import json
from typing import Any

from claimkit.annotations.jsontext import canonical
from claimkit.review.merging.files import Merged, Versions, merge

Item = dict[str, Any]

PUBLISHED = {
    "claim": "c1",
    "act": "published",
    "date": "2025-05-11",
    "who": "a",
    "verdict": "true",
    "url": "https://e.org/1",
}
CORRECTED = {"claim": "c1", "act": "corrected", "date": "2025-05-13", "who": "b", "verdict": "false", "change": "No."}
RETRACTED = {"claim": "c1", "act": "retracted", "date": "2025-05-12", "who": "a", "change": "Wrong."}
OTHER = PUBLISHED | {"claim": "c2", "date": "2025-05-10"}


def settled(claim: str, verdict: str, day: int, **more: Any) -> Item:
    when = f"2025-05-{day}T08:00:00Z"
    return {"claim": claim, "verdict": verdict, "review": "a", "how": "single", "who": "a", "when": when, **more}


def file(*items: Item) -> bytes:
    """A decisions.json with these decisions and lines."""
    raw: Item = {"$schema": "../../schemas/decisions.schema.json", "schemaVersion": 1, "article": "bridge-closed"}
    decisions = [item for item in items if "act" not in item]
    ledger = [item for item in items if "act" in item]
    return canonical(raw | {name: list_ for name, list_ in (("decisions", decisions), ("ledger", ledger)) if list_})


def merged(base: list[Item], ours: list[Item], theirs: list[Item]) -> tuple[Item, Merged]:
    """What comes of the two, the same whichever side is called ours."""
    result = merge(Versions(base=file(*base), ours=file(*ours), theirs=file(*theirs)), "f")
    other = merge(Versions(base=file(*base), ours=file(*theirs), theirs=file(*ours)), "f")
    assert (result.data, len(result.conflicts)) == (other.data, len(other.conflicts))
    return json.loads(result.data), result


def test_decisions_on_different_claims_and_their_lines_are_put_together() -> None:
    raw, result = merged([], [settled("c1", "true", 11), PUBLISHED], [settled("c2", "true", 10), OTHER])
    assert [item["claim"] for item in raw["decisions"]] == ["c1", "c2"]
    assert raw["ledger"] == [OTHER, PUBLISHED], "by date"
    assert result.conflicts == ()


def test_of_two_decisions_on_a_claim_the_later_stands_and_replaces_the_other() -> None:
    base = settled("c1", "unproven", 10)
    ours, theirs = settled("c1", "true", 12, replaces=base), settled("c1", "false", 11, replaces=base)
    raw, result = merged([base], [ours], [theirs])
    (decision,) = raw["decisions"]
    chain = [decision["verdict"], decision["replaces"]["verdict"], decision["replaces"]["replaces"]["verdict"]]
    assert chain == ["true", "false", "unproven"]
    assert "replaces" not in decision["replaces"]["replaces"]
    assert str(result.conflicts[0]) == (
        'c1: decision: ours is "true" by a, 2025-05-12T08:00:00Z, theirs "false" by a, 2025-05-11T08:00:00Z; '
        "ours is later and stands, and replaces the other"
    )


def test_the_same_decision_at_two_times_is_no_conflict_and_both_are_kept() -> None:
    raw, result = merged([], [settled("c1", "true", 11)], [settled("c1", "true", 12, who="b")])
    assert (raw["decisions"][0]["who"], raw["decisions"][0]["replaces"]["who"]) == ("b", "a")
    assert result.conflicts == ()


def test_a_decision_taken_away_here_and_changed_there_is_kept_and_named() -> None:
    raw, result = merged([settled("c1", "true", 11), PUBLISHED], [PUBLISHED], [settled("c1", "false", 12), PUBLISHED])
    assert raw["decisions"][0]["verdict"] == "false"
    assert [conflict.what for conflict in result.conflicts] == ["decision"]


def test_a_claim_published_on_both_sides_stays_on_record_twice_and_is_named() -> None:
    elsewhere = PUBLISHED | {"url": "https://e.org/other", "date": "2025-05-12", "who": "b"}
    raw, result = merged([OTHER], [OTHER, PUBLISHED], [OTHER, elsewhere])
    assert raw["ledger"] == [OTHER, PUBLISHED, elsewhere]
    (conflict,) = result.conflicts
    assert str(conflict).startswith("c1: ledger: ours is published 2025-05-11 by a true https://e.org/1, theirs ")


def test_a_claim_corrected_here_and_retracted_there_is_named() -> None:
    raw, result = merged([PUBLISHED], [PUBLISHED, CORRECTED], [PUBLISHED, RETRACTED])
    assert raw["ledger"] == [PUBLISHED, RETRACTED, CORRECTED]
    assert len(result.conflicts) == 1


def test_the_same_line_on_both_sides_stands_once_and_twice_on_one_side_twice() -> None:
    raw, result = merged([OTHER], [OTHER, PUBLISHED, PUBLISHED], [OTHER, PUBLISHED])
    assert (raw["ledger"], result.conflicts) == ([OTHER, PUBLISHED, PUBLISHED], ())


def test_a_line_that_one_side_took_out_of_the_ledger_is_kept_and_named() -> None:
    raw, result = merged([PUBLISHED, OTHER], [OTHER], [PUBLISHED, OTHER, settled("c1", "true", 11)])
    assert raw["ledger"] == [PUBLISHED, OTHER]
    assert [conflict.outcome for conflict in result.conflicts] == ["lines are added, never taken away; it is kept"]


def test_each_side_keeps_the_order_of_its_lines_even_against_their_dates() -> None:
    early = CORRECTED | {"date": "2025-05-01"}
    raw, _ = merged([], [PUBLISHED, early], [OTHER])
    assert raw["ledger"] == [OTHER, PUBLISHED, early]


def test_a_claim_retracted_here_and_decided_anew_there_is_named() -> None:
    base = [settled("c1", "true", 10), PUBLISHED]
    anew = settled("c1", "false", 12, how="adjudicated", why="So.", replaces=base[0])
    raw, result = merged(base, [*base, RETRACTED], [anew, PUBLISHED])
    assert (raw["decisions"][0]["verdict"], raw["ledger"]) == ("false", [PUBLISHED, RETRACTED])
    assert [(conflict.place, conflict.what) for conflict in result.conflicts] == [("c1", "decision")]
