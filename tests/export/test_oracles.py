"""Each oracle refuses what is broken: an oracle that never says no proves nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimkit.export import exporter
from oracles import claimreview_problems, tei_problems, tombstone_problems
from pahalgam import BACKED, CONFIG, KILLED, dossier

Change = Callable[[dict[str, Any]], object]

BROKEN: dict[str, tuple[Change, str]] = {
    "misspelt property": (lambda item: item.update(claimReveiwed="x"), "no property claimReveiwed"),
    "misspelt type": (lambda item: item["itemReviewed"].update({"@type": "Cliam"}), "no type Cliam"),
    "lower-case type": (lambda item: item["citation"][0].update({"@type": "creativeWork"}), "no type creativeWork"),
    "property of another type": (lambda item: item.update(ratingValue=3), "ratingValue is no property"),
    "author as a text": (lambda item: item.update(author="Desk"), "a text where"),
    "appearance as an address": (
        lambda item: item["itemReviewed"].update(appearance=["https://e.org"]),
        "a text where",
    ),
    "wrong type of value": (lambda item: item.update(author={"@type": "Place", "name": "x"}), "Place"),
    "address without a host": (lambda item: item.update(url="x"), "no address"),
    "inexact date": (lambda item: item.update(datePublished="2025-05"), "no date"),
    "date that is none": (lambda item: item.update(datePublished="2025-02-30"), "no date"),
    "time without a T": (lambda item: item.update(datePublished="2020-06-23 20:02"), "no date"),
    "null": (lambda item: item.update(reviewBody=None), "empty"),
    "empty text": (lambda item: item.update(reviewBody=""), "empty"),
    "empty array": (lambda item: item.update(citation=[]), "empty"),
    "trailing carriage return": (lambda item: item.update(claimReviewed="x\r"), "not trimmed"),
    "worst rating 0": (lambda item: item["reviewRating"].update(worstRating=0), "numbers"),
    "rating as a word": (lambda item: item["reviewRating"].update(ratingValue="four"), "numbers"),
    "one number missing": (lambda item: item["reviewRating"].pop("bestRating"), "numbers"),
    "no label": (lambda item: item["reviewRating"].pop("alternateName"), "alternateName"),
    "no claimReviewed": (lambda item: item.pop("claimReviewed"), "no claimReviewed"),
    "no appearance": (lambda item: item["itemReviewed"].pop("appearance"), "appearance"),
    "two things with one name": (lambda item: item["itemReviewed"].update({"@id": item["@id"]}), "distinct"),
    "another context": (lambda item: item.update({"@context": "http://schema.org"}), "@context"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_claimreview_is_refused(name: str, data: Path) -> None:
    item = json.loads(exporter("claimreview")(dossier(), CONFIG).files[f"claimreview/{KILLED.id}.jsonld"])
    change, message = BROKEN[name]
    assert claimreview_problems(item, data) == []
    change(item)
    assert any(message in problem for problem in claimreview_problems(item, data))


def test_a_tombstone_that_could_be_taken_for_a_review_is_refused(data: Path) -> None:
    item = json.loads(exporter("claimreview")(dossier(), CONFIG).files[f"claimreview/{BACKED.id}.jsonld"])
    assert tombstone_problems(item, data) == []
    assert any("taken for" in problem for problem in tombstone_problems(item | {"@type": "ClaimReview"}, data))
    assert "no correction" in tombstone_problems({key: item[key] for key in item if key != "correction"}, data)


ALTERED: dict[str, tuple[str, str, str]] = {
    "element in the wrong place (RELAX NG)": ("<standOff>", "<standOff><p>x</p>", "RELAXNG"),
    "attribute that is none (RELAX NG)": ("<listBibl ", '<listBibl when="x" ', "RELAXNG"),
    "two ids alike (RELAX NG)": ('xml:id="ev2"', 'xml:id="ev1"', "ev1"),
    "empty container (RELAX NG)": ("<standOff>", '<standOff><listOrg type="sources"/>', "RELAXNG"),
    "two targets (Schematron)": ('<ref type="cue" ', '<ref type="cue" cRef="x" ', "Only one of the attributes"),
    "dangling pointer": ('target="#ev1"', 'target="#ev9"', "#ev9"),
    "dangling category": ("#verdict.true", "#verdict.truish", "#verdict.truish"),
    "annotation of the wrong thing": ('target="#c0a11ed1" ana', 'target="#ev1" ana', "targets ['bibl']"),
    "category that is none": ('ana="#state.added', 'ana="#ev1', "@ana points to ['bibl']"),
    "altered text": ("Marco Rubio", "Marco  Rubio", "digest"),
    "re-indented text": ("</head>\n", "</head>\n  ", "digest"),
}


@pytest.mark.parametrize("name", ALTERED)
def test_a_broken_tei_is_refused(name: str, data: Path) -> None:
    ((_, content),) = exporter("tei")(dossier(), CONFIG).files.items()
    old, new, message = ALTERED[name]
    assert old in content.decode()
    problems = tei_problems(content.decode().replace(old, new, 1).encode(), data)
    assert any(message in problem for problem in problems), problems
