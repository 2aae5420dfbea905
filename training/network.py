"""The encoder (BERT's architecture, six layers of MiniLM) and its heads, in plain PyTorch so that it exports cleanly.

Each linear layer of the encoder can play its own 8-bit self while it is trained (``quantize``), so that what is learnt
fits what ships: weights by output channel, symmetric, in 7 bits, since the products of full 8 bits overflow on a CPU
without VNNI and so differ between machines; activations by window, as onnxruntime's dynamic quantization.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from claimkit.parsing.subwords import SHAPES, WINDOW
from training.labels import Labels

WIDTH, INNER, LAYERS, HEADS, VOCABULARY = 384, 1536, 6, 12, 30522
ARC, LABEL = 384, 64
DISTANCES = (1, 2, 3, 4, 5, 7, 10, 15, 22, 35)
"""Where the classes of an arc's length begin, in words; an arc to the left has a class of its own."""
STEPS = 64
"""Steps of a rounded weight on either side of 0 (onnxruntime's reduced range)."""


class Linear(nn.Linear):
    """A linear layer that rounds its weights and its input to 8 bits while ``quantized`` is set."""

    quantized = False

    def forward(self, x: Tensor) -> Tensor:
        """The product, exact or rounded."""
        if not self.quantized:
            return super().forward(x)
        return functional.linear(_rounded_input(x), _rounded_weight(self.weight), self.bias)


