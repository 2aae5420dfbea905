"""Trains the network: ``python -m training.train OUT``; see README.md for the settings and what each of them gave."""

from __future__ import annotations

import argparse
import math
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from claimkit.parsing.subwords import Subwords
from training.augment import augmented
from training.encoder import fill, folder
from training.entities import gum_tags, uner, uner_tags
from training.examples import IGNORED, Batch, Encoder, Tags, batches, runs
from training.labels import Labels, labels_of
from training.network import LAYERS, Network, Scores, has_bfloat16, labels_for
from training.treebanks import Document, documents

TREEBANKS = ("ewt-train", "ewt-dev", "gum-train")
"""What is learnt from; EWT's dev part because UNER's layer lies over no part of EWT that is larger."""

WEIGHTS = {"upos": 0.3, "xpos": 0.3, "feats": 0.3, "entities": 1.0, "starts": 1.0}
"""What the other heads' losses weigh beside the arcs' and the labels'."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a run depends on, beside the data."""

    epochs: float
    pieces: int
    encoder_rate: float
    head_rate: float
    warmup: int
    rounding: float
    averaging: float
    layers: int
    without: tuple[str, ...]
    threads: int
    device: str
    seed: int
    treebanks: tuple[str, ...]


def main() -> None:
    """Train, or go on where a run stopped."""
    settings, out = _arguments()
    torch.set_num_threads(settings.threads)
    out.mkdir(parents=True, exist_ok=True)
    train = [document for name in settings.treebanks for document in documents(name)]
    tags = entity_tags(train, settings.treebanks)
    labels = labels_of(sentence for document in train for sentence in document.sentences)
    place = folder()
    encoder = Encoder(labels, Subwords(Tokenizer.from_file(str(place / "tokenizer.json"))), tags)
    torch.manual_seed(settings.seed)
    network = Network(labels, layers=settings.layers)
    fill(network, place)
    dev = {name: documents(name) for name in ("gum-dev", "ewt-dev") if name not in settings.treebanks}
    Run(settings, network, encoder, labels, out).go(train, dev)


def entity_tags(train: Sequence[Document], treebanks: Sequence[str]) -> Tags:
    """What is known of the entities in the training data: GUM's names, and UNER's layer over EWT's dev part."""
    tags: dict[str, list[str | None]] = {}
    layer = uner("en_ewt-ud-dev") if "ewt-dev" in treebanks else {}
    for document in train:
        if document.name.startswith("GUM_"):
            tags |= gum_tags(document)
        else:
            for sentence in document.sentences:
                found = uner_tags(sentence, layer)
                if found is not None:
                    tags[sentence.id] = found
    return tags


