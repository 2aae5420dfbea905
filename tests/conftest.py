"""What tests of several parts share."""

from __future__ import annotations

from pathlib import Path

import pytest

from oracles import DATA


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder with the vocabularies and schemas of others; the test is skipped where it is not."""
    if not (DATA / "tei" / "tei_all.rng").exists() or not (DATA / "schemaorg").exists():
        pytest.skip(f"the oracles need tei/ and schemaorg/ in {DATA}; name their folder in CLAIMKIT_DATA")
    return DATA
