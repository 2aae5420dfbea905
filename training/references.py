"""Weighs the signs of what *he*, *she*, *it* and *they* stand for: ``python -m training.references``; see README.md.

A log-linear model: one choice a pronoun, among the noun phrases before it and none of them. Prints cross-validated
figures, a document at a time in one part, and writes the weights that all of GUM's train part gives.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from claimkit.splitting.antecedents.grammar import Pronoun
from claimkit.splitting.antecedents.mentions import Mention, Thing
from claimkit.splitting.antecedents.pronouns import WEIGHTS, Choice, Things
from claimkit.splitting.antecedents.signs import Field
from claimkit.splitting.pipeline import load_pipeline
from claimkit.splitting.tree import Tree
from training.coreference import Printed, printed, trees
from training.treebanks import documents

if TYPE_CHECKING:
    from numpy.typing import NDArray

FOLDS = 5
PLACES = 3
"""Decimals of a weight that ships."""

RARE = 4
"""A sign that is seen less often gets no weight."""

EPOCHS, BATCH, STRENGTH = 60, 64, 5.0
"""Rounds over the pronouns, pronouns a step, and how strongly weights are drawn to zero."""

WRITTEN = re.compile("_(news|bio|voyage|academic|textbook)_")

SOURCE = (
    "Weights of a log-linear model on the coreference of UD English GUM (train part; annotations CC BY 4.0); the signs "
    "and this table are claimkit's."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A pronoun with the signs of each candidate, of none last, and which of these is right."""

    document: str
    pronoun: Pronoun
    things: tuple[Thing, ...]
    rows: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]


@dataclass(slots=True, kw_only=True)
class Taught(Things):
    """Reads an article with the right antecedents, and notes each choice."""

    document: Printed
    lessons: list[Lesson] = field(default_factory=list)
    entities: dict[Mention, str] = field(default_factory=dict)

    def choose(self, pronoun: Pronoun, here: Sequence[Mention]) -> Choice:
        """The nearest noun phrase of the pronoun's own entity."""
        found = self.candidates(pronoun, here)
        own = self.document.narrowest(pronoun.node.start)
        right = [bool(own) and own in self._spoken_of(mention) for mention in found]
        if own or pronoun.node.word == "it":  # another pronoun without an entity was overlooked by the annotators
            self.lessons.append(
                Lesson(
                    document=self.document.name,
                    pronoun=pronoun,
                    things=tuple(mention.thing for mention in found),
                    rows=tuple(Field.of(pronoun, found).rows()),
                    right=(*right, not any(right)),
                )
            )
        chosen = next((mention for mention, good in zip(found, right, strict=True) if good), None)
        return Choice(pronoun=pronoun, candidates=found, chosen=chosen)

    def _spoken_of(self, mention: Mention) -> set[str]:
        if mention.pronoun:
            return {self.document.narrowest(mention.head.start)}
        if mention.group:
            return {self.document.spoken_of(mention.words[0].start, mention.words[-1].end)}
        parts = [mention.head, *(mention.head.of("flat", "compound") if mention.named else ())]
        return set().union(*(self.document.headed(part.start) for part in parts))