class Run:
    """One training: the network, its running average, the optimizer, and where they are kept between sittings."""

    def __init__(self, settings: Settings, network: Network, encoder: Encoder, labels: Labels, out: Path) -> None:
        self.settings, self.network, self.encoder, self.labels, self.out = settings, network, encoder, labels, out
        self.device = torch.device(settings.device)
        network.to(self.device)
        self.averaged = torch.optim.swa_utils.AveragedModel(
            network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(settings.averaging)
        )
        network.words.weight.requires_grad_("words" not in settings.without)
        network.shapes.weight.requires_grad_("shapes" not in settings.without)
        network.distance.requires_grad_("distances" not in settings.without)
        self.weights = {name: 0.0 if "tags" in settings.without else weight for name, weight in WEIGHTS.items()}
        below = ("words", "places", "norm", "layers")
        named = [(name, value) for name, value in network.named_parameters() if value.requires_grad]
        groups = [
            {"params": [v for n, v in named if n.startswith(below)], "lr": settings.encoder_rate, "weight_decay": 0.01},
            {"params": [v for n, v in named if not n.startswith(below)], "lr": settings.head_rate, "weight_decay": 0.0},
        ]
        self.optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)
        self.step = self.epoch = 0
        self.began = time.monotonic()

    def go(self, train: Sequence[Document], dev: dict[str, list[Document]]) -> None:
        """All epochs that are left; the averaged weights are written at the end."""
        self.resume()
        while self.epoch < self.settings.epochs:
            rng = random.Random(f"{self.settings.seed} {self.epoch}")  # noqa: S311
            torch.manual_seed(self.settings.seed * 1000 + self.epoch)
            dress = None if "dress" in self.settings.without else augmented
            examples = [self.encoder.example(run) for run in runs(train, self.encoder, rng, dress)]
            made = batches(examples, self.settings.pieces, rng)
            total = math.ceil(len(made) * self.settings.epochs)
            self.network.train()
            for one in made:
                if self.step < total:
                    self.one_step(one.to(self.device), self.step / total)
            self.epoch += 1
            self.report(dev)
            self.keep()
        weights = {name: value.cpu() for name, value in self.averaged.module.state_dict().items()}
        state = {"labels": self.labels.to_raw(), "weights": weights}
        torch.save(state, self.out / "weights.pt")

    def one_step(self, one: Batch, done: float) -> None:
        """One step of the optimizer; ``done`` is the share of the training that lies behind."""
        rate = min(1.0, self.step / self.settings.warmup) * max(0.02, 1 - done)
        for group, base in zip(
            self.optimizer.param_groups, (self.settings.encoder_rate, self.settings.head_rate), strict=False
        ):
            group["lr"] = base * rate
        self.network.quantize(done >= 1 - self.settings.rounding)
        with torch.autocast(self.device.type, torch.bfloat16, enabled=has_bfloat16(self.device)):
            scores = self.network(one.ids, one.shapes, one.first, one.last, one.mask)
        losses = {name: self.weights.get(name, 1.0) * loss for name, loss in losses_of(scores, one).items()}
        self.optimizer.zero_grad()
        sum(losses.values(), torch.zeros((), device=self.device)).backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.step += 1
        if self.step % 10 == 0 and done > 0.1:
            self.averaged.update_parameters(self.network)
        if self.step % 100 == 0:
            shown = " ".join(f"{name} {value.item():.3f}" for name, value in losses.items())
            print(f"{self.step} {done:.3f} {time.monotonic() - self.began:.0f} s {shown}", flush=True)

    def report(self, dev: dict[str, list[Document]]) -> None:
        """Print the dev figures of the averaged weights, on gold words."""
        network = self.averaged.module if self.averaged.n_averaged else self.network
        network.quantize(False)
        for name, read in dev.items():
            figures = dev_figures(network, self.encoder, read, self.labels)
            print(f"epoch {self.epoch} {time.monotonic() - self.began:.0f} s {name} {figures}", flush=True)

    @property
    def set(self) -> str:
        """The settings that the weights depend on."""
        return repr(replace(self.settings, threads=0, device=""))

    def keep(self) -> None:
        """Write where the run stands, whole or not at all."""
        state = {
            "epoch": self.epoch,
            "step": self.step,
            "network": self.network.state_dict(),
            "averaged": self.averaged.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "settings": self.set,
        }
        torch.save(state, self.out / "run.tmp")
        (self.out / "run.tmp").replace(self.out / "run.pt")

    def resume(self) -> None:
        """Go on from what :meth:`keep` wrote, if anything.

        Raises ``ValueError`` where it was written with other settings.
        """
        kept = self.out / "run.pt"
        if kept.exists():
            state = torch.load(kept, map_location=self.device, weights_only=True)
            if state["settings"] != self.set:
                raise ValueError(f"{kept} is of a run with other settings: {state['settings']}; name another folder")
            self.network.load_state_dict(state["network"])
            self.averaged.load_state_dict(state["averaged"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.step, self.epoch = state["step"], state["epoch"]


def losses_of(scores: Scores, one: Batch) -> dict[str, Tensor]:
    """Each head's mean cross entropy; arcs compete within the sentence and with the root."""
    gold = one.gold
    arcs = scores.arcs.masked_fill(~within(gold["group"]), -1e4)
    relations = labels_for(scores, gold["heads"].clamp(min=0))
    losses = {"arcs": _entropy(arcs, gold["heads"]), "deps": _entropy(relations, gold["deps"])}
    for name in ("upos", "xpos", "feats", "entities"):
        losses[name] = _entropy(getattr(scores, name), gold[name])
    known = gold["starts"] != IGNORED
    starts = functional.binary_cross_entropy_with_logits(scores.starts[known], gold["starts"][known].float())
    return losses | {"starts": starts}


def within(group: Tensor) -> Tensor:
    """Which heads a word may have: those of its own sentence, but not itself, and the root."""
    allowed = (group.unsqueeze(2) == group.unsqueeze(1)) & (group.unsqueeze(1) > 0)
    allowed &= ~torch.eye(group.shape[1], dtype=torch.bool, device=group.device)
    allowed[:, :, 0] = True
    return allowed


def _entropy(scores: Tensor, gold: Tensor) -> Tensor:
    found = functional.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=IGNORED, reduction="sum")
    return found / (gold != IGNORED).sum().clamp(min=1)


@torch.no_grad()
def dev_figures(network: Network, encoder: Encoder, read: Sequence[Document], labels: Labels) -> str:
    """UAS and LAS without punctuation on gold words and sentences, UPOS, XPOS, features, starts; for the eye."""
    network.eval()
    paragraphs = list(chain.from_iterable(document.paragraphs for document in read))
    examples = [encoder.example(part) for part in paragraphs if 0 < sum(map(encoder.size, part)) < 250]
    device = next(network.parameters()).device
    counts = dict.fromkeys(("words", "uas", "las", "all", "upos", "xpos", "feats", "tp", "said", "gold"), 0)
    punct = labels.deps.index("punct")
    for made in batches(examples, 3000, random.Random(0)):  # noqa: S311
        one = made.to(device)
        scores = network(one.ids, one.shapes, one.first, one.last, one.mask)
        heads = scores.arcs.masked_fill(~within(one.gold["group"]), -1e4).argmax(-1)
        right = heads == one.gold["heads"]
        said = labels_for(scores, heads).argmax(-1) == one.gold["deps"]
        counted = (one.gold["heads"] >= 0) & (one.gold["deps"] != punct)
        counts["words"] += int(counted.sum())
        counts["uas"] += int((right & counted).sum())
        counts["las"] += int((right & said & counted).sum())
        counts["all"] += int((one.gold["heads"] >= 0).sum())
        for name in ("upos", "xpos", "feats"):
            counts[name] += int((getattr(scores, name).argmax(-1) == one.gold[name]).sum())
        starts, gold = (scores.starts > 0) & (one.gold["starts"] >= 0), one.gold["starts"] == 1
        counts["tp"] += int((starts & gold).sum())
        counts["said"] += int(starts.sum())
        counts["gold"] += int(gold.sum())
    parts = {name: counts[name] / counts["words"] for name in ("uas", "las")}
    parts |= {name: counts[name] / counts["all"] for name in ("upos", "xpos", "feats")}
    parts |= {"starts": 2 * counts["tp"] / max(1, counts["said"] + counts["gold"])}
    return " ".join(f"{name} {100 * value:.2f}" for name, value in parts.items())


_WITHOUT = {
    "words": "word vectors stay as they were",
    "shapes": "no shapes of words",
    "distances": "no scores for an arc's length",
    "dress": "no augmentation",
    "tags": "no heads but the tree's",
}


def _arguments() -> tuple[Settings, Path]:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    kinds: dict[str, tuple[Callable[[str], object], object]] = {
        "epochs": (float, 10.0),
        "pieces": (int, 300),
        "encoder-rate": (float, 1.2e-4),
        "head-rate": (float, 1e-3),
        "warmup": (int, 600),
        "rounding": (float, 0.3),
        "averaging": (float, 0.98),
        "layers": (int, LAYERS),
        "threads": (int, 2),
        "device": (str, "cpu"),
        "seed": (int, 1),
    }
    for name, (kind, value) in kinds.items():
        parser.add_argument(f"--{name}", type=kind, default=value)
    parser.add_argument("--without", nargs="*", default=[], choices=_WITHOUT, help=str(_WITHOUT))
    learnt = (*TREEBANKS, "gum-dev")  # what is tested on is never learnt from
    parser.add_argument("--treebanks", nargs="+", default=TREEBANKS, choices=learnt)
    given = vars(parser.parse_args())
    out = given.pop("out")
    return Settings(**(given | {name: tuple(given[name]) for name in ("treebanks", "without")})), out


if __name__ == "__main__":
    main()
