"""Each oracle refuses what is broken: an oracle that never says no proves nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from broken.claimreview import BROKEN, TOMBSTONE
from broken.tei import DIGEST, FOREIGN, sound
from claimkit.export import exporter
from oracles import claimreview_problems, tei_problems, tombstone_problems
from oracles.names import Name
from pahalgam import BACKED, CONFIG, KILLED, dossier

BY_TERMS = [name for name, (_, refused_by) in BROKEN.items() if Name.TERMS in refused_by]


@pytest.mark.parametrize("name", BY_TERMS)
def test_a_broken_claimreview_is_refused(name: str, data: Path) -> None:
    item = json.loads(exporter("claimreview")(dossier(), CONFIG).files[f"claimreview/{KILLED.id}.jsonld"])
    change, refused_by = BROKEN[name]
    assert claimreview_problems(item, data) == []
    change(item)
    problems = claimreview_problems(item, data)
    assert any(refused_by[Name.TERMS] in problem for problem in problems), problems


@pytest.mark.parametrize("name", TOMBSTONE)
def test_a_tombstone_that_is_broken_or_could_be_taken_for_a_review_is_refused(name: str, data: Path) -> None:
    item = json.loads(exporter("claimreview")(dossier(), CONFIG).files[f"claimreview/{BACKED.id}.jsonld"])
    change, refused_by = TOMBSTONE[name]
    assert tombstone_problems(item, data) == []
    change(item)
    problems = tombstone_problems(item, data)
    assert any(refused_by[Name.TERMS] in problem for problem in problems), problems


POINTERS: dict[str, tuple[str, str, str]] = {
    "dangling pointer": ('target="#ev1"', 'target="#ev9"', "#ev9"),
    "dangling category": ("#verdict.true", "#verdict.truish", "#verdict.truish"),
    "annotation of the wrong thing": ('target="#c0a11ed1" ana', 'target="#ev1" ana', "targets ['bibl']"),
    "category that is none": ('ana="#state.added', 'ana="#ev1', "@ana points to ['bibl']"),
}
"""What no schema of others sees."""
SCHEMAS = {
    name: (old, new, refused_by.get(Name.LXML_ALL) or refused_by.get(Name.RULES_ALL) or "")
    for name, (old, new, refused_by) in FOREIGN.items()
}
DIGESTS = {name: (old, new, said[Name.BROWSER]) for name, (old, new, said) in DIGEST.items()}
ALTERED = POINTERS | SCHEMAS | DIGESTS


@pytest.mark.parametrize("name", ALTERED)
def test_a_broken_tei_is_refused(name: str, data: Path) -> None:
    old, new, message = ALTERED[name]
    content = sound().decode()
    assert old in content
    problems = tei_problems(content.replace(old, new, 1).encode(), data)
    assert any(message in problem for problem in problems), problems