def main() -> None:
    """Print the cross-validated figures, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("to", type=Path, nargs="?", default=WEIGHTS)
    parser.add_argument("--strength", type=float, default=STRENGTH)
    given = parser.parse_args()
    nlp = load_pipeline()
    read = [(document, list(trees(document, nlp))) for document in map(printed, documents("gum-train"))]
    parts = [[lesson for document in read[part::FOLDS] for lesson in lessons(*document)] for part in range(FOLDS)]
    told = []
    for part, held in enumerate(parts):
        learnt = [lesson for other, rest in enumerate(parts) if other != part for lesson in rest]
        weights = weighed(learnt, given.strength)
        told += [(lesson, *decided(weights, lesson)) for lesson in held]
    report(told)
    weights = weighed([lesson for part in parts for lesson in part], given.strength)
    kept = {name: round(weight, PLACES) for name, weight in sorted(weights.items()) if round(weight, PLACES)}
    given.to.write_text(json.dumps({"source": SOURCE, "weights": kept}, indent=1) + "\n", encoding="utf-8")


def lessons(document: Printed, paragraphs: Sequence[Sequence[Tree]]) -> list[Lesson]:
    """The pronouns of one document."""
    taught = Taught(document=document)
    for tree in (tree for paragraph in paragraphs for tree in paragraph):
        taught.read(tree)
    return taught.lessons


def weighed(learnt: Sequence[Lesson], strength: float) -> dict[str, float]:
    """The weights under which the right candidates are most probable (Adam, weights drawn to zero)."""
    counts = Counter(sign for lesson in learnt for row in lesson.rows for sign in row)
    names = [name for name, count in counts.items() if count >= RARE]
    places = {name: place for place, name in enumerate(names)}
    data = [_indexed(lesson, places) for lesson in learnt]
    weights, mean, square = (np.zeros(len(names)) for _ in range(3))
    shuffle, step = np.random.default_rng(0), 0
    for epoch in range(EPOCHS):
        rate, order = 0.05 * (1 - epoch / EPOCHS) + 0.002, shuffle.permutation(len(data))
        for first in range(0, len(data), BATCH):
            batch = [data[index] for index in order[first : first + BATCH]]
            slope = _slope(batch, weights) + strength * weights / len(data)
            step += 1
            mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
            weights -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return dict(zip(names, weights.tolist(), strict=True))


Indexed = tuple["NDArray[np.int64]", "NDArray[np.int64]", "NDArray[np.bool_]"]
"""The rows and the columns of a pronoun's signs, and which rows are right."""


def _indexed(lesson: Lesson, places: Mapping[str, int]) -> Indexed:
    cells = [(row, places[sign]) for row, told in enumerate(lesson.rows) for sign in told if sign in places]
    rows, columns = zip(*cells, strict=True) if cells else ((), ())
    return np.array(rows, dtype=int), np.array(columns, dtype=int), np.array(lesson.right)


def _slope(batch: Sequence[Indexed], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    slope = np.zeros_like(weights)
    for rows, columns, right in batch:
        sums = np.bincount(rows, weights[columns], len(right))
        shares = np.exp(sums - sums.max())
        shares /= shares.sum()
        wanted = shares * right / (shares * right).sum()
        np.add.at(slope, columns, (shares - wanted)[rows])
    return slope / len(batch)


def decided(weights: Mapping[str, float], lesson: Lesson) -> tuple[float, bool]:
    """The probability of the likeliest thing, and whether it is the right one."""
    sums = np.array([sum(weights.get(sign, 0.0) for sign in row) for row in lesson.rows])
    shares = np.exp(sums - sums.max())
    shares /= shares.sum()
    things: dict[int, float] = {}
    for thing, share in zip(lesson.things, shares, strict=False):
        things[id(thing)] = things.get(id(thing), 0.0) + float(share)
    if not things:
        return 0.0, False
    best = max(things, key=things.__getitem__)
    first = next(place for place, thing in enumerate(lesson.things) if id(thing) == best)
    return things[best], lesson.right[first]


def report(told: Sequence[tuple[Lesson, float, bool]]) -> None:
    """Coverage and precision at several probabilities."""
    for family in ("it", "they", "he"):
        for genre, among in (("all", re.compile("")), ("written", WRITTEN), ("news", re.compile("_news_"))):
            row = [one for one in told if one[0].pronoun.family == family and among.search(one[0].document)]
            line = f"{family} {genre} {len(row)}:"
            for least in (0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9):
                good = [one[2] for one in row if one[1] >= least]
                line += f" {least}: {100 * len(good) / len(row):.0f}/{100 * sum(good) / max(1, len(good)):.1f}"
            print(line)


if __name__ == "__main__":
    main()
