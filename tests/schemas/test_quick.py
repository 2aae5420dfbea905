"""The quick yes and jsonschema agree: on the official test suite, on every character, on thousands of broken files."""

from __future__ import annotations

import copy
import datetime
import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claimkit import schemas
from claimkit.schemas import FileKind, violations
from claimkit.schemas.dialect import Dialect
from claimkit.schemas.quick import part, surely_valid
from made import workspace
from mutating.values import CHARACTERS, mutants

ROOT = Path(__file__).parents[2]
SUITE = ROOT / "build" / "json-schema-test-suite" / "json" / "tests" / "draft2020-12"
ANNOTATIONS = ROOT / "annotations" / "us-reaffirms-support-for-india"
MUTANTS = 700
HOLDERS = {"properties", "$defs"}
NEVER_FAIL = {"title", "description", "examples"}
BESIDES = ("boolean_schema", "infinite-loop-detection", "minContains")


def subschemas(node: Any) -> Iterator[dict[str, Any]]:
    """The schema and all below it, without examples."""
    if isinstance(node, list):
        for item in node:
            yield from subschemas(item)
    if not isinstance(node, dict):
        return
    yield node
    for keyword, value in node.items():
        if keyword in HOLDERS:
            yield from subschemas(list(value.values()))
        elif keyword not in {"examples", "const", "enum"}:
            yield from subschemas(value)


def everything() -> list[dict[str, Any]]:
    return [node for kind in FileKind for node in subschemas(json.loads(schemas.text(kind)))]


def keywords() -> set[str]:
    return {keyword for node in everything() for keyword in node}


PATTERNS = sorted({node["pattern"] for node in everything() if "pattern" in node})
FILES = sorted(
    {keyword.strip("$") for keyword in keywords()} - {"schema", "id", "if", "then", "else"} - NEVER_FAIL
    | {"if-then-else", *BESIDES}
)  # fmt: skip


@pytest.mark.skipif(not SUITE.exists(), reason="the JSON Schema Test Suite is not in build/: make suite")
@pytest.mark.parametrize("name", FILES)
def test_they_agree_on_the_official_suite_for_every_keyword_of_ours(name: str) -> None:
    done = 0
    for case in json.loads((SUITE / f"{name}.json").read_text(encoding="utf-8")):
        text = json.dumps(case["schema"])
        if "http://localhost" in text:  # a schema elsewhere, which ours have not
            continue
        for test in case["tests"]:
            slow = Dialect(case["schema"]).is_valid(test["data"])
            assert surely_valid(text, test["data"]) == slow == test["valid"], (case["description"], test["description"])
            done += 1
    assert done


def test_no_pattern_uses_what_engines_read_differently() -> None:
    r"""``\s``, ``\d``, ``\w``, ``\b`` and ``.`` differ between Python and ECMA 262; look-around is not in Rust."""
    for pattern in PATTERNS:
        outside = pattern.replace(r"\\", "").replace(r"\.", "").replace("[^/", "[")
        assert not any(piece in outside for piece in (r"\s", r"\S", r"\d", r"\D", r"\w", r"\W", r"\b", r"\p", "(?")), (
            pattern
        )
        assert pattern.startswith("^")
        assert pattern.endswith("$")


@pytest.mark.parametrize("pattern", PATTERNS)
def test_they_agree_on_every_pattern_with_every_character(pattern: str) -> None:
    """Each of the first 12,544 code points and some later ones, put into an example, before and behind it."""
    schema = {"type": "string", "pattern": pattern}
    text, slow = json.dumps(schema), Dialect(schema)
    examples = [node["examples"] for node in everything() if node.get("pattern") == pattern and "examples" in node]
    base = min((str(example) for found in examples for example in found), key=len, default="en")
    for code in [*range(0x3100), *range(0xD7F0, 0xD800), *range(0xE000, 0xE010), *range(0xFE00, 0x1_0010)]:
        character = chr(code)
        for value in (character, base + character, base[:-1] + character + base[-1:], character + base):
            assert surely_valid(text, value) == slow.is_valid(value), (pattern, value)


