"""The oracles of pages and feeds."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial
from importlib.metadata import version

from conformance.files import File
from conformance.oracle import Oracle, one_by_one
from oracles.feeds import feed_problems
from oracles.names import Kind, Name
from oracles.node import node_missing, node_version
from oracles.pages import axe_problems, markup_problems, nu_problems_by_page
from oracles.programs import no_program

_PAGES = frozenset({Kind.HTML, Kind.SNIPPET, Kind.REPORT})
_A_WINDOW = 30


def no_chromium() -> str:
    """Why there is no browser; empty where there is one."""
    return no_program("chromium", "chromium-browser", "google-chrome", package="chromium")


def _no_checker() -> str:
    return no_program("java", package="default-jre-headless", least=17, ask="-version") or node_missing("vnu-jar")


def _no_axe() -> str:
    return no_chromium() or node_missing("axe-core")


def _markup(file: File) -> list[str]:
    """The objects of a page are the ClaimReviews that are exported of the same dossier."""
    reviews = sorted((file.sound / "claimreview").glob("*.jsonld"))
    return markup_problems(file.text, [json.loads(path.read_text("utf-8")) for path in reviews])


def _checked(files: Sequence[File]) -> list[list[str]]:
    return nu_problems_by_page([file.path for file in files])


def _looked_at(files: Sequence[File]) -> list[list[str]]:
    """In light and in dark, a window for some pages at a time, so that none is open for minutes."""
    paths = [file.path for file in files]
    found: list[list[str]] = []
    for start in range(0, len(paths), _A_WINDOW):
        some = paths[start : start + _A_WINDOW]
        looks = (axe_problems(some), axe_problems(some, dark=True))
        found += [[*light, *dark] for light, dark in zip(*looks, strict=True)]
    return found


ORACLES = (
    Oracle(name=Name.EXTRUCT, kinds=_PAGES, version=partial(version, "extruct"), check=one_by_one(_markup)),
    Oracle(name=Name.NU, kinds=_PAGES, version=partial(node_version, "vnu-jar"), missing=_no_checker, check=_checked),
    Oracle(name=Name.AXE, kinds=_PAGES, version=partial(node_version, "axe-core"), missing=_no_axe, check=_looked_at),
    Oracle(
        name=Name.FEEDPARSER,
        kinds=frozenset({Kind.ATOM}),
        version=partial(version, "feedparser"),
        check=one_by_one(lambda file: feed_problems(file.path.read_bytes())),
    ),
)
