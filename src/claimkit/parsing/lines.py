"""A line of text, read window by window: its sentences, tags, trees and names.

A window begins with a sentence. Where the line goes on behind it, its last sentence may be cut off, so the next window
begins with that one again. A sentence longer than a window is read in windows that overlap by half, each of which
speaks for the words that lie deeper in it than in its neighbour.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from claimkit.parsing.names import best_tags
from claimkit.parsing.subwords import WINDOW
from claimkit.parsing.trees import NEVER, best_tree

if TYPE_CHECKING:
    import numpy.typing as npt

    from claimkit.parsing.network import Network, Read

LONGEST = 500
"""A run of words without an end is cut at the end of the window that passes so many words."""

SLOWEST = 8
"""A sentence that fills a window from its first eighth on is read as a long one: else each word might cost a window."""

NEARER = 0.05
"""What an arc loses for each word of its length: of words that are alike, the nearer one is the head.

Tuned on GUM dev (LAS 90.12 without it, 90.19 with it); of thirty like clauses in one sentence, 23 instead of 7 have
their own subject by it.
"""

ONLY = ("obj", "iobj")
"""Relations of which a word has one at most: https://universaldependencies.org/u/overview/simple-syntax.html."""

_MARKS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A sentence: from ``start`` to ``end`` of the line's words. All else has an entry a word.

    Labels are indices; ``heads`` count within the line, the root's head being itself; ``sure`` is the probability of
    the head.
    """

    start: int
    end: int
    upos: npt.NDArray[np.int64]
    xpos: npt.NDArray[np.int64]
    feats: npt.NDArray[np.int64]
    entities: npt.NDArray[np.int64]
    heads: npt.NDArray[np.int64]
    deps: npt.NDArray[np.int64]
    sure: npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Part:
    """The words from ``start`` to ``end`` of the line, as a window says that begins at ``base``."""

    start: int
    end: int
    base: int
    read: Read

    @property
    def rows(self) -> slice:
        return slice(self.start - self.base + 1, self.end - self.base + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The words of a line of text, without its blanks.

    ``glued`` says which follow the word before without a blank; ``known`` is 1 for a word that surely begins a
    sentence, -1 for one that surely does not, 0 for the others.
    """

    words: Sequence[str]
    glued: Sequence[bool]
    known: Sequence[int]


def parse_line(line: Line, network: Network) -> Iterator[Parsed]:
    """The sentences of a line."""
    reader = _Reader(line, network)
    at, last = 0, len(line.words)
    while at < last:
        end, read = reader.window(at)
        starts = [at, *reader.starts(read, at, at + 1, end)]
        bounds = [*starts, end] if end == last else starts
        for start, stop in pairwise(bounds):
            yield _sentence([_Part(start, stop, at, read)], network)
        if end < last and (starts[-1] - at) * SLOWEST < end - at:
            parts = _long(reader, _Part(starts[-1], end, at, read))
            yield _sentence(parts, network)
            at = parts[-1].end
        else:
            at = bounds[-1]


class _Reader:
    """A line and the network that reads it."""

    def __init__(self, line: Line, network: Network) -> None:
        self.line, self._network = line, network
        self._sizes = [len(network.subwords.pieces(word)) for word in line.words]
        self._known = np.array(line.known)

    def window(self, at: int) -> tuple[int, Read]:
        """The end of the longest window that begins there, and what the network says of it."""
        room, end = WINDOW - _MARKS, at
        while end < len(self._sizes) and self._sizes[end] <= room:
            room -= self._sizes[end]
            end += 1
        encoded = self._network.subwords.encode(self.line.words[at:end], self.line.glued[at:end])
        return end, self._network.read(encoded)

    def starts(self, read: Read, base: int, begin: int, end: int) -> list[int]:
        """Where a sentence begins from ``begin`` to ``end``, as known or as the window at ``base`` says."""
        known = self._known[begin:end]
        says = read.starts[begin - base + 1 : end - base + 1] > 0
        return [begin + int(index) for index in np.flatnonzero((known > 0) | (says & (known == 0)))]


