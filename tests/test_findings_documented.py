"""Every code has its heading in docs/findings.md, and no heading is without a code."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from claimkit.model.findings import Code

ROOT = Path(__file__).parents[1]


def test_each_code_has_one_heading() -> None:
    headings = re.findall(r"^## (CK\d{3}) (\w+)$", (ROOT / "docs" / "findings.md").read_text("utf-8"), re.MULTILINE)
    assert headings == [(code.value, code.name) for code in Code]


@pytest.mark.parametrize("code", list(Code))
def test_each_code_is_expected_by_some_test(code: Code) -> None:
    own = os.path.basename(__file__)  # noqa: PTH119
    tests = "".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py") if path.name != own)
    assert f"Code.{code.name}" in tests or code.value in tests
