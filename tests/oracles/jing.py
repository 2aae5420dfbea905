"""jing, the reference for RELAX NG (Debian's package jing, BSD licence)."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from lxml import etree

_LINE = re.compile(r"(?P<path>.+?):(?P<place>\d+:\d+): (?:error|fatal): (?P<says>.*)")


def jing_missing() -> str:
    """Why it cannot run; empty where it can."""
    found = shutil.which("jing")
    return "" if found else "no jing on the path; Debian's package jing has it"


def jing_version() -> str:
    """The version of Debian's package, since jing does not say its own."""
    command = ["dpkg-query", "--showformat=${Version}", "--show", "jing"]
    try:
        return subprocess.run(command, capture_output=True, encoding="utf-8", check=False).stdout
    except FileNotFoundError:
        return ""


def jing_problems(grammar: Path, documents: Sequence[Path]) -> list[list[str]]:
    """What jing has against each document, all in one process.

    In a batch it stops without a word at the first file that is not well-formed; so it is given none of those.
    """
    problems = {str(path): _ill_formed(path) for path in documents}
    batch = [path for path, found in problems.items() if not found]
    if batch:
        done = subprocess.run(["jing", str(grammar), *batch], capture_output=True, encoding="utf-8", check=False)
        lines = [line for line in done.stdout.split("\n") if line]
        for match in map(_LINE.fullmatch, lines):
            assert match, done.stdout + done.stderr
            problems[match["path"]].append(f"{match['place']}: {match['says']}")
        assert done.returncode == bool(lines), done.stdout + done.stderr
    return [problems[str(path)] for path in documents]


def _ill_formed(path: Path) -> list[str]:
    try:
        etree.parse(path)
    except etree.XMLSyntaxError as error:
        return [str(error)]
    return []
