"""Every valid file, changed in thousands of ways: no crash, no endless wait, and nothing passes that others refuse.

CLAIMKIT_MUTANTS says how many times as many mutants are tried as usual.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import pytest
from check_jsonschema.formats import FormatOptions
from check_jsonschema.regex_variants import RegexImplementation, RegexVariantName
from check_jsonschema.schema_loader import SchemaLoader
from click.testing import CliRunner

from claimkit import schemas
from claimkit.cli import main
from limits import within
from made import AT, CLOSED, HURT, SAID, SLUG, workspace
from mutating.changing import Mutant, mutants
from mutating.rules import SECOND, expected

ROOT = Path(__file__).parents[1]
SEED = "us-reaffirms-support-for-india"
TIMES = float(os.environ.get("CLAIMKIT_MUTANTS", "1"))
SECONDS = 20
"""What one check of a mutant may take; a usual one takes five milliseconds."""

DONE = (
    "--verdict",
    "true",
    "--rationale",
    "The minutes say so.",
    "--done",
    "--evidence",
    "https://example.net/",
    "--title",
    "T",
    "--stance",
    "supports",
)
KINDS = {"claims.json": "claims", "decisions.json": "decisions", "claimkit.toml": "config", "baseline.json": "baseline"}

SMALL = {
    f"annotations/{SLUG}/claims.json": 1500,
    f"annotations/{SLUG}/reviews/ada.json": 1400,
    f"annotations/{SLUG}/reviews/ben.json": 700,
    f"annotations/{SLUG}/decisions.json": 900,
    "claimkit.toml": 400,
    "baseline.json": 150,
    f"seeds/{SLUG}.txt": 100,
    f"seeds/{SLUG}.2.txt": 100,
}
"""The files of a small workspace, and how many mutants of each are tried."""

OURS = {
    f"annotations/{SEED}/claims.json": 20,
    f"annotations/{SEED}/reviews/claimkit-desk.json": 20,
    f"annotations/{SEED}/decisions.json": 20,
    f"seeds/{SEED}.txt": 5,
}
"""Those of this repository."""


def run(root: Path, *arguments: str) -> tuple[int, str, str]:
    """A command in this process: exit code, output, messages. Nothing but an exit may come out of it."""
    result = CliRunner().invoke(main, ["-C", str(root), *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two reviewers, a claim added, a verdict published, a newer text and a baseline."""
    root = tmp_path_factory.mktemp("small")
    workspace(root)
    for name, claim in (("ada", CLOSED), ("ada", SAID), ("ben", HURT)):
        assert run(root, "annotate", SLUG, claim.id, "--as", name, "--at", AT, *DONE)[0] == 0
    assert (
        run(
            root,
            "annotate",
            SLUG,
            "--as",
            "ben",
            "--at",
            AT,
            "--add",
            "The bridge was closed.",
            "--words",
            "The bridge was closed",
        )[0]
        == 0
    )
    (root / "newer.txt").write_text((root / f"seeds/{SLUG}.txt").read_text().replace("Why?", "Why was that?"))
    assert run(root, "publish", SLUG, "--all", "--as", "desk", "--at", AT)[0] == 0
    assert run(root, "correct", SLUG, CLOSED.id, "--change", "A slip.", "--as", "desk", "--at", "2025-05-11T08:00:00Z")[
        0
    ] in {0, 1}
    assert run(root, "update", SLUG, str(root / "newer.txt"), "--as", "desk", "--at", "2025-05-12T08:00:00Z")[0] == 0
    assert run(root, "check", "--write-baseline", "baseline.json")[0] == 0
    baseline = json.loads((root / "baseline.json").read_text())
    baseline["findings"] += json.loads(schemas.text(schemas.FileKind.BASELINE))["examples"][0]["findings"]
    (root / "baseline.json").write_text(json.dumps(baseline, indent=2))
    config = (root / "claimkit.toml").read_text()
    (root / "claimkit.toml").write_text(
        config + '\n[check]\nbaseline = "baseline.json"\n[check.severity]\nCK501 = "note"\n[gate]\nreviews = 1\n'
    )
    code, _, said = run(root, "check")
    assert code == 0, said
    return root


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The article of this repository, with its exports."""
    root = tmp_path_factory.mktemp("ours")
    for name in ("seeds", "annotations", "exports"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "claimkit.toml", root)
    return root


@cache
def validator(kind: str) -> Any:
    """What check-jsonschema validates with: its patterns are read by a matcher for ECMA 262, not by Python's."""
    regexes = RegexImplementation(RegexVariantName.default)
    concrete: Any = regexes._concrete
    concrete._compile_pattern = lru_cache(maxsize=None)(concrete._compile_pattern)
    loader = SchemaLoader(str(schemas.folder() / f"{kind}.schema.json"))
    options = FormatOptions(regex_impl=regexes)
    return loader.get_validator("", {}, options, regexes, fill_defaults=False)


