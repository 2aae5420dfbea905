"""What ``make conformance`` stands on: every oracle meets something broken, and no answer of one is lost."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from conformance import documents, objects, pages
from conformance.breaking import broken
from conformance.files import File, exported
from conformance.hearing import Hearing, heard
from conformance.oracle import Oracle
from conformance.table import remarks, table
from oracles.alarms import real
from oracles.jing import jing_missing, jing_problems
from oracles.names import Kind, Name
from oracles.node import node_missing
from oracles.programs import no_program

ORACLES = {oracle.name: oracle for oracle in (*objects.ORACLES, *pages.ORACLES, *documents.ORACLES)}
OFFLINE = Path(__file__).parents[1] / "oracles" / "offline.mjs"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> list[File]:
    """Everything that we export."""
    return exported(tmp_path_factory.mktemp("conformance") / "exports")


@pytest.fixture(scope="module")
def wrong(sound: list[File], tmp_path_factory: pytest.TempPathFactory) -> list[File]:
    """Everything that is broken."""
    return broken(tmp_path_factory.mktemp("broken"), sound)


def test_every_oracle_has_something_sound_and_something_broken_to_look_at(sound: list[File], wrong: list[File]) -> None:
    assert set(ORACLES) == set(Name)
    assert {file.kind for file in sound} == set(Kind)
    for oracle in ORACLES.values():
        assert oracle.kinds & {file.kind for file in sound}
        assert [file for file in wrong if oracle.name in file.refused_by], oracle.name


def test_every_broken_file_differs_from_the_sound_ones_and_somebody_must_refuse_it(
    sound: list[File], wrong: list[File]
) -> None:
    texts = {file.text for file in sound}
    assert [file.path.name for file in wrong if file.text in texts or not file.refused_by] == []
    for file in wrong:
        assert all(file.kind in ORACLES[name].kinds for name in file.refused_by), file.path


@pytest.mark.parametrize("name", [Name.EXTRUCT, Name.FEEDPARSER, Name.LXML_OURS, Name.RULES_OURS, Name.ANNOTATION])
def test_an_oracle_that_is_always_here_takes_the_sound_and_refuses_the_broken(
    name: Name, sound: list[File], wrong: list[File]
) -> None:
    answer = heard(ORACLES[name], sound, wrong)
    assert (answer.problems, answer.taken, answer.fails) == ((), (), False)


def test_a_problem_of_a_sound_file_and_a_broken_one_that_is_taken_are_both_failures(
    sound: list[File], wrong: list[File]
) -> None:
    oracle = ORACLES[Name.FEEDPARSER]
    feed = next(file for file in sound if file.kind is Kind.ATOM)
    bad = next(file for file in wrong if oracle.name in file.refused_by)
    asked = heard(oracle, [replace(bad, refused_by={})], [replace(feed, refused_by={oracle.name: "mismatched tag"})])
    assert asked.fails
    assert "mismatched tag" in asked.problems[0]
    assert asked.taken == (f"{feed.path}: 'mismatched tag' is not in what it says: nothing",)
    told = "\n".join(remarks([asked]))
    assert f"problem: feedparser: {bad.path}" in told
    assert "not refused: feedparser" in told
    assert heard(oracle, [feed], []).fails, "it was shown nothing broken"


def test_an_oracle_that_cannot_run_is_named_with_the_reason_and_fails_nothing(sound: list[File]) -> None:
    def never(files: object) -> list[list[str]]:
        raise AssertionError("it was asked")

    here = Oracle(name=Name.NU, kinds=frozenset({Kind.HTML}), version=str, check=never, missing=lambda: "no java")
    answer = heard(here, sound, [])
    assert (answer.fails, answer.missing) == (False, "no java")
    assert "not run: Nu Html Checker: no java" in list(remarks([answer]))
    assert len(list(table([answer]))) == 2


def test_the_table_has_the_figures() -> None:
    answer = Hearing(
        oracle=Name.AXE, version="4.1", kinds=("html",), looked_at=3, broken=2, problems=("x",), taken=("y",)
    )
    lines = list(table([answer]))
    assert lines[0].split() == ["oracle", "version", "looked", "at", "files", "problems", "refused"]
    assert lines[2].split() == ["axe-core", "4.1", "html", "3", "1", "1", "of", "2"]


def test_a_false_alarm_is_one_oracles_and_no_other_word_of_it_is_lost() -> None:
    says = 'ERROR: Required attribute "ratingValue" is missing, in ClaimReview/reviewRating'
    other = says.replace("ratingValue", "name")
    assert real(Name.ADOBE, [says, other]) == [other]
    assert real(Name.GOOGLE, [says]) == [says]


def test_a_program_is_missing_too_old_or_broken_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "old").write_text("#!/bin/sh\necho v18.2\n")
    (tmp_path / "bad").write_text("#!/bin/sh\necho cannot load >&2\nexit 3\n")
    for name in ("old", "bad"):
        (tmp_path / name).chmod(0o755)
    assert no_program("nobody", package="x") == "no nobody on the path; Debian's package x has it"
    assert no_program("old", package="x", least=20).endswith("has version 18, and 20 is needed")
    assert no_program("old", package="x", least=18) == ""
    assert no_program("bad", package="x").endswith("bad does not start: cannot load")


@pytest.mark.skipif(bool(node_missing()), reason=node_missing())
@pytest.mark.parametrize(
    "script", ["await fetch('https://example.org')", "(await import('net')).connect(80, '127.0.0.1')"]
)
def test_an_oracle_in_node_fetches_nothing(script: str) -> None:
    text = f"await import({str(OFFLINE)!r}); {script}"
    command, environment = (
        ["node", "--input-type=module", "-e", text],
        os.environ | {"CLAIMKIT_NODE_MODULES": "/nowhere"},
    )
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)
    assert done.returncode
    assert "an oracle tried to fetch something" in done.stderr


@pytest.mark.skipif(bool(jing_missing()), reason=jing_missing())
def test_jing_is_not_silenced_by_a_file_that_is_no_xml(sound: list[File], tmp_path: Path) -> None:
    tei = next(file.path for file in sound if file.kind is Kind.TEI)
    (tmp_path / "a.xml").write_text("<TEI")
    (tmp_path / "b.xml").write_text("<TEI/>")
    shutil.copy(tei, tmp_path / "c.xml")
    grammar = Path(__file__).parents[2] / "schemas" / "claimkit.rng"
    first, second, third = jing_problems(grammar, sorted(tmp_path.glob("*.xml")))
    assert first
    assert second
    assert third == []
