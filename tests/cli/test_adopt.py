"""claimkit adopt: what one reviewer added is put before all, and can then pass a gate of two."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimkit.annotations.workspace import Workspace
from claimkit.cli import main
from made import AT, CLOSED, CONFIG, HURT, SLUG, workspace

DONE = ["--verdict", "unproven", "--rationale", "Nobody knows.", "--done", "--at", AT]


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    made = workspace(tmp_path)
    (tmp_path / "claimkit.toml").write_text(f"{CONFIG}\n[gate]\nreviews = 2\n")
    run(
        made,
        "annotate",
        SLUG,
        HURT.id,
        "--as",
        "ada",
        "--at",
        AT,
        "--split",
        "People were hurt.",
        "--split",
        "12 were.",
    )
    return made


def run(desk: Workspace, *arguments: str, code: int = 0) -> Result:
    result = CliRunner().invoke(main, ["-C", str(desk.root), *arguments])
    assert result.exit_code == code, result.output
    return result


def added(desk: Workspace) -> list[str]:
    raw = json.loads(desk.review_path(SLUG, "ada").read_text())
    return [claim["id"] for claim in raw["added"]]


def test_what_could_be_adopted_is_listed(desk: Workspace) -> None:
    result = run(desk, "adopt", SLUG)
    assert all(name in result.stdout for name in added(desk))
    assert "reviewer:ada" in result.stdout
    assert "2 could be adopted" in result.stderr


def test_others_can_review_it_then_and_it_can_be_published(desk: Workspace) -> None:
    first, second = added(desk)
    assert "no claim has the id" in run(desk, "annotate", SLUG, first, "--as", "ben", *DONE, code=1).stderr
    run(desk, "adopt", SLUG, "--claim", first)
    run(desk, "annotate", SLUG, first, "--as", "ada", *DONE)
    run(desk, "annotate", SLUG, first, "--as", "ben", *DONE)
    run(desk, "publish", SLUG, "--claim", first, "--as", "ed", "--at", AT)
    assert {item["code"] for item in json.loads(run(desk, "check", "--json").stdout)} <= {"CK404", "CK407", "CK408"}
    assert "no claim has the id" in run(desk, "adopt", SLUG, "--claim", first, code=1).stderr, "it is adopted already"
    assert f"1 adopted: {second}" in run(desk, "adopt", SLUG, "--all").stderr


def test_adopted_claims_stand_in_the_order_of_the_text_and_say_who_added_them(desk: Workspace) -> None:
    run(desk, "adopt", SLUG, "--all")
    claims = json.loads(desk.claims_path(SLUG).read_text())["claims"]
    assert [claim["anchors"][0]["start"] for claim in claims] == sorted(
        claim["anchors"][0]["start"] for claim in claims
    )
    assert {claim["proposedBy"] for claim in claims if claim["id"] in added(desk)} == {"reviewer:ada"}


def test_rejected_ones_are_not_adopted(desk: Workspace) -> None:
    run(desk, "annotate", SLUG, added(desk)[0], "--as", "ada", "--at", AT, "--reject")
    assert f"1 adopted: {added(desk)[1]}" in run(desk, "adopt", SLUG, "--all").stderr
    assert "Give either" in run(desk, "adopt", SLUG, "--all", "--claim", CLOSED.id, code=2).stderr
