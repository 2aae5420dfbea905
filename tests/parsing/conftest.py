"""What the tests of the parser share: the pipeline with its weights."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimkit.splitting.pipeline import SHIPPED, load_pipeline

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="session")
def weights() -> Path:
    """The folder of the pipeline: the one that ships, or one in training that CLAIMKIT_PARSER names."""
    return Path(os.environ.get("CLAIMKIT_PARSER", SHIPPED))


@pytest.fixture(scope="session")
def parser(weights: Path) -> Language:
    """That pipeline, loaded once."""
    return load_pipeline(str(weights))
