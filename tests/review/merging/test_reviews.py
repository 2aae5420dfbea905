"""Two branches' versions of one reviewer's file become one, and nothing is lost."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from claimkit.annotations.jsontext import canonical
from claimkit.annotations.workspace import Workspace
from claimkit.errors import DataError
from claimkit.model.history import states
from claimkit.model.raw import from_raw
from claimkit.model.review import Review
from claimkit.review.history import recorded
from claimkit.review.merging.files import Merged, Versions, merge
from claimkit.review.merging.sequences import places_of
from claimkit.review.recording import record
from made import CLOSED, HURT, SAID, SLUG, workspace

DAYS = [f"2025-05-{day:02}T08:00:00Z" for day in range(10, 30)]
PLACES = {claim.id: (claim.anchors[0].start, claim.anchors[-1].end) for claim in (CLOSED, SAID, HURT)}

Entry = dict[str, Any]
Acts = list[tuple[int, Any]]


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    return workspace(tmp_path)


def version(desk: Workspace, acts: Acts) -> bytes:
    """The bytes of a reviewer's file after these acts, each with its day."""
    path = desk.review_path(SLUG, "first")
    path.unlink(missing_ok=True)
    for day, entry in acts:
        record(desk, SLUG, "first", [("", dict(entry))], DAYS[day])
    return path.read_bytes() if path.exists() else b""


def merged(desk: Workspace, base: Acts, ours: Acts, theirs: Acts) -> tuple[dict[str, Any], Merged]:
    """What comes of two branches from one base; the same whichever side is called ours."""
    sides = [version(desk, [*base, *side]) for side in (ours, theirs)]
    old = version(desk, base)
    result = merge(Versions(base=old, ours=sides[0], theirs=sides[1]), "f", PLACES)
    other = merge(Versions(base=old, ours=sides[1], theirs=sides[0]), "f", PLACES)
    assert (other.data, len(other.conflicts)) == (result.data, len(result.conflicts))
    return json.loads(result.data), result


ONE = [(0, {"claim": CLOSED.id, "verdict": "true", "confidence": 0.5, "stage": "done"})]


def test_reviews_of_different_claims_are_put_together_in_the_order_of_the_text(desk: Workspace) -> None:
    file, result = merged(desk, [], [(1, {"claim": HURT.id})], [(2, {"claim": CLOSED.id}), (2, {"claim": SAID.id})])
    assert [review["claim"] for review in file["reviews"]] == [CLOSED.id, SAID.id, HURT.id]
    assert result.conflicts == ()


def test_different_properties_of_one_review_are_put_together(desk: Workspace) -> None:
    file, result = merged(
        desk, ONE, [(1, {"claim": CLOSED.id, "rationale": "So."})], [(2, {"claim": CLOSED.id, "comment": "Hm."})]
    )
    (review,) = file["reviews"]
    assert (review["rationale"], review["comment"], review["when"]) == ("So.", "Hm.", DAYS[2])
    assert review["verdict"] == "true"
    assert result.conflicts == ()


def test_one_property_changed_differently_is_named_and_the_earlier_one_is_in_the_history(desk: Workspace) -> None:
    file, result = merged(
        desk, ONE, [(2, {"claim": CLOSED.id, "verdict": "false"})], [(1, {"claim": CLOSED.id, "verdict": "unproven"})]
    )
    (review,) = file["reviews"]
    told = [state.verdict for state in states(from_raw(Review, review))]
    assert (review["verdict"], told) == ("false", ["true", "unproven", "false"])
    (conflict,) = result.conflicts
    assert str(conflict) == (
        f'{CLOSED.id}: verdict: ours is "false", theirs "unproven"; '
        "ours is later and stands, the other is in the review's history"
    )


def test_histories_are_joined_in_the_order_of_time_without_doubles(desk: Workspace) -> None:
    file, _ = merged(
        desk,
        ONE,
        [(1, {"claim": CLOSED.id, "verdict": "false"}), (5, {"claim": CLOSED.id, "verdict": "outdated"})],
        [(3, {"claim": CLOSED.id, "verdict": "unproven"}), (7, {"claim": CLOSED.id, "comment": "Hm."})],
    )
    (review,) = file["reviews"]
    every = list(states(from_raw(Review, review)))
    assert [state.when for state in every] == [DAYS[day] for day in (0, 1, 3, 5, 7)]
    assert [state.verdict for state in every] == ["true", "false", "unproven", "outdated", "unproven"]


