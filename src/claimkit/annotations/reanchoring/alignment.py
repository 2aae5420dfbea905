"""Which token of the new text each token of the old one is: common blocks first, then what lies between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from claimkit.annotations.reanchoring.blocks import Block, blocks
from claimkit.annotations.reanchoring.tokens import Tokens

_CELLS = 20_000_000
"""The largest gap, in tokens of the one times tokens of the other, that is filled: larger ones would take too long."""


class Alignment:
    """The two texts token by token; ``forward`` has the new place of each old token, -1 for none; so ``backward``."""

    def __init__(self, old: Tokens, new: Tokens) -> None:
        self.old, self.new = old, new
        self.forward, self.backward = [-1] * len(old), [-1] * len(new)
        self.blocks = blocks(old.keys, new.keys)
        self.by_new = sorted(self.blocks, key=lambda block: block.new)
        for block in parted(self.blocks, old, new):
            self._join(block)
        self._fill_beside()
        self._fill_in_order()
        self._before_old, self._after_old = _nearest(self.forward)
        self._before_new, self._after_new = _nearest(self.backward)

    def before(self, place: int, *, new: bool = False) -> int:
        """The nearest token before ``place`` that the other text has too; -1 for none."""
        return (self._before_new if new else self._before_old)[place]

    def after(self, place: int, *, new: bool = False) -> int:
        """The nearest token from ``place`` on that the other text has too; the number of tokens for none."""
        return (self._after_new if new else self._after_old)[place]

    def _join(self, block: Block) -> None:
        for step in range(block.length):
            if self.forward[block.old + step] < 0 and self.backward[block.new + step] < 0:
                self.forward[block.old + step] = block.new + step
                self.backward[block.new + step] = block.old + step

    def _runs(self) -> list[Block]:
        """The alignment as blocks that do not overlap, in the order of the old text."""
        runs: list[Block] = []
        for place, at in enumerate(self.forward):
            last = runs[-1] if runs else None
            if at < 0:
                continue
            if last and place == last.old + last.length and at == last.new + last.length:
                runs[-1] = replace(last, length=last.length + 1)
            else:
                runs.append(Block(old=place, new=at, length=1))
        return runs

    def _fill_beside(self) -> None:
        """Fill the gaps between blocks that follow each other in both texts, moved ones too."""
        runs = self._runs()
        rank = {run.new: number for number, run in enumerate(sorted(runs, key=lambda run: run.new))}
        for one, other in pairwise(runs):
            if rank[other.new] == rank[one.new] + 1:
                self._fill(range(one.old + one.length, other.old), range(one.new + one.length, other.new))

    def _fill_in_order(self) -> None:
        """Fill what is left between the blocks that kept their order."""
        ends = Block(old=len(self.old), new=len(self.new), length=0)
        for one, other in pairwise([Block(old=0, new=0, length=0), *in_order(self._runs()), ends]):
            self._fill(
                [place for place in range(one.old + one.length, other.old) if self.forward[place] < 0],
                [place for place in range(one.new + one.length, other.new) if self.backward[place] < 0],
            )

    def _fill(self, old: Sequence[int], new: Sequence[int]) -> None:
        """Join the longest common subsequence of two gaps."""
        if not old or not new or len(old) * len(new) > _CELLS:
            return
        here, there = [self.old.keys[place] for place in old], [self.new.keys[place] for place in new]
        for match in LCSseq.opcodes(here, there).as_matching_blocks():
            for step in range(match.size):
                place, at = old[match.a + step], new[match.b + step]
                self.forward[place], self.backward[at] = at, place


def parted(found: Sequence[Block], old: Tokens, new: Tokens) -> list[Block]:
    """The blocks without overlap: what two of them hold is cut where a sentence begins, or else goes to the longer."""
    by_old = _parted(found, old.sentences, by_new=False)
    return _parted(sorted(by_old, key=lambda block: block.new), new.sentences, by_new=True)


def _parted(found: Iterable[Block], sentences: list[int], *, by_new: bool) -> list[Block]:
    kept: list[Block] = []
    for given in found:
        block = given
        while kept and block.length:
            last = kept[-1]
            start = block.new if by_new else block.old
            end = (last.new if by_new else last.old) + last.length
            if start >= end:
                break
            cut = _cut(sentences, start, end, block.length > last.length)
            skip = min(block.length, cut - start)
            block = Block(old=block.old + skip, new=block.new + skip, length=block.length - skip)
            if shorter := max(0, last.length - (end - cut)):
                kept[-1] = replace(last, length=shorter)
                break
            kept.pop()
        if block.length:
            kept.append(block)
    return kept


def _cut(sentences: list[int], start: int, end: int, to_later: bool) -> int:
    number = bisect_left(sentences, start)
    if number < len(sentences) and sentences[number] <= end:
        return sentences[number]
    return start if to_later else end


def in_order(runs: Sequence[Block]) -> list[Block]:
    """The heaviest choice of blocks that keep their order in both texts; ``runs`` come in the order of the old one."""
    rank = {new: number for number, new in enumerate(sorted(run.new for run in runs), start=1)}
    heaviest: list[tuple[int, int]] = [(0, -1)] * (len(runs) + 1)  # a Fenwick tree of the greatest weight up to a rank
    before = [-1] * len(runs)
    top = (0, -1)
    for number, run in enumerate(runs):
        best, place = (0, -1), rank[run.new] - 1
        while place > 0:
            best = max(best, heaviest[place])
            place -= place & -place
        before[number] = best[1]
        mine = (best[0] + run.length, number)
        top, place = max(top, mine), rank[run.new]
        while place < len(heaviest):
            heaviest[place] = max(heaviest[place], mine)
            place += place & -place
    chain, number = [], top[1]
    while number >= 0:
        chain.append(runs[number])
        number = before[number]
    return chain[::-1]


def _nearest(joined: list[int]) -> tuple[list[int], list[int]]:
    """For each place, and the end, the nearest joined one before it and the nearest from it on."""
    before, after = [-1], [len(joined)]
    for place, other in enumerate(joined):
        before.append(place if other >= 0 else before[-1])
    for place in range(len(joined) - 1, -1, -1):
        after.append(place if joined[place] >= 0 else after[-1])
    return before, after[::-1]