def _long(reader: _Reader, part: _Part) -> list[_Part]:
    """A sentence that fills its first window, in parts."""
    parts = [part]
    while parts[-1].end < len(reader.line.words) and parts[-1].end - part.start < LONGEST:
        last = parts.pop()
        base = (last.base + last.end) // 2
        end, read = reader.window(base)
        middle = (base + last.end) // 2
        starts = reader.starts(read, base, middle, end)
        stop = starts[0] if starts else end
        parts.append(_Part(last.start, middle, last.base, last.read))
        if stop > middle:
            parts.append(_Part(middle, stop, base, read))
        if starts:
            break
    return parts


def _sentence(parts: Sequence[_Part], network: Network) -> Parsed:
    start, end = parts[0].start, parts[-1].end
    scores = np.full((end - start, end - start + 1), NEVER, dtype=np.float32)
    for part in parts:
        low, high = max(start, part.base), min(end, part.base + len(part.read.upos) - 1)
        rows = slice(part.start - start, part.end - start)
        scores[rows, 0] = part.read.arcs[part.rows, 0]
        scores[rows, low - start + 1 : high - start + 1] = part.read.arcs[
            part.rows, low - part.base + 1 : high - part.base + 1
        ]
    places = np.arange(end - start, dtype=np.float32)
    scores[:, 1:] -= NEARER * np.abs(places[:, None] - places)
    heads = best_tree(scores)
    return Parsed(
        start=start,
        end=end,
        upos=_joined(parts, "upos"),
        xpos=_joined(parts, "xpos"),
        feats=_joined(parts, "feats"),
        entities=best_tags(_scores(parts), network.labels.entities),
        heads=np.where(heads > 0, heads - 1 + start, np.arange(start, end)),
        deps=_relations(parts, heads, network.labels.deps),
        sure=_probability(scores, heads),
    )


def _joined(parts: Sequence[_Part], name: str) -> npt.NDArray[np.int64]:
    found: npt.NDArray[np.int64] = np.concatenate([getattr(part.read, name)[part.rows] for part in parts])
    return found


def _scores(parts: Sequence[_Part]) -> npt.NDArray[np.float32]:
    """Those of the entities' tags."""
    return np.concatenate([part.read.entities[part.rows] for part in parts])


def _relations(parts: Sequence[_Part], heads: npt.NDArray[np.int64], labels: Sequence[str]) -> npt.NDArray[np.int64]:
    """The best relation of each word to its head; the root's is ``root``, and no other's.

    No word has two of :data:`ONLY` (UD's guidelines): the likelier keeps the label, the other has its next best.
    """
    start, root = parts[0].start, labels.index("root")
    rows = []
    for part in parts:
        own = heads[part.start - start : part.end - start]
        above = np.where(own > 0, own + start - part.base, 0)
        above = np.where((above >= 0) & (above < len(part.read.heads)), above, 0)
        scores = (part.read.dependents[part.rows] @ part.read.heads[above][:, :, None])[:, :, 0]
        scores[:, root] = NEVER
        scores[own == 0] = NEVER
        scores[own == 0, root] = 0
        rows.append(scores)
    scores = np.concatenate(rows)
    for label in (labels.index(name) for name in ONLY if name in labels):
        best = scores.argmax(1)
        for head in _twice(heads[best == label]):
            rivals = np.flatnonzero((heads == head) & (best == label))
            others = rivals[rivals != rivals[scores[rivals, label].argmax()]]
            scores[others, label] = NEVER
    found: npt.NDArray[np.int64] = scores.argmax(1)
    return found


def _twice(heads: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The heads that occur more than once."""
    values, counts = np.unique(heads, return_counts=True)
    found: npt.NDArray[np.int64] = values[counts > 1]
    return found


def _probability(scores: npt.NDArray[np.float32], heads: npt.NDArray[np.int64]) -> npt.NDArray[np.float32]:
    weights = np.exp(scores - scores.max(1, keepdims=True))
    found: npt.NDArray[np.float32] = weights[np.arange(len(heads)), heads] / weights.sum(1)
    return found
