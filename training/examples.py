"""Windows of text as tensors: the sentences of a paragraph, alone or in a run, with what the heads shall say."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from claimkit.parsing.subwords import WINDOW, Encoded, Subwords
from training.labels import Labels
from training.treebanks import Document, Sentence

IGNORED = -100
ALONE = 0.35
"""The share of paragraphs that are cut into single sentences; of the others, runs of a random length are made."""

Tags = Mapping[str, Sequence[str | None]]
"""Entity tags by the sentence's id; a sentence without tags teaches no entities."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One window: the input, and for each word (the root first) the gold; ``group`` numbers its sentence from 1."""

    encoded: Encoded
    gold: dict[str, np.ndarray]


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Windows padded to one length; ``gold`` as in :class:`Example`, :data:`IGNORED` where nothing is said."""

    ids: Tensor
    shapes: Tensor
    first: Tensor
    last: Tensor
    mask: Tensor
    gold: dict[str, Tensor]

    def to(self, device: torch.device) -> Batch:
        """The same on that device."""
        gold = {name: row.to(device) for name, row in self.gold.items()}
        inputs = {name: getattr(self, name).to(device) for name in ("ids", "shapes", "first", "last", "mask")}
        return Batch(**inputs, gold=gold)


class Encoder:
    """Turns sentences into examples."""

    def __init__(self, labels: Labels, subwords: Subwords, tags: Tags) -> None:
        self._subwords, self._tags = subwords, tags
        raw = labels.to_raw()
        self._index = {name: {label: at for at, label in enumerate(values)} for name, values in raw.items()}

    def size(self, sentence: Sentence) -> int:
        """How many pieces the sentence has."""
        return sum(len(self._subwords.pieces(word.surface)) for word in sentence.words)

    def example(self, sentences: Sequence[Sentence]) -> Example:
        """One window."""
        words = [word for sentence in sentences for word in sentence.words]
        glued = [False, *(not word.space for word in words[:-1])]
        rows: dict[str, list[int]] = {
            name: [IGNORED] for name in ("upos", "xpos", "feats", "deps", "entities", "heads")
        }
        rows |= {"starts": [IGNORED], "group": [0]}
        group = root = 0
        for sentence in sentences:
            base = len(rows["heads"]) - 1
            above = root if sentence.joined else 0
            group += not sentence.joined
            tags = self._tags.get(sentence.id, [None] * len(sentence.words))
            for at, word in enumerate(sentence.words):
                rows["upos"].append(self._known("upos", word.upos))
                rows["xpos"].append(self._known("xpos", word.xpos))
                rows["feats"].append(self._known("feats", word.feats))
                rows["deps"].append(self._relation(word.deprel if word.head or not above else "parataxis"))
                rows["entities"].append(self._known("entities", tags[at]))
                rows["heads"].append(base + word.head if word.head else above)
                rows["starts"].append(int(at == 0 and not sentence.joined))
                rows["group"].append(group)
                root = root if word.head or sentence.joined else base + at + 1
        gold = {name: np.array(row, dtype=np.int64) for name, row in rows.items()}
        return Example(encoded=self._subwords.encode([word.surface for word in words], glued), gold=gold)

    def _known(self, kind: str, label: str | None) -> int:
        return self._index[kind].get(label, IGNORED) if label is not None else IGNORED

    def _relation(self, label: str) -> int:
        index = self._index["deps"]
        return index.get(label, index.get(label.partition(":")[0], IGNORED))


Dress = Callable[[Sequence[Sentence], random.Random], list[Sentence]]
"""A change of how the text looks; see :mod:`training.augment`."""


def runs(
    documents: Sequence[Document], encoder: Encoder, rng: random.Random, dress: Dress | None = None
) -> Iterator[list[Sentence]]:
    """The sentences of an epoch, window by window, dressed anew; a sentence too long for a window is left out."""
    for document in documents:
        for paragraph in document.paragraphs:
            limit = 0 if rng.random() < ALONE else rng.choice((60, 100, 150, 200, WINDOW - 2))
            run: list[Sentence] = []
            size = 0
            found = []
            for sentence in paragraph:
                length = encoder.size(sentence)
                if run and size + length > limit:
                    found.append(run)
                    run, size = [], 0
                run = [*run, sentence]
                size += length
            for sentences in (*found, run):
                dressed = dress(sentences, rng) if dress else sentences
                if sum(map(encoder.size, dressed)) <= WINDOW - 2:  # a dash may have become two pieces
                    yield dressed


def batches(examples: Sequence[Example], pieces: int, rng: random.Random) -> list[Batch]:
    """The examples in batches of at most so many pieces, padding included: like lengths together, then shuffled."""
    ordered = sorted(examples, key=lambda example: len(example.encoded.ids) + 4 * rng.random())
    rows: list[list[Example]] = [[]]
    for example in ordered:
        if rows[-1] and len(example.encoded.ids) * (len(rows[-1]) + 1) > pieces:
            rows.append([])
        rows[-1].append(example)
    rng.shuffle(rows)
    return [batch(row) for row in rows if row]


def batch(examples: Sequence[Example]) -> Batch:
    """The examples, padded."""
    encoded = [example.encoded for example in examples]
    ids = _padded([one.ids for one in encoded], 0)
    lengths = torch.tensor([len(one.ids) for one in encoded])
    gold = {
        name: _padded([example.gold[name] for example in examples], 0 if name == "group" else IGNORED)
        for name in examples[0].gold
    }
    return Batch(
        ids=ids,
        shapes=_padded([one.shapes for one in encoded], 0),
        first=_padded([one.first for one in encoded], 0),
        last=_padded([one.last for one in encoded], 0),
        mask=(torch.arange(ids.shape[1]) < lengths[:, None])[:, None, None, :],
        gold=gold,
    )


def _padded(rows: Sequence[np.ndarray], filler: int) -> Tensor:
    return torch.nn.utils.rnn.pad_sequence([torch.from_numpy(row) for row in rows], True, float(filler))