def cut(value: Any) -> Any:
    """``value`` with at most three items in each list, so that thousands of copies are quickly judged."""
    if isinstance(value, list):
        return [cut(item) for item in value[:3]]
    return {key: cut(item) for key, item in value.items()} if isinstance(value, dict) else value


def originals() -> list[tuple[FileKind, Any]]:
    """The repository's own files, cut down, and each schema's examples."""
    found: list[tuple[FileKind, Any]] = [
        (FileKind.CLAIMS, cut(json.loads((ANNOTATIONS / "claims.json").read_text(encoding="utf-8")))),
        (FileKind.DECISIONS, cut(json.loads((ANNOTATIONS / "decisions.json").read_text(encoding="utf-8")))),
        (FileKind.CONFIG, tomllib.loads((ROOT / "claimkit.toml").read_text(encoding="utf-8"))),
    ]
    for path in sorted((ANNOTATIONS / "reviews").glob("*.json")):
        found.append((FileKind.REVIEW, cut(json.loads(path.read_text(encoding="utf-8")))))
    return found + [(kind, example) for kind in FileKind for example in json.loads(schemas.text(kind))["examples"]]


@pytest.mark.parametrize(("number", "kind", "value"), [(number, *row) for number, row in enumerate(originals())])
def test_they_agree_on_thousands_of_broken_files(number: int, kind: FileKind, value: Any) -> None:
    text, slow = schemas.text(kind), Dialect(part(schemas.text(kind), ""))
    assert surely_valid(text, value)
    answers = set()
    for mutant in mutants(value, MUTANTS, seed=number):
        answer = slow.is_valid(mutant)
        assert surely_valid(text, mutant) == answer, json.dumps(mutant)
        answers.add(answer)
    assert answers == {True, False}, "the mutants are all broken, or none is"


def definitions() -> Iterator[tuple[FileKind, str, Any]]:
    """The examples of all definitions."""
    for kind in FileKind:
        for name, node in json.loads(schemas.text(kind)).get("$defs", {}).items():
            yield from ((kind, name, example) for example in node.get("examples", []))


def test_they_agree_on_broken_examples_of_every_definition() -> None:
    for seed, (kind, name, value) in enumerate(definitions()):
        text, slow = schemas.text(kind), Dialect(part(schemas.text(kind), name))
        assert surely_valid(text, value, name)
        for mutant in mutants(value, 60, seed):
            assert surely_valid(text, mutant, name) == slow.is_valid(mutant), (name, mutant)


@pytest.mark.parametrize(
    "value",
    [
        float("nan"), float("inf"), float("-inf"), 10**400, datetime.date(2025, 5, 10), "a\ud800", b"bytes", (1, 2),
        {1: 2}, {"\udfff": 1}, *CHARACTERS,
    ],
)  # fmt: skip
def test_what_json_cannot_hold_is_never_a_quick_yes_that_jsonschema_refuses(value: Any) -> None:
    """The configuration is TOML, and a command's own objects are checked before they are written."""
    for kind in FileKind:
        for example in json.loads(schemas.text(kind))["examples"]:
            for key in example:
                made = copy.deepcopy(example) | {key: value}
                if surely_valid(schemas.text(kind), made):
                    assert Dialect(part(schemas.text(kind), "")).is_valid(made), (kind, key, value)


def test_a_file_without_end_is_refused_in_words() -> None:
    value: Any = []
    for _ in range(100_000):
        value = [value]
    assert [item.message for item in violations(FileKind.REVIEW, value)]


def test_a_workspace_without_a_fault_never_loads_jsonschema(tmp_path: Path) -> None:
    workspace(tmp_path)
    code = (
        "import sys; from click.testing import CliRunner; from claimkit.cli import main;"
        f"print(CliRunner().invoke(main, ['-C', {str(tmp_path)!r}, 'check']).exit_code, 'jsonschema' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "False"]
