"""Words as the encoder reads them: word pieces, and the shapes that its uncased vocabulary does not see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt
    from tokenizers import Tokenizer

WINDOW = 256
"""The most pieces that the encoder reads at once, its two marks included (it was pre-trained on that length)."""
WORD = 16
"""The most pieces of one word: of a longer one, an address say, the first and the last are read."""
SHAPES = 17
"""How many shapes there are: none, and eight kinds of word, each after a blank or not."""

_CACHED = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded:
    """A run of words as the encoder's input.

    ``ids`` and ``shapes`` have one entry a piece, the opening and closing marks included; ``first`` and ``last`` have
    one entry a word, after an entry 0 for the root (the opening mark), and point into ``ids``.
    """

    ids: npt.NDArray[np.int64]
    shapes: npt.NDArray[np.int64]
    first: npt.NDArray[np.int64]
    last: npt.NDArray[np.int64]


class Subwords:
    """A tokenizer of words, which remembers what it has seen."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._tokenizer = tokenizer
        self._seen: dict[str, tuple[int, ...]] = {}
        self._open, self._close, self._unknown = (_mark(tokenizer, mark) for mark in ("[CLS]", "[SEP]", "[UNK]"))

    def pieces(self, word: str) -> tuple[int, ...]:
        """The word's pieces, between one and :data:`WORD` of them."""
        found = self._seen.get(word)
        if found is None:
            ids = self._tokenizer.encode(word, add_special_tokens=False).ids or [self._unknown]
            found = tuple(ids if len(ids) <= WORD else [*ids[: WORD // 2], *ids[-WORD // 2 :]])
            if len(self._seen) >= _CACHED:
                self._seen.clear()
            self._seen[word] = found
        return found

    def encode(self, words: Sequence[str], glued: Sequence[bool]) -> Encoded:
        """The words as input; ``glued`` says of each whether it follows the one before without a blank."""
        ids, shapes, first, last = [self._open], [0], [0], [0]
        for word, joined in zip(words, glued, strict=True):
            pieces = self.pieces(word)
            first.append(len(ids))
            ids.extend(pieces)
            last.append(len(ids) - 1)
            shapes.extend([shape(word, joined)] * len(pieces))
        ids.append(self._close)
        shapes.append(0)
        arrays = (np.array(row, dtype=np.int64) for row in (ids, shapes, first, last))
        return Encoded(**dict(zip(("ids", "shapes", "first", "last"), arrays, strict=True)))


def _mark(tokenizer: Tokenizer, mark: str) -> int:
    found: int | None = tokenizer.token_to_id(mark)
    if found is None:
        raise ValueError(f"the tokenizer has no {mark}")
    return found


def shape(word: str, glued: bool) -> int:
    """The word's case and kind, from 1 to 16; the even ones follow the word before without a blank."""
    return 2 * _kind(word) + 1 + glued


def _kind(word: str) -> int:
    if word.islower():
        return 0
    if word.isupper():
        return 1 if sum(map(str.isalpha, word)) > 1 else 2
    if word.istitle():
        return 3
    if any(map(str.isalpha, word)):
        return 4 if any(map(str.isupper, word)) else 5
    return 6 if any(map(str.isdigit, word)) else 7
