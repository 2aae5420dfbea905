"""No pattern of ours takes more than linear time, in the code or in the schemas, on any text."""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import inf
from pathlib import Path
from typing import Any

import pytest

import claimkit
from claimkit import schemas
from claimkit.model.spans import Span
from claimkit.rules.faithfulness import added
from claimkit.splitting.lists import _core
from regexes.ambiguity import Automaton, Suspicion
from regexes.backtracking import Matcher, TooLongError

SOURCES = Path(claimkit.__file__).parent
ANCHORED = {"match", "fullmatch"}
CALLS = ANCHORED | {"search", "sub", "subn", "split", "findall", "finditer"}
MADE = {"rules/claimreview/faults.py", "rules/quotation.py", "schemas/dialect.py"}
"""Where a pattern is put together of parts or given; with an x for each word in it, it is in ``BY_HAND``."""

BY_HAND = (
    r"[(\[–—:]\s*(x|fact[ -]?check(ed)?)[)\].!]*$",
    r"(?:^|(?<=\b(?:is|es) )|(?<=\b(?:was|are|ist) ))(?:x|y)\b",
    r"(?<![^\W\d_])(?<!\d[.,])x(?![^\W\d_])(?![.,]\d)",
)


@dataclass(frozen=True)
class Pattern:
    """A pattern, where it stands, and whether it is looked for from every place of a text."""

    where: str
    compiled: re.Pattern[Any]
    searched: bool

    @property
    def text(self) -> str:
        """The pattern; one on bytes as one on their characters."""
        text = self.compiled.pattern
        return text.decode("latin-1") if isinstance(text, bytes) else str(text)

    @property
    def flags(self) -> int:
        """As the parser takes them."""
        return self.compiled.flags & ~re.UNICODE

    def suspicions(self) -> list[Suspicion]:
        """Where its automaton is ambiguous."""
        return list(dict.fromkeys(Automaton(self.text, self.flags, searched=self.searched).suspicions()))

    def growth(self, suspicion: Suspicion, end: str) -> float:
        """How many times more steps it takes for twice as long a text."""
        matcher = Matcher(self.text, self.flags)
        number = LENGTH // len(suspicion.pump)
        try:
            less, more = (
                matcher.count(suspicion.prefix + suspicion.pump * times + end, searched=self.searched)
                for times in (number, 2 * number)
            )
        except TooLongError:
            return inf
        return more / less


def patterns() -> Iterator[Pattern]:
    """All that the modules hold, all that stand in calls, all of the schemas, and those made from words."""
    for module in pkgutil.walk_packages(claimkit.__path__, "claimkit."):
        if not module.name.endswith("__main__"):
            loaded = importlib.import_module(module.name)
            used = uses(Path(str(loaded.__file__)))
            for name, value in vars(loaded).items():
                methods = used[name] & CALLS
                for found in held(value):
                    yield Pattern(f"{module.name}.{name}", found, not methods or not methods <= ANCHORED)
    for path in sorted(SOURCES.rglob("*.py")):
        for call, text in written(path):
            yield Pattern(str(path.relative_to(SOURCES)), re.compile(text), call not in ANCHORED)
    for kind in schemas.FileKind:
        for text in schema_patterns(json.loads(schemas.text(kind))):
            yield Pattern(kind.file_name, re.compile(re.sub(r"\$$", r"\\Z", text)), searched=True)
    yield from (Pattern("made", re.compile(text), searched=True) for text in BY_HAND)


def held(value: object) -> Iterator[re.Pattern[Any]]:
    """The patterns that a name of a module stands for."""
    match value:
        case re.Pattern():
            yield value
        case dict():
            for item in (*value.keys(), *value.values()):
                yield from held(item)
        case list() | tuple() | set() | frozenset():
            for item in value:
                yield from held(item)


def uses(path: Path) -> dict[str, set[str]]:
    """What is called of each name."""
    found: dict[str, set[str]] = defaultdict(set)
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            found[node.value.id].add(node.attr)
    return found


