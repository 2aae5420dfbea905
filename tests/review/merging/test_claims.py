"""Two branches that split one article again."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from claimkit.annotations.documents import serialised
from claimkit.model.claim import Claim, ClaimsFile, Splitter
from claimkit.model.vocabulary import Kind
from claimkit.review.merging.files import Merged, Versions, merge
from made import CLOSED, HURT, SAID, anchor, claims_file, workspace

PART = Claim(id="c4", text="12 people were hurt.", anchors=(anchor("12 people"),), kind=Kind.FACT, proposed_by="rule:x")
WHY = Claim(id="c5", text="Why?", anchors=(anchor("Why?"),), kind=Kind.QUESTION, proposed_by="rule:x")


def merged(tmp_path: Path, ours: ClaimsFile, theirs: ClaimsFile, base: ClaimsFile | None = None) -> tuple[Any, Merged]:
    desk = workspace(tmp_path)
    old, mine, other = (
        serialised(desk, desk.claims_path("bridge-closed"), file) for file in (base or claims_file(), ours, theirs)
    )
    result = merge(Versions(base=old, ours=mine, theirs=other), "f")
    return json.loads(result.data), result


def test_the_claims_of_two_splits_of_one_text_are_put_together(tmp_path: Path) -> None:
    """One that a side dropped is kept: somebody may have reviewed it on the other."""
    ours = replace(claims_file(), claims=(CLOSED, SAID, PART))
    theirs = replace(claims_file(), claims=(CLOSED, SAID, HURT, WHY))
    raw, result = merged(tmp_path, ours, theirs)
    assert [claim["id"] for claim in raw["claims"]] == [CLOSED.id, SAID.id, PART.id, HURT.id, WHY.id]
    assert result.conflicts == ()
    assert "noClaim" not in raw["article"]["sentences"][-1], "the question has a claim now"


def test_metadata_that_each_side_filled_in_is_put_together_and_differing_ones_are_named(tmp_path: Path) -> None:
    file = claims_file()
    metadata = file.article.metadata
    sides = [
        replace(file, article=replace(file.article, metadata=replace(metadata, **change)))
        for change in ({"authors": ("Ann",), "title": "One"}, {"date_published": "2025-05-06", "title": "Two"})
    ]
    raw, result = merged(tmp_path, *sides)
    found = raw["article"]["metadata"]
    assert (found["title"], found["authors"], found["datePublished"]) == ("One", ["Ann"], "2025-05-06")
    assert [(conflict.what, conflict.outcome) for conflict in result.conflicts] == [("title", "that of ours stands")]


def test_one_claim_changed_by_both_is_put_together_property_by_property(tmp_path: Path) -> None:
    ours = replace(claims_file(), claims=(replace(CLOSED, short="Closed", kind=Kind.OPINION), SAID, HURT))
    theirs = replace(claims_file(), claims=(replace(CLOSED, kind_reason="so", kind=Kind.OTHER), SAID, HURT))
    raw, result = merged(tmp_path, ours, theirs)
    claim = raw["claims"][0]
    assert (claim["short"], claim["kindReason"], claim["kind"]) == ("Closed", "so", "opinion")
    assert [(conflict.place, conflict.what) for conflict in result.conflicts] == [(CLOSED.id, "kind")]


def test_two_splitters_are_named(tmp_path: Path) -> None:
    sides = [
        replace(claims_file(), splitter=Splitter(name="claimkit", version=version, pipeline="p")) for version in "12"
    ]
    raw, result = merged(tmp_path, *sides)
    assert raw["splitter"]["version"] == "1"
    assert "splits it anew" not in str(result.conflicts[0])
    assert str(result.conflicts[0]).startswith("splitter: ours is {")


def test_where_the_texts_differ_the_side_with_the_newer_one_stands_whole(tmp_path: Path) -> None:
    file = claims_file()
    newer = replace(file, article=replace(file.article, text=replace(file.article.text, sha256="a" * 64)))
    newest = replace(file, article=replace(file.article, text=replace(file.article.text, sha256="b" * 64)))
    again = replace(file, claims=(CLOSED, SAID))
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    raw, result = merged(tmp_path / "one", again, newer)
    assert (raw["article"]["text"]["sha256"], len(raw["claims"])) == ("a" * 64, 3)
    assert "theirs stands whole" in str(result.conflicts[0])
    raw, result = merged(tmp_path / "two", newest, newer)
    assert raw["article"]["text"]["sha256"] == "b" * 64
    assert "ours stands whole" in str(result.conflicts[0])
    assert "'claimkit split' again" in str(result.conflicts[0])


def test_claims_of_the_side_whose_text_gives_way_are_kept_aside(tmp_path: Path) -> None:
    """Somebody may have reviewed the one that only that side proposed. What stands in its own new text has no place."""
    file = claims_file()
    first = file.article.text
    second = replace(first, file="seeds/bridge-closed.2.txt", sha256="a" * 64, since="2025-05-07T08:00:00Z", who="ada")
    article = replace(file.article, text=second, earlier=(first,))
    updated = replace(file, article=article, claims=(replace(CLOSED, text_version=2),))
    raw, _ = merged(tmp_path, replace(file, claims=(CLOSED, SAID, HURT, PART)), updated)
    assert [claim["id"] for claim in raw["claims"]] == [CLOSED.id]
    assert [claim["id"] for claim in raw["retired"]] == [SAID.id, HURT.id, PART.id]
    other = replace(article, text=replace(second, sha256="b" * 64))
    theirs = replace(file, article=other, claims=(SAID, PART, replace(WHY, text_version=2)))
    (tmp_path / "two").mkdir()
    raw, _ = merged(tmp_path / "two", updated, theirs)
    assert [claim["id"] for claim in raw["retired"]] == [SAID.id, HURT.id, PART.id]


def test_sentences_that_two_parsers_see_differently_are_named(tmp_path: Path) -> None:
    file = claims_file()
    fewer = replace(file, article=replace(file.article, sentences=file.article.sentences[:3]))
    raw, result = merged(tmp_path, replace(file, claims=(CLOSED, SAID, HURT, PART)), fewer)
    assert len(raw["article"]["sentences"]) == 4
    assert [conflict.what for conflict in result.conflicts] == ["sentences"]
