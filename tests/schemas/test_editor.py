"""What an editor shows while an annotation file is written: VS Code's own JSON service, by the file's own ``$schema``."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from claimkit.annotations.workspace import Workspace
from claimkit.model.config import DEFAULT_VERDICTS
from claimkit.model.vocabulary import Kind
from claimkit.review.recording import record
from made import AT, CLOSED, SLUG, workspace
from oracles.reports import EDITOR, NODE_MODULES

ROOT = Path(__file__).parents[2]
SERVICE = NODE_MODULES / "vscode-json-languageservice"

pytestmark = [
    pytest.mark.skipif(not shutil.which("node"), reason="no node on the path"),
    pytest.mark.skipif(not SERVICE.is_dir(), reason=f"no {SERVICE.name}; npm ci --prefix tests/editor"),
]


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    """A workspace with a review that says much."""
    made = workspace(tmp_path)
    evidence = [{"url": "https://example.net/a", "title": "Minutes", "stance": "supports"}]
    review = {"claim": CLOSED.id, "verdict": "true", "rationale": "Minutes.", "evidence": evidence, "stage": "done"}
    record(made, SLUG, "first", [("", review)], AT)
    return made


def told(path: Path, text: str, *places: int) -> dict[str, Any]:
    """What the editor says of the text as that of the file, and at its places (code points)."""
    at = [len(text[:place].encode("utf-16-le")) // 2 for place in places]
    given = json.dumps({"uri": path.resolve().as_uri(), "text": text, "at": at})
    environment = os.environ | {"CLAIMKIT_EDITOR_MODULES": str(NODE_MODULES)}
    command = ["node", str(EDITOR / "language.mjs")]
    done = subprocess.run(command, input=given, capture_output=True, encoding="utf-8", env=environment, check=True)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def emptied(text: str, key: str) -> tuple[str, int]:
    """The text with the first value of a key emptied, as while it is written, and the place between its quotes."""
    match = re.search(rf'"{key}": "([^"]*)"', text)
    assert match
    return text[: match.start(1)] + text[match.end(1) :], match.start(1)


def test_the_editor_offers_the_kinds_of_a_claim(desk: Workspace) -> None:
    path = desk.claims_path(SLUG)
    text, place = emptied(path.read_text("utf-8"), "kind")
    (labels,) = told(path, text, place)["completions"]
    assert set(labels) >= {f'"{kind}"' for kind in Kind}


@pytest.mark.parametrize(
    ("key", "values"),
    [
        ("verdict", [verdict.id for verdict in DEFAULT_VERDICTS]),
        ("stance", ["supports", "refutes", "context"]),
        ("disposition", ["accepted", "edited", "rejected", "open"]),
        ("stage", ["draft", "done"]),
    ],
)
def test_the_editor_offers_the_values_of_a_property(desk: Workspace, key: str, values: list[str]) -> None:
    path = desk.review_path(SLUG, "first")
    text, place = emptied(path.read_text("utf-8"), key)
    (labels,) = told(path, text, place)["completions"]
    assert set(labels) >= {f'"{value}"' for value in values}


def test_the_editor_offers_the_properties_that_a_review_may_have(desk: Workspace) -> None:
    path = desk.review_path(SLUG, "first")
    text = path.read_text("utf-8").replace('"rationale": "Minutes.",', '"rationale": "Minutes.",\n      ""\n,', 1)
    (labels,) = told(path, text, text.index('""') + 1)["completions"]
    assert {"comment", "confidence", "reviewBy", "attribution"} <= set(labels)
    assert "verdict" not in labels, "it is there already"


@pytest.mark.parametrize(
    ("key", "wrong", "words"),
    [
        ("stance", "suports", 'Valid values: "supports", "refutes", "context"'),
        ("disposition", "acepted", 'Valid values: "accepted", "edited", "rejected", "open"'),
        ("verdict", "Mostly true", "pattern"),
    ],
)
def test_the_editor_marks_a_wrong_value(desk: Workspace, key: str, wrong: str, words: str) -> None:
    path = desk.review_path(SLUG, "first")
    text, place = emptied(path.read_text("utf-8"), key)
    found = told(path, text[:place] + wrong + text[place:])["diagnostics"]
    assert any(one["words"] == f'"{wrong}"' and words in one["message"] for one in found), found


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("stance", "What it does to the claim."),
        ("disposition", "What the reviewer makes of the claim's wording"),
        ("verdict", "An id of the verdict scale in claimkit.toml"),
    ],
)
def test_the_editor_says_what_a_property_means(desk: Workspace, key: str, words: str) -> None:
    path = desk.review_path(SLUG, "first")
    text = path.read_text("utf-8")
    (hover,) = told(path, text, text.index(f'"{key}"') + 2)["hovers"]
    assert words in hover.replace("\\", "")  # Markdown


@pytest.mark.parametrize(
    "path", sorted((ROOT / "annotations").rglob("*.json")), ids=lambda path: str(path.relative_to(ROOT / "annotations"))
)
def test_the_editor_has_nothing_against_the_files_of_this_repository(path: Path) -> None:
    assert told(path, path.read_text("utf-8"))["diagnostics"] == []
