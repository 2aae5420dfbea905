"""A matcher that backtracks as re does, without its shortcuts, and counts its steps: time without a clock."""

from __future__ import annotations

import re
import re._constants as op  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
import sys
from collections.abc import Callable, Iterable
from typing import Any

from regexes.characters import taker

Then = Callable[[int], bool]
Match = Callable[[int, Then], bool]

BOUND = 40
"""Larger counts than that are taken for that, so that a bound shows in short texts: up to its bound a count is a loop."""

MOST = 400_000
"""Steps after which nobody waits any longer."""


class TooLongError(Exception):
    """More than MOST steps."""


class Matcher:
    """A pattern, with the steps that it took so far."""

    def __init__(self, pattern: str, flags: int) -> None:
        tree = parser.parse(pattern, flags)
        self.match = self._sequence(tree, tree.state.flags)
        self.text = ""
        self.steps = 0
        self.found: list[tuple[int, int]] = []

    def count(self, text: str, *, searched: bool) -> int:
        """The steps to find all matches in the text, or the one at its beginning; raises :class:`TooLongError`."""
        self.text, self.steps, self.found = text, 0, []
        limit = sys.getrecursionlimit()
        sys.setrecursionlimit(100_000)
        try:
            at = 0
            while at <= len(text):
                ends: list[int] = []
                self.match(at, lambda end, ends=ends: not ends.append(end))  # type: ignore[misc]
                self.found += [(at, end) for end in ends]
                at = ends[0] + (ends[0] == at) if ends else at + 1
                if not searched:
                    break
        finally:
            sys.setrecursionlimit(limit)
        return self.steps

    def _sequence(self, items: Iterable[Any], flags: int) -> Match:
        parts = [self._item(item, flags) for item in items]

        def match(at: int, then: Then, index: int = 0) -> bool:
            if index == len(parts):
                return then(at)
            return parts[index](at, lambda end: match(end, then, index + 1))

        return match

    def _item(self, item: tuple[Any, Any], flags: int) -> Match:
        kind, value = item
        if kind is op.BRANCH:
            branches = [self._sequence(branch, flags) for branch in value[1]]
            return lambda at, then: any(branch(at, then) for branch in branches)
        if kind in {op.SUBPATTERN, op.ATOMIC_GROUP}:
            inner, flags = (value[3], (flags | value[1]) & ~value[2]) if kind is op.SUBPATTERN else (value, flags)
            made = self._sequence(inner, flags)
            return made if kind is op.SUBPATTERN else _atomic(made)
        if kind in {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}:
            return self._repeat(kind, value, flags)
        if kind in {op.ASSERT, op.ASSERT_NOT}:
            return self._look(value, flags, wanted=kind is op.ASSERT)
        if kind is op.AT:
            return lambda at, then: self._stands(value, at, flags) and then(at)
        return self._character(taker(kind, value, flags))

    def _character(self, takes: Callable[[str], bool]) -> Match:
        known: dict[str, bool] = {}

        def match(at: int, then: Then) -> bool:
            self.steps += 1
            if self.steps > MOST:
                raise TooLongError
            if at >= len(self.text):
                return False
            char = self.text[at]
            if char not in known:
                known[char] = takes(char)
            return known[char] and then(at + 1)

        return match

    def _repeat(self, kind: Any, value: tuple[int, Any, Any], flags: int) -> Match:
        least, most, inner = min(value[0], BOUND), value[1], self._sequence(value[2], flags)
        most = BOUND if BOUND < most < op.MAXREPEAT else most

        def match(at: int, then: Then, done: int = 0) -> bool:
            def again() -> bool:
                return done < most and inner(at, lambda end: (end > at or done < least) and match(end, then, done + 1))

            if kind is op.MIN_REPEAT:
                return (done >= least and then(at)) or again()
            return again() or (done >= least and then(at))

        return _atomic(match) if kind is op.POSSESSIVE_REPEAT else match

    def _look(self, value: tuple[int, Any], flags: int, *, wanted: bool) -> Match:
        direction, items = value
        inner = self._sequence(items, flags)
        width = items.getwidth()[0] if direction < 0 else 0

        def match(at: int, then: Then) -> bool:
            found = at >= width and inner(at - width, lambda end: direction > 0 or end == at)
            return found is wanted and then(at)

        return match

    def _stands(self, where: Any, at: int, flags: int) -> bool:
        pattern = {
            op.AT_BEGINNING: "^", op.AT_BEGINNING_STRING: r"\A", op.AT_END: "$", op.AT_END_STRING: r"\Z",
            op.AT_BOUNDARY: r"\b", op.AT_NON_BOUNDARY: r"\B",
        }[where]  # fmt: skip
        return re.compile(pattern, flags & (re.MULTILINE | re.ASCII)).match(self.text, at) is not None


def _atomic(inner: Match) -> Match:
    """The first way only: what comes after it cannot make it try another."""

    def match(at: int, then: Then) -> bool:
        ends: list[int] = []
        return inner(at, lambda end: not ends.append(end)) and then(ends[0])  # type: ignore[func-returns-value]

    return match
