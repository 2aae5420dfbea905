"""The pipeline that ships, put together from a training run: ``python -m training.assemble RUN FOLDER``."""

from __future__ import annotations

import argparse
import json
import re
import shutil
import tempfile
from pathlib import Path
from typing import Any

import spacy
import torch

from claimkit.parsing.digests import write
from claimkit.parsing.network import FILES, LABELS, NETWORK, TOKENIZER
from training.encoder import folder
from training.export import export
from training.labels import Labels
from training.lemmas import tables
from training.network import Network
from training.tokenizer import ud_tokenizer
from training.train import TREEBANKS
from training.treebanks import documents

META = {
    "name": "ud_minilm",
    "version": "1.1.0",
    "license": "CC BY-SA 4.0",
    "description": "English with Universal Dependencies labels: one small encoder with several heads, in 8 bits",
    "spacy_version": ">=3.8.4,<3.9.0",  # as pyproject.toml has it
}

SHAPE = re.compile(r"\W*(?:[Xxd]\W*){3,}")


def main() -> None:
    """Export the weights of a run and write the pipeline's folder."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("run", type=Path)
    options.add_argument("to", type=Path)
    options.add_argument("--exact", action="store_true", help="32-bit weights, to measure what rounding costs")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as place:
        write_network(given.run / "weights.pt", Path(place), exact=given.exact)
        nlp = spacy.blank("en")
        nlp.meta.update(META)
        nlp.tokenizer = ud_tokenizer(nlp)
        parser: Any = nlp.add_pipe("claimkit_parser", name="parser")
        parser.from_disk(place)
        lemmatizer: Any = nlp.add_pipe("claimkit_lemmatizer", name="lemmatizer")
        lemmatizer.lookups = tables(document for name in TREEBANKS for document in documents(name))
        clear(given.to)
        nlp.to_disk(given.to)
        leave_out_shapes(given.to / "vocab" / "strings.json")


def leave_out_shapes(strings: Path) -> None:
    """Take the words' shapes (*Xxxx*, *dd*) out of a string table: spaCy makes them anew from the words."""
    kept = [string for string in json.loads(strings.read_text("utf-8")) if not SHAPE.fullmatch(string)]
    strings.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")


def clear(folder: Path) -> None:
    """Remove an older pipeline from that folder; its card, attribution and licences, written by hand, stay.

    Raises ``FileExistsError`` where the folder holds anything else.
    """
    older = [path for path in folder.iterdir() if path.suffix not in {".md", ".txt"}] if folder.exists() else []
    if older and not (folder / "config.cfg").exists():
        raise FileExistsError(f"{folder} is no pipeline; name another folder, or an empty one")
    for path in older:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def write_network(weights: Path, to: Path, *, exact: bool = False) -> None:
    """The network's files: the ONNX file, the tokenizer, the labels, and the digests of all three."""
    state = torch.load(weights, weights_only=True)
    labels = Labels(**{name: tuple(values) for name, values in state["labels"].items()})
    layers = {name.split(".")[1] for name in state["weights"] if name.startswith("layers.")}
    network = Network(labels, layers=len(layers))
    network.load_state_dict(state["weights"])
    export(network, to / NETWORK, rounded=not exact)
    shutil.copyfile(folder() / TOKENIZER, to / TOKENIZER)
    (to / LABELS).write_text(json.dumps(labels.to_raw(), indent=1) + "\n", encoding="utf-8")
    write({name: (to / name).read_bytes() for name in FILES}, to)


if __name__ == "__main__":
    main()
