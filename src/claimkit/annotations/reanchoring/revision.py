"""Two versions of a text, prepared once, and what became of each anchor."""

from __future__ import annotations

from claimkit.annotations.reanchoring import places
from claimkit.annotations.reanchoring.alignment import Alignment
from claimkit.annotations.reanchoring.candidates import Range, holding, instead, same
from claimkit.annotations.reanchoring.evidence import LIKE, Evidence
from claimkit.annotations.reanchoring.outcomes import Candidate, Moved, Orphan, Signal
from claimkit.annotations.reanchoring.tokens import tokens
from claimkit.model.spans import Anchor

_ROW = 8
"""Equal tokens in a row, the quote among them, from which one side of the context is enough."""

_MOVED = 0.75
"""The least similarity, 0 to 1, of a sentence that changed and moved."""

_SMALL = 4
"""Tokens of a quote up to which both its neighbours and its sentence are enough, whatever its words became."""

_GROWN = 1.5
"""How many times as long as it was, and some words, a quote that changed may be."""

_CLEAR = 3
"""By how many tokens in a row, in its sentence, one place must beat another that has the same words."""

_BESIDE = {Signal.BEFORE, Signal.AFTER}


class Revision:
    """The old and the new version of a text; :meth:`find` says where an anchor of the old one stands in the new one.

    Time grows with the texts; gaps of more than some thousand tokens that have nothing in common are left alone.
    """

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        self._alignment = Alignment(tokens(old), tokens(new))
        self._evidence = Evidence(self._alignment)

    def find(self, anchor: Anchor) -> Moved | Orphan:
        """The anchor in the new text where two signals agree on one place, else an orphan with the best candidate.

        Raises ``ValueError`` where the quote does not stand at the anchor's offsets in the old text.
        """
        if not anchor.stands_in(self.old):
            raise ValueError(f"{anchor.quote!r} does not stand at {anchor.start}..{anchor.end} of the old text")
        if self.old == self.new:
            signals = (Signal.QUOTE, Signal.BEFORE, Signal.AFTER, Signal.POSITION)
            return Moved(anchor=Anchor.at(self.new, anchor.start, anchor.end), changed=False, signals=signals)
        old = self._alignment.old.touched(anchor.start, anchor.end)
        if old[0] == old[1]:
            return Orphan(anchor=anchor, best=None, reason="it has no words to be found by")
        starts = same(self._alignment, old)
        return self._unchanged(anchor, old, starts) if starts else self._changed(anchor, old)

    def _unchanged(self, anchor: Anchor, old: Range, starts: list[int]) -> Moved | Orphan:
        """What became of an anchor whose words stand at some place still."""
        evidence, size = self._evidence, old[1] - old[0]
        found = sorted(((start, start + size) for start in starts), key=lambda new: (-evidence.support(old, new), new))
        new = found[0]
        if any(self._rivals(old, new, old, other) for other in found[1:]):
            return self._orphan(anchor, old, new, "its words stand at several places, and nothing tells which is theirs")
        if any(self._rivals(old, new, (first, first + size), new) for first in self._others(old, new)):
            return self._orphan(anchor, old, new, "the words found are as likely those of another place in the old text")
        if evidence.repeated(old, new):
            return self._orphan(anchor, old, new, "its sentence is repeated, and nothing beside it tells which is which")
        if evidence.contested(old, new):
            return self._orphan(anchor, old, new, "a similar sentence stands beside the one found")
        signals = evidence.signals(old, new)
        if Signal.POSITION not in signals and evidence.left_behind(old, new):
            return self._orphan(anchor, old, new, "its words stand elsewhere now, and similar ones where they stood")
        if not self._agree(old, new, signals):
            return self._orphan(anchor, old, new, "too little around its words is as it was")
        return self._moved(anchor, old, new, signals)

    def _agree(self, old: Range, new: Range, signals: tuple[Signal, ...]) -> bool:
        """Whether enough speaks for a place that has the same words."""
        given = set(signals)
        if not given & {Signal.SENTENCE, Signal.POSITION}:
            return Signal.UNIQUE in given and not self._torn(old, new)
        if given >= {Signal.SENTENCE, Signal.POSITION} or given >= _BESIDE or Signal.UNIQUE in given:
            return True
        return bool(given & _BESIDE) and sum(self._evidence.beside(old, new)) + old[1] - old[0] >= _ROW

    def _torn(self, old: Range, new: Range) -> bool:
        """Whether the quote was part of one sentence and is now part of another."""
        here, there = self._alignment.old.around(*old), self._evidence.counterpart(old, new)
        return self._evidence.likeness(here, there) < LIKE

    def _changed(self, anchor: Anchor, old: Range) -> Moved | Orphan:
        """What became of an anchor whose words stand nowhere that anything speaks for."""
        new = instead(self._alignment, old)
        if new is None:
            return Orphan(anchor=anchor, best=None, reason="its words are gone")
        if self._evidence.contested(old, new):
            return self._orphan(anchor, old, new, "a similar sentence stands beside the one found")
        if new[1] - new[0] > _GROWN * (old[1] - old[0]) + 2 * _SMALL:
            return self._orphan(anchor, old, new, "far more words stand where its words stood")
        if self._evidence.patched(old, new):
            return self._orphan(anchor, old, new, "a good part of its words was replaced")
        signals = self._evidence.signals(old, new)
        given = set(signals)
        here, there = self._alignment.old.around(*old), self._evidence.counterpart(old, new)
        least = LIKE if Signal.POSITION in given else _MOVED
        if self._evidence.likeness(here, there) < least:
            return self._orphan(anchor, old, new, "its words changed, and so did too much around them")
        if Signal.POSITION not in given and self._evidence.left_behind(old, new):
            return self._orphan(anchor, old, new, "its words stand elsewhere now, and similar ones where they stood")
        small = old[1] - old[0] <= _SMALL and new[1] - new[0] <= 2 * _SMALL
        inside = Signal.SENTENCE in given and (Signal.LIKENESS in given or (small and given >= _BESIDE))
        whole = Signal.LIKENESS in given and bool(given & {Signal.POSITION, Signal.UNIQUE})
        if not inside and not whole:
            return self._orphan(anchor, old, new, "its words changed, and so did too much around them")
        return self._moved(anchor, old, new, signals)

    def _others(self, old: Range, new: Range) -> list[int]:
        """The first tokens of other places in the old text that a common block puts on the same new place."""
        blocks = holding(self._alignment.by_new, new, by_new=True)
        return [new[0] - block.shift for block in blocks if new[0] - block.shift != old[0]]

    def _rivals(self, old: Range, new: Range, other_old: Range, other_new: Range) -> bool:
        """Whether another pairing of the same words is not clearly worse."""
        better = self._evidence.support(old, new) - self._evidence.support(other_old, other_new)
        return better < _CLEAR

    def _moved(self, anchor: Anchor, old: Range, new: Range, signals: tuple[Signal, ...]) -> Moved | Orphan:
        place = places.place(self._alignment, anchor, old, new)
        if place is None:
            return Orphan(anchor=anchor, best=None, reason="it begins or ends inside of a word that changed")
        same_words = self._alignment.old.keys[slice(*old)] == self._alignment.new.keys[slice(*new)]
        changed = not same_words or self._evidence.negated(old, new)
        return Moved(anchor=Anchor.at(self.new, *place), changed=changed, signals=signals)

    def _orphan(self, anchor: Anchor, old: Range, new: Range, reason: str) -> Orphan:
        place = places.place(self._alignment, anchor, old, new)
        if place is None:
            return Orphan(anchor=anchor, best=None, reason=reason)
        best = Candidate(
            anchor=Anchor.at(self.new, *place),
            similarity=round(self._evidence.likeness(old, new), 3),
            signals=self._evidence.signals(old, new),
        )
        return Orphan(anchor=anchor, best=best, reason=reason)
