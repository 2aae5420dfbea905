"""The parser's files are verified: one that is missing or damaged is named, with what to do."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from claimkit.errors import SplitError
from claimkit.splitting.pipeline import load_pipeline


def without_weights(folder: Path) -> None:
    (folder / "network.onnx").unlink()


def with_cut_weights(folder: Path) -> None:
    path = folder / "network.onnx"
    path.write_bytes(path.read_bytes()[:-1])


def with_one_bit_changed(folder: Path) -> None:
    path = folder / "network.onnx"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def with_another_tokenizer(folder: Path) -> None:
    (folder / "tokenizer.json").write_text("{}", encoding="utf-8")


def with_other_labels(folder: Path) -> None:
    (folder / "labels.json").write_text('{"upos": []}', encoding="utf-8")


DAMAGES = {
    without_weights: "No such file",
    with_cut_weights: "is damaged: its SHA-256 is not",
    with_one_bit_changed: "is damaged: its SHA-256 is not",
    with_another_tokenizer: "is damaged: its SHA-256 is not",
    with_other_labels: "is damaged",
}


@pytest.mark.parametrize(("damage", "words"), DAMAGES.items())
def test_a_damaged_file_is_named(
    weights: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: Callable[[Path], None], words: str
) -> None:
    """Whatever is broken, the message names the file and what to do: of ours, what to reinstall."""
    folder = tmp_path / "broken"
    shutil.copytree(weights, folder)
    damage(folder / "parser")
    with pytest.raises(SplitError, match=words) as caught:
        load_pipeline(str(folder))
    assert str(folder / "parser") in str(caught.value)
    assert "claimkit.toml" in caught.value.remedy
    monkeypatch.setattr("claimkit.splitting.pipeline.SHIPPED", folder)
    with pytest.raises(SplitError, match=words) as caught:
        load_pipeline()
    assert caught.value.remedy == "install claimkit again"
