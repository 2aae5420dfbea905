"""Whether a regular expression can backtrack without end: the ambiguity of its position automaton.

A backtracking matcher takes exponential time where some state has two ways back to itself on one word, and polynomial time
where a word leads from a loop to itself, to a later loop, and around that (Weideman et al., Analyzing Matching Time Behavior
of Backtracking Regular Expression Matchers, CIAA 2016). The automaton here has more words than the pattern: assertions and
counts are let go. So what is found is a suspicion, with the words to try it on; what is not found is not there.
"""

from __future__ import annotations

import re
import re._constants as op  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from regexes.characters import SAMPLES, boundaries, taker

UNROLLED = 4
"""A count of up to so many is written out; a larger one is taken for any number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspicion:
    """Words on which a matcher may take too long: ``prefix``, then ``pump`` over and over."""

    prefix: str
    pump: str


@dataclass(slots=True)
class _Part:
    """A part of a pattern: the positions that it can begin and end at, and whether it can be empty."""

    first: set[int] = field(default_factory=set)
    last: set[int] = field(default_factory=set)
    empty: bool = True


class Automaton:
    """The positions of a pattern (Glushkov), each with the characters that it takes, and what follows on what."""

    def __init__(self, pattern: str, flags: int, *, searched: bool) -> None:
        tree = parser.parse(pattern, flags)
        self.flags = tree.state.flags
        self.characters = sorted({*SAMPLES, *boundaries(tree)})
        self.masks: list[int] = []
        self.follow: list[dict[int, int]] = []
        self.asides: list[_Part] = []
        start = self._position(lambda _: True)
        whole = self._sequence(tree, self.flags)
        self._link({start}, whole.first)
        for aside in self.asides:  # what an assertion looks at is tried at that place, by itself
            self._link({start}, aside.first)
        if searched and not _anchored(tree, self.flags):
            self._link({start}, {start})
        self.looping = self._looping()

    def suspicions(self) -> Iterator[Suspicion]:
        """Where it is ambiguous: exponential ones first."""
        for loop in self.looping:
            for place in sorted(loop):
                twice = any(count > 1 and other in loop for other, count in self.follow[place].items())
                pump = self._way((place, place), lambda at, place=place: at == (place, place), apart=True)  # type: ignore[misc]
                if twice or pump:
                    yield Suspicion(prefix=self._to(place), pump=pump or self._round(place))
        for one, other in product(self.looping, repeat=2):
            if one is other:
                continue
            for p, q in product(sorted(one), sorted(other)):
                pump = self._way((p, p, q), lambda at, p=p, q=q: at == (p, q, q))  # type: ignore[misc]
                if pump:
                    yield Suspicion(prefix=self._to(p), pump=pump)
                    break

    def _position(self, takes: Callable[[str], bool]) -> int:
        self.masks.append(sum(1 << index for index, char in enumerate(self.characters) if takes(char)))
        self.follow.append({})
        return len(self.masks) - 1

    def _link(self, ends: Iterable[int], beginnings: Iterable[int]) -> None:
        for one, other in product(ends, beginnings):
            self.follow[one][other] = self.follow[one].get(other, 0) + 1

    def _sequence(self, items: Iterable[Any], flags: int) -> _Part:
        made = _Part()
        for item in items:
            part = self._item(item, flags)
            self._link(made.last, part.first)
            made.first |= part.first if made.empty else set()
            made.last = part.last | (made.last if part.empty else set())
            made.empty &= part.empty
        return made

    def _item(self, item: tuple[Any, Any], flags: int) -> _Part:
        kind, value = item
        if kind in {op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN}:
            place = self._position(taker(kind, value, flags))
            return _Part({place}, {place}, empty=False)
        if kind is op.BRANCH:
            parts = [self._sequence(branch, flags) for branch in value[1]]
            return _Part(
                set().union(*(part.first for part in parts)),
                set().union(*(part.last for part in parts)),
                empty=any(part.empty for part in parts),
            )
        if kind in {op.SUBPATTERN, op.ATOMIC_GROUP}:
            inner, flags = (value[3], (flags | value[1]) & ~value[2]) if kind is op.SUBPATTERN else (value, flags)
            return self._sequence(inner, flags)
        if kind in {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}:
            least, most, inner = value
            return self._repeat(least, most, inner, flags)
        if kind in {op.ASSERT, op.ASSERT_NOT}:
            self.asides.append(self._sequence(value[1], flags))
        elif kind is not op.AT:
            raise NotImplementedError(f"{kind} is not analysed")
        return _Part()

    def _repeat(self, least: int, most: int, items: Any, flags: int) -> _Part:
        if most <= UNROLLED:
            parts = [self._sequence(items, flags) for _ in range(most)]
            for part in parts[least:]:
                part.empty = True
            return self._joined(parts)
        part = self._sequence(items, flags)
        self._link(part.last, part.first)
        part.empty |= least == 0
        return part

    def _joined(self, parts: list[_Part]) -> _Part:
        made = _Part()
        for part in parts:
            self._link(made.last, part.first)
            made.first |= part.first if made.empty else set()
            made.last = part.last | (made.last if part.empty else set())
            made.empty &= part.empty
        return made

    def _looping(self) -> list[frozenset[int]]:
        """The positions that lead back to themselves, those that reach one another together."""
        reach = [self._reached(place) for place in range(len(self.masks))]
        loops = {
            frozenset(other for other in reach[place] if place in reach[other])
            for place in range(len(self.masks))
            if place in reach[place]
        }
        return sorted(loops, key=min)

    def _reached(self, place: int) -> set[int]:
        seen: set[int] = set()
        left = [place]
        while left:
            new = self.follow[left.pop()].keys() - seen
            seen |= new
            left += new
        return seen

    def _way(self, start: tuple[int, ...], there: Callable[[tuple[int, ...]], bool], *, apart: bool = False) -> str:
        """A word on which copies of the automaton go from ``start`` to where it is ``there``; empty: there is none.

        ``apart``: they must differ on the way.
        """
        queue = deque([(start, False)])
        came: dict[tuple[tuple[int, ...], bool], tuple[Any, str]] = {(start, False): (None, "")}
        while queue:
            state = queue.popleft()
            for at, char in self._steps(state[0]):
                new = (at, state[1] or len(set(at)) > 1)
                if there(at) and (new[1] or not apart):
                    return _spelt(came, state) + char
                if new not in came:
                    came[new] = (state, char)
                    queue.append(new)
        return ""

    def _steps(self, at: tuple[int, ...]) -> Iterator[tuple[tuple[int, ...], str]]:
        for new in product(*(self.follow[place] for place in at)):
            mask = -1
            for place in new:
                mask &= self.masks[place]
            if mask:
                yield new, self.characters[(mask & -mask).bit_length() - 1]

    def _to(self, place: int) -> str:
        return "" if place == 0 else self._way((0,), lambda at: at == (place,))

    def _round(self, place: int) -> str:
        return self._way((place,), lambda at: at == (place,))


def _spelt(came: dict[Any, tuple[Any, str]], state: Any) -> str:
    chars = []
    while state is not None:
        state, char = came[state]
        chars.append(char)
    return "".join(reversed(chars))


def _anchored(tree: Any, flags: int) -> bool:
    """Whether a search begins at one place only."""
    if not len(tree):
        return False
    kind, value = tree[0]
    if kind is op.SUBPATTERN:
        return _anchored(value[3], flags)
    if kind is op.BRANCH:
        return all(_anchored(branch, flags) for branch in value[1])
    return kind is op.AT and (
        value is op.AT_BEGINNING_STRING or (value is op.AT_BEGINNING and not flags & re.MULTILINE)
    )
