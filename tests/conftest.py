"""What tests of several parts share."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimkit.splitting.pipeline import load_pipeline
from oracles import DATA

if TYPE_CHECKING:
    from spacy.language import Language


def pytest_configure() -> None:
    """Let Ctrl-C be heard: a job that a script started with ``&`` ignores it, and so would all that tests start."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The pipeline that ships, loaded once."""
    return load_pipeline()


@pytest.fixture(scope="session")
def treebanks() -> Path:
    """The folder with the data that the treebanks are in; the test is skipped where it is not."""
    if not (DATA / "treebanks").exists():
        pytest.skip(f"the treebanks are not in {DATA}; name their folder in CLAIMKIT_DATA")
    return DATA


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder with the vocabularies and schemas of others; the test is skipped where it is not."""
    if not (DATA / "tei" / "tei_all.rng").exists() or not (DATA / "schemaorg").exists():
        pytest.skip(f"the oracles need tei/ and schemaorg/ in {DATA}; name their folder in CLAIMKIT_DATA")
    return DATA
