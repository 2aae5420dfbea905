"""The packages that claimkit runs on, all the way down, each with its licence, held against the policy in pyproject.toml.

``make audit`` writes them to docs/dependencies.md.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
POLICY = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["claimkit"]["licences"]
TABLE = ROOT / "docs" / "dependencies.md"

WORDS = {
    "3-clause bsd license": "BSD-3-Clause", "apache 2.0": "Apache-2.0", "apache license, version 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0", "bsd": "BSD-3-Clause", "bsd license": "BSD-3-Clause", "isc license": "ISC",
    "isc license (iscl)": "ISC", "mit license": "MIT", "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0", "psfl": "PSF-2.0",
    "python software foundation license": "PSF-2.0", "the bsd 2-clause license": "BSD-2-Clause", "the unlicense (unlicense)": "Unlicense",
}  # fmt: skip
"""What packages without an SPDX expression call their licences; BSD alone is BSD-3-Clause or freer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A package with its licence as an SPDX expression, empty where nothing says it."""

    name: str
    licence: str

    @property
    def verdict(self) -> str:
        """``allowed``, ``noted`` or ``refused``."""
        if holds(self.licence, POLICY["allowed"]):
            return "allowed"
        return "noted" if holds(self.licence, POLICY["allowed"] + POLICY["noted"]) else "refused"


def holds(expression: str, licences: list[str]) -> bool:
    """Whether an SPDX expression can be kept to with these licences alone."""
    expression = expression.strip()
    for word, every in ((" OR ", any), (" AND ", all)):
        parts = divided(expression, word)
        if len(parts) > 1:
            return every(holds(part, licences) for part in parts)
    if expression.startswith("("):
        return holds(expression[1:-1], licences)
    return expression.partition(" WITH ")[0] in licences


def divided(expression: str, word: str) -> list[str]:
    """The parts between the words that stand in no brackets."""
    parts, depth = [""], 0
    for piece in re.split(rf"([()]|{word})", expression):
        depth += (piece == "(") - (piece == ")")
        if piece == word and not depth:
            parts.append("")
        else:
            parts[-1] += piece
    return parts


def licence_of(found: Distribution) -> str:
    """By the expression, else the field, else the classifiers, which all hold."""
    data = found.metadata
    if "License-Expression" in data:
        return str(data["License-Expression"])
    field = str(data["License"]).strip() if "License" in data else ""
    if field and len(field) < 60:
        return WORDS.get(field.lower(), field)
    named = [
        str(line).rpartition(" :: ")[2]
        for line in data.get_all("Classifier") or []
        if str(line).startswith("License :: OSI")
    ]
    return " AND ".join(WORDS.get(name.lower(), name) for name in named)


def packages(name: str = "claimkit", extra: str = "parquet") -> list[Package]:
    """All that ``name`` needs, its extra with it, on this machine; raises where one is not installed."""
    found: dict[str, Package] = {}
    left = [name]
    while left:
        here = distribution(left.pop())
        for line in here.requires or []:
            wanted = Requirement(line)
            key = canonicalize_name(wanted.name)
            if key not in found and needed(wanted, extra if here.name == name else ""):
                try:
                    found[key] = Package(name=key, licence=licence_of(distribution(key)))
                except PackageNotFoundError:
                    if "extra" in str(wanted.marker):  # not installed, and nobody asked for it
                        continue
                    raise
                left.append(key)
    return sorted(found.values(), key=lambda package: package.name)


def needed(wanted: Requirement, extra: str) -> bool:
    """Whether it is wanted on this machine."""
    return wanted.marker is None or wanted.marker.evaluate({"extra": extra})


def table(found: list[Package]) -> Iterator[str]:
    """The lines of docs/dependencies.md."""
    yield "# What claimkit runs on"
    yield ""
    yield "Every package that `pip install claimkit[parquet]` brings, with the licence that its own metadata give. `make audit` writes this"
    yield "table; the policy is in `pyproject.toml`, and a test holds what is installed against it. *noted* is weak copyleft: of that"
    yield "package's own files, which claimkit neither changes nor ships."
    yield ""
    yield "| package | licence | |"
    yield "|---|---|---|"
    yield from (f"| {one.name} | {one.licence} | {one.verdict if one.verdict != 'allowed' else ''} |" for one in found)


if __name__ == "__main__":
    TABLE.write_text("\n".join(table(packages())) + "\n", encoding="utf-8")