def refused(name: str, mutant: Mutant) -> bool:
    """Whether another reader of JSON or TOML, or check-jsonschema, refuses the file."""
    if mutant.refused:
        return True
    try:
        raw = tomllib.loads(mutant.data.decode()) if name.endswith(".toml") else json.loads(mutant.data.decode())
    except (ValueError, RecursionError):
        return True
    try:
        return not validator(KINDS.get(Path(name).name, "review")).is_valid(raw)
    except RecursionError:
        return True


@dataclass
class Trial:
    """One file of a workspace, its mutants put in its place one after the other."""

    root: Path
    slug: str
    name: str

    def wrong(self, mutant: Mutant, broken: bool) -> str:
        """What claimkit does wrong with a mutant, ``broken`` or not by what others say, in words; empty: nothing."""
        path = self.root / self.name
        before = path.read_bytes()
        path.write_bytes(mutant.data)
        try:
            with within(SECONDS):
                code, out, said = run(self.root, "check", "--json", "--as-of", "2026-01-01")
            return self._judged(broken, code, out, said)
        finally:
            path.write_bytes(before)

    def _judged(self, broken: bool, code: int, out: str, said: str) -> str:
        if code not in {0, 1}:
            return f"exit {code}"
        if Path(self.name).name in {"claimkit.toml", "baseline.json"}:
            if broken:
                return (
                    "" if code == 1 and Path(self.name).name in said else f"it passes, and another refuses it: {said}"
                )
            return "" if code == 1 or isinstance(json.loads(out), list) else f"neither findings nor a message: {said}"
        found = {(item["code"], item["file"]) for item in json.loads(out)}
        errors = {(item["code"], item["file"]) for item in json.loads(out) if item["severity"] == "error"}
        unreadable, invalid = (("CK101", self.name) in errors, ("CK201", self.name) in errors)
        wrong = ""
        if bool(errors) != bool(code):
            wrong = f"exit {code} with {errors}"
        elif broken and not unreadable and not invalid:
            wrong = f"it passes, and another refuses it: {found}"
        elif invalid and not broken:
            wrong = "it is refused by the schema, and check-jsonschema takes it"
        elif not broken and not unreadable:  # else it is nested deeper than ours goes, or that of a newer claimkit
            wrong = self._compared(found)
        return wrong

    def _compared(self, found: set[tuple[str, str]]) -> str:
        wanted = expected(self.root, self.slug)
        if lacking := wanted - found:
            return f"not found: {lacking}"
        extra = {(code, file) for code, file in found - wanted if code in SECOND}
        return f"found, and it is not so: {extra}" if extra else ""


def failures(trial: Trial, number: int) -> tuple[list[str], int, int]:
    """What went wrong; how many mutants there were; and how many of them others refuse."""
    wrong, bad = [], 0
    every = list(mutants(trial.name, (trial.root / trial.name).read_bytes(), round(number * TIMES)))
    for mutant in every:
        broken = not trial.name.endswith(".txt") and refused(trial.name, mutant)
        bad += broken
        try:
            said = trial.wrong(mutant, broken)
        except Exception as error:  # whatever it is, a user would see it
            said = repr(error)
        if said:
            wrong.append(f"{mutant.how}: {said}"[:1000])
    return wrong, len(every), bad


@pytest.mark.parametrize("name", SMALL)
def test_no_mutant_of_a_small_workspace_crashes_check_or_passes_it_wrongly(small: Path, name: str) -> None:
    wrong, number, bad = failures(Trial(small, SLUG, name), SMALL[name])
    assert wrong == []
    assert number == round(SMALL[name] * TIMES)
    if name.endswith(".json"):
        assert number / 10 < bad < number * 0.95, "some are broken, and some are not"


@pytest.mark.parametrize("name", OURS)
def test_no_mutant_of_this_repository_does(ours: Path, name: str) -> None:
    wrong, _, _ = failures(Trial(ours, SEED, name), OURS[name])
    assert wrong == []


@pytest.mark.parametrize("name", ["claims.json", "reviews/ada.json", "decisions.json"])
def test_a_real_process_says_the_same_of_some_of_them(small: Path, name: str) -> None:
    path = small / "annotations" / SLUG / name
    before = path.read_bytes()
    command = [sys.executable, "-m", "claimkit", "-C", str(small), "check", "--json"]
    try:
        for mutant in list(mutants(path.name, before, round(8 * TIMES))):
            path.write_bytes(mutant.data)
            done = subprocess.run(command, capture_output=True, check=False, timeout=60)
            code, out, _ = run(small, "check", "--json")
            assert (done.returncode, done.stdout.decode()) == (code, out), mutant.how
            assert b"Traceback" not in done.stderr, mutant.how
    finally:
        path.write_bytes(before)