def page(number: int, **more: str) -> Entry:
    return {"url": f"https://example.net/{number}", "title": "T", "stance": "supports", **more}


def test_evidence_of_both_is_kept_less_what_one_took_away(desk: Workspace) -> None:
    base = [(0, {"claim": CLOSED.id, "evidence": [page(1), page(2)]})]
    cleared: Acts = [
        (1, {"claim": CLOSED.id, "evidence": None}),
        (2, {"claim": CLOSED.id, "evidence": [page(2), page(3)]}),
    ]
    file, result = merged(desk, base, cleared, [(3, {"claim": CLOSED.id, "evidence": [page(4)]})])
    (review,) = file["reviews"]
    assert sorted(item["url"][-1] for item in review["evidence"]) == ["2", "3", "4"]
    assert result.conflicts == ()


def test_one_page_changed_differently_is_named_by_its_address(desk: Workspace) -> None:
    base = [(0, {"claim": CLOSED.id, "evidence": [page(1)]})]
    sides = [[(day, {"claim": CLOSED.id, "evidence": [page(1, note=note)]})] for day, note in ((1, "a"), (2, "b"))]
    file, result = merged(desk, base, *sides)
    (review,) = file["reviews"]
    assert [item["note"] for item in review["evidence"]] == ["b"]
    assert [conflict.what for conflict in result.conflicts] == ["evidence https://example.net/1"]
    assert "a" in [state.evidence[0].note for state in states(from_raw(Review, review))]


def test_a_page_taken_away_here_and_changed_there_is_kept_and_named(desk: Workspace) -> None:
    base = [(0, {"claim": CLOSED.id, "evidence": [page(1), page(2)]})]
    away: Acts = [(1, {"claim": CLOSED.id, "evidence": None}), (1, {"claim": CLOSED.id, "evidence": [page(2)]})]
    file, result = merged(desk, base, away, [(2, {"claim": CLOSED.id, "evidence": [page(1, note="n")]})])
    assert {item["url"][-1] for item in file["reviews"][0]["evidence"]} == {"1", "2"}
    assert [conflict.outcome for conflict in result.conflicts] == ["it is kept"]


def test_what_cannot_be_combined_is_the_later_review_whole(desk: Workspace) -> None:
    """One side rejects the claim, the other has better words for it: no review can do both."""
    edited = [(0, {"claim": CLOSED.id, "text": "The bridge was closed."})]
    file, result = merged(
        desk,
        edited,
        [(1, {"claim": CLOSED.id, "disposition": "rejected"})],
        [(2, {"claim": CLOSED.id, "kind": "opinion"})],
    )
    (review,) = file["reviews"]
    assert (review["disposition"], review["text"], review["kind"]) == ("edited", "The bridge was closed.", "opinion")
    assert {conflict.what for conflict in result.conflicts} == {"disposition", "text", "kind"}
    assert "rejected" in [state.disposition for state in states(from_raw(Review, review))]


def test_the_same_change_at_two_times_is_no_conflict(desk: Workspace) -> None:
    file, result = merged(
        desk, ONE, [(1, {"claim": CLOSED.id, "verdict": "false"})], [(2, {"claim": CLOSED.id, "verdict": "false"})]
    )
    assert (file["reviews"][0]["when"], result.conflicts) == (DAYS[2], ())


def without(data: bytes, claim: str, *, added: bool = False) -> bytes:
    """A version with the review taken away, as undo does."""
    raw = json.loads(data)
    raw["reviews"] = [review for review in raw["reviews"] if review["claim"] != claim]
    if added:
        del raw["added"]
    return (json.dumps(raw, ensure_ascii=False, indent=2) + "\n").encode()


def test_a_review_taken_away_here_and_changed_there_is_kept_and_named(desk: Workspace) -> None:
    base = version(desk, [*ONE, (0, {"claim": HURT.id})])
    changed = version(desk, [*ONE, (0, {"claim": HURT.id}), (3, {"claim": CLOSED.id, "verdict": "false"})])
    result = merge(Versions(base=base, ours=without(base, CLOSED.id), theirs=changed), "f", PLACES)
    assert [review["claim"] for review in json.loads(result.data)["reviews"]] == [CLOSED.id, HURT.id]
    (conflict,) = result.conflicts
    assert str(conflict).startswith(f'{CLOSED.id}: review: ours is nothing, theirs "accepted"; one side took away')


