"""What each code means: its section of docs/findings.md, which ships with the package."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claimkit.model.findings import Code

_SECTION = re.compile(r"^## (CK\d{3}) \w+\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_SENTENCE = re.compile(r".+?[.?!](?=\s|$)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A code with its section, in Markdown, without the heading."""

    code: Code
    text: str

    @property
    def sentence(self) -> str:
        """The first sentence of it, on one line."""
        found = _SENTENCE.match(self.text)
        return " ".join((found[0] if found else self.text).split())


def page() -> Path:
    """Where the page lies: in the installed package, or in docs/ of the checkout (an editable install)."""
    packaged = Path(__file__).parents[1] / "_docs" / "findings.md"
    return packaged if packaged.is_file() else Path(__file__).parents[3] / "docs" / "findings.md"


@cache
def explanations() -> dict[Code, Explanation]:
    """The explanation of each code, in the order of the codes."""
    sections = {match[1]: match[2].strip() for match in _SECTION.finditer(page().read_text(encoding="utf-8"))}
    return {code: Explanation(code=code, text=sections[code]) for code in Code}
