"""A workspace of several small articles, some with reviews; and work for processes that goes wrong."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from claimkit.annotations.workspace import Workspace
from claimkit.errors import DataError
from claimkit.model.findings import Code, Finding
from made import AT, SLUG, workspace

REVIEW = """{{
  "$schema": "../../../schemas/review.schema.json",
  "schemaVersion": 1,
  "article": "{slug}",
  "reviewer": {{
    "id": "{who}"
  }},
  "reviews": [
    {{
      "claim": "c1111111",
      "disposition": "accepted",
      "verdict": "{verdict}",
      "stage": "done",
      "when": "{at}"
    }}
  ]
}}
"""


def several(root: Path, count: int) -> Workspace:
    """So many articles; every second one has two reviews, which lack what a finished review needs."""
    made = workspace(root)
    claims, text = made.claims_path(SLUG).read_text(encoding="utf-8"), made.text_path(SLUG).read_bytes()
    for number in range(count - 1):
        slug = f"story-{number}"
        made.text_path(slug).write_bytes(text)
        put(made.claims_path(slug), claims.replace(SLUG, slug))
        for who, verdict in (("ada", "true"), ("ben", "perhaps")) if number % 2 else ():
            put(made.review_path(slug, who), REVIEW.format(slug=slug, who=who, verdict=verdict, at=AT))
    return made


def put(path: Path, text: str) -> None:
    """The file, with its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def found(slug: str) -> list[Finding]:
    """A finding that names the process that it was found by."""
    return [Finding(code=Code.SCHEMA, message=str(os.getpid()), file=slug)]


def failing(slug: str) -> list[Finding]:
    """A fault of claimkit's in one of the articles."""
    return {"30": []}[slug] if slug == "31" else found(slug)


def refusing(slug: str) -> list[Finding]:
    """A stop that claimkit means."""
    raise DataError("it is no article", place=slug, line=3, remedy="look at it")


def dying(slug: str) -> list[Finding]:
    """The system runs out of memory, and kills a process."""
    if slug == "31":
        os.kill(os.getpid(), signal.SIGKILL)
    return found(slug)


def slow(slug: str) -> list[Finding]:
    """A tenth of a second, with a sign that it has begun."""
    Path(os.environ["SIGNS"], str(os.getpid())).touch()
    time.sleep(0.1)
    return found(slug)