def test_a_review_taken_away_here_and_left_alone_there_is_gone(desk: Workspace) -> None:
    base = version(desk, [*ONE, (0, {"claim": HURT.id})])
    changed = version(desk, [*ONE, (0, {"claim": HURT.id}), (3, {"claim": HURT.id, "verdict": "false"})])
    result = merge(Versions(base=base, ours=without(base, CLOSED.id), theirs=changed), "f", PLACES)
    assert [review["claim"] for review in json.loads(result.data)["reviews"]] == [HURT.id]
    assert result.conflicts == ()


ADD = {"add": {"text": "People were hurt.", "anchors": ["people were hurt"]}}
ADD_TOO = {"add": {"text": "Ada Stone is the mayor.", "anchors": ["The mayor, Ada Stone"]}}


def test_added_claims_of_both_are_kept_in_the_order_of_the_text(desk: Workspace) -> None:
    file, result = merged(desk, [], [(1, ADD)], [(2, ADD_TOO)])
    assert [claim["text"] for claim in file["added"]] == ["Ada Stone is the mayor.", "People were hurt."]
    assert [review["claim"] for review in file["reviews"]] == [claim["id"] for claim in file["added"]]
    assert result.conflicts == ()


def test_an_added_claim_whose_review_is_kept_is_kept_too(desk: Workspace) -> None:
    base = version(desk, [(0, ADD)])
    (claim,) = json.loads(base)["added"]
    changed = version(desk, [(0, ADD), (1, {"claim": claim["id"], "verdict": "true"})])
    result = merge(Versions(base=base, ours=without(base, claim["id"], added=True), theirs=changed), "f")
    assert json.loads(result.data)["added"] == [claim]
    assert len(result.conflicts) == 1


def test_an_added_claim_taken_back_here_and_changed_there_is_kept_and_named(desk: Workspace) -> None:
    base = version(desk, [(0, ADD), (0, {"claim": CLOSED.id, "comment": "x"})])
    changed = version(
        desk, [(0, ADD), (0, {"claim": CLOSED.id, "comment": "x"}), (1, {"add": ADD["add"] | {"kind": "opinion"}})]
    )
    (claim,) = json.loads(changed)["added"]
    result = merge(Versions(base=base, ours=without(base, claim["id"], added=True), theirs=changed), "f")
    assert json.loads(result.data)["added"] == [claim]
    assert [conflict.what for conflict in result.conflicts] == ["added claim"]


def test_two_claims_added_under_one_id_are_told_apart_with_their_reviews(desk: Workspace) -> None:
    one, two = version(desk, [(1, ADD)]), version(desk, [(2, ADD_TOO)])
    (id_one,), (id_two,) = ([claim["id"] for claim in json.loads(data)["added"]] for data in (one, two))
    clash = two.replace(id_two.encode(), id_one.encode())
    result = merge(Versions(base=b"", ours=one, theirs=clash), "f", places_of([]))
    file = json.loads(result.data)
    assert {claim["text"] for claim in file["added"]} == {ADD["add"]["text"], ADD_TOO["add"]["text"]}
    assert {review["claim"] for review in file["reviews"]} == {claim["id"] for claim in file["added"]}
    assert len({claim["id"] for claim in file["added"]}) == 2
    assert [conflict.what for conflict in result.conflicts] == ["added claim"]


def test_an_added_claim_that_both_changed_is_that_of_the_later_review(desk: Workspace) -> None:
    sides = [[(day, {"add": ADD["add"] | {"kind": kind}})] for day, kind in ((1, "opinion"), (2, "prediction"))]
    base: Acts = [(0, ADD), (0, {"claim": CLOSED.id})]
    file, result = merged(desk, base, [*sides[0], (3, {"claim": CLOSED.id})], sides[1])
    assert len(file["added"]) == 1
    assert [conflict.what for conflict in result.conflicts] == ["kind"]


def test_what_only_one_side_changed_is_taken_byte_for_byte(desk: Workspace) -> None:
    base, ours = version(desk, ONE), version(desk, [*ONE, (1, {"claim": HURT.id})])
    assert merge(Versions(base=base, ours=ours, theirs=base), "f").data == ours
    assert merge(Versions(base=base, ours=base, theirs=ours), "f").data == ours
    assert merge(Versions(base=b"", ours=ours, theirs=ours), "f").data == ours


