"""How sure the parser is that a text is English prose: of its trees, and by the words that it knows whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from claimkit.parsing.subwords import Subwords

FEW = 4
"""With fewer words than this nothing can be told."""

_LETTER, _FOREIGN = re.compile(r"[^\W\d_]"), re.compile(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]")


def confidence(words: Sequence[str], heads: Sequence[npt.NDArray[np.float32]], subwords: Subwords, text: str) -> float:
    """From 0 to 1, times the share of the text's letters that are Latin.

    The mean of two: the probability of the words' heads, and the share of the words with letters that are one piece in
    the encoder's English vocabulary. 1 where there are too few words.
    """
    spelt = [word for word in words if _LETTER.search(word)]
    if len(spelt) < FEW or not heads:
        return latin_share(text)
    whole = sum(len(subwords.pieces(word)) == 1 for word in spelt) / len(spelt)
    return (float(np.concatenate(heads).mean()) + whole) / 2 * latin_share(text)


def latin_share(text: str) -> float:
    """The share of the letters that are Latin; 1 where there are no letters."""
    if text.isascii() or not (letters := len(_LETTER.findall(text))):
        return 1.0
    return 1 - len(_FOREIGN.findall(text)) / letters