def written(path: Path) -> Iterator[tuple[str, str]]:
    """The patterns that stand in calls of re themselves, with the function called."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        if isinstance(node.func.value, ast.Name) and node.func.value.id == "re" and node.func.attr in CALLS:
            match node.args[0]:
                case ast.Constant(value=text):
                    yield node.func.attr, str(text)
                case ast.JoinedStr(values=parts):  # an x for each word that is put in
                    yield (
                        node.func.attr,
                        "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in parts),
                    )
                case _:
                    name = path.relative_to(SOURCES).as_posix()
                    assert name in MADE, f"add the pattern of {path}:{node.lineno} by hand"


def schema_patterns(node: object) -> Iterator[str]:
    """All patterns in a schema."""
    if isinstance(node, dict):
        if isinstance(node.get("pattern"), str):
            yield node["pattern"]
        for value in node.values():
            yield from schema_patterns(value)
    elif isinstance(node, list):
        for value in node:
            yield from schema_patterns(value)


ALL = {(item.compiled.pattern, item.compiled.flags, item.searched): item for item in patterns()}

LENGTH = 200
"""Code points of a trial; the second one has twice as many."""

STEEP = 3.0
"""Twice as long a text takes twice as many steps where they are linear, and four times where they are quadratic."""

TEXTS = (
    "", " \n", "bridge-closed.2.txt", 'Der Bürgermeister, 61, said: "We found clay," on Monday; and left.\n',
    "“A” (pic.twitter.com) — WALLACE: ''No,'' he said. ― Ana Lopez", "2025-05-08T10:00:00Z https://example.org/a#b, 1,000.5 %",
    "LONDON (Reuters) - 3) By Ada Stone\n\n- It's about twelve; not anonymous [ABC] 1990-1995 data:x",
)  # fmt: skip

ENDS = ("", "\0", "a")


@pytest.mark.parametrize("pattern", ALL.values(), ids=lambda pattern: pattern.where)
def test_a_pattern_takes_linear_steps_where_its_automaton_is_ambiguous(pattern: Pattern) -> None:
    for suspicion in pattern.suspicions()[:12]:
        for end in ENDS:
            assert pattern.growth(suspicion, end) < STEEP, (pattern.where, suspicion, end)


@pytest.mark.parametrize("pattern", ALL.values(), ids=lambda pattern: pattern.where)
def test_the_matcher_that_counts_finds_what_re_finds(pattern: Pattern) -> None:
    matcher = Matcher(pattern.text, pattern.flags)
    compiled = re.compile(pattern.text, pattern.flags)
    for text in TEXTS:
        matcher.count(text, searched=True)
        assert matcher.found == [found.span() for found in compiled.finditer(text)]


def test_there_are_patterns_in_the_code_and_in_the_schemas() -> None:
    assert len(ALL) > 90
    assert sum(item.where.endswith(".schema.json") for item in ALL.values()) > 10


@pytest.mark.parametrize(
    "text", [r"(a*)*b", r"(?:\w+\s?)*$", r"(ab|a|b)*c", r"a*a*b", r"\s+$", r"(x+)+y", r"a+b", r'"(?:[^"\\]|\\.)*"']
)
def test_patterns_that_are_known_to_be_slow_are_found(text: str) -> None:
    pattern = Pattern("here", re.compile(text), searched=True)
    assert any(pattern.growth(suspicion, end) > STEEP for suspicion in pattern.suspicions() for end in ENDS)


@pytest.mark.parametrize("text", [r"[a-z0-9]+(-[a-z0-9]+)*", r"a*b*c", r"(?:x+y)+z", r"^a+b", r"\d{4}-\d{2}"])
def test_patterns_that_are_known_to_be_linear_are_not(text: str) -> None:
    assert Pattern("here", re.compile(text), searched=False).suspicions() == []


SLOW = """
from claimkit.model.spans import Span
from claimkit.rules.faithfulness import added
from claimkit.splitting.lists import _core
run = "steel" + "\\t" * 200_000 + "x"
assert _core(run, Span(start=0, end=len(run))) == (0, len(run))
assert list(added("“" * 200_000, [""])) == []
assert list(added("“" + "!" * 200_000 + "a”", [""])) != []
"""


def test_runs_of_blanks_in_a_list_and_of_marks_in_a_claim_take_no_time() -> None:
    """Found by the test above: each took minutes, and the first one weeks. Here the limit is a minute for all."""
    subprocess.run([sys.executable, "-c", SLOW], check=True, timeout=60)


def test_what_replaced_slow_patterns_does_the_same() -> None:
    for text, core in (
        ("- steel plates; and", "steel plates"), ("steel,", "steel"), ("(2) sand and ;.", "sand"),
        ("sand", "sand"), ("and", "and"), ("gold or. \n", "gold"), ("gold,\tand\n.", "gold"), ("brand.", "brand"),
    ):  # fmt: skip
        start, end = _core(text, Span(start=0, end=len(text)))
        assert text[start:end] == core
    quoted = 'He said “no” and "yes“ or" and “never'
    assert list(added(quoted, [quoted.replace("no", "yes")]))[-1:] == ["the quotation “no”"]
