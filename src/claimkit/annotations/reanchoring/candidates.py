"""Where the tokens of an anchor may stand in the new text: with the same words, or with others in their place."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from rapidfuzz import fuzz

from claimkit.annotations.reanchoring.alignment import Alignment
from claimkit.annotations.reanchoring.blocks import Block
from claimkit.annotations.reanchoring.tokens import Range

_AWAY = 0.1
"""The greatest share of an anchor's words that may have gone elsewhere than the rest."""

_ALIKE = 60
"""The least similarity, 0 to 100, of words that are shown as those that an orphan may be."""

_ASIDE = 2_000
"""Code points to each side of where a quote stood in which words like it are looked for."""

_NEAR = 3
"""Blocks to look back over: no more than these can hold the same token."""

_FEW = 3
"""Tokens that a sentence must have given to a neighbour of its main successor for both to be what became of it."""


def same(alignment: Alignment, old: Range) -> list[Range]:
    """Every place that has the same words, by a common block or by the order; sorted."""
    first, last = old
    found = {first + block.shift for block in holding(alignment.blocks, old)}
    ahead = alignment.forward[first:last]
    if ahead[0] >= 0 and ahead == list(range(ahead[0], ahead[0] + last - first)):
        found.add(ahead[0])
    return [(start, start + last - first) for start in sorted(found)]


def holding(blocks: list[Block], place: Range, *, by_new: bool = False) -> Iterator[Block]:
    """The blocks that hold all of a range; ``blocks`` are sorted by the text that it is of."""
    number = bisect_right(blocks, place[0], key=lambda block: block.new if by_new else block.old)
    for block in blocks[max(0, number - _NEAR) : number]:
        start = block.new if by_new else block.old
        if start <= place[0] and place[1] <= start + block.length:
            yield block


def instead(alignment: Alignment, old: Range) -> Range | None:
    """The words that stand where the old ones stood, by what is left of their sentence; None where it is not known."""
    sentence = alignment.old.around(*old)
    target = successor(alignment, sentence)
    if target is None:
        return None
    start = _edge(alignment, old[0], sentence, target, start=True)
    end = _edge(alignment, old[1] - 1, sentence, target, start=False)
    if start is None or end is None or start >= end:
        return None
    if any(not old[0] <= place < old[1] for place in alignment.backward[start:end] if place >= 0):
        return None
    ahead = [place for place in alignment.forward[slice(*old)] if place >= 0]
    away = sum(not start <= place < end for place in ahead)
    return (start, end) if away <= _AWAY * len(ahead) else None


def nearest(alignment: Alignment, old: Range) -> Range | None:
    """The words most like the old ones near to where these stood, only to be shown to a person; None if none are."""
    here, there = alignment.old, alignment.new
    before = alignment.before(old[0])
    middle = there.ends[alignment.forward[before]] if before >= 0 else 0
    start = max(0, middle - _ASIDE)
    quote, text = here.text[here.starts[old[0]] : here.ends[old[1] - 1]], there.text[start : middle + _ASIDE]
    if not len(quote) < len(text):
        return None
    found = fuzz.partial_ratio_alignment(quote, text, score_cutoff=_ALIKE)
    if found is None:
        return None
    new = there.touched(start + found.dest_start, start + found.dest_end)
    return new if new[0] < new[1] else None


def successor(alignment: Alignment, sentence: Range) -> Range | None:
    """The sentence of the new text that most of the old one's tokens went to, with a neighbour that has a good part."""
    ahead = [place for place in alignment.forward[sentence[0] : sentence[1]] if place >= 0]
    if not ahead:
        return None
    sentences = alignment.new.sentences
    count = Counter(bisect_right(sentences, place) - 1 for place in ahead)
    first = last = min(count, key=lambda number: (-count[number], number))
    while count[first - 1] >= _FEW:
        first -= 1
    while count[last + 1] >= _FEW:
        last += 1
    return sentences[first], alignment.new.sentence(sentences[last])[1]


def _edge(alignment: Alignment, place: int, sentence: Range, target: Range, *, start: bool) -> int | None:
    """The new place of the anchor's first token, or of the end of its last one."""
    forward = alignment.forward
    if target[0] <= forward[place] < target[1]:
        return forward[place] if start else forward[place] + 1
    before, after = place - 1, place + 1
    while before >= sentence[0] and not target[0] <= forward[before] < target[1]:
        before -= 1
    while after < sentence[1] and not target[0] <= forward[after] < target[1]:
        after += 1
    low = forward[before] + 1 if before >= sentence[0] else target[0]
    high = forward[after] if after < sentence[1] else target[1]
    return _inside(place, (before + 1, after), (low, high), start=start)


def _inside(place: int, old: Range, new: Range, *, start: bool) -> int | None:
    """The new edge where all of ``old`` became all of ``new``: known at its ends, and within if they are of a size."""
    if new[0] > new[1]:
        return None
    if start and (place == old[0] or new[0] == new[1]):
        return new[0]
    if not start and (place == old[1] - 1 or new[0] == new[1]):
        return new[1]
    if old[1] - old[0] == new[1] - new[0]:
        return new[0] + place - old[0] + (0 if start else 1)
    return None
