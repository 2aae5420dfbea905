"""The pipeline: the one that ships loads; others are refused with a reason and a remedy."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import spacy
from click.testing import CliRunner

from claimkit.cli import main
from claimkit.errors import SplitError
from claimkit.splitting.pipeline import SHIPPED, load_pipeline, pipeline_id
from made import CONFIG, workspace
from oracles import DATA

if TYPE_CHECKING:
    from spacy.language import Language


def test_the_shipped_pipeline_has_a_name_and_a_version(nlp: Language) -> None:
    """Both go into each claims.json."""
    assert pipeline_id(nlp) == "en_ud_minilm 1.1.0"


def with_broken_lookups(folder: Path) -> None:
    (folder / "lemmatizer" / "lookups.bin").write_bytes(b"no tables")


def without_config(folder: Path) -> None:
    (folder / "config.cfg").unlink()


def with_broken_meta(folder: Path) -> None:
    (folder / "meta.json").write_text("{", encoding="utf-8")


DAMAGES = {
    with_broken_lookups: "is missing or damaged",
    without_config: "cannot be loaded",
    with_broken_meta: "cannot be loaded",
}


@pytest.mark.parametrize(("damage", "words"), DAMAGES.items())
def test_a_damaged_pipeline_is_told(tmp_path: Path, damage: Callable[[Path], None], words: str) -> None:
    """Whatever is broken, the message names the folder and what to do."""
    folder = tmp_path / "broken"
    shutil.copytree(SHIPPED, folder)
    damage(folder)
    with pytest.raises(SplitError, match=words) as caught:
        load_pipeline(str(folder))
    assert str(folder) in str(caught.value)
    assert "claimkit.toml" in caught.value.remedy


def test_another_pipeline_takes_its_place_by_a_line_in_the_configuration(tmp_path: Path) -> None:
    """Any with UD labels: here spaCy's CNN, trained on the same treebanks. It is named in claims.json."""
    other = DATA / "models" / "en_ud"
    if not other.exists():
        pytest.skip(f"the pipeline is not in {other}; name its folder's place in CLAIMKIT_DATA")
    desk = workspace(tmp_path)
    (desk.root / "claimkit.toml").write_text(f'{CONFIG}[split]\npipeline = "{other}"\n', encoding="utf-8")
    line = ["-C", str(desk.root), "split", "-", "--slug", "road"]
    result = CliRunner().invoke(main, line, input=b"The mayor said that the road was open.")
    assert result.exit_code == 0, result.output
    claims = json.loads((desk.root / "annotations" / "road" / "claims.json").read_text("utf-8"))
    assert claims["splitter"]["pipeline"] == "en_news_ud_sm 0.1.0"
    assert [claim["text"] for claim in claims["claims"]] == [
        "The mayor said that the road was open.",
        "The road was open.",
    ]


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