@pytest.mark.parametrize(
    ("theirs", "words"),
    [
        (b"{", r"f \(theirs\):1:2: it is not JSON"),
        (b"[]", r"f \(theirs\): it is no annotation file"),
        (b'{"$schema": "review.schema.json"}', r"f \(theirs\): the file has no"),
        (b'{"$schema": "config.schema.json"}', "it is no annotation file"),
        (b'{"$schema": "review.schema.json", "schemaVersion": 99}', "install a newer claimkit"),
        (b"<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n", "git left a conflict here"),
    ],
)
def test_a_version_that_is_no_annotation_file_is_named(desk: Workspace, theirs: bytes, words: str) -> None:
    with pytest.raises(DataError) as error:
        merge(Versions(base=b"", ours=version(desk, ONE), theirs=theirs), "f")
    assert error.match(words)


def test_files_of_different_reviewers_or_with_two_reviews_of_one_claim_are_not_merged(desk: Workspace) -> None:
    ours = version(desk, ONE)
    other = ours.replace(b'"id": "first"', b'"id": "zoe"')
    with pytest.raises(DataError, match="different articles or reviewers"):
        merge(Versions(base=b"", ours=ours, theirs=other), "f")
    raw = json.loads(ours)
    raw["reviews"] *= 2
    with pytest.raises(DataError, match=f"two reviews of {CLOSED.id}"):
        merge(Versions(base=b"", ours=ours, theirs=json.dumps(raw).encode()), "f")


def test_a_name_changed_on_one_side_is_taken_and_on_both_is_named(desk: Workspace) -> None:
    base = json.loads(version(desk, ONE))
    names = [base | {"reviewer": {"id": "first", "name": name}} for name in ("Ada", "Bea")]
    more = json.loads(version(desk, [*ONE, (1, {"claim": HURT.id})]))
    old, ada, bea, hurt = (json.dumps(raw).encode() for raw in (base, *names, more))
    assert json.loads(merge(Versions(base=old, ours=hurt, theirs=ada), "f").data)["reviewer"]["name"] == "Ada"
    result = merge(Versions(base=old, ours=ada, theirs=bea), "f")
    assert [conflict.what for conflict in result.conflicts] == ["reviewer"]


def test_the_states_of_a_review_are_recorded_as_they_were(desk: Workspace) -> None:
    data = version(
        desk, [*ONE, (1, {"claim": CLOSED.id, "verdict": "false"}), (2, {"claim": CLOSED.id, "comment": "x"})]
    )
    review = from_raw(Review, json.loads(data)["reviews"][0])
    assert recorded(list(states(review))) == review
    assert recorded([replace(review, history=()), review]) == replace(review, history=())


def test_a_review_finished_here_and_changed_there_is_a_draft_again_and_named(desk: Workspace) -> None:
    """Nobody finished what the two say together."""
    base: Acts = [(0, {"claim": CLOSED.id, "verdict": "true"})]
    finished: Acts = [(1, {"claim": CLOSED.id, "stage": "done"})]
    file, result = merged(desk, base, finished, [(2, {"claim": CLOSED.id, "verdict": "false"})])
    (review,) = file["reviews"]
    assert (review["stage"], review["verdict"]) == ("draft", "false")
    assert [conflict.what for conflict in result.conflicts] == ["stage"]
    assert {"verdict": "true", "stage": "done"} in [former["was"] for former in review["history"]]
    file, result = merged(desk, base, finished, [(2, {"claim": CLOSED.id, "comment": "Hm."})])
    assert (file["reviews"][0]["stage"], result.conflicts) == ("done", ()), "a comment changes nothing of it"


def test_a_review_of_the_newer_text_stands_whole(desk: Workspace) -> None:
    """A verdict on the old words says nothing of the new ones."""
    old = version(desk, ONE)
    ours = json.loads(version(desk, [*ONE, (2, {"claim": CLOSED.id, "verdict": "false"})]))
    theirs = json.loads(version(desk, [*ONE, (1, {"claim": CLOSED.id, "comment": "Still so."})]))
    theirs["reviews"][0]["textVersion"] = 2
    for one, two in ((ours, theirs), (theirs, ours)):
        result = merge(Versions(base=old, ours=canonical(one), theirs=canonical(two)), "f", PLACES)
        (review,) = json.loads(result.data)["reviews"]
        assert (review["verdict"], review["textVersion"], review["comment"]) == ("true", 2, "Still so.")
        assert [conflict.what for conflict in result.conflicts] == ["verdict"]
        assert "false" in {former.get("was", {}).get("verdict") for former in review["history"]}
