"""What the tests of the parser share: the pipeline with its weights."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimkit.splitting.pipeline import load_pipeline

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="session")
def weights() -> Path:
    """The folder of the pipeline; the tests that need it are skipped where it is not."""
    folder = Path(os.environ.get("CLAIMKIT_PARSER", Path(__file__).parents[2] / "build" / "en_ud_minilm"))
    if not folder.exists():
        pytest.skip(
            f"the parser's weights are not in {folder}: run `make model`, or name their folder in CLAIMKIT_PARSER"
        )
    for library in ("onnxruntime", "tokenizers"):
        pytest.importorskip(library, reason=f"{library} comes with `make model` as long as the parser is in training")
    return folder


@pytest.fixture(scope="session")
def parser(weights: Path) -> Language:
    """The pipeline of the new parser, loaded once."""
    return load_pipeline(str(weights))
