"""The parser's files are verified: one that is missing or damaged is named, with what to do."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimkit.errors import SplitError
from claimkit.parsing.component import Parser
from claimkit.parsing.digests import write
from claimkit.parsing.network import FILES
from claimkit.splitting.pipeline import load_pipeline

if TYPE_CHECKING:
    from spacy.language import Language


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
    path = folder / "labels.json"
    path.write_text(path.read_text("utf-8").replace('"VERB"', '"VERC"'), encoding="utf-8")


def with_labels_that_are_none(folder: Path) -> None:
    files = {name: (folder / name).read_bytes() for name in FILES}
    write(files | {"labels.json": b'{"upos": []}'}, folder)


def without_digests(folder: Path) -> None:
    (folder / "digests.json").unlink()


def with_broken_digests(folder: Path) -> None:
    (folder / "digests.json").write_text("[1]", encoding="utf-8")


ALTERED = "damaged: its SHA-256 is not"
DAMAGES = {
    without_weights: "network.onnx is missing or damaged: No such file",
    with_cut_weights: ALTERED,
    with_one_bit_changed: ALTERED,
    with_another_tokenizer: ALTERED,
    with_other_labels: ALTERED,
    with_labels_that_are_none: "labels.json is missing or damaged: 'xpos'",
    without_digests: "digests.json is missing or damaged: No such file",
    with_broken_digests: "digests.json is missing or damaged",
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


def test_damaged_bytes_are_told(parser: Language) -> None:
    """Those of a pipeline that came over a wire."""
    component = parser.get_pipe("parser")
    assert isinstance(component, Parser)
    packed = component.to_bytes()
    copy = Parser(parser.vocab, "copy")
    for data in (b"", packed[:1000], packed.replace(b"nsubj", b"nsubk", 1)):
        with pytest.raises(SplitError, match=r"copy.* is missing or damaged"):
            copy.from_bytes(data)
    assert copy.from_bytes(packed).labels == component.labels


def test_the_network_is_small(weights: Path) -> None:
    """One file of at most 30 MB, since it lives in git and in the wheel."""
    assert (weights / "parser" / "network.onnx").stat().st_size <= 30e6
