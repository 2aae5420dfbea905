"""The pipeline: the one that ships loads; others are refused with a reason and a remedy."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import spacy

from claimkit.errors import SplitError
from claimkit.splitting.pipeline import SHIPPED, load_pipeline, pipeline_id

if TYPE_CHECKING:
    from spacy.language import Language


def test_the_shipped_pipeline_has_a_name_and_a_version(nlp: Language) -> None:
    """Both go into each claims.json."""
    assert pipeline_id(nlp) == "en_news_ud_sm 0.1.0"


def without_weights(folder: Path) -> None:
    (folder / "parser" / "model").write_bytes(b"no weights")


def without_config(folder: Path) -> None:
    (folder / "config.cfg").unlink()


def with_broken_meta(folder: Path) -> None:
    (folder / "meta.json").write_text("{", encoding="utf-8")


@pytest.mark.parametrize("damage", [without_weights, without_config, with_broken_meta])
def test_a_damaged_pipeline_is_told(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    """Whatever is broken, the message names the folder and what to do."""
    folder = tmp_path / "broken"
    shutil.copytree(SHIPPED, folder)
    damage(folder)
    with pytest.raises(SplitError, match="cannot be loaded") as caught:
        load_pipeline(str(folder))
    assert str(folder) in str(caught.value)
    assert "claimkit.toml" in caught.value.remedy


def test_an_unknown_pipeline_is_told() -> None:
    """A name that is neither package nor folder."""
    with pytest.raises(SplitError, match="no_such_pipeline"):
        load_pipeline("no_such_pipeline")


def test_a_pipeline_without_a_parser_is_unfit(tmp_path: Path) -> None:
    """A blank pipeline has nothing to split by."""
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(SplitError, match="has no parser"):
        load_pipeline(str(tmp_path / "blank"))


def test_a_parser_with_other_labels_is_unfit(tmp_path: Path) -> None:
    """The labels of spaCy's own English pipelines are not those of Universal Dependencies."""
    blank = spacy.blank("en")
    parser = blank.add_pipe("parser")
    for label in ("nsubj", "dobj", "pobj"):
        parser.add_label(label)  # type: ignore[attr-defined]
    blank.initialize()
    blank.to_disk(tmp_path / "clearnlp")
    with pytest.raises(SplitError, match="obl are missing"):
        load_pipeline(str(tmp_path / "clearnlp"))


def test_a_pipeline_without_a_lemmatizer_is_unfit(tmp_path: Path) -> None:
    """The word lists are of lemmas."""
    folder = tmp_path / "bare"
    spacy.load(SHIPPED, exclude=["lemmatizer"]).to_disk(folder)
    with pytest.raises(SplitError, match="no lemmas"):
        load_pipeline(str(folder))
