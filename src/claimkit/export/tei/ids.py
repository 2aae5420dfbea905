"""xml:ids: each given once, claims' own first, so that a claim called ``s1`` keeps its id and the seg gets another."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable

_ILLEGAL = re.compile("[^A-Za-z0-9._-]")


class Ids:
    """The xml:ids of one document, by what they name."""

    def __init__(self, claims: Iterable[str]) -> None:
        """``claims`` get their ids as they are, as far as XML allows."""
        self._taken: set[str] = set()
        self._known: dict[Hashable, str] = {}
        for name in claims:
            self.of(("claim", name), name)

    def of(self, key: Hashable, wanted: str = "") -> str:
        """The id of what ``key`` names; ``wanted`` is what to call it at the first asking, as far as that can be.

        lxml checks no id, so what is no NCName (Namespaces in XML, production 4; here ASCII only) is mended here.
        """
        if key not in self._known:
            name = _ILLEGAL.sub("_", wanted)
            if not re.match("[A-Za-z_]", name):
                name = f"_{name}"
            while name in self._taken:
                name = f"_{name}"
            self._taken.add(name)
            self._known[key] = name
        return self._known[key]

    def has(self, key: Hashable) -> bool:
        """Whether what ``key`` names has an id."""
        return key in self._known

    def to(self, *keys: Hashable) -> str:
        """Pointers to things that have an id, separated by spaces; raises ``KeyError`` for what has none."""
        return " ".join(f"#{self._known[key]}" for key in keys)
