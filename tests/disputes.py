"""Work of several reviewers on the small workspace, for tests of what comes after it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from claimkit.annotations.documents import load
from claimkit.annotations.workspace import Workspace
from claimkit.model.decision import Decision, DecisionsFile
from claimkit.review.adjudication import Ruling
from claimkit.review.hearing.docket import Docket
from claimkit.review.recording import record
from made import AT, CLOSED, HURT, SAID, SLUG, workspace

LATER = "2025-05-11T08:00:00Z"
LAST = "2025-05-12T08:00:00Z"
EVIDENCE = [{"url": "https://example.net/a", "title": "Minutes", "stance": "supports", "quote": "the bridge is closed"}]
DONE: dict[str, Any] = {"verdict": "true", "rationale": "The minutes say so.", "stage": "done", "evidence": EVIDENCE}


def review(desk: Workspace, who: str, claim: str = CLOSED.id, at: str = AT, **entry: Any) -> None:
    """A reviewer's entry on a claim."""
    record(desk, SLUG, who, [("", {"claim": claim} | entry)], at)


def disputed(root: Path) -> Workspace:
    """CLOSED: two verdicts and two wordings. SAID: kept and rejected. HURT: two who agree."""
    desk = workspace(root)
    review(desk, "ada", **DONE)
    other = {"verdict": "false", "rationale": "It was open.", "text": "The old bridge was closed on Monday."}
    review(desk, "ben", **(DONE | other))
    review(desk, "ada", SAID.id, **DONE)
    review(desk, "ben", SAID.id, disposition="rejected", stage="done")
    for who in ("ada", "ben"):
        review(desk, who, HURT.id, **DONE)
    return desk


def docket(desk: Workspace, at: str = LATER) -> Docket:
    """The chief's docket."""
    return Docket(workspace=desk, slug=SLUG, who="chief", now=lambda: at)


def decisions(desk: Workspace) -> dict[str, Decision]:
    """The decisions on file, by claim."""
    file = load(desk, desk.decisions_path(SLUG), DecisionsFile).item
    return {decision.claim: decision for decision in file.decisions}


def settle(desk: Workspace, claim: str = CLOSED.id, at: str = LATER, **given: str) -> Decision:
    """The chief's decision."""
    fields = {"verdict": "true", "why": "The minutes settle it."} | given
    return docket(desk, at).settle(claim, Ruling(**fields))
