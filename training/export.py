"""The trained network as one ONNX file with 8-bit weights."""

from __future__ import annotations

import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from claimkit.parsing.subwords import SHAPES
from training.network import Network

INPUTS = ("ids", "shapes", "first", "last")
OUTPUTS = ("upos", "xpos", "feats", "entities", "starts", "arcs", "dependents", "heads")
OPSET = 17


class Rows(nn.Module):
    """An embedding of 8-bit rows, each with a scale of its own."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """The rows, as floats."""
        return self.rows[ids].float() * self.scale[ids]


class Shipped(nn.Module):
    """The network for one window, with each word's labels instead of their scores where no decoder needs these."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        network.words = Rows(network.words.weight.detach())

    def forward(self, ids: Tensor, shapes: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        """Each output without the axis of windows."""
        found = self.network(ids[None], shapes[None], first[None], last[None])
        labels = tuple(scores[0].argmax(-1) for scores in (found.upos, found.xpos, found.feats))
        return (*labels, found.entities[0], found.starts[0], found.arcs[0], found.dependents[0], found.heads[0])


def export(network: Network, to: Path, *, rounded: bool = True) -> None:
    """Write the network to that file; ``rounded`` quantizes the encoder's linear layers."""
    shipped = Shipped(network.eval())
    network.quantize(False)
    with tempfile.TemporaryDirectory() as folder:
        exact = Path(folder) / "exact.onnx"
        sample = (torch.ones(9).long(), torch.ones(9).long() % SHAPES, torch.arange(7), torch.arange(7))
        names = {name: {0: "pieces"} for name in INPUTS[:2]} | {name: {0: "words"} for name in INPUTS[2:]}
        names |= {name: {0: "words"} for name in OUTPUTS} | {"arcs": {0: "words", 1: "words"}}
        torch.onnx.export(
            shipped,
            sample,
            exact,
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes=names,
            opset_version=OPSET,
            dynamo=False,
        )
        if not rounded:
            exact.replace(to)
            return
        chosen = [
            node.name
            for node in onnx.load(exact).graph.node
            if node.op_type in {"MatMul", "Gemm"} and _is_heavy(node.name)
        ]
        quantize_dynamic(
            exact, to, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8, nodes_to_quantize=chosen
        )


def _is_heavy(name: str) -> bool:
    """Whether the product belongs to the encoder, by the path that the exporter gives it."""
    return "/layers." in name
