"""The labels that the heads tell apart, in a fixed order, drawn from the training data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from training.entities import TYPES
from training.treebanks import Sentence

RARE = 3
"""A label seen less often is not learnt: a relation gives way to the one without its subtype, others to none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """What each head's figures stand for."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    feats: tuple[str, ...]
    deps: tuple[str, ...]
    entities: tuple[str, ...]

    def to_raw(self) -> dict[str, list[str]]:
        """As JSON."""
        return {name: list(values) for name, values in asdict(self).items()}


def labels_of(sentences: Iterable[Sentence]) -> Labels:
    """The labels of these sentences."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("upos", "xpos", "feats", "deprel")}
    for sentence in sentences:
        for word in sentence.words:
            for name, counter in counts.items():
                counter[getattr(word, name)] += 1
    return Labels(
        upos=_often(counts["upos"]),
        xpos=_often(counts["xpos"]),
        feats=_often(counts["feats"]),
        deps=_often(counts["deprel"]),
        entities=("O", *(f"{mark}-{kind}" for kind in TYPES for mark in "BI")),
    )


def _often(counts: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(label for label, count in counts.items() if count >= RARE))
