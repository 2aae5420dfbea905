"""Whatever two people did on two branches from one base: no review, no evidence, no line of the ledger is lost."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from claimkit.annotations.documents import Document
from claimkit.annotations.jsontext import canonical
from claimkit.annotations.texts import Texts
from claimkit.model.history import states
from claimkit.model.raw import Raw, from_raw, to_raw
from claimkit.model.review import Origin, Review, Reviewer, ReviewFile
from claimkit.model.vocabulary import Disposition, Stage
from claimkit.review.annotate import Desk, annotate
from claimkit.review.merging.files import Versions, merge
from claimkit.review.merging.sequences import woven
from made import CLOSED, HURT, SAID, SLUG, TEXT, claims_file

DESK = Desk(texts=Texts(TEXT), document=Document(item=claims_file(), path=Path("claims.json"), digest="", text=""))
PAGES = st.fixed_dictionaries(
    {
        "url": st.sampled_from(["https://e.org/1", "https://e.org/2"]),
        "title": st.just("T"),
        "stance": st.just("context"),
    },
    optional={"quote": st.sampled_from("qr"), "note": st.sampled_from("mn")},
)
WORK: dict[str, Any] = {
    "verdict": st.sampled_from(["true", "false", None]),
    "confidence": st.sampled_from([0, 1, None]),
    "rationale": st.sampled_from(["x", "y", None]),
    "evidence": st.lists(PAGES, min_size=1, max_size=2) | st.none(),
    "stage": st.sampled_from(["draft", "done"]),
    "disposition": st.sampled_from(["accepted", "rejected"]),
}
EDIT = {"text": st.sampled_from(["Closed.", "Hurt."]), "disposition": st.just("edited")}
CLAIMS = {"claim": st.sampled_from([CLOSED.id, SAID.id, HURT.id])}
ADD = {"add": st.sampled_from([{"text": text, "anchors": ["Ada Stone"]} for text in ("A.", "B.")])}
ACTS = st.lists(
    st.fixed_dictionaries(CLAIMS, optional=WORK) | st.fixed_dictionaries(CLAIMS | EDIT) | st.fixed_dictionaries(ADD),
    max_size=4,
)
"""What a reviewer does, act by act; nothing in it is random."""

NOTHING = ReviewFile(article=SLUG, reviewer=Reviewer(id="ada"), reviews=())
STARTS = st.sampled_from(["nothing", "imported before", "imported on both branches"])

HEAD = {"$schema": "../../../schemas/review.schema.json", "schemaVersion": 1}


def imported(digit: str) -> ReviewFile:
    """A file as an import makes it."""
    origin = Origin(format="claimreview", id="#1", url="https://e.org/1", sha256=digit * 64, licence="CC BY 4.0")
    drafts = (
        Review(
            claim=claim.id,
            disposition=Disposition.ACCEPTED,
            comment=digit,
            origin=origin,
            stage=Stage.DRAFT,
            when=f"2025-05-0{digit}T00:00:00Z",
        )
        for claim in (CLOSED, HURT)
    )
    return replace(NOTHING, reviews=tuple(drafts))


def acted(file: ReviewFile, acts: list[Raw], hour: int) -> ReviewFile:
    """The file after these acts, one a day."""
    for day, entry in enumerate(acts):
        file, _ = annotate(file, dict(entry), DESK, f"2025-05-1{day}T0{hour}:00:00Z")
    return file


def told(review: Review) -> list[Raw]:
    """All that a review says or ever said, less its dates."""
    return [{key: value for key, value in to_raw(state).items() if key != "when"} for state in states(review)]


def says(raw: Raw) -> set[tuple[str, bytes]]:
    """Each property with its value; of the evidence each page on its own."""
    every = [(name, value) for name, value in raw.items() if name != "evidence"]
    return {
        (name, canonical(value)) for name, value in [*every, *(("evidence", item) for item in raw.get("evidence", []))]
    }


@settings(max_examples=150, deadline=None)
@given(STARTS, ACTS, ACTS, ACTS)
def test_no_review_and_no_evidence_is_lost(start: str, before: list[Raw], ours: list[Raw], theirs: list[Raw]) -> None:
    base = acted(imported("1") if start == "imported before" else NOTHING, before, 1)
    begun = [base, base]
    if start == "imported on both branches":
        base, begun = NOTHING, [imported("2"), imported("3")]
    sides = [acted(file, acts, hour) for file, acts, hour in zip(begun, (ours, theirs), (8, 9), strict=True)]
    old, mine, other = (canonical(HEAD | to_raw(file)) for file in (base, *sides))
    result = merge(Versions(base=old, ours=mine, theirs=other), "f")
    assert merge(Versions(base=old, ours=other, theirs=mine), "f").data == result.data
    assert merge(Versions(base=old, ours=result.data, theirs=result.data), "f").data == result.data
    raw = json.loads(result.data)
    reviews = {item["claim"]: from_raw(Review, item) for item in raw["reviews"]}
    added = {claim["id"] for claim in raw["added"]} if "added" in raw else set()
    for file in sides:
        assert added >= {claim.id for claim in file.added}
        for review in file.reviews:
            kept = told(reviews[review.claim])
            *former, present = told(review)
            assert all(state in kept for state in former), "every state that gave way is in the history"
            assert says(present) <= set().union(*map(says, kept)), (
                "what stood on either side stands, or is in the history"
            )


LINES = st.lists(
    st.fixed_dictionaries(
        {
            "claim": st.sampled_from(["c1", "c2"]),
            "act": st.just("retracted"),
            "date": st.sampled_from(["2025-05-10", "2025-05-11"]),
            "who": st.sampled_from("ab"),
            "change": st.sampled_from("xy"),
        }
    ),
    max_size=4,
)


@given(LINES, LINES, LINES)
def test_no_line_of_the_ledger_is_lost_and_none_changes_its_place(
    base: list[Raw], ours: list[Raw], theirs: list[Raw]
) -> None:
    head = {"$schema": "../../schemas/decisions.schema.json", "schemaVersion": 1, "article": SLUG}
    old, mine, other = (
        canonical(head | ({"ledger": lines} if lines else {})) for lines in (base, base + ours, base + theirs)
    )
    result = merge(Versions(base=old, ours=mine, theirs=other), "f")
    assert json.loads(merge(Versions(base=old, ours=other, theirs=mine), "f").data) == json.loads(result.data)
    ledger = json.loads(result.data).get("ledger", [])
    assert ledger[: len(base)] == base
    contradict = any(line in theirs for line in ours)  # the same lines in another order: one of the two must give way
    for side in (ours, theirs):
        assert all(ledger.count(line) >= (base + side).count(line) for line in side)
        rest = iter(ledger[len(base) :])
        assert contradict or all(line in rest for line in side), "in its own order"


@given(st.lists(st.integers(0, 9), unique=True), st.lists(st.integers(0, 9), unique=True))
def test_two_lists_are_woven_into_one_without_doubles(ours: list[int], theirs: list[int]) -> None:
    result = woven(ours, theirs, lambda key: key % 3)
    assert result == woven(theirs, ours, lambda key: key % 3)
    assert sorted(result) == sorted({*ours, *theirs})
    if not set(ours) & set(theirs):
        assert [key for key in result if key in ours] == ours
