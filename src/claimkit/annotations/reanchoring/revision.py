"""Two versions of a text, prepared once, and what became of each anchor."""

from __future__ import annotations

from claimkit.annotations.reanchoring.alignment import Alignment
from claimkit.annotations.reanchoring.candidates import instead, nearest, same
from claimkit.annotations.reanchoring.evidence import LIKE, Evidence
from claimkit.annotations.reanchoring.outcomes import Candidate, Moved, Orphan, Signal
from claimkit.annotations.reanchoring.places import place
from claimkit.annotations.reanchoring.rivals import Rivals
from claimkit.annotations.reanchoring.tokens import Range, tokens
from claimkit.model.spans import Anchor

_RUN = 8
"""Equal tokens in a row, the quote among them, from which one side of the context is enough."""

_MOVED = 0.75
"""The least similarity, 0 to 1, of a sentence that changed and moved."""

_SMALL = 4
"""Tokens of a quote up to which both its neighbours and its sentence are enough, whatever its words became."""

_GROWN = 1.5
"""How many times as long as it was, and some words, a quote that changed may be."""

_BESIDE = {Signal.BEFORE, Signal.AFTER}


class Revision:
    """The old and the new version of a text; :meth:`find` says where an anchor of the old one stands in the new one.

    Time grows with the texts. Stretches of some thousand tokens in both that have no common block are not compared.
    """

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        self._alignment = Alignment(tokens(old), tokens(new))
        self._evidence = Evidence(self._alignment)
        self._rivals = Rivals(self._alignment, self._evidence)

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
            return Orphan(anchor=anchor, best=None, reason="It has no words to be found by.")
        found = same(self._alignment, old)
        new = self._rivals.best(old, found) if found else instead(self._alignment, old)
        if new is None:
            return self._orphan(anchor, old, nearest(self._alignment, old), "Its words are gone.")
        reason = self._doubt(old, new, found) if found else self._doubt_of_changed(old, new)
        return self._orphan(anchor, old, new, reason) if reason else self._moved(anchor, old, new)

    def _doubt(self, old: Range, new: Range, found: list[Range]) -> str:
        """Why the same words at ``new`` may not be the anchor's; empty where they are."""
        if self._rivals.several(old, new, found):
            return "Its words stand at several places, and nothing tells which are the old ones."
        if self._rivals.claimed(old, new):
            return "The words found may as well be others of the old text."
        if self._rivals.repeated(old, new):
            return "Its sentence stands there several times, and nothing beside it tells which is the old one."
        if self._rivals.contested(old, new):
            return "A similar sentence stands beside the one found."
        signals = self._evidence.signals(old, new)
        if Signal.POSITION not in signals and self._rivals.left_behind(old, new):
            return "Its words stand elsewhere now, and similar ones where they stood."
        return "" if self._agree(old, new, set(signals)) else "Its words stand there, but too little around them does."

    def _agree(self, old: Range, new: Range, given: set[Signal]) -> bool:
        """Whether enough speaks for a place that has the same words."""
        if Signal.POSITION not in given:
            return self._agree_elsewhere(old, new, given)
        if Signal.SENTENCE in given or given >= _BESIDE or Signal.UNIQUE in given:
            return True
        if self._evidence.embedded(old):
            return False  # its own sentence does not know it, whatever stands beyond
        return bool(given & _BESIDE) and sum(self._evidence.beside(old, new)) + old[1] - old[0] >= _RUN

    def _agree_elsewhere(self, old: Range, new: Range, given: set[Signal]) -> bool:
        """Whether the same words were moved there with their sentence: a phrase may stand in two."""
        unique = Signal.UNIQUE in given
        if self._evidence.embedded(old):
            return self._evidence.surroundings(old, new) >= (LIKE if unique else _MOVED)
        here, there = self._alignment.old.around(*old), self._alignment.new.around(*new)
        return (unique or given >= _BESIDE) and self._evidence.likeness(here, there) >= _MOVED

    def _doubt_of_changed(self, old: Range, new: Range) -> str:
        """Why the words at ``new`` may not be what the anchor's words became; empty where they are."""
        if self._rivals.contested(old, new):
            return "A similar sentence stands beside the one found."
        if new[1] - new[0] > _GROWN * (old[1] - old[0]) + 2 * _SMALL:
            return "Far more words stand where its words stood."
        if self._evidence.patched(old, new):
            return "A good part of its words was replaced."
        given = set(self._evidence.signals(old, new))
        if Signal.POSITION not in given and self._rivals.left_behind(old, new):
            return "Its words stand elsewhere now, and similar ones where they stood."
        least = LIKE if Signal.POSITION in given else _MOVED
        if self._sentences_alike(old, new) < least or not self._agree_on_changed(old, new, given):
            return "Its words changed, and so did too much around them."
        return ""

    def _agree_on_changed(self, old: Range, new: Range, given: set[Signal]) -> bool:
        """Whether enough speaks for a place that has other words: more than for the same ones."""
        small = old[1] - old[0] <= _SMALL and new[1] - new[0] <= 2 * _SMALL
        if Signal.SENTENCE in given and (Signal.LIKENESS in given or (small and given >= _BESIDE)):
            return True
        return given >= {Signal.LIKENESS, Signal.POSITION}

    def _sentences_alike(self, old: Range, new: Range) -> float:
        return self._evidence.likeness(self._alignment.old.around(*old), self._evidence.counterpart(old, new))

    def _moved(self, anchor: Anchor, old: Range, new: Range) -> Moved | Orphan:
        span = place(self._alignment, anchor, old, new)
        if span is None:
            return self._orphan(anchor, old, new, "It begins or ends inside of a word that changed.")
        changed = not self._evidence.same(old, new) or self._evidence.negated(old, new)
        signals = self._evidence.signals(old, new)
        return Moved(anchor=Anchor.at(self.new, *span), changed=changed, signals=signals)

    def _orphan(self, anchor: Anchor, old: Range, new: Range | None, reason: str) -> Orphan:
        if new is None:
            return Orphan(anchor=anchor, best=None, reason=reason)
        there = self._alignment.new
        best = Candidate(
            anchor=Anchor.at(self.new, there.starts[new[0]], there.ends[new[1] - 1]),
            similarity=round(self._evidence.likeness(old, new), 3),
            signals=self._evidence.signals(old, new),
        )
        return Orphan(anchor=anchor, best=best, reason=reason)