class Dropout(nn.Module):
    """Dropout whose chance comes eight bytes at a time: torch's own draws took 7 % of a step on two cores."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.bound = round(256 * rate)

    def forward(self, x: Tensor) -> Tensor:
        """``x`` with that share of it made 0 and the rest scaled up, while it is trained."""
        if not self.training:
            return x
        eights = torch.empty(x.numel() // 8 + 1, dtype=torch.int64, device=x.device).random_(-(2**63), None)
        kept = eights.view(torch.uint8)[: x.numel()].view(x.shape) >= self.bound
        return x * (kept * (256 / (256 - self.bound)))


def _rounded_weight(weight: Tensor) -> Tensor:
    scale = weight.detach().abs().amax(1, keepdim=True).clamp(min=1e-8) / STEPS
    return weight + ((weight / scale).round() * scale - weight).detach()


def _rounded_input(x: Tensor) -> Tensor:
    exact = x.float()
    low = exact.detach().amin((1, 2), keepdim=True).clamp(max=0)
    high = exact.detach().amax((1, 2), keepdim=True).clamp(min=0)
    scale = (high - low).clamp(min=1e-8) / 255
    zero = (-low / scale).round()
    rounded = (((exact / scale).round() + zero).clamp(0, 255) - zero) * scale
    return exact + (rounded - exact).detach()


class Layer(nn.Module):
    """Self-attention and a feed-forward part, each with its residual, normalized afterwards."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.inner = Linear(WIDTH, 3 * WIDTH)
        self.outer = Linear(WIDTH, WIDTH)
        self.up = Linear(WIDTH, INNER)
        self.down = Linear(INNER, WIDTH)
        self.first = nn.LayerNorm(WIDTH, eps=1e-12)
        self.second = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """``x`` has the shape (windows, pieces, width); ``mask`` (windows, 1, 1, pieces) is true for a piece."""
        windows, pieces, _ = x.shape
        query, key, value = self.inner(x).view(windows, pieces, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        weights = query @ key.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5
        if mask is not None:
            weights = weights.masked_fill(~mask, -1e4)
        seen = weights.softmax(-1) @ value  # faster on a CPU than the fused kernel, whose backward pass is slow
        seen = seen.transpose(1, 2).reshape(windows, pieces, WIDTH)
        x = self.first(x + self.dropout(self.outer(seen)))
        return self.second(x + self.dropout(self.down(functional.gelu(self.up(x)))))


@dataclass(frozen=True, slots=True)
class Scores:
    """What the heads say of each word (the root first); the arcs' last two axes are dependent and head."""

    upos: Tensor
    xpos: Tensor
    feats: Tensor
    entities: Tensor
    starts: Tensor
    arcs: Tensor
    dependents: Tensor
    heads: Tensor


class Network(nn.Module):
    """The encoder with all heads; biaffine arcs and labels after Dozat and Manning (2017)."""

    def __init__(self, labels: Labels, dropout: float = 0.1, head_dropout: float = 0.25, layers: int = LAYERS) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(WINDOW, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.dropout, self.drop = Dropout(dropout), Dropout(head_dropout)
        self.upos = nn.Linear(WIDTH, len(labels.upos))
        self.xpos = nn.Linear(WIDTH, len(labels.xpos))
        self.feats = nn.Linear(WIDTH, len(labels.feats))
        self.entities = nn.Linear(WIDTH, len(labels.entities))
        self.starts = nn.Linear(WIDTH, 1)
        self.arc_dependent, self.arc_head = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)
        self.label_dependent, self.label_head = nn.Linear(WIDTH, LABEL), nn.Linear(WIDTH, LABEL)
        self.arc = nn.Parameter(torch.empty(ARC, ARC))
        self.arc_bias = nn.Parameter(torch.zeros(ARC))
        self.distance = nn.Linear(ARC, 2 * len(DISTANCES) + 1)
        self.register_buffer("classes", _classes(), persistent=False)
        self.label = nn.Parameter(torch.empty(LABEL + 1, len(labels.deps) * (LABEL + 1)))
        nn.init.xavier_uniform_(self.arc)
        nn.init.normal_(self.label, std=0.02)
        for part in (self.shapes.weight, self.distance.weight, self.distance.bias):
            nn.init.zeros_(part)

    def encode(self, ids: Tensor, shapes: Tensor, first: Tensor, last: Tensor, mask: Tensor | None) -> Tensor:
        """One vector a word: the mean of its first and last pieces'."""
        x = self.words(ids) + self.places.weight[: ids.shape[1]] + self.shapes(shapes)
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return (_pick(x, first) + _pick(x, last)) * 0.5

    def forward(self, ids: Tensor, shapes: Tensor, first: Tensor, last: Tensor, mask: Tensor | None = None) -> Scores:
        """The scores of all heads, windows first."""
        x = self.encode(ids, shapes, first, last, mask)
        with torch.autocast(x.device.type, enabled=False):
            return self.score(self.drop(x.float()))

    def score(self, x: Tensor) -> Scores:
        """The heads alone."""
        dependent = self.drop(functional.gelu(self.arc_dependent(x)))
        head = self.drop(functional.gelu(self.arc_head(x)))
        below = self.drop(functional.gelu(self.label_dependent(x)))
        above = self.drop(functional.gelu(self.label_head(x)))
        return Scores(
            upos=self.upos(x),
            xpos=self.xpos(x),
            feats=self.feats(x),
            entities=self.entities(x),
            starts=self.starts(x).squeeze(-1),
            arcs=(dependent @ self.arc + self.arc_bias) @ head.transpose(1, 2) + self.distances(dependent),
            dependents=self.relate(_with_one(below)).unflatten(-1, (-1, LABEL + 1)),
            heads=_with_one(above),
        )

    def distances(self, dependent: Tensor) -> Tensor:
        """What a word has for or against each head by the way to it; the root is at no distance."""
        places = torch.arange(dependent.shape[1], device=dependent.device)
        ways = (places[:, None] - places + WINDOW) * (places > 0)
        index = self.classes[ways].expand(dependent.shape[0], -1, -1)
        return self.distance(dependent).gather(2, index)

    def relate(self, x: Tensor) -> Tensor:
        """The first half of the labels' biaffine product; it is large, hence in bfloat16 while it is trained."""
        with torch.autocast(x.device.type, torch.bfloat16, enabled=self.training and has_bfloat16(x.device)):
            return x @ self.label

    def quantize(self, on: bool = True) -> None:
        """Let every linear layer of the encoder play its 8-bit self."""
        for part in self.modules():
            if isinstance(part, Linear):
                part.quantized = on


def has_bfloat16(device: torch.device) -> bool:
    """Whether the device multiplies bfloat16 natively: twice the pace where it does, else a tenth of it."""
    if device.type != "cpu":
        return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    return bool(torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported())


def labels_for(scores: Scores, heads: Tensor) -> Tensor:
    """The relations' scores (windows, words, relations) where each word hangs under that head."""
    index = heads.unsqueeze(-1).expand(-1, -1, scores.heads.shape[-1])
    return (scores.dependents.float() @ scores.heads.gather(1, index).unsqueeze(-1)).squeeze(-1)


def _classes() -> Tensor:
    """The class of each way from a head to a word, ``WINDOW`` being no way at all; 0 is the root's."""
    ways = torch.arange(2 * WINDOW) - WINDOW
    length = (ways.abs().unsqueeze(1) >= torch.tensor(DISTANCES)).sum(1)
    classes = torch.where(ways < 0, length + len(DISTANCES), length)
    classes[0] = 0
    return classes


def _with_one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


def _pick(x: Tensor, index: Tensor) -> Tensor:
    return x.gather(1, index.unsqueeze(-1).expand(-1, -1, x.shape[-1]))
