"""Where words stand in a text, by code points, however a tool counts; and that they do stand there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property

from claimkit.errors import DataError
from claimkit.imports.foreign import Stretch
from claimkit.model.spans import CONTEXT
from claimkit.storage import MAX_BYTES

_WIDE = re.compile("[\U00010000-\U0010ffff]")
_BREAKS = re.compile(r"[\n\r]")
_NEAR = 1000
"""Code points before and after the place that is given in which words are looked for that do not stand at it."""

Reading = Callable[[int], "int | None"]
"""From an offset as a tool counts to code points; None where it is none."""


class Budget:
    """How much may be made of a file: a small one can name a long stretch, or a claim, a million times."""

    def __init__(self, place: str, left: int = MAX_BYTES, too_much: str = "its spans take in too much text") -> None:
        self._place, self._left, self._too_much = place, left, too_much

    def spend(self, amount: int) -> None:
        """Take that many code points, or what is counted; raises :class:`DataError` where they are spent."""
        self._left -= amount
        if self._left < 0:
            raise DataError(self._too_much, place=self._place, remedy="divide the file")


class Text:
    """An article's text, and the ways in which tools count it."""

    def __init__(self, text: str, budget: Budget) -> None:
        self.text, self._budget = text, budget

    @cached_property
    def _wide(self) -> list[int]:
        """Where the second UTF-16 code unit of each wide character stands, in UTF-16 code units."""
        return [match.start() + number + 1 for number, match in enumerate(_WIDE.finditer(self.text))]

    @property
    def wide(self) -> bool:
        """Whether code points and UTF-16 code units differ at all."""
        return bool(self._wide)

    def code_points(self, offset: int) -> int | None:
        """The offset itself, where the text has it."""
        return offset if 0 <= offset <= len(self.text) else None

    def utf16(self, offset: int) -> int | None:
        """The code point at a UTF-16 code unit; None in the middle of a character and outside of the text."""
        before = bisect_left(self._wide, offset)
        if before < len(self._wide) and self._wide[before] == offset:
            return None
        return self.code_points(offset - before)

    def stretch(self, start: int, end: int) -> Stretch:
        """The stretch between two offsets in code points."""
        self._budget.spend(end - start)
        return Stretch(
            quote=self.text[start:end],
            start=start,
            prefix=self.text[max(0, start - CONTEXT) : start],
            suffix=self.text[end : end + CONTEXT],
        )

    def at(self, reading: Reading, start: int, end: int) -> tuple[int, int] | None:
        """The span in code points, None where it is no span of this text; an empty one is one."""
        first, last = reading(start), reading(end)
        return None if first is None or last is None or first > last else (first, last)

    def whole_words(self, reading: Reading, start: int, end: int) -> bool:
        """Whether the span begins where a word begins, and ends where one ends."""
        span = self.at(reading, start, end)
        if span is None or span[0] == span[1]:
            return False
        first, last = span
        edges = (self.text[max(0, first - 1) : first + 1], self.text[last - 1 : last + 1])
        blank = self.text[first].isspace() or self.text[last - 1].isspace()
        return not blank and not any(len(edge) == 2 and edge.isalnum() for edge in edges)

    def says(self, span: tuple[int, int] | None, quote: str) -> bool:
        """Whether the words stand there, line breaks written in one way or the other."""
        if span is None or abs(span[1] - span[0] - len(quote)) > len(quote):
            return False
        return _one_way(self.text[span[0] : span[1]]) == _one_way(quote)

    def near(self, quote: str, start: int) -> tuple[int, int] | None:
        """The words where they stand once near a place at which they do not stand."""
        low = max(0, min(start, len(self.text)) - _NEAR)
        around = self.text[low : low + 2 * _NEAR + len(quote)]
        found = around.find(quote)
        if not quote or found < 0 or around.find(quote, found + 1) >= 0:
            return None
        return low + found, low + found + len(quote)


def _one_way(text: str) -> str:
    r"""Line breaks and blanks as blanks. Label Studio writes a break as ``\n`` in two letters, brat as a blank."""
    return _BREAKS.sub(" ", text.replace("\\n", " ").replace("\\r", " "))
