"""What we build is the same wherever it is built, and what it runs on is licensed as our policy wants."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from licences import POLICY, TABLE, holds, packages

ROOT = Path(__file__).parents[1]
BUILT_FROM = ("src", "schemas", "docs", "README.md", "CHANGELOG.md", "LICENSE", "pyproject.toml")


def build(folder: Path, *, umask: int, **world: str) -> dict[str, str]:
    """The digests of wheel and sdist, built in a copy of the sources with its own times and permissions."""
    for name in BUILT_FROM:
        if (ROOT / name).is_dir():
            shutil.copytree(
                ROOT / name, folder / name, copy_function=shutil.copyfile, ignore=shutil.ignore_patterns("__pycache__")
            )
        else:
            shutil.copyfile(ROOT / name, folder / name)
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder / "dist"), str(folder)]
    env = os.environ | {"SOURCE_DATE_EPOCH": "1764115200"} | world
    subprocess.run(command, check=True, capture_output=True, env=env, umask=umask)
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in (folder / "dist").iterdir()}


@pytest.mark.skipif(
    "CLAIMKIT_FROM_WHEEL" in os.environ,
    reason="builds are of the checkout: the wheel needs no builder",
)
def test_wheel_and_sdist_are_the_same_bytes_wherever_they_are_built(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "a longer path" / "two"
    one.mkdir()
    two.mkdir(parents=True)
    first = build(one, umask=0o022, TZ="UTC", PYTHONHASHSEED="1")
    for path in two.rglob("*"):
        os.utime(path, (1, 1))
    second = build(two, umask=0o077, TZ="Asia/Kolkata", PYTHONHASHSEED="2", LC_ALL="C")
    assert len(first) == 2
    assert first == second


def test_every_package_under_us_has_a_licence_that_the_policy_allows() -> None:
    found = packages()
    assert len(found) > 40
    assert {one.name: one.licence for one in found if one.verdict == "refused"} == {}
    assert all(not name.startswith(("GPL", "AGPL", "LGPL")) for name in (*POLICY["allowed"], *POLICY["noted"]))


def test_the_table_has_every_package_with_its_licence() -> None:
    written = TABLE.read_text("utf-8")
    for one in packages():
        assert f"| {one.name} | {one.licence} |" in written, "run 'make audit'"


@pytest.mark.parametrize(
    ("expression", "licences", "kept"),
    [
        ("MIT", ["MIT"], True), ("GPL-3.0-only", ["MIT"], False), ("MIT OR GPL-3.0-only", ["MIT"], True), ("", ["MIT"], False),
        ("MIT AND GPL-3.0-only", ["MIT"], False), ("(MIT OR GPL-2.0-only) AND 0BSD", ["MIT", "0BSD"], True),
        ("MPL-2.0 AND (Apache-2.0 OR GPL-2.0-only)", ["Apache-2.0"], False), ("Apache-2.0 WITH LLVM-exception", ["Apache-2.0"], True),
        ("UNKNOWN", ["MIT"], False),
    ],
)  # fmt: skip
def test_an_expression_is_kept_to_by_the_licences_that_it_leaves_the_choice_of(
    expression: str, licences: list[str], kept: bool
) -> None:
    assert holds(expression, licences) is kept
