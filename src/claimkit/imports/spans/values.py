"""A JSON value of unknown origin that knows where it stands, so that what is wrong can be said with its path."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NoReturn

from claimkit.errors import DataError

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_TYPES = {dict: "an object", list: "a list", str: "a text", bool: "true or false", type(None): "null"}


def plain(text: str) -> str:
    """A text without the control characters that no file of ours may hold, and without blanks around it."""
    return _CONTROL.sub("", text).strip()


def has_controls(text: str) -> bool:
    """Whether a text has characters that no article of ours has, so that words with them stand in none."""
    return bool(_CONTROL.search(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A value, the file that it stands in, and its path there, such as ``[3].annotations[0].id``."""

    raw: Any
    place: str
    path: str = ""

    @property
    def where(self) -> str:
        """The path, for a remark."""
        return self.path or "the whole file"

    @property
    def missing(self) -> bool:
        """Whether nothing is given: most tools write null for that, some leave the key out."""
        return self.raw is None

    def refuse(self, what: str, remedy: str = "export it again") -> NoReturn:
        """Raise :class:`DataError` that names the path."""
        raise DataError(f"{self.where}: {what}", place=self.place, remedy=remedy)

    def is_a(self, kind: type) -> bool:
        """Whether it is of that JSON type; true is no number."""
        return isinstance(self.raw, kind) and not (kind is int and isinstance(self.raw, bool))

    def has(self, key: str) -> bool:
        """Whether it is an object that gives that key a value."""
        return isinstance(self.raw, dict) and self.raw.get(key) is not None

    def get(self, *keys: str) -> Value:
        """What an object has under the first of the keys that has a value; null where none has one."""
        given = self._as(dict)
        key = next((key for key in keys if given.get(key) is not None), keys[0])
        return Value(raw=given.get(key), place=self.place, path=f"{self.path}.{key}".lstrip("."))

    def fields(self) -> list[str]:
        """The keys of an object, in its order."""
        return list(self._as(dict))

    def each(self) -> Iterator[Value]:
        """The items of a list; none where nothing is given."""
        for number, item in enumerate([] if self.missing else self._as(list)):
            yield Value(raw=item, place=self.place, path=f"{self.path}[{number}]")

    def listed(self) -> Iterator[Value]:
        """The items of a list, or the one value that stands for a list of one, as JSON-LD writes it."""
        if isinstance(self.raw, list):
            yield from self.each()
        elif not self.missing:
            yield self

    def text(self) -> str:
        """A text, as it is; empty where nothing is given."""
        return "" if self.missing else str(self._as(str))

    def words(self) -> str:
        """A text that may go into a file of ours."""
        return plain(self.text())

    def name(self) -> str:
        """A text or a whole number, as a text: tools name things by both."""
        return str(self.raw) if self.is_a(int) else self.words()

    def number(self) -> int:
        """A whole number."""
        if not self.is_a(int):
            self.refuse(f"it must be a whole number, and is {self._kind()}")
        return int(self.raw)

    def _as(self, kind: type) -> Any:
        if not self.is_a(kind):
            self.refuse(f"it must be {_TYPES[kind]}, and is {self._kind()}")
        return self.raw

    def _kind(self) -> str:
        return _TYPES.get(type(self.raw), f"the number {str(self.raw)[:20]}")
